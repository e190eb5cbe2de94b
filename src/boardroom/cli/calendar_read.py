"""`boardroom calendar read`."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from boardroom import clock
from boardroom.cli.calendar_source import Reading, first_day, read_calendar
from boardroom.cli.call import Call
from boardroom.cli.messages import print_message, warn
from boardroom.cli.printer import Reply
from boardroom.errors import BadInput
from boardroom.queries.calendar_facts import CalendarFacts, calendar_facts
from boardroom.render.calendar_reading import (
    about_event,
    difference_words,
    differences_page,
    left_out_words,
    reading_json,
)
from boardroom.rules.calendar_comparison import differences
from boardroom.rules.calendar_differences import ANSWERS, Difference, series_keys
from boardroom.rules.text import join_words, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from boardroom.actions.calendar import Choice
    from boardroom.store.work import Work

_VERBS = {"held": "log", "moved": "move", "cancelled": "cancel", "unplanned": "plan"}
_LEAVE, _NEVER, _ALL, _STOP = "leave", "never", "all", "quit"
_MEANINGS = {
    "log": "put it on file as held",
    "move": "move the plan to where the calendar has it",
    "cancel": "cancel the plan",
    "plan": "plan it here, too",
    _LEAVE: "change nothing, and don't ask about it again",
    _NEVER: "leave it, and never ask about this series",
    _ALL: "take it, and whatever is certain after it",
    _STOP: "end here; the answers so far count",
}


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
) -> None:
    """Compare a calendar with the board, item by item.

    FILE is your own calendar, as every calendar program exports it: what was held and is not
    logged, what was moved or cancelled, and what is not planned here. An event is with somebody on
    file if their address, name or nickname is among its guests or in its title. On a terminal you
    are asked about each difference: log, move, cancel or plan it, leave it, or never be asked about
    this series; "all" takes it and whatever is certain after it. The answers are one change for
    undo, and are remembered: the same file a second time asks nothing again. A plan that you move
    here stays where you put it until its event is moved, too.

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
    now = clock.instant()
    found = call.read(lambda board: _differences(call, board, reading, now))
    is_asked = call.may_ask and not (dry_run or yes or call.json)
    if is_asked:
        answers = _ask(call, found)
    elif yes and not dry_run:
        answers = [ANSWERS[one.kind] if one.sure else None for one in found]
    else:
        answers = []
    if any(answers):
        _take(call, reading, found, answers, now)
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


def _facts(call: Call, board: sqlite3.Connection) -> CalendarFacts:
    return calendar_facts(board, since=first_day(call.today))


def _differences(
    call: Call, board: sqlite3.Connection, reading: Reading, now: datetime | None
) -> list[Difference]:
    facts = _facts(call, board)
    return differences(reading.attended, facts.meetings, facts.answers, today=call.today, now=now)


def _ask(call: Call, found: Sequence[Difference]) -> list[str | None]:
    """Asks about each difference; the answers up to where the user stopped.

    Where a series is never to be asked about again, what is left of it has none.
    """
    answers: list[str | None] = []
    takes_all = False
    never_again: set[str] = set()
    for number, difference in enumerate(found, 1):
        verb, taken = _VERBS[difference.kind], ANSWERS[difference.kind]
        if not never_again.isdisjoint(series_keys(difference.event)):
            answers.append(None)
            continue
        if takes_all and difference.sure:
            answers.append(taken)
            continue
        never = (_NEVER,) if difference.event.occurrence.is_series else ()
        words = (verb, _LEAVE, *never, _ALL, _STOP)
        default = verb if difference.sure else _LEAVE
        about = (
            f"{number} of {len(found)}  {difference_words(difference, as_sentence=True)}\n"
            f"        {about_event(difference, call.today)}"
        )
        choices = "/".join(word.upper() if word == default else word for word in words)
        word = call.ask_until(f"[{choices}]", partial(_word, words, default), about=about)
        if word == _STOP:
            break
        takes_all |= word == _ALL
        if word == _NEVER:
            never_again.update(series_keys(difference.event))
        answers.append({_LEAVE: "left", _NEVER: "never"}.get(word, taken))
    return answers


def _word(words: Sequence[str], default: str, text: str) -> str:
    """The word that an answer begins or is; the default for Enter.

    Raises:
        BadInput: none, or several; or the words are to be explained.
    """
    lowered = (text or default).lower()
    if lowered in ("y", "yes"):
        return words[0]
    if lowered in ("n", "no"):
        return _LEAVE
    if lowered == "?":
        raise BadInput("\n".join(f"{word}: {_MEANINGS[word]}" for word in words), "")
    fitting = [word for word in words if word.startswith(lowered)]
    if len(fitting) != 1:
        raise BadInput(
            f"{quoted(text)} is no answer.", f"Answer {join_words(words, 'or')}; ? explains them."
        )
    return fitting[0]


def _take(
    call: Call,
    reading: Reading,
    found: Sequence[Difference],
    answers: Sequence[str | None],
    now: datetime | None,
) -> None:
    from boardroom.actions.calendar import Choice, take_choices  # noqa: PLC0415  only to change

    chosen = {one.key: answer for one, answer in zip(found, answers, strict=False) if answer}

    def action(work: Work) -> Reply:
        current = _differences(call, work.connection, reading, now)
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
