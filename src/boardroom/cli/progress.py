"""How far a long command is: one line on a terminal, gone when it is done."""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

_FIRST_AFTER_SECONDS = 1.0
_EVERY_SECONDS = 0.2
_STEPS_BETWEEN_LOOKS = 50


class Progress:
    """Counts steps, and says so on standard error once they take longer than a second.

    Nothing is printed unless standard error is a terminal that can overwrite a line.
    """

    def __init__(self, verb: str, total: int) -> None:
        self._verb, self._total, self._done = verb, total, 0
        self._next_at = time.monotonic() + _FIRST_AFTER_SECONDS
        self._is_shown = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            self._print("")

    def step(self) -> None:
        """Counts one more record."""
        self._done += 1
        if self._is_shown and self._done % _STEPS_BETWEEN_LOOKS == 0:
            now = time.monotonic()
            if now >= self._next_at:
                self._next_at = now + _EVERY_SECONDS
                self._print(f"{self._verb} {self._done:,} of {self._total:,} records …")

    def _print(self, text: str) -> None:
        end = "" if text else "\r"
        print(f"\r{text:{self._width}}", end=end, file=sys.stderr, flush=True)
        self._width = len(text)
