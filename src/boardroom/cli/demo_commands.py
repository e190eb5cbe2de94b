"""What a demo prints in place of how to go on: every demo has a board of its own.

So what was changed is gone for the next command.
"""

from __future__ import annotations

import re

NOTHING_IS_KEPT = "in a demo nothing is kept"
"""What follows a change in a demo, in place of how to undo it."""

# Where a change says what may come next: “(no day: boardroom …)”, “(to whom? boardroom …)”,
# “ · to tell Ana: boardroom …”.
_NEXT = (
    (re.compile(r": boardroom [^()]*\)"), ")"),
    (re.compile(r" \([^()]*boardroom [^()]*\)"), ""),
    (re.compile(r"(?: ·|;)[^·;()]*boardroom [^·;]*"), ""),
)


def without_next(echo: str) -> str:
    """What a change says, without the commands for a record that is gone by then."""
    for pattern, instead in _NEXT:
        echo = pattern.sub(instead, echo)
    return echo
