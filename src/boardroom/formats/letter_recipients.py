"""The addresses in the header To: of a letter, which the user may have edited."""

from __future__ import annotations

from email.utils import getaddresses

from boardroom.errors import BadInput
from boardroom.rules.letters import is_address
from boardroom.rules.text import quoted


def recipients(to: str) -> list[tuple[str, str]]:
    """The names, perhaps empty, and the addresses; none for an empty header.

    Raises:
        BadInput: one of them is none that a message can go to.
    """
    named = getaddresses([to]) if to else []
    if not all(is_address(email) and email.isascii() for _, email in named):
        raise BadInput(
            f"{quoted(to)} is no address that a message can go to.",
            "Write it like: Ana Lima <ana@example.org>",
        )
    return named
