"""Parses the answers of `init`, and says how they were understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.calendar import add_months
from boardroom.rules.dates import parse_day
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.days_in_texts import DatedText, split_day
from boardroom.rules.first_board import format_people, parse_helpers, parse_people
from boardroom.rules.ids import GOAL, STEP
from boardroom.rules.names import Named
from boardroom.rules.settings import Settings
from boardroom.rules.text import clean, join_words
from boardroom.rules.windows import parse_window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NOTHING = (
    *("-", "n", "no", "nope", "n/a", "na", "none", "none yet", "never", "nobody", "nobody yet"),
    *("no one", "noone", "no-one", "nothing", "nothing yet", "not yet"),
)
_GOAL_MONTHS = 6


class Parsed(Record):
    """An answer: its value, the `text` that is kept and means the same any day, and an echo."""

    value: Any
    text: str
    echo: str = ""


class Parser:
    """Parses answers for a board with these settings, as of `today`; each raises `BadInput`.

    An answer left out is empty, or a word like “none” or “never”.
    """

    def __init__(self, settings: Settings, today: date) -> None:
        self._settings, self._today = settings, today

    def people(self, text: str) -> Parsed:
        """Who is on the board, as `Named`."""
        seats = self._settings.seats
        persons = parse_people(text, seats)
        names = join_words([f"{person.name} ({person.handle})" for person in persons])
        few = (
            f" The aim is {seats}; add others any day with: boardroom advisor add NAME"
            if len(persons) < seats.fewest
            else ""
        )
        return Parsed(persons, format_people(persons), f"{names}.{few}")

    def helpers(self, text: str, persons: Sequence[Named]) -> Parsed:
        """Who helps with the goal, as places in the list of people."""
        helpers = parse_helpers(text, persons) if _is_something(text) else ()
        handles = ", ".join(person.handle for person in helpers)
        names = join_words([person.name for person in helpers])
        places = tuple(persons.index(person) for person in helpers)
        return Parsed(places, handles, f"{names}." if helpers else "")

    def last_met(self, text: str) -> Parsed:
        """The day of the last meeting."""
        if not _is_something(text):
            return Parsed(None, "")
        met_on = parse_day(
            text,
            today=self._today,
            toward="back",
            date_order=self._settings.date_order,
            bare_length=True,
        )
        if met_on > self._today:
            raise BadInput(
                f"{format_day(met_on)} is in the future.",
                "Write the day of the last meeting, like 3 Nov; plan the next one later.",
            )
        return Parsed(met_on, met_on.isoformat(), f"{self._day(met_on)}.")

    def window(self, text: str, last_met: str) -> Parsed:
        """How often to meet; None is the default of the board.

        `last_met` is the answer about the last meeting.
        """
        met_on = self.last_met(last_met).value
        window = parse_window(text) if _is_something(text) else self._settings.window
        if met_on is not None:
            first, last = window.shortest.after(met_on), window.longest.after(met_on)
            start = "" if first == last else f"from {format_day(first)} to "
            echo = f"{window}: due {start}{self._day(last)}."
        else:
            echo = f"{window}, after a first meeting, which is due now."
        own = None if window == self._settings.window else str(window)
        return Parsed(own, own or "", echo)

    def goal(self, text: str) -> Parsed:
        """The goal and its day, six months ahead unless the text ends in one."""
        if not _is_something(text):
            return Parsed(None, "")
        title, given = self._split(text, GOAL.noun)
        target_on = given or add_months(self._today, _GOAL_MONTHS)
        why = "" if given else "; for another day, go back (b) and end the goal in “by DATE”"
        return Parsed(
            DatedText(title, target_on),
            f"{title} by {target_on.isoformat()}",
            f"By {self._day(target_on)}{why}.",
        )

    def step(self, text: str) -> Parsed:
        """The first step, and its day if the text ends in one."""
        if not _is_something(text):
            return Parsed(None, "")
        step, due_on = self._split(text, STEP.noun)
        if due_on is None:
            no_day = "No day yet; to set one, go back (b) and end the step in “by DATE”."
            return Parsed(DatedText(step, None), step, no_day)
        by = due_on.isoformat()
        return Parsed(DatedText(step, due_on), f"{step} by {by}", f"By {self._day(due_on)}.")

    def _split(self, text: str, what: str) -> DatedText:
        order = self._settings.date_order
        return split_day(text, what=what, today=self._today, date_order=order)

    def _day(self, on: date) -> str:
        return f"{format_day(on)} ({from_today(on, self._today)})"


def optional_text(text: str, what: str) -> Parsed:
    """A text that may be left out; `what` names it in the error."""
    if not _is_something(text):
        return Parsed(None, "")
    cleaned = clean(text, what=what)
    return Parsed(cleaned, cleaned)


def _is_something(text: str) -> bool:
    return bool(text.strip()) and text.strip().lower().rstrip(".") not in _NOTHING
