"""The copies of the board: their state, how one differs from it, and what a purge left in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime

from boardroom.errors import BoardroomError
from boardroom.render.formatting import short_day
from boardroom.render.page import Block, Cell, Column, Fields, Heading, Page, Prose, Table, for_pipe
from boardroom.rules.copies import COUNTED, Content, differences
from boardroom.rules.day_format import to_local
from boardroom.store.copies import Copy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_KIB, _MIB = 1024, 1024 * 1024


def backup_json(path: str, content: Content) -> dict[str, Any]:
    """The record of a copy that was just made."""
    return {"schema": "boardroom.backup/1", "path": path, **_content_json(content)}


def backups_json(listed: Sequence[tuple[Copy, Content | BoardroomError]]) -> dict[str, Any]:
    """The record of every copy, the newest first."""
    return {
        "schema": "boardroom.backups/1",
        "backups": [
            {
                "path": copy.path,
                "day": copy.day.isoformat(),
                "reason": copy.reason or "daily",
                "bytes": os.path.getsize(copy.path),
                "sound": isinstance(verdict, Content),
                "problem": None if isinstance(verdict, Content) else verdict.message,
            }
            for copy, verdict in listed
        ],
    }


def backups_page(listed: Sequence[tuple[Copy, Content | BoardroomError]], today: date) -> Page:
    """Every copy, the newest first: its day, what it was made for, its size, and its state."""
    if not listed:
        text = "No copies yet: one is made before the first change of each day."
        return Page((Prose(text),), ())
    columns = (
        Column("day", fixed=True, lead=True),
        Column("made", lead=True),
        Column("size", fixed=True),
        Column("state", least=20),
        Column("file", fixed=True, bare=True),
    )
    rows = tuple(
        (
            Cell(short_day(copy.day, today)),
            Cell(_reason(copy)),
            Cell(_size(os.path.getsize(copy.path)), "quiet"),
            Cell("verified", "good")
            if isinstance(verdict, Content)
            else Cell(verdict.message, "overdue"),
            Cell(os.path.basename(copy.path), "quiet"),
        )
        for copy, verdict in listed
    )
    piped = (
        (
            copy.day,
            copy.reason or "daily",
            os.path.getsize(copy.path),
            "verified" if isinstance(verdict, Content) else verdict.message,
            copy.path,
        )
        for copy, verdict in listed
    )
    return Page((Table(columns, rows),), (for_pipe(piped),))


def comparison(path: str, board: Content | None, copy: Content, *, today: date) -> Page:
    """What a restore would change: the counts that differ, and the newest change of both."""
    blocks: list[Block] = [Heading(f"Restoring {path}")]
    newest = [("newest change of the copy", Cell(_newest(copy, today)))]
    if board is None:
        blocks.append(Prose("There is no sound board to compare it with."))
    else:
        rows = tuple(
            (Cell(COUNTED[table]), Cell(str(now)), Cell(str(then)))
            for table, (now, then) in differences(board, copy).items()
        )
        columns = (
            Column("records", lead=True),
            Column("board", fixed=True),
            Column("copy", fixed=True),
        )
        blocks.append(
            Table(columns, rows) if rows else Prose("Both hold the same number of each record.")
        )
        newest.insert(0, ("newest change of the board", Cell(_newest(board, today))))
    return Page((*blocks, Fields(tuple(newest))))


def restored_json(
    path: str, board: Content | None, copy: Content, *, kept: str | None
) -> dict[str, Any]:
    """The record of a restore, or of a dry run; `kept` is where the old board is."""
    return {
        "schema": "boardroom.restore/1",
        "from": path,
        "board": None if board is None else _content_json(board),
        "copy": _content_json(copy),
        "kept": kept,
    }


def purged_json(noun: str, copies: Sequence[str]) -> dict[str, Any]:
    """The record of a purge, with the copies that still hold what was purged."""
    return {"schema": "boardroom.purge/1", "purged": noun, "copies": list(copies)}


def _content_json(content: Content) -> dict[str, Any]:
    return {
        "counts": content.counts,
        "changed": content.changed or None,
        "summary": content.summary or None,
    }


def _reason(copy: Copy) -> str:
    return copy.reason.replace("-", " ") or "before the first change"


def _newest(content: Content, today: date) -> str:
    if not content.changed:
        return "none"
    local = to_local(datetime.fromisoformat(content.changed))
    return f"{short_day(local.date(), today)} {local:%H:%M}, {content.summary}"


def _size(size: int) -> str:
    return f"{size / _MIB:.1f} MB" if size >= _MIB else f"{round(size / _KIB)} KB"
