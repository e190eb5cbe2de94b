"""Notes of `log` that begin with a day, which may be the day of the meeting or part of the notes.

On a terminal the user is asked; elsewhere it is an error. Loaded only for such notes.
"""

from __future__ import annotations

from datetime import date

from boardroom.actions.plan_to_log import find_plan
from boardroom.cli.call import Call
from boardroom.cli.log_command import log_command
from boardroom.cli.log_options import LogOptions
from boardroom.cli.who import find_person_before
from boardroom.errors import BadInput
from boardroom.queries.settings import settings
from boardroom.rules.dates import parse_moment
from boardroom.rules.day_format import format_day
from boardroom.rules.text import quoted
from boardroom.store.rows import Advisor, Meeting
from boardroom.store.work import Work

_MOST_WORDS = 6
# “Sat down with Ana” is not about a Saturday.
_NO_SATURDAY = ("down", "with", "in", "on", "at", "next", "through", "together", "by")


def begins_with_day(text: str, *, today: date) -> bool:
    """Whether a text begins with a day up to today, in either order of day and month."""
    return any(_leading_day(text, today, order) for order in ("dmy", "mdy"))


def settle_day(
    call: Call, options: LogOptions, notes: list[str]
) -> tuple[LogOptions, list[str] | None]:
    """The options and notes of a log, with a day at the start of the notes moved to its place.

    Raises:
        BadInput: the day is not the one that the log would use, and there is no terminal to ask on.
    """

    def ask(work: Work) -> tuple[LogOptions, list[str] | None]:
        board, meeting_id = work.connection, options.meeting_id
        if meeting_id is not None and work.get(Meeting, meeting_id).status == "held":
            return options, notes  # they are added to it
        person, words_left = find_person_before(call, board, options.who, notes)
        text = " ".join(words_left or ())
        leading = _leading_day(text, call.today, settings(board).date_order)
        if leading is None:
            return options, notes
        plan = find_plan(work, work.get(Advisor, person.id), None, meeting_id)
        taken = call.today if plan is None else plan.met_on
        words, on = leading
        if on == taken:
            return options, notes
        rest = text.split()[len(words.split()) :]
        held = f"Held on {format_day(on)}, or part of the notes?"
        if not call.may_ask:
            own_day = "today" if taken == call.today else taken.isoformat()
            as_day = log_command(person.handle, options, words, " ".join(rest))
            as_notes = log_command(person.handle, options, own_day, text)
            raise BadInput(
                f"The notes begin with a day, {quoted(words)}. {held}",
                f"Write {as_day} or {as_notes}",
            )
        if call.ask_until(f"{held} [held/notes]", _is_held):
            return options._replace(on=words, who=person.handle), rest or None
        return options, notes

    return call.rehearse(ask)


def _is_held(answer: str) -> bool:
    """Whether an answer says that the day is that of the meeting."""
    word = answer.lower()
    if word not in ("h", "held", "n", "notes"):
        raise BadInput(f"{quoted(answer)} is neither held nor notes.", "Answer held or notes.")
    return word in ("h", "held")


def _leading_day(text: str, today: date, date_order: str | None) -> tuple[str, date] | None:
    """The longest start of a text that is a day up to today, and that day."""
    words = text.split()[: _MOST_WORDS + 1]
    first, second = ([word.lower() for word in words] + ["", ""])[:2]
    if first == "by" or (first == "sat" and second in _NO_SATURDAY):
        return None
    # “The 2nd draft is better” is not about the second of a month.
    shortest = 3 if first == "the" else 1
    for count in range(min(_MOST_WORDS, len(words)), shortest - 1, -1):
        given = " ".join(words[:count]).rstrip(":;,")
        try:
            on = parse_moment(given, today=today, toward="back", date_order=date_order).on
        except BadInput:
            continue
        return (" ".join(words[:count]), on) if on <= today else None
    return None
