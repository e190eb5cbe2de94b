"""Other programs' files that are wrong in every way raise nothing but a sentence, in little time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from boardroom.errors import BoardroomError, ImportRejected
from boardroom.formats.incoming.decoding import decoded
from boardroom.formats.incoming.kinds import kind_of
from boardroom.formats.incoming.reading import Options, read_incoming
from tests.hostile_incoming import BYTES, SMALL

KINDS = {
    "friends.md": "friends",
    "monica.json": "monica",
    "contacts.vcf": "vcard",
    "people.csv": "csv",
    "note.md": "notes",
}
LIMIT_CPU_SECONDS = 5


@pytest.mark.parametrize("family", SMALL)
def test_there_are_60_of_each(family: str) -> None:
    assert len(SMALL[family]) >= 60


@pytest.mark.parametrize("family", SMALL)
def test_a_hostile_file_is_read_or_refused(family: str) -> None:
    slow = []
    for name, content in SMALL[family].items():
        start = time.process_time()
        with suppress(BoardroomError):
            text = decoded(content, family).text
            read_incoming(KINDS[family], text, family, Options("dmy", 2026))
        if time.process_time() - start > LIMIT_CPU_SECONDS:
            slow.append(name)
    assert slow == []


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_refused(name: str) -> None:
    with pytest.raises(ImportRejected):
        decoded(BYTES[name], name)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("### Friends:\n", "x", "friends"),
        ("begin:vcard\n", "x", "vcard"),
        ("\n BEGIN:VCARD", "x", "vcard"),
        ("BEGIN:VCALENDAR", "x", "ics"),
        ('{"version": "1.0-preview.1"', "x", "monica"),
        ('{"schema": 1}', "x", "boardroom"),
        ("[]", "x", "boardroom"),
        ("---\nname: x", "x.txt", "notes"),
        ("# Ana", "x.md", "notes"),
        ("a;b\n", "x", "csv"),
        ("Name\n", "x.csv", "csv"),
        ("a shopping list", "x", ""),
        ("", "x", ""),
    ],
)
def test_a_kind_is_told_by_the_content(text: str, name: str, kind: str) -> None:
    assert kind_of(text, name) == kind
