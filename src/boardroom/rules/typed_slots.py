"""Usual slots as people type them: `thu 16:00`, `every thursday at 4pm`, `first tue 16:00`."""

from __future__ import annotations

import re

from boardroom.errors import BadInput
from boardroom.rules.clock_times import parse_clock_time, split_time
from boardroom.rules.days_of_month import PLACES, WEEKDAY, WEEKDAY_NUMBERS
from boardroom.rules.text import quoted
from boardroom.rules.usual_slots import HINT, slot_rule

_SLOT = (
    rf"(?:on )?(?:the |every )?(?:(?P<place>{'|'.join(PLACES)}) )?{WEEKDAY}s?"
    r"(?: (?:of|in) (?:the|every|each) month)?"
)


def parse_usual(text: str) -> str:
    """Parses a slot into its recurrence rule, like `FREQ=WEEKLY;BYDAY=TH;BYHOUR=16;BYMINUTE=0`.

    The time may be missing.

    Raises:
        BadInput: the text is not a weekday, or the time is not one.
    """
    day, clock = split_time(" ".join(text.lower().split()))
    shape = re.fullmatch(_SLOT, day)
    if shape is None:
        raise BadInput(f"{quoted(text.strip())} is not a usual slot.", HINT)
    at = parse_clock_time(clock).at if clock else None
    return slot_rule(WEEKDAY_NUMBERS[shape["weekday"]], at, place=PLACES.get(shape["place"]))
