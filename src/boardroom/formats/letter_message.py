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
        BadInput: the recipient is no address.
    """
    made = EmailMessage(policy.SMTP.clone(cte_type="7bit"))
    to = one_line(letter.to)
    if to:
        _check_recipient(to)
        made["To"] = to
    made["Subject"] = one_line(letter.subject)
    made[_UNSENT] = "1"
    made.set_content(letter.body + "\n", cte="quoted-printable")
    return made.as_bytes()


def _check_recipient(to: str) -> None:
    for address in to.split(">,") if "<" in to else to.split(","):
        email = address.rpartition("<")[2].strip().removesuffix(">")
        if not (is_address(email) and email.isascii()):
            raise BadInput(
                f"{quoted(email)} is no address that a message can go to.",
                "Write it like ana@example.org.",
            )
