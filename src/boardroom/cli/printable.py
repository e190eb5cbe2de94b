"""Texts and pages as they are printed: literally, and in a demo with the commands of a demo."""

from __future__ import annotations

from boardroom.render.formatting import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.render.page import Page


class Printable:
    """What both the answers and the questions of a call go through."""

    def __init__(self) -> None:
        super().__init__()
        self.is_demo = False
        self.json = False

    def printable(self, text: str) -> str:
        """The text with its commands as they are typed here, and control characters visible."""
        return safe(self.with_commands(text))

    def with_commands(self, text: str) -> str:
        """The text with its commands as they are typed here."""
        if not self.is_demo:
            return text
        from boardroom.cli.demo_commands import in_demo  # noqa: PLC0415  in a demo alone

        return in_demo(text)

    def printable_page(self, page: Page) -> Page:
        """The page, whose texts are made safe when it is drawn."""
        if not self.is_demo:
            return page
        from boardroom.cli.demo_commands import page_in_demo  # noqa: PLC0415  as above

        in_demo: Page = page_in_demo(page)
        return in_demo
