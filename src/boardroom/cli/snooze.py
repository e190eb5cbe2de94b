"""`boardroom snooze`: hides a person, a promise or all reviews from the morning list."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.actions.snooze import snooze_advisor, snooze_promise, snooze_review
from boardroom.cli.advisor.lifecycle import record_of
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.records import id_of
from boardroom.cli.when import parse_day
from boardroom.cli.who import find_person
from boardroom.errors import BadInput
from boardroom.queries.due import due
from boardroom.queries.meetings import meeting
from boardroom.queries.promises import promises_by_id
from boardroom.render.due_entries import still_listed_words
from boardroom.render.privacy import private_echo
from boardroom.render.promises import promise_json
from boardroom.rules.day_format import from_today
from boardroom.rules.ids import MEETING, PROMISE, Ref, looks_like_id, parse
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer


_WHAT = "WHO|pID|review"


def snooze(
    context: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="WHO|pID|review",
            show_default=False,
            help="A person, a promise, or all reviews.",
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it returns; today ends the snooze.")
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The reason, for yourself.")
    ] = None,
) -> None:
    """Hide a person, a promise or reviews from due until a day.

    Of a person, only the window is hidden: their promises, planned meetings and the like stay
    listed, and are named. Logging a meeting with a person ends their snooze.

    Examples:
        boardroom snooze marcus --until 'in 3w' --why 'Closing the year'
        boardroom snooze p1 --until mon
        boardroom snooze review --until '10 Jan'
    """
    call = Call.of(context)
    subject = what if what is not None else _ask(call)
    promise_id = _promise_id(call, subject) if looks_like_id(subject) else None
    of_review = subject.strip().lower() == "review"

    def action(work: Work) -> Reply:
        board = work.connection
        person = None if promise_id or of_review else find_person(call, board, subject)
        still_listed = private = ""

        def parse(text: str) -> date:
            return parse_day(call, board, text, toward="forward", bare_length=True)

        day = parse(
            call.ask_if_missing(until, "--until", "Until when? (like in 3w, or 1 Mar)", check=parse)
        )
        if promise_id is not None:
            snooze_promise(work, promise_id, until=day, why=why)
            [promise] = promises_by_id(work.connection, [promise_id])
            record = promise_json(promise, work.today)
            private = private_echo(promise.private)
        elif person is not None:
            snooze_advisor(work, person.id, until=day, why=why)
            record = record_of(call, work, person.id)
            if day > work.today:
                view = due(work.connection, today=work.today)
                still_listed = still_listed_words(view, person.handle)
        else:
            snooze_review(work, until=day, why=why)
            record = _review_json(day, why)
        distance = f" ({from_today(day, work.today)})" if day > work.today else ""
        return Reply(record, f"{distance}{private}{still_listed}")

    call.change(action)


def _ask(call: Call) -> str:
    """Asks on a terminal for a person, a promise or review.

    Raises:
        MissingArgument: there is no terminal.
        NotFound: nobody is on file.
    """
    call.check_asks_for(_WHAT)
    from boardroom.cli.choices import snooze_choices  # noqa: PLC0415  for a question alone

    choices = call.read(lambda board: snooze_choices(board, today=call.today))
    question = f"Snooze whom, which promise, or review? (like {choices.example})"
    return call.ask_if_missing(
        None, _WHAT, question, check=lambda text: _check_subject(call, text), about=choices.lines
    )


def _check_subject(call: Call, text: str) -> None:
    """Checks that an answer names a promise, the review or somebody."""
    if looks_like_id(text):
        _promise_id(call, text)
    elif text.lower() != "review":
        call.read(lambda board: find_person(call, board, text))


def _promise_id(call: Call, text: str) -> int:
    ref = parse(text)
    if ref.letter == MEETING.letter:
        raise call.read(lambda board: _is_meeting(board, ref))
    return id_of(call, text, PROMISE, "snooze")


def _is_meeting(board: sqlite3.Connection, ref: Ref) -> BadInput:
    """The error for the id of a meeting, with a command for its status."""
    view = meeting(board, ref.number)
    instead = (
        f"meeting move {ref} WHEN"
        if view.status == "planned"
        else f"snooze {view.handle} --until DATE"
    )
    return BadInput(f"{ref} is a meeting, not a promise.", f"Use instead: boardroom {instead}")


def _review_json(until: date, why: str | None) -> dict[str, Any]:
    return {
        "schema": "boardroom.snooze/1",
        "subject": "review",
        "until_on": until.isoformat(),
        "why": why,
    }
