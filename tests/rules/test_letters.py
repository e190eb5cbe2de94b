from __future__ import annotations

import pytest

from boardroom.rules.letters import first_name, is_address, one_line, recipient


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Marcus Ojo", "Marcus"),
        ("Ojo, Marcus", "Marcus"),
        ("Ojo,", "Ojo"),
        ("Dr. Ana Lima", "Dr. Ana Lima"),
        ("王小明", "王小明"),
        ("Ana\nLima", "Ana"),
    ],
)
def test_a_letter_addresses_somebody_by_their_first_name(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize("email", ["ana@example.org", "a.b+c@x", "inês@exemplo.pt"])
def test_an_address_is_one(email: str) -> None:
    assert is_address(email)


@pytest.mark.parametrize(
    "email",
    [
        "",
        "ana",
        "a@b@c",
        "a b@c",
        "a@b\nBcc: eve@x",
        "<a@b>",
        "a@b,c@d",
        "a@b;c",
        "a\x00@b",
        '"a"@b',
    ],
)
def test_what_could_be_more_than_an_address_is_none(email: str) -> None:
    assert not is_address(email)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Ana Lima", "Ana Lima <a@b>"),
        ("Inês Duarte", "Inês Duarte <a@b>"),
        ("Ojo, Marcus", '"Ojo, Marcus" <a@b>'),
        ('Ana "Andy" Lima', '"Ana \\"Andy\\" Lima" <a@b>'),
        ("Ana\nBcc: eve@x", '"Ana Bcc: eve@x" <a@b>'),
        ("Back\\slash", '"Back\\\\slash" <a@b>'),
    ],
)
def test_a_name_is_one_word_of_the_header(name: str, header: str) -> None:
    assert recipient(name, "a@b") == header


def test_a_line_has_no_line_ends() -> None:
    assert one_line(" a\r\n b\t c\u2028d ") == "a b c d"
