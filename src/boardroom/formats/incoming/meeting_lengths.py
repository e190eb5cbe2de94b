"""How long meetings took, in a column of minutes or of hours."""

from __future__ import annotations

import re
from collections.abc import Mapping

from boardroom.errors import BadInput
from boardroom.formats.incoming.columns import Columns
from boardroom.formats.incoming.headers import plain_header
from boardroom.formats.incoming.records import shown
from boardroom.formats.incoming.tables import Table
from boardroom.rules.windows import DAY_MINUTES, parse_minutes

_HOURS = re.compile(r"(?P<hours>\d{1,2})(?:[.,](?P<part>\d{1,2}))?")
_CLOCK = re.compile(r"(?P<hours>\d{1,2}):(?P<minutes>\d{2})(?::00)?")
_SAYS_HOURS = re.compile(r"\((?:h|hrs?|hours?|std\.?|stunden|heures?|horas?|ore|uren|godz\.?)\)")
_MOST_HOURS = 10
"""The highest number in a column of hours; in one of minutes, some are higher."""
_FEW = frozenset(map(str, range(1, _MOST_HOURS + 1)))


class Lengths:
    """Reads the lengths of a table; `doubt` says that plain numbers are taken for hours."""

    def __init__(self, table: Table, columns: Columns) -> None:
        self.doubt = ""
        place = columns.place_of("minutes")
        header = table.header[place] if place is not None else ""
        self._are_hours = bool(_SAYS_HOURS.search(header.lower()))
        if place is None or self._are_hours or "min" in plain_header(header):
            return
        numbers = [row.cells[place] for row in table.rows if row.cells[place].isdigit()]
        if numbers and all(number.lstrip("0") in _FEW for number in numbers):
            self._are_hours = True
            self.doubt = (
                f"{header}: {numbers[0]} is read as hours, as no number in it is above"
                f" {_MOST_HOURS}."
            )

    def minutes(self, cells: Mapping[str, str]) -> int | None:
        """The minutes in a row: `60`, `1h`, `1:30`, `45 min`, or `0.5` of an hour.

        Raises:
            ValueError: it is no length of a meeting.
        """
        hours, text = cells.get("hours", ""), cells.get("minutes", "")
        if self._are_hours and not hours and _HOURS.fullmatch(text):
            hours, text = text, ""
        if not hours and not text:
            return None
        if clock := _CLOCK.fullmatch(text or hours):
            return _checked(int(clock["hours"]) * 60 + int(clock["minutes"]), text or hours)
        shape = _HOURS.fullmatch(hours or text)
        if shape and (hours or shape["part"]):
            part = shape["part"] or "0"
            minutes = int(shape["hours"]) * 60 + round(int(part) * 60 / 10 ** len(part))
            return _checked(minutes, hours or text)
        try:
            return parse_minutes(text or hours)
        except BadInput as error:
            raise ValueError(error.message.rstrip(".")) from None


def _checked(minutes: int, text: str) -> int:
    if not 1 <= minutes <= DAY_MINUTES:
        raise ValueError(f"{shown(text)} is no length of a meeting")
    return minutes
