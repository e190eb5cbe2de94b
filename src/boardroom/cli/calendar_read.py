"""`boardroom calendar read`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from boardroom import clock
from boardroom.cli.calendar_answers import ask_about_each
from boardroom.cli.calendar_source import Reading, first_day, read_calendar
from boardroom.cli.call import Call
from boardroom.cli.messages import print_message, warn
from boardroom.cli.printer import Reply
from boardroom.queries.calendar_facts import CalendarFacts, calendar_facts
from boardroom.render.calendar_reading import (
    differences_page,
    left_out_words,
    reading_json,
)
from boardroom.rules.calendar_comparison import differences
from boardroom.rules.calendar_differences import ANSWERS, LEFT, NEVER, Difference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from boardroom.actions.calendar import Choice
    from boardroom.store.work import Work


def read(
    context: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE|-",
            show_default=False,
            help="A calendar as iCalendar (.ics); or a zip or a folder of such files.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what differs, and change nothing.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Take what is certain, and ask nothing.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Ask about what was left before, too.")
    ] = False,
) -> None:
    """Compare a calendar with the board, item by item.

    FILE is your own calendar, as every calendar program exports it: what was held and is not
    logged, what was moved or cancelled, and what is not planned here. An event is with somebody on
    file if their address, name or nickname is among its guests or in its title. On a terminal you
    are asked about each difference: log, move, cancel or plan it, skip it, leave it, or never be
    asked about this series; "all" takes it and whatever is certain after it. The answers are one
    change for undo, and are remembered: the same file a second time asks only about what was
    skipped, and with --again about what was left, too. A plan that you move here stays where you
    put it until its event is moved, too.

    --yes takes what is certain: people known by their address, full name or nickname, and meetings
    that the calendar itself says were moved or cancelled. All-day, declined and private events are
    left out and counted, and so are those with more than five people. Notes of events stay there.

    Examples:
        boardroom calendar read calendar.ics --dry-run
        boardroom calendar read calendar.ics
        boardroom calendar read calendar.ics --yes
    """
    call = Call.of(context)
    given = call.ask_if_missing(file, "FILE", "Which calendar? (like calendar.ics)")
    reading = read_calendar(given, call.read(lambda board: _facts(call, board)), today=call.today)
    forgotten = (LEFT, NEVER) if again else ()
    compare = partial(_differences, call, reading, clock.instant(), forgotten)
    found = call.read(compare)
    is_asked = call.may_ask and not (dry_run or yes or call.json)
    if is_asked:
        answers = ask_about_each(call, found)
    elif yes and not dry_run:
        answers = [ANSWERS[one.kind] if one.sure else None for one in found]
    else:
        answers = []
    if any(answers):
        _take(call, reading, found, answers, compare)
    elif is_asked and found:
        print_message("Nothing was changed.")
    else:
        call.show(
            differences_page(found, call.today),
            reading_json(reading.name, found, reading.left_out, ()),
        )
    if words := left_out_words(reading.left_out):
        warn(words)
    if not (call.json or dry_run or is_asked):
        _say_what_is_left(call, found, answers)
    if is_asked:
        _say_what_is_skipped(found, answers, call.read(compare))
    if not (call.json or again):
        without = partial(_differences, call, reading, clock.instant(), (LEFT,))
        _say_what_was_left(len(call.read(without)) - len(call.read(compare)))


def _facts(call: Call, board: sqlite3.Connection) -> CalendarFacts:
    return calendar_facts(board, since=first_day(call.today))


def _differences(
    call: Call,
    reading: Reading,
    now: datetime | None,
    forgotten: Collection[str],
    board: sqlite3.Connection,
) -> list[Difference]:
    """What differs and was not answered before, but for answers that are to be `forgotten`."""
    facts = _facts(call, board)
    answers = {key: answer for key, answer in facts.answers.items() if answer not in forgotten}
    return differences(reading.attended, facts.meetings, answers, today=call.today, now=now)


def _take(
    call: Call,
    reading: Reading,
    found: Sequence[Difference],
    answers: Sequence[str | None],
    compare: Callable[[sqlite3.Connection], list[Difference]],
) -> None:
    from boardroom.actions.calendar import Choice, take_choices  # noqa: PLC0415  only to change

    chosen = {one.key: answer for one, answer in zip(found, answers, strict=False) if answer}

    def action(work: Work) -> Reply:
        current = compare(work.connection)
        choices: list[Choice] = [
            Choice(one, chosen[one.key]) for one in current if one.key in chosen
        ]
        if not choices:
            record = reading_json(reading.name, found, reading.left_out, answers)
            return Reply(record, unchanged="Nothing to change: the board has changed meanwhile.")
        refs = take_choices(work, choices, calendar=reading.name)
        return Reply(reading_json(reading.name, found, reading.left_out, answers, refs))

    call.change(action)


def _say_what_is_left(
    call: Call, found: Sequence[Difference], answers: Sequence[str | None]
) -> None:
    """Says what nobody was asked about, and how to take it."""
    left_count = sum(answer is None for answer in answers)
    if left_count:
        where = "Without --yes" if call.may_ask else "On a terminal"
        warn(f"Left as not certain: {left_count}. {where} you are asked about each.")
    elif any(one.sure for one in found) and not answers:
        warn("Nothing was changed. --yes takes what is certain.")


def _say_what_is_skipped(
    found: Sequence[Difference], answers: Sequence[str | None], still: Sequence[Difference]
) -> None:
    """Says how many of those found had no answer, and `still` differ."""
    answered = {one.key for one, answer in zip(found, answers, strict=False) if answer}
    skipped = {one.key for one in found} & {one.key for one in still} - answered
    if skipped:
        are = "1 is" if len(skipped) == 1 else f"{len(skipped)} are"
        print_message(f"{are} asked about again the next time.")


def _say_what_was_left(count: int) -> None:
    """Says how many differences were left, now or before, and how to be asked again."""
    if count:
        are, them = ("1 is", "it") if count == 1 else (f"{count} are", "them")
        warn(f"{are} left as you said: --again asks about {them}.")
