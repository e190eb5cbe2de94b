"""Briefs, and their sections as lines."""

from __future__ import annotations

from boardroom.queries.prep import PrepView, prep
from boardroom.render.prep import sections
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def brief(board: Board, advisor_id: int) -> PrepView:
    with reading(board.path) as connection:
        return prep(connection, advisor_id, today=TODAY, notes_count=2)


def section(
    board: Board, advisor_id: int, label: str, *, whole: bool = False, commands: bool = True
) -> list[str]:
    """The lines of a section; empty if the brief has none."""
    found = dict(sections(brief(board, advisor_id), whole=whole, commands=commands))
    return [f"{ref} {text}".strip() for ref, text in found.get(label, [])]
