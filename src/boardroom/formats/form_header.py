"""The header of a form, its first line: the advisor, and the way, day and length of the meeting.

Changes to it are stored with the rest of the form.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.form_lines import section_of
from boardroom.formats.markup import escape_comment, note
from boardroom.rules.advisor import parse_way
from boardroom.rules.dates import Moment, parse_moment
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import MEETING
from boardroom.rules.text import quoted
from boardroom.rules.windows import parse_minutes

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_HEADER = re.compile(
    r"(?P<name>.+) · (?P<way>[^·]+) · (?P<day>[^·]+)"
    r" · (?P<length>(?!private|written|form|m[0-9])(?:[^·.]|\.(?=[0-9]))+?)"
    r"(?P<rest>(?: · (?:private|m[1-9][0-9]{0,17}|written [^·.]+|form [0-9a-z]+))*)"
    r" ?(?:\.(?![0-9]).*)?",
    re.IGNORECASE,
)
_LOOKS_LIKE_HEADER = re.compile(r"·.*·|Save and close to ")
_EXAMPLE = (
    "It is written like <!-- Marcus Ojo · coffee · Sat 21 Nov 2026 · 60 min -->;"
    " without it, the options and the plan count."
)


class Header(NamedTuple):
    """A header. `meeting_id` is None for a new meeting.

    Days in the form count from `written_on`. `form_id` is the form's own id, by which it is known
    when it is read again.
    """

    name: str
    way: str
    when: Moment
    minutes: int
    private: bool = False
    meeting_id: int | None = None
    written_on: date | None = None
    form_id: str | None = None

    @property
    def is_ours(self) -> bool:
        """Whether the program wrote the form."""
        return self.form_id is not None or self.meeting_id is not None


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
    if header.written_on is not None:
        parts.append(f"written {format_day(header.written_on)}")
    if header.form_id is not None:
        parts.append(f"form {header.form_id}")
    return note(f"{' · '.join(parts)}. {closing}")


def find_header(
    text: str, *, today: date, date_order: str | None, is_hint: Callable[[str], bool]
) -> tuple[Header | None, str]:
    """The header of a text (None if there is none), and the text with blanks in its place.

    It is the first comment above the first heading that is one. A comment that `is_hint` is blanked
    as well; its words are passed with single blanks.

    Raises:
        BadInput: the header is incomplete, or its day, way or length can't be read.
    """
    header: Header | None = None
    body = text
    unread = None
    for found in _COMMENT.finditer(text, 0, _end_of_top(text)):
        words = " ".join(found[1].split())
        parts = _HEADER.fullmatch(words)
        if parts and header is None:
            header = _read(parts, today=today, date_order=date_order)
        elif header is None and _LOOKS_LIKE_HEADER.search(words):
            unread = unread or words
            continue
        elif not is_hint(words):
            continue
        body = _blanked(body, found)
    if header is None and unread is not None:
        raise BadInput(f"{quoted(unread)} does not say who, how, when and how long.", _EXAMPLE)
    return header, body


def form_id_of(text: str) -> str | None:
    """The id in the header of a form; None if it has none."""
    for found in _COMMENT.finditer(text, 0, _end_of_top(text)):
        if parts := _HEADER.fullmatch(" ".join(found[1].split())):
            return _rest(parts["rest"]).get("form")
    return None


def name_on_line(name: str) -> str:
    """A name as written in a header."""
    return " ".join(escape_comment(name).split())


def _read(parts: re.Match[str], *, today: date, date_order: str | None) -> Header:
    rest = _rest(parts["rest"])
    written_on = None
    if "written" in rest:
        written_on = parse_moment(
            rest["written"], today=today, toward="back", date_order=date_order
        ).on
    length = parts["length"].strip().lower().removesuffix("utes").removesuffix("min").strip()
    return Header(
        parts["name"].strip(),
        parse_way(parts["way"]),
        parse_moment(
            parts["day"].strip(),
            today=written_on or today,
            toward="back",
            date_order=date_order,
        ),
        parse_minutes(length),
        "private" in rest,
        int(rest["m"]) if "m" in rest else None,
        written_on,
        rest.get("form"),
    )


def _rest(text: str) -> dict[str, str]:
    """What follows the length: `private`, the number of the meeting (`m`), `written`, `form`."""
    words = (part.lower().partition(" ") for part in text.split(" · ")[1:])
    return {("m" if name[1:].isdigit() else name): value or name[1:] for name, _, value in words}


def _end_of_top(text: str) -> int:
    """Where the first heading of the form begins, or the text ends."""
    position = 0
    for line in text.split("\n"):
        if section_of(line) is not None:
            return position
        position += len(line) + 1
    return len(text)


def _blanked(text: str, found: re.Match[str]) -> str:
    """The text with a comment taken out, its line breaks kept, so that lines keep their numbers."""
    blanks = re.sub(r"[^\n]", " ", found[0])
    return text[: found.start()] + blanks + text[found.end() :]
