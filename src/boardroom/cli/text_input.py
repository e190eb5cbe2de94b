"""Texts that are given as words, or piped to standard input for `-`."""

from __future__ import annotations

import sys

from boardroom.errors import BadInput

BYTE_ORDER_MARK = "\ufeff"
"""What some programs begin a text with; no part of it."""


class TextInput:
    """Reads the texts of a command; standard input is read once."""

    def __init__(self) -> None:
        super().__init__()
        self._piped: str | None = None

    def text_argument(self, words: list[str] | None) -> str | None:
        """Joins the words of a TEXT argument, or reads standard input for `-`; None if missing.

        Raises:
            BadInput: standard input is not text.
        """
        if not words:
            return None
        return self._standard_input() if words == ["-"] else " ".join(words)

    def _standard_input(self) -> str:
        """Standard input, read once, without the byte order mark that other programs begin with."""
        if self._piped is None:
            try:
                self._piped = sys.stdin.read().removeprefix(BYTE_ORDER_MARK)
            except UnicodeDecodeError as error:
                raise BadInput(
                    f"Standard input is not {error.encoding} text.", "Convert it and try again."
                ) from None
        return self._piped

    def text_option(self, value: str | None) -> str | None:
        """The text of an option, or standard input for `-`.

        Raises:
            BadInput: standard input is not text.
        """
        return None if value is None else self.text_argument([value])
