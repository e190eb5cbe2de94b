"""The first line of a form: whom it is about, and the day, way and length of the meeting, which count as they stand there."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.comments import comment, within
from boardroom.rules.advisor import WAYS, one_of
from boardroom.rules.dates import Moment, parse
from boardroom.rules.day_format import format_day
from boardroom.rules.text import quoted
from boardroom.rules.windows import parse_minutes

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_HEADER = re.compile(
    r"(?P<name>.+) · (?P<way>[^·]+) · (?P<day>[^·]+) · (?P<length>(?!private|m[0-9])(?:[^·.]|\.(?=[0-9]))+?)"
    r"(?P<private> · private)?(?: · m(?P<id>[1-9][0-9]{0,17}))?\s*(?:\.(?![0-9]).*)?",
    re.DOTALL | re.IGNORECASE,
)


_MEANT = re.compile(r"·.*·|Save and close to ", re.DOTALL)
_LIKE = "It is written like <!-- Marcus Ojo · coffee · Sat 21 Nov 2026 · 60 min -->; without it, the options and the plan count."


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
    said = [
        on_a_line(header.name),
        header.way,
        format_day(header.when.on, header.when.at),
        f"{header.minutes} min",
    ]
    if header.private:
        said.append("private")
    if header.meeting_id is not None:
        said.append(f"m{header.meeting_id}")
    return comment(f"{' · '.join(said)}. {closing}")


def read_header(top: str, *, today: date, date_order: str | None) -> Header | None:
    """The header among the comments at the top of a text; None where there is none.

    Raises:
        BadInput: it is not written as one is, or its day, way or length can't be read.
    """
    comments = [meeting_contents.strip() for meeting_contents in _COMMENT.findall(top)]
    found = next(
        (shape for meeting_contents in comments if (shape := _HEADER.fullmatch(meeting_contents))),
        None,
    )
    if found is None:
        if meant := next(
            (meeting_contents for meeting_contents in comments if _MEANT.search(meeting_contents)),
            None,
        ):
            raise BadInput(f"{quoted(meant)} does not say who, how, when and how long.", _LIKE)
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
