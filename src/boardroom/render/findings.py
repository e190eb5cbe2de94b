"""What an examination of the board found."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.findings import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ROLES = {"damage": "overdue", "error": "overdue", "warning": "due", "note": "soon"}


def findings_json(path: str, findings: Sequence[Finding]) -> dict[str, Any]:
    """The record of every finding."""
    return {
        "schema": "boardroom.findings/1",
        "path": path,
        "findings": [
            {
                "kind": finding.kind,
                "level": finding.level,
                "subject": finding.subject,
                "message": finding.message,
                "next": finding.next_step or None,
                "fixable": finding.is_fixable,
            }
            for finding in findings
        ],
    }


def findings_page(findings: Sequence[Finding]) -> Page:
    """A line per finding: how serious, what it is about, what is wrong, and what to do."""
    if not findings:
        return Page((Prose("The board is sound.", "good"),))
    columns = (
        Column("level", fixed=True, lead=True),
        Column("what", fixed=True, lead=True),
        Column("", least=24),
        Column("next", bare=True, least=20),
    )
    rows = tuple(
        (
            Cell(finding.level, _ROLES[finding.level]),
            Cell(finding.subject, "strong"),
            Cell(finding.message),
            Cell(_next(finding), "quiet"),
        )
        for finding in findings
    )
    piped = (
        (finding.level, finding.subject, finding.message, _next(finding)) for finding in findings
    )
    return Page((Table(columns, rows),), (for_pipe(piped),))


def _next(finding: Finding) -> str:
    return "boardroom doctor --fix" if finding.is_fixable else finding.next_step
