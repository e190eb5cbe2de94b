"""What a demo prints in place of commands: each works on the next demonstration board.

Every demo has a board of its own, so `boardroom due` becomes `boardroom demo due`, and what was
changed is gone for the next command.
"""

from __future__ import annotations

import re

from boardroom.cli.tree import TREE
from boardroom.render.page import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NOTHING_IS_KEPT = "in a demo nothing is kept"
"""What follows a change in a demo, in place of how to undo it."""

_NAMES = "|".join(name for name in TREE if name != "demo")
_COMMAND = re.compile(rf"\bboardroom (?=(?:{_NAMES}|-h)\b)")
# Where a change says what may come next: “(no day: boardroom …)”, “(to whom? boardroom …)”,
# “ · to tell Ana: boardroom …”.
_NEXT = (
    (re.compile(r": boardroom [^()]*\)"), ")"),
    (re.compile(r" \([^()]*boardroom [^()]*\)"), ""),
    (re.compile(r"(?: ·|;)[^·;()]*boardroom [^·;]*"), ""),
)


def in_demo(text: str) -> str:
    """The text with its commands as they are typed in a demo."""
    return _COMMAND.sub("boardroom demo ", text)


def without_next(echo: str) -> str:
    """What a change says, without the commands for a record that is gone by then."""
    for pattern, instead in _NEXT:
        echo = pattern.sub(instead, echo)
    return in_demo(echo)


def page_in_demo(value: Any) -> Any:  # noqa: ANN401  a page, or any part of one
    """A page, or a part of one, with its commands as in a demo; rows are still read lazily."""
    if isinstance(value, str):
        return in_demo(value)
    if isinstance(value, Text):  # the user's own words
        return value
    if isinstance(value, tuple):
        parts = [page_in_demo(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return map(page_in_demo, value) if hasattr(value, "__iter__") else value


def record_in_demo(value: Any) -> Any:  # noqa: ANN401  a record for JSON, or any part of one
    """A record whose `next` commands are those of a demo; all else stays."""
    if isinstance(value, dict):
        return {
            key: in_demo(part) if key == "next" and isinstance(part, str) else record_in_demo(part)
            for key, part in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [record_in_demo(part) for part in value]
    return map(record_in_demo, value) if hasattr(value, "__next__") else value
