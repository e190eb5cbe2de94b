"""The comment at the top of a record's form: whose it is, when it was written, and its id.

Days in the form count from the day it was written. The id is made from the fields as they were
shown, so that a form that is read later is known to be older than a change of its record.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.markup import comments_length, escape_comment, strip_notes
from boardroom.rules.dates import parse_day
from boardroom.rules.day_format import format_day

_HEADER = re.compile(
    r"<!-- (?P<title>.*?)"
    r"(?: · written (?P<written>[^·]*?))?(?: · form (?P<form>[0-9a-f]+)| · ?)?"
    r"\. Save and close to "
)


class RecordHeader(NamedTuple):
    """The header of a record's form; its day and id are None where the user left them out."""

    title: str
    written_on: date | None
    form_id: str | None


def write_record_header(title: str, closing: str, *, fields: str, written_on: date) -> str:
    """The words of the first comment of a form whose record is written as `fields`."""
    return f"{title} · written {format_day(written_on)} · form {record_form_id(fields)}. {closing}"


def read_record_header(text: str, *, today: date) -> RecordHeader | None:
    """The header of a form; None if the user left it out.

    Raises:
        BadInput: the day on which it was written can't be read.
    """
    saved = strip_notes(text)
    found = _HEADER.match(" ".join(saved[: comments_length(saved)].split()))
    if found is None:
        return None
    written = found["written"]
    return RecordHeader(
        found["title"],
        None if written is None else parse_day(written, today=today, toward="back"),
        found["form"],
    )


def record_form_id(fields: str) -> str:
    """The id of a form whose record is written as `fields`: eight hexadecimal digits."""
    return hashlib.sha256(fields.encode()).hexdigest()[:8]


def check_title(header: RecordHeader | None, title: str) -> None:
    """Checks that a form, if it has a header, is that of the record with that title.

    The words up to the first comma tell the records apart.

    Raises:
        BadInput: it is the form of another record.
    """
    if header is None:
        return
    whose, own = (
        " ".join(words.split()).partition(",")[0] for words in (header.title, escape_comment(title))
    )
    if whose != own:
        raise BadInput(
            f"This is the form of {whose}, not of {own}.",
            f"Give it to {whose}, or remove the comment at its top to use it for {own}.",
        )
