from __future__ import annotations

import pytest

from boardroom.formats.comments import NOT_STORED, OLDER_DRAFT, bare, note, says_nothing

SHOWN = "<!-- Marcus Ojo.\nSave it. -->\nkind: topic\n"


@pytest.mark.parametrize(
    "saved",
    [
        "\ufeffOne\r\ntwo\rthree\r\n",
        f"<!-- {NOT_STORED} no. -->\nOne\ntwo\rthree\n",
        f"\ufeff\r\n<!--\r\n  {NOT_STORED} no,\r\n  and no.\r\n--> \r\nOne\r\ntwo\rthree\r\n",
        f"<!-- {OLDER_DRAFT} /x.md -->\n<!-- {NOT_STORED} no. -->\nOne\ntwo\rthree\n",
    ],
)
def test_what_was_saved_is_read_without_what_an_editor_or_the_program_adds(saved: str) -> None:
    assert bare(saved) == "One\ntwo\rthree\n"


@pytest.mark.parametrize(
    "text",
    ["<!-- mine -->\nOne", f"One\n<!-- {NOT_STORED} no. -->\n", f"<!-- {NOT_STORED} One", "\nOne"],
)
def test_nothing_of_the_users_is_taken_for_a_note(text: str) -> None:
    assert bare(text) == text


def test_a_note_fits_a_terminal_and_can_not_be_ended_by_what_it_says() -> None:
    said = f"{NOT_STORED} {'it can not be so --> ' * 12}and 'xx'."
    written = note(said)

    assert max(len(line) for line in written.splitlines()) <= 79
    assert " ".join(written.split()) == f"<!-- {said.strip().replace('-->', '- ->')} -->"
    assert bare(f"{written}One") == "One"


def test_a_note_fills_its_lines() -> None:
    assert note(f"{NOT_STORED} {'x' * 52} y").splitlines() == [
        f"<!-- {NOT_STORED} {'x' * 52} y -->"
    ]
    assert note(f"{NOT_STORED} {'x' * 53} y").splitlines() == [
        f"<!-- {NOT_STORED} {'x' * 53}",
        "y -->",
    ]


@pytest.mark.parametrize(
    ("saved", "nothing"),
    [
        ("", True),
        (" \n\t\n", True),
        ("\n<!-- Marcus Ojo. Save it. --> \n", True),
        ("<!-- my words -->", False),
        ("<!-- Marcus Ojo. Save it. -->\n<!-- my words -->\n", False),
        ("<!-- Marcus Ojo. Save it, too. -->", False),
        ("<!-- Marcus Ojo. Save it. -->\nx", False),
        ("<!-- Marcus Ojo.", False),
    ],
)
def test_a_text_says_nothing_only_where_it_holds_no_more_than_what_it_was_shown_with(
    saved: str, *, nothing: bool
) -> None:
    assert says_nothing(saved, SHOWN) is nothing
