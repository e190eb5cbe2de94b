"""The fields of a person in the front matter of a note, or in Notion's properties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from boardroom.errors import BadInput
from boardroom.formats.incoming.birthdays import read_birthday
from boardroom.formats.incoming.column_days import read_day
from boardroom.formats.incoming.day_order import order_of
from boardroom.formats.incoming.headers import person_field
from boardroom.formats.incoming.records import Birthday, Fault, shown
from boardroom.rules.windows import parse_window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_ADDRESS_AFTER = re.compile(r" \(https?://[^\s)]*\)")
_OWN = ("org", "title", "email", "phone", "link", "city", "timezone", "how_met", "seat")
_ONE = ("window", "birthday")


def texts_by_field(values: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The texts of each field that the keys of a note name; those of no field are under ''."""
    texts: dict[str, list[str]] = {}
    for key, given in values.items():
        texts.setdefault(person_field(key), []).extend(given)
    return texts


def plain(text: str) -> str:
    """A text without the marks and addresses of links."""
    return _ADDRESS_AFTER.sub("", _LINK.sub(r"\1", text)).strip()


class FieldReader:
    """Reads the fields of the note at `place`; what is lost, doubtful or wrong goes to the lists.

    Raises:
        UndecidedOrder: day or month may come first in a day of it, and no `date_order` says which.
    """

    def __init__(
        self,
        place: str,
        texts: Mapping[str, Sequence[str]],
        date_order: str | None,
        *,
        lost: Counter[str],
        doubtful: list[str],
        faults: list[Fault],
    ) -> None:
        self._place, self._texts, self._date_order = place, texts, date_order
        self._lost, self._doubtful, self._faults = lost, doubtful, faults
        for field in _ONE:
            if more := texts.get(field, ())[1:]:
                self._lost[f"one more {field}"] += len(more)

    def columns(self) -> tuple[dict[str, Any], list[str]]:
        """The columns of a person, and a paragraph of notes with what is over."""
        columns: dict[str, Any] = {}
        over: list[str] = []
        for field in _OWN:
            values = [*dict.fromkeys(filter(None, map(plain, self._texts.get(field, ()))))]
            if values:
                columns[field] = values[0]
                over += values[1:]
        if nicknames := [*filter(None, map(plain, self._texts.get("nickname", ())))]:
            columns["nicknames"] = nicknames
        for text in self._texts.get("window", ())[:1]:
            try:
                columns["window"] = str(parse_window(text))
            except BadInput:
                self._doubtful.append(f"{self._place}: {shown(text)} is no window, and left out.")
        return columns, [f"Also: {', '.join(over)}"] if over else []

    def birthday(self, *, this_year: int) -> Birthday | None:
        """The birthday, if there is one that can be read."""
        for text in map(plain, self._texts.get("birthday", ())[:1]):
            order = self._order("birthday", text)
            try:
                return read_birthday(text, order, this_year=this_year)
            except ValueError as error:
                self._faults.append(Fault(self._place, "birthday", str(error)))
        return None

    def days_met(self) -> list[date]:
        """The days on which they were last met."""
        days = []
        for text in map(plain, self._texts.get("last_met", ())):
            order = self._order("last met", text)
            try:
                days.append(read_day(text, order).on)
            except ValueError as error:
                self._faults.append(Fault(self._place, "last met", str(error)))
        return [*dict.fromkeys(days)]

    def _order(self, field: str, text: str) -> str | None:
        order = order_of([(self._place, text)], field, self._date_order)
        if order.is_by_setting:
            self._doubtful.append(order.words(f"{self._place}, {field}"))
        return order.order
