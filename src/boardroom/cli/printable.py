"""Texts and pages as they are printed: literally, and with the commands of a demo or of `--db`."""

from __future__ import annotations

from boardroom.render.formatting import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.render.page import Page


class Printable:
    """What both the answers and the questions of a call go through."""

    def __init__(self) -> None:
        super().__init__()
        self.db: str | None = None
        self.is_demo = False
        self.json = False
        self.own_words: tuple[str, ...] = ()
        """The words of the command line, and the texts of the record that it changed."""

    def printable(self, text: str) -> str:
        """The text with its commands as they are typed here, and control characters visible."""
        return safe(self.with_commands(text))

    def with_commands(self, text: str) -> str:
        """The text with its commands as they are typed here."""
        program = self._program
        if program is None:
            return text
        from boardroom.cli.typed_here import text_here  # noqa: PLC0415  see `_program`

        return text_here(text, program, self.own_words)

    def printable_page(self, page: Page) -> Page:
        """The page, whose texts are made safe when it is drawn."""
        program = self._program
        if program is None:
            return page
        from boardroom.cli.typed_here import page_here  # noqa: PLC0415  as above

        here: Page = page_here(page, program)
        return here

    def printable_record(self, record: dict[str, Any]) -> dict[str, Any]:
        """The record for JSON, with the commands of its `next` as they are typed here."""
        program = self._program
        if program is None:
            return record
        from boardroom.cli.typed_here import record_here  # noqa: PLC0415  as above

        here: dict[str, Any] = record_here(record, program)
        return here

    def keep_own(self, record: dict[str, Any]) -> None:
        """Keeps the user's texts in a record as they are, whatever commands they hold."""
        if self._program is not None:
            from boardroom.cli.typed_here import texts_of  # noqa: PLC0415  as above

            self.own_words += tuple(texts_of(record))

    @property
    def _program(self) -> str | None:
        """What a command begins with in a demo, or on a board named by `--db`; None elsewhere.

        A board named by a variable is that of the next command too.
        """
        if self.is_demo:
            return "boardroom demo"
        if not self.db:
            return None
        from shlex import quote  # noqa: PLC0415  with `--db` alone

        return f"boardroom --db {quote(self.db)}"
