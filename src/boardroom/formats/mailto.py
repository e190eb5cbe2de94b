"""A letter as a link that opens a mail program (RFC 6068)."""

from __future__ import annotations

from urllib.parse import quote

from boardroom.errors import Refused
from boardroom.formats.letter_recipients import recipients
from boardroom.rules.letters import Letter

LONGEST = 2000
"""The most characters of a link that every system hands on whole."""


def mailto(letter: Letter) -> str:
    """The link, percent-encoded as UTF-8, with CRLF line ends.

    Raises:
        BadInput: the recipient is no address.
        Refused: it would be too long, and cut by some system.
    """
    addresses = ",".join(quote(email, safe="@") for _, email in recipients(letter.to))
    body = letter.body.replace("\n", "\r\n")
    link = (
        f"mailto:{addresses}?subject={quote(letter.subject, safe='')}&body={quote(body, safe='')}"
    )
    if len(link) > LONGEST:
        raise Refused(
            f"The letter makes a link of {len(link):,} characters, and mail programs take"
            f" {LONGEST:,}.",
            "Shorten it with --edit, or write it to a file: --eml FILE",
        )
    return link
