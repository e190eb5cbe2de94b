"""A page as Markdown, with the user's text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardroom.render.formatting import safe
from boardroom.render.page import Block, Entries, Fields, Heading, Page, Table

# What CommonMark, or GitHub's tables, strikethrough and maths, would read as markup.
_SPECIAL = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~]|$)                  # escapes punctuation; breaks the line at its end
    | [`\[]                                  # code; links, images, footnotes, task boxes
    | \*+ | _+ | ~+                          # emphasis if the run touches a word: see below
    | <(?=[A-Za-z/!?])                       # a tag or an address
    | &(?=\#\d+;|\#[xX][0-9A-Fa-f]+;|\w+;)   # an entity
    | ^(?: > | \| | -(?=[-:|\s]|$) | \+(?=\s|$) | =(?==*\s*$) | :(?=[-\s]|$)
         | \#(?=\#{0,5}(?:\s|$)) )           # a quote, table, list, rule or heading
    | (?<=\s)\#(?=\#*\s*$)                   # closes a heading
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_MATHS = re.compile(r"\$\$|\$\S(?:.*?\S)?\$(?!\d)")


def markdown(page: Page) -> str:
    """The page as Markdown, ending in one newline.

    The first heading is the title, the others are sections.
    """
    has_title = False
    blocks = []
    for block in page.blocks:
        blocks.append(_block(block, "##" if has_title else "#"))
        has_title = has_title or isinstance(block, Heading)
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Escapes everything in a line of the user's text that Markdown would interpret."""
    stripped = text.lstrip(" ")
    literal = safe(stripped)
    line = _NUMBERED.sub(r"\1\\", _SPECIAL.sub(_escape_match, literal))
    if _MATHS.search(literal):
        line = line.replace("$", "\\$")
    return "&nbsp;" * (len(text) - len(stripped)) + line


def _escape_match(match: re.Match[str]) -> str:
    """The match with a backslash before each character.

    A run of stars, underscores or tildes that can't open or close emphasis is left unchanged.
    """
    run = match.group()
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    alone = before.isspace() and (not after or after.isspace())
    inside_word = run[0] == "_" and before.isalnum() and after.isalnum()
    if run[0] in "*_~" and (alone or inside_word):
        return run
    return "".join(f"\\{character}" for character in run)


def _block(block: Block, level: str) -> str:
    match block:
        case Heading():
            texts = (block.title, *(cell.text for cell in block.aside))
            return f"{level} {' · '.join(map(escape, texts))}"
        case Table():
            return _bullets([cell.text for cell in row if cell.text] for row in block.rows)
        case Entries():
            return _bullets(row[:4] for row in block.rows)
        case Fields():
            return "\n".join(
                f"- **{escape(label)}:** {_lines(cell.text)}" if label else f"  {_lines(cell.text)}"
                for label, cell in block.rows
            )
        case _:
            return _lines(block.text)


def _bullets(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join(f"- {' · '.join(map(_lines, row))}" for row in rows)


def _lines(text: str) -> str:
    """Text with its line breaks. An empty line becomes a blank, or it would end a list."""
    return "\\\n".join(escape(line) or "&nbsp;" for line in text.split("\n"))
