"""What an agenda item is, and what it may become. Source: topics and questions prepared in advance (articles 000, 003, 004)."""

from __future__ import annotations

from boardroom.errors import Refused

KINDS = ("topic", "question", "update")

NEXT = {"open": ("covered", "dropped"), "covered": (), "dropped": ()}
"""The one table of an item's lifecycle. A covered one opens again only where the meeting it was covered in is removed."""


def kind_of(text: str) -> str:
    """The kind of an item that was given none: what ends in a question mark is a question."""
    return "question" if text.endswith("?") else "topic"


def check_step(ref: str, handle: str, status: str, to: str) -> None:
    """Whether an item of that status may take the step.

    Raises:
        Refused: the table has no such step.
    """
    if to in NEXT[status]:
        return
    sentence = (
        f"{ref} was {status} already."
        if status == to
        else f"{ref} was {status}, so it can't be {to}."
    )
    raise Refused(sentence, f"To raise it again: boardroom agenda add {handle} TEXT.")
