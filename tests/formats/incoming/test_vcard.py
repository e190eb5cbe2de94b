"""Contacts as vCard: versions, escapes, encodings, and the habits of each program."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardroom.errors import ImportRejected
from boardroom.formats.incoming.records import Birthday, Incoming, Person
from boardroom.formats.incoming.vcard import read_vcards

NOTE = (
    "Met at a reading, through Rui. A very long note that goes past the seventy-five octets;"
    " folded with one blank.\nSecond line."
)
SAMPLES = Path(__file__).parents[2] / "samples"


def _card(*lines: str, version: str = "3.0") -> Incoming:
    return read_vcards(
        "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", "FN:Ana Lima", *lines, "END:VCARD", ""])
    )


def _ana(*lines: str, version: str = "3.0") -> Person:
    return _card(*lines, version=version).people[0]


def _sample(name: str) -> Incoming:
    return read_vcards((SAMPLES / name).read_text(encoding="utf-8"))


def test_the_card_of_an_apple_is_read() -> None:
    read = _sample("vcard30-apple.vcf")

    assert read.people == (
        Person(
            "Ana Maria Lima",
            "line 1",
            "6A5C1B44-0E2B-4F7D-9C55-0D6B1D3A2F10",
            {
                "nicknames": ["Nani"],
                "org": "Folha Norte",
                "title": "Editor-in-chief",
                "email": "ana@example.org",
                "phone": "+351 912 000 111",
                "link": "https://www.linkedin.com/in/ana-lima-example",
                "city": "Lisbon",
            },
            (
                NOTE,
                "Also: nani@example.com",
            ),
            Birthday(3, 7),
            also=("Ana Lima",),
        ),
    )
    assert read.lost == {
        "a title before a name": 1,
        "a department": 1,
        "an address but for its city": 1,
        "an anniversary": 1,
        "categories": 1,
        "a photo": 1,
    }


def test_an_organisation_of_google_is_nobody() -> None:
    read = _sample("vcard30-google.vcf")

    assert [person.name for person in read.people] == ["Marcus Ojo"]
    assert read.people[0].notes == ("Contatti: mornings\nTwo children",)
    assert read.lost["a contact without a person's name"] == 1


def test_version_4_has_uris_preferences_and_alternatives() -> None:
    noor = _sample("vcard40.vcf").people[0]

    assert (noor.fields["phone"], noor.fields["window"], noor.fields["timezone"]) == (
        "+1-555-010-0001",
        "4-6w",
        "Europe/London",
    )
    assert noor.notes == ("Runs a P&L, has time now.", "Also: noor.h@example.net")
    assert noor.birthday == Birthday(4, 14)


def test_version_2_1_is_quoted_printable() -> None:
    ana = _ana(
        "TEL;HOME:1",
        "TEL;CELL;PREF:2",
        "NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:caf=E9 =",
        "and more=0D=0Anext",
        version="2.1",
    )

    assert (ana.fields["phone"], ana.notes) == ("2", ("café and more\nnext", "Also: 1"))


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1984-03-07", Birthday(3, 7, 1984)),
        ("BDAY:19840307T000000Z", Birthday(3, 7, 1984)),
        ("BDAY:--0307", Birthday(3, 7)),
        ("BDAY:--03-07", Birthday(3, 7)),
        ("BDAY:1604-02-29", Birthday(2, 29)),
        ("BDAY;X-APPLE-OMIT-YEAR=1999:1999-03-07", Birthday(3, 7)),
        ("BDAY;VALUE=text:about 1800", None),
        ("BDAY:1984-13-07", None),
    ],
)
def test_a_birthday_may_lack_its_year(line: str, birthday: Birthday | None) -> None:
    read = _card(line)

    assert read.people[0].birthday == birthday
    assert bool(read.doubtful) == (birthday is None)


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        (r"NOTE:a\nb\Nc\,\;\\n\:\x", r"a|b|c,;\n:\x"),
        ('NOTE;X="a:b;c":text: with colon', "text: with colon"),
        ("item1.NOTE:grouped", "grouped"),
        ("note:small letters", "small letters"),
        ("NOTE:folded\r\n  twice\r\n\t.", "folded twice."),
    ],
)
def test_values_are_unfolded_and_unescaped(line: str, notes: str) -> None:
    assert _ana(line).notes == (notes.replace("|", "\n"),)


def test_titles_are_no_part_of_a_name() -> None:
    read = read_vcards(
        "BEGIN:VCARD\nFN:Dr. Ana Maria Lima\nN:Lima;Ana;Maria;Dr.;\nEND:VCARD\n"
        "BEGIN:VCARD\nN:Ojo;Marcus;;;\nEND:VCARD\nBEGIN:VCARD\nFN:山田 太郎\nN:山田;太郎\nEND:VCARD"
    )

    assert [person.name for person in read.people] == ["Ana Maria Lima", "Marcus Ojo", "山田 太郎"]


def test_a_group_is_nobody() -> None:
    assert _card("KIND:group").lost == {"a group or an organisation": 1}


def test_a_uid_twice_is_a_fault() -> None:
    card = "BEGIN:VCARD\nUID:1\nFN:{}\nEND:VCARD\n"

    read = read_vcards(card.format("Ana Lima") + card.format("Marcus Ojo"))

    assert [str(fault) for fault in read.faults] == ["line 5, UID: “Marcus Ojo” has that of line 1"]


def test_a_card_that_is_cut_off_is_a_fault() -> None:
    read = read_vcards(
        "BEGIN:VCARD\nFN:Ana Lima\nEND:VCARD\nBEGIN:VCARD\nFN:Marcus Ojo\nPHOTO;B:AA"
    )

    assert [person.name for person in read.people] == ["Ana Lima"]
    assert [str(fault) for fault in read.faults] == [
        "line 4: the contact has no end, as if the file were cut off"
    ]


def test_a_charset_that_is_wrong_is_a_fault() -> None:
    line = "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET={}:=FF"

    for charset in ("utf-8", "nonsense"):
        assert "it is not in the charset" in str(_card(line.format(charset)).faults[0])


def test_text_without_a_card_is_refused() -> None:
    with pytest.raises(ImportRejected):
        read_vcards("FN:Ana Lima")


def test_what_has_no_place_here_is_named() -> None:
    read = read_vcards(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Lima\nGENDER:F\n"
        "X-SOCIALPROFILE;type=linkedin:x-apple:ana\nEND:VCARD\n"
    )

    assert read.lost == {"a gender": 1, "a social profile without its address": 1}


@pytest.mark.parametrize(
    ("lines", "lost"),
    [
        (("ORG:Acme;Sales", "ORG:Other"), {"a department": 1, "one more organisation": 1}),
        (("TITLE:Boss", "ROLE:Lead"), {"one more title or role": 1}),
        (("TITLE:Boss", "ROLE:Boss"), {}),
        (("ADR:;;;Porto;;;",), {}),
        (
            ("ADR:;;Rua 1;Porto;;;PT", "ADR:;;Rua 2;;;;"),
            {"an address but for its city": 1, "an address": 1},
        ),
        (("ADR:;;;Porto;;;", "ADR:;;;Rome;;;"), {"an address": 1}),
        (("BDAY:1984-03-07", "BDAY:1984-03-08"), {"one more birthday": 1}),
        (("NOTE;ALTID=1:a", "NOTE;ALTID=1:b"), {"a note in another language": 1}),
        (("TZ:-0500",), {"a time zone that is no name like Europe/Paris": 1}),
        (("TZ:Europe/Paris", "N:Lima;Ana;;Dr.;"), {"a title before a name": 1}),
    ],
)
def test_what_is_left_out_of_what_is_read_is_named(
    lines: tuple[str, ...], lost: dict[str, int]
) -> None:
    assert _card(*lines).lost == lost


def test_a_blank_after_a_soft_line_end_is_one_of_the_text() -> None:
    ana = _ana("NOTE;ENCODING=QUOTED-PRINTABLE:two=", " words", version="2.1")

    assert ana.notes == ("two words",)


def test_a_nickname_of_an_old_phone_is_one() -> None:
    assert _ana("X-NICKNAME:Nani", version="2.1").fields == {"nicknames": ["Nani"]}


def test_the_card_of_an_assistant_in_a_card_is_skipped() -> None:
    read = _card("AGENT:", "BEGIN:VCARD", "FN:Bo Ek", "TEL:9", "END:VCARD", "TEL:1", version="2.1")

    assert [(person.name, person.fields) for person in read.people] == [
        ("Ana Lima", {"phone": "1"})
    ]
    assert (read.lost, read.faults) == ({"an assistant": 1}, ())
