"""The whole board as JSON: a list of records under a name for each kind, ids as in the board.

Records are raw rows: their fields are the columns, and a reference is the id of a record in the
same file. Reading refuses whatever JSON can hold and a board can't, and names the place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from boardroom.formats.board_content import (
    JSON_THAT_IS_READ,
    BoardContent,
    check_content,
    check_origin,
    reject_any,
)
from boardroom.formats.json_document import parse_document
from boardroom.rules.board_file import KEYS, PRIVATE_WORDS, SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def write_board(content: BoardContent, *, version: int) -> str:
    """The text of the file; the same board gives the same text."""
    record = {
        "schema": SCHEMA,
        "version": version,
        "private": PRIVATE_WORDS[content.has_private],
        **{KEYS[table]: content.rows.get(table, ()) for table in KEYS},
    }
    return json.dumps(record, ensure_ascii=False, indent=1, default=list) + "\n"


def read_board(text: str, *, version: int) -> BoardContent:
    """Reads the text of a file; every row has an integer `id` and plain values.

    Raises:
        ImportRejected: it is not such a file, a newer boardroom made it, or it holds what no board
            can hold.
    """
    record = parse_document(text, hint=JSON_THAT_IS_READ)
    if not isinstance(record, dict):
        record = {}
    check_origin(record.get("schema"), record.get("version"), version=version)
    reject_any(_misshapen(record))
    rows = {table: record.get(key, []) for table, key in KEYS.items()}
    has_private = record.get("private") == PRIVATE_WORDS[True]
    return check_content(BoardContent(rows, has_private))


def _misshapen(record: dict[str, Any]) -> Iterator[str]:
    known = {"schema", "version", "private", *KEYS.values()}
    for key in record:
        if key not in known:
            yield f"{key}: there is no such kind of record"
    for key in KEYS.values():
        listed = record.get(key, [])
        if not isinstance(listed, list):
            yield f"{key}: it has to be a list"
            continue
        for number, row in enumerate(listed):
            if not isinstance(row, dict):
                yield f"{key}[{number}]: a record has to be an object"
