"""A letter as a message (RFC 5322), for a mail program to open and send.

The sender, the date and the id are left to the program that sends it.
"""

from __future__ import annotations

from email import policy
from email.message import EmailMessage

from boardroom.formats.letter_recipients import recipients
from boardroom.rules.letters import Letter, one_line, recipient

_UNSENT = "X-Unsent"
"""Makes Outlook and others open the message to be edited and sent."""


def message(letter: Letter) -> bytes:
    """The bytes of the message, with CRLF line ends and everything beyond ASCII encoded.

    Raises:
        BadInput: the recipient is no address.
    """
    made = EmailMessage(policy.SMTP.clone(cte_type="7bit"))
    if named := recipients(one_line(letter.to)):
        made["To"] = ", ".join(recipient(name, email) if name else email for name, email in named)
    made["Subject"] = one_line(letter.subject)
    made[_UNSENT] = "1"
    made.set_content(f"{letter.body}\n", cte="quoted-printable")
    return made.as_bytes()
