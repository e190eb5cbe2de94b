"""A page as text, on a terminal without colours or in a pipe."""

from __future__ import annotations

import io

from rich.console import Console

from boardroom.render.page import Page
from boardroom.render.plain import print_plain
from boardroom.render.terminal import print_page


def drawn(page: Page, width: int, height: int | None = None) -> str:
    """The page on a terminal of that width, and of 25 lines unless a height is given."""
    out = io.StringIO()
    print_page(
        page,
        Console(
            file=out,
            width=width,
            height=height,
            color_system=None,
            highlight=False,
            markup=False,
            emoji=False,
        ),
    )
    return out.getvalue()


def piped(page: Page) -> str:
    """The page in a pipe."""
    out = io.StringIO()
    print_plain(page, out)
    return out.getvalue()
