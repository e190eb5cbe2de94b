"""The header of a form, its first line: the advisor, and the way, day and length of the meeting.

Changes to it are stored with the rest of the form.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.markup import comment, escape_comment
from boardroom.rules.advisor import WAYS
from boardroom.rules.dates import Moment, parse_moment
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import MEETING
from boardroom.rules.text import one_of, quoted
from boardroom.rules.windows import parse_minutes

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_HEADER = re.compile(
    r"(?P<name>.+) · (?P<way>[^·]+) · (?P<day>[^·]+)"
    r" · (?P<length>(?!private|m[0-9])(?:[^·.]|\.(?=[0-9]))+?)"
    r"(?P<private> · private)?(?: · m(?P<id>[1-9][0-9]{0,17}))?\s*(?:\.(?![0-9]).*)?",
    re.DOTALL | re.IGNORECASE,
)
_LOOKS_LIKE_HEADER = re.compile(r"·.*·|Save and close to ", re.DOTALL)
_EXAMPLE = (
    "It is written like <!-- Marcus Ojo · coffee · Sat 21 Nov 2026 · 60 min -->;"
    " without it, the options and the plan count."
)


class Header(NamedTuple):
    """A header. `meeting_id` is None for a new meeting."""

    name: str
    way: str
    when: Moment
    minutes: int
    private: bool = False
    meeting_id: int | None = None


def write_header(header: Header, closing: str) -> str:
    """The header as a comment that ends with `closing`."""
    parts = [
        name_on_line(header.name),
        header.way,
        format_day(header.when.on, header.when.at),
        f"{header.minutes} min",
    ]
    if header.private:
        parts.append("private")
    if header.meeting_id is not None:
        parts.append(MEETING.ref(header.meeting_id))
    return comment(f"{' · '.join(parts)}. {closing}")


def read_header(comments: str, *, today: date, date_order: str | None) -> Header | None:
    """The header among the comments at the top of a text; None if there is none.

    Raises:
        BadInput: the header is incomplete, or its day, way or length can't be read.
    """
    texts = [text.strip() for text in _COMMENT.findall(comments)]
    parts = next((match for text in texts if (match := _HEADER.fullmatch(text))), None)
    if parts is None:
        if intended := next((text for text in texts if _LOOKS_LIKE_HEADER.search(text)), None):
            raise BadInput(
                f"{quoted(intended)} does not say who, how, when and how long.", _EXAMPLE
            )
        return None
    length = parts["length"].strip().lower().removesuffix("utes").removesuffix("min").strip()
    return Header(
        parts["name"].strip(),
        one_of(parts["way"].strip(), WAYS, "way to meet"),
        parse_moment(parts["day"].strip(), today=today, toward="back", date_order=date_order),
        parse_minutes(length),
        parts["private"] is not None,
        None if parts["id"] is None else int(parts["id"]),
    )


def name_on_line(name: str) -> str:
    """A name as written in a header."""
    return " ".join(escape_comment(name).split())
