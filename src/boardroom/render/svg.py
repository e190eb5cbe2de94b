"""A page as an SVG picture, for a document: as a terminal of 80 columns shows it, on white."""

from __future__ import annotations

import io
from html import escape
from zlib import crc32

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from boardroom.render.page import Page
from boardroom.render.terminal import print_page

_WIDTH = 80
_NO_XML = {code: f"\\u{code:04x}" for code in (0xFFFE, 0xFFFF)}
"""The characters that `safe` leaves and XML has no place for, as escapes."""
_ALL_OF_IT = 1_000_000  # a height in lines, so that nothing is left out for want of room

# Rich's own frame loads a font from the network; this one takes what the reader has.
_FRAME = """\
<svg viewBox="0 0 {width} {height}" role="img" xmlns="http://www.w3.org/2000/svg">
<title>TITLE</title>
<style>
.{unique_id}-matrix {{
    font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;
    font-size: {char_height}px;
    line-height: {line_height}px;
    font-variant-east-asian: full-width;
    white-space: pre;
}}
.{unique_id}-title {{ font-family: sans-serif; font-size: 18px; font-weight: bold; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def page_svg(page: Page, title: str) -> str:
    """The picture of all of a page in a window with that title, the same each time."""
    console = Console(
        file=io.StringIO(),
        record=True,
        width=_WIDTH,
        height=_ALL_OF_IT,
        color_system="256",
        force_terminal=True,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    print_page(page, console)
    in_frame = escape(title).replace("{", "{{").replace("}", "}}")
    drawn = console.export_svg(
        title=title,
        theme=DEFAULT_TERMINAL_THEME,
        code_format=_FRAME.replace("TITLE", in_frame),
        unique_id=f"boardroom-{crc32(title.encode())}",
    )
    lines = drawn.translate(_NO_XML).rstrip().split("\n")
    return "".join(f"{line.rstrip()}\n" for line in lines)
