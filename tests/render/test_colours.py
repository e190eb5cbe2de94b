"""Colours that can be read on any background, and none where their contrast is unknown."""

from __future__ import annotations

import io
from typing import Literal

import pytest
from rich.color import Color
from rich.console import Console
from rich.style import Style

from boardroom.cli.messages import quiet
from boardroom.render.page import Cell, Heading, Page
from boardroom.render.terminal import print_page
from boardroom.render.terminal_text import STYLES
from tests.render.test_screens import on_terminal

LEAST_CONTRAST = 4.5
"""That of text: Web Content Accessibility Guidelines (WCAG) 2.2, success criterion 1.4.3."""
PAGE = Page((Heading("Ana", (Cell("3 days late", "overdue"), Cell("4-6w", "quiet"))),))
IN_BOLD = "\x1b[1mAna\x1b[0m  \x1b[1m3 days late\x1b[0m · 4-6w\n"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("role", [role for role, style in STYLES.items() if "color" in style])
@pytest.mark.parametrize("background", ["black", "white"])
def test_a_colour_is_readable_on_black_and_on_white(role: str, background: str) -> None:
    colour = Style.parse(STYLES[role]).color
    assert colour is not None
    darker, lighter = sorted([_luminance(colour), 1.0 if background == "white" else 0.0])

    assert (lighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST


@pytest.mark.parametrize("system", ["standard", "windows"])
def test_sixteen_colours_of_unknown_contrast_are_not_used(
    system: Literal["standard", "windows"],
) -> None:
    out = io.StringIO()

    print_page(
        PAGE,
        Console(file=out, force_terminal=True, width=80, color_system=system, legacy_windows=False),
    )

    assert out.getvalue() == IN_BOLD


def test_no_color_leaves_bold_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    assert on_terminal(PAGE, 80, colours=True) == IN_BOLD


def test_a_quiet_message_has_the_grey_of_a_quiet_cell() -> None:
    page = Page((Heading("", (Cell("undo", "quiet"),)),))

    assert quiet("undo", _Terminal()) in on_terminal(page, 80, colours=True)


def _luminance(colour: Color) -> float:
    """The relative luminance, as WCAG 2.2 defines it."""
    channels = [channel / 255 for channel in colour.get_truecolor()]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
