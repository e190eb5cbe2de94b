"""Contacts out, and back by our own reader and by vobject, which judges every line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from boardroom.formats.board_content import BoardContent
from boardroom.formats.board_vcard import VERSIONS, write_vcards
from boardroom.formats.incoming.records import Birthday
from boardroom.formats.incoming.vcard import read_vcards
from tests.formats.board_rows import UID, content, row

each_version = pytest.mark.parametrize("version", VERSIONS)
# What a line of a card can hold: no lone CR, and nothing that can't be stored.
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n")
TEXT = st.text(_CHARACTERS, min_size=1, max_size=120).map(str.strip).filter(bool)
LINE = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
FIELDS = ("org", "title", "email", "phone", "city", "how_met", "seat")


def _board(advisor: dict[str, Any], *occasions: dict[str, Any]) -> BoardContent:
    return content(advisor=[advisor], occasion=list(occasions))


def _person(**fields: Any) -> dict[str, Any]:  # noqa: ANN401  columns
    return row("advisor", handle="ana", **{"name": "Ana Lima", **fields})


@each_version
def test_a_card_is_as_address_books_want_it(version: str) -> None:
    ana = _person(nicknames=["Nani", "The, Editor"], org="Folha; Norte", timezone="Europe/Lisbon")

    lines = write_vcards(_board(ana), version=version).split("\r\n")

    zone = "TZ;VALUE=text:" if version == "3.0" else "TZ:"
    assert lines == [
        "BEGIN:VCARD",
        f"VERSION:{version}",
        f"UID:urn:uuid:{UID.format(1)}",
        "FN:Ana Lima",
        "N:Lima;Ana;;;",
        "NICKNAME:Nani,The\\, Editor",
        "ORG:Folha\\; Norte",
        f"{zone}Europe/Lisbon",
        "END:VCARD",
        "",
    ]


@pytest.mark.parametrize(
    ("version", "born", "line", "birthday"),
    [
        ("3.0", date(1984, 3, 7), "BDAY:1984-03-07", Birthday(3, 7, 1984)),
        ("4.0", date(1984, 3, 7), "BDAY:19840307", Birthday(3, 7, 1984)),
        ("3.0", date(2026, 3, 7), "BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-07", Birthday(3, 7)),
        ("4.0", date(2026, 3, 7), "BDAY:--0307", Birthday(3, 7)),
    ],
)
def test_a_birthday_keeps_its_year_or_has_none(
    version: str, born: date, line: str, birthday: Birthday
) -> None:
    day = row(
        "occasion",
        advisor_id=1,
        text="birthday",
        occurs_on=born,
        yearly=True,
        added_on=date(2026, 11, 20),
    )

    written = write_vcards(_board(_person(), day), version=version)

    assert line in written.split("\r\n")
    assert read_vcards(written).people[0].birthday == birthday


@each_version
@given(
    name=LINE,
    texts=st.lists(LINE, min_size=7, max_size=7),
    nicknames=st.lists(LINE, max_size=3, unique=True),
    notes=TEXT,
)
def test_what_a_card_can_hold_comes_back(
    version: str, name: str, texts: list[str], nicknames: list[str], notes: str
) -> None:
    fields = dict(zip(FIELDS, texts, strict=True))
    fields["phone"] = f"+{fields['phone']}"
    fields["email"] = f"a@{fields['email']}"
    ana = _person(**fields, name=name, nicknames=nicknames, notes=notes, window="4-6w")

    written = write_vcards(_board(ana), version=version)

    person = read_vcards(written).people[0]
    assert (person.name, person.notes) == (name, (notes,))
    assert person.fields == {
        **fields,
        "window": "4-6w",
        **({"nicknames": nicknames} if nicknames else {}),
    }
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    card = vobject.readOne(written)
    assert (card.fn.value, card.note.value) == (name, notes)
