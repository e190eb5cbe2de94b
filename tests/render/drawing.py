"""A page as a terminal of a given width shows it, without colours."""

from __future__ import annotations

import io

from rich.console import Console

from boardroom.render.page import Page
from boardroom.render.terminal import print_page


def drawn(page: Page, width: int) -> str:
    out = io.StringIO()
    print_page(
        page,
        Console(
            file=out, width=width, color_system=None, highlight=False, markup=False, emoji=False
        ),
    )
    return out.getvalue()
