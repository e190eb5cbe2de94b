"""The first line of a form: whom it is about, and the day, way and length of the meeting, which count as they stand there."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from boardroom.formats.comments import comment, within
from boardroom.rules.advisor import WAYS, one_of
from boardroom.rules.dates import Moment, parse
from boardroom.rules.spoken import spoken_day
from boardroom.rules.windows import parse_minutes

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_HEADER = re.compile(
    r"(?P<name>.+) · (?P<way>[^·]+) · (?P<day>[^·]+) · (?P<length>(?!private|m[0-9])[^·.]+?)"
    r"(?P<private> · private)?(?: · m(?P<id>[1-9][0-9]{0,17}))?\s*(?:\..*)?",
    re.DOTALL | re.IGNORECASE,
)


class Header(NamedTuple):
    """What stands in the first line; `meeting_id` only where the form changes a meeting that is logged."""

    name: str
    way: str
    when: Moment
    minutes: int
    private: bool = False
    meeting_id: int | None = None


def write_header(header: Header, closing: str) -> str:
    """The line, as a comment that ends with the closing words."""
    said = [on_a_line(header.name), header.way, spoken_day(header.when.on, header.when.at), f"{header.minutes} min"]
    if header.private:
        said.append("private")
    if header.meeting_id is not None:
        said.append(f"m{header.meeting_id}")
    return comment(f"{' · '.join(said)}. {closing}")


def read_header(top: str, *, today: date, date_order: str | None) -> Header | None:
    """The header among the comments at the top of a text; None where there is none.

    Raises:
        BadInput: its day, way or length can't be read.
    """
    found = next((shape for inside in _COMMENT.findall(top) if (shape := _HEADER.fullmatch(inside.strip()))), None)
    if found is None:
        return None
    length = found["length"].strip().lower().removesuffix("utes").removesuffix("min").strip()
    return Header(
        found["name"].strip(),
        one_of(found["way"].strip(), WAYS, "way to meet"),
        parse(found["day"].strip(), today=today, toward="back", date_order=date_order),
        parse_minutes(length),
        found["private"] is not None,
        None if found["id"] is None else int(found["id"]),
    )


def on_a_line(name: str) -> str:
    """A name as it stands in a header."""
    return " ".join(within(name).split())
