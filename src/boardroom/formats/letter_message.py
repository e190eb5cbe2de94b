"""A letter as a message (RFC 5322), for a mail program to open and send.

The sender, the date and the id are left to the program that sends it.
"""

from __future__ import annotations

from email import policy
from email.message import EmailMessage

from boardroom.errors import BadInput
from boardroom.rules.letters import Letter, is_address, one_line
from boardroom.rules.text import quoted

_UNSENT = "X-Unsent"
"""Makes Outlook and others open the message to be edited and sent."""


def message(letter: Letter) -> bytes:
    """The bytes of the message, with CRLF line ends and everything beyond ASCII encoded.

    Raises:
        BadInput: the recipient is no address, or several of which one is none.
    """
    made = EmailMessage(policy.SMTP.clone(cte_type="7bit"))
    if letter.to:
        made["To"] = one_line(letter.to)
        _check_recipients(letter.to, [address.addr_spec for address in made["To"].addresses])
    made["Subject"] = one_line(letter.subject)
    made[_UNSENT] = "1"
    made.set_content(f"{letter.body}\n", cte="quoted-printable")
    return made.as_bytes()


def _check_recipients(to: str, emails: list[str]) -> None:
    if not emails or not all(is_address(email) and email.isascii() for email in emails):
        raise BadInput(
            f"{quoted(to)} is no address that a message can go to.",
            "Write it like: Ana Lima <ana@example.org>",
        )
