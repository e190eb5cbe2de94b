"""What an agenda item is, and what it may become. Source: topics and questions prepared in advance (articles 000, 003, 004)."""

from __future__ import annotations

from boardroom.errors import Refused

KINDS = ("topic", "question", "update")

NEXT = {"open": ("covered", "dropped"), "covered": (), "dropped": ()}
"""The one table of an item's lifecycle. A covered one opens again only where the meeting it was covered in is removed."""

_BRIEF = 50


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
    sentence = f"{ref} was {status} already." if status == to else f"{ref} was {status}, so it can't be {to}."
    raise Refused(sentence, f"To raise it again: boardroom agenda add {handle} TEXT.")


def brief(text: str) -> str:
    """The first line of a text, cut after a word where it is long: enough to know it by."""
    line = text.partition("\n")[0]
    if len(line) > _BRIEF:
        line = line[: _BRIEF + 1].rpartition(" ")[0] or line[:_BRIEF]
    return text if line == text else f"{line.rstrip()}…"
