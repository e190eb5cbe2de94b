"""A page as Markdown, to print or to send. The user's own text is escaped, so that it shows as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardroom.render.formatting import safe
from boardroom.render.page import Block, Entries, Fields, Heading, Page, Table

# What CommonMark, or GitHub's tables, strikes and maths, would take as markup; anything else stays as it was written.
_SPECIAL = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~]|$)                     # a backslash escapes punctuation only, and breaks a line at its end
    | [`\[]                                     # code; links, images, footnotes and boxes to tick
    | \*+ | _+ | ~+                             # emphasis, where the run leans on a word: see _escape
    | <(?=[A-Za-z/!?])                          # a tag or an address
    | &(?=\#\d+;|\#[xX][0-9A-Fa-f]+;|\w+;)      # an entity
    | ^(?: > | \| | -(?=[-:|\s]|$) | \+(?=\s|$) | =(?==*\s*$) | :(?=[-\s]|$) | \#(?=\#{0,5}(?:\s|$)) )
    | (?<=\s)\#(?=\#*\s*$)                      # what closes a heading
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_MATHS = re.compile(r"\$\$|\$\S(?:.*?\S)?\$(?!\d)")


def markdown(page: Page) -> str:
    """The page as Markdown, ending in one line end; its first heading is the title, the others are sections."""
    seen_title = False
    blocks = []
    for block in page.blocks:
        blocks.append(_block(block, "##" if seen_title else "#"))
        seen_title = seen_title or isinstance(block, Heading)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """One line of the user's text, nothing in which means anything in Markdown."""
    stripped = text.lstrip(" ")
    literal = safe(stripped)
    shown = _NUMBERED.sub(r"\1\\", _SPECIAL.sub(_escape, literal))
    return "&nbsp;" * (len(text) - len(stripped)) + (
        shown.replace("$", "\\$") if _MATHS.search(literal) else shown
    )


def _escape(found: re.Match[str]) -> str:
    """What was found, a backslash before each character; a run of stars, lines or waves only where it could begin or end something."""
    run = found.group()
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    apart = before.isspace() and (not after or after.isspace())
    within = run[0] == "_" and before.isalnum() and after.isalnum()
    if run[0] in "*_~" and (apart or within):
        return run
    return "".join(f"\\{character}" for character in run)


def _block(block: Block, level: str) -> str:
    match block:
        case Heading():
            return f"{level} {' · '.join(escaped(text) for text in (block.title, *(cell.text for cell in block.aside)))}"
        case Table():
            return _bullets([cell.text for cell in row if cell.text] for row in block.rows)
        case Entries():
            return _bullets(block.rows)
        case Fields():
            return "\n".join(
                f"- **{escaped(label)}:** {_lines(cell.text)}"
                if label
                else f"  {_lines(cell.text)}"
                for label, cell in block.rows
            )
        case _:
            return _lines(block.text)


def _bullets(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join(f"- {' · '.join(map(_lines, row))}" for row in rows)


def _lines(text: str) -> str:
    """Text of several lines, which stay so; an empty one too, as it would end the list that it stands in."""
    return "\\\n".join(escaped(line) or "&nbsp;" for line in text.split("\n"))
