"""The message of a letter, read again by the standard library, and the link."""

from __future__ import annotations

from email import message_from_bytes, policy
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardroom.errors import BadInput, Refused
from boardroom.formats.letter_message import message
from boardroom.formats.mailto import LONGEST, mailto
from boardroom.rules.letters import Letter, recipient

LETTER = Letter("Inês Duarte <ines@example.org>", "Ünser Kaffee", "Dear Inês,\n\n50% & “more” +1?")
_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=100)


def test_a_message_is_ascii_with_crlf_and_reads_as_the_letter() -> None:
    made = message(LETTER)
    read = message_from_bytes(made, policy=policy.default)

    assert made.isascii()
    assert made.count(b"\n") == made.count(b"\r\n")
    assert (read["To"], read["Subject"]) == (LETTER.to, LETTER.subject)
    assert read.get_content().replace("\r\n", "\n") == f"{LETTER.body}\n"
    assert set(read.keys()) == {
        "To",
        "Subject",
        "X-Unsent",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }


@pytest.mark.parametrize("header", ["subject", "to"])
def test_no_header_can_be_put_into_another(header: str) -> None:
    letter = LETTER._replace(**{header: "Ana <ana@example.org>\r\nBcc: eve@example.org"})
    try:
        read = message_from_bytes(message(letter), policy=policy.default)
    except BadInput:
        assert header == "to"
    else:
        assert read["Bcc"] is None


@given(name=_TEXT, subject=_TEXT, body=_TEXT)
@example(name=".a", subject="", body="")
def test_any_name_and_text_makes_a_message_of_the_same_headers(
    name: str, subject: str, body: str
) -> None:
    made = message(Letter(recipient(name or "x", "ana@example.org"), subject, body))

    read = message_from_bytes(made, policy=policy.default)
    assert [address.addr_spec for address in read["To"].addresses] == ["ana@example.org"]
    assert len(read.keys()) == 6


def test_without_an_address_there_is_no_recipient() -> None:
    assert b"To:" not in message(LETTER._replace(to=""))


def test_a_name_that_was_typed_with_a_dot_first_is_quoted() -> None:
    made = message(LETTER._replace(to=".Ana <ana@example.org>"))

    assert b'To: ".Ana" <ana@example.org>\r\n' in made


@pytest.mark.parametrize("to", ["Ana", "Ana <ana>", "inês@example.org", "a@b, nobody", ","])
def test_what_is_no_address_is_refused(to: str) -> None:
    with pytest.raises(BadInput):
        message(LETTER._replace(to=to))


def test_a_link_is_encoded_whole_with_crlf() -> None:
    link = mailto(LETTER)
    parts = urlsplit(link)

    assert link.isascii()
    assert not {" ", "+", "\n"} & set(link)
    assert (parts.scheme, parts.path) == ("mailto", "ines@example.org")
    assert parse_qs(parts.query) == {
        "subject": [LETTER.subject],
        "body": [LETTER.body.replace("\n", "\r\n")],
    }


def test_a_link_goes_to_everybody_that_the_user_added() -> None:
    to = '"Ojo, Marcus" <m@x>, Ana <a@y>'

    assert mailto(LETTER._replace(to=to)).startswith("mailto:m@x,a@y?subject=")
    assert mailto(LETTER._replace(to="")).startswith("mailto:?subject=")


def test_a_link_takes_no_header_from_an_address() -> None:
    assert mailto(LETTER._replace(to="eve?bcc=e&body=no@x")).startswith(
        "mailto:eve%3Fbcc%3De%26body%3Dno@x?subject="
    )
    with pytest.raises(BadInput):
        mailto(LETTER._replace(to="eve@x?bcc=eve@y"))


def test_a_link_that_would_be_cut_is_refused() -> None:
    with pytest.raises(Refused) as raised:
        mailto(LETTER._replace(body="é" * (LONGEST // 6)))

    assert "mail programs take 2,000" in raised.value.message
