"""What names a record, in the history and among drafts, for `boardroom purge`."""

from __future__ import annotations

import os
import sqlite3

from boardroom.rules.ids import KINDS, Ref, not_found
from boardroom.rules.names import Named
from boardroom.store.purge import Purge


def purge_of_person(connection: sqlite3.Connection, person: Named) -> Purge:
    """What to purge for a person: their record, and changes that name them."""
    row = connection.execute("SELECT uid FROM advisor WHERE id = ?", (person.id,)).fetchone()
    return Purge("advisor", row[0], (person.name, person.handle), "a person")


def purge_of_record(connection: sqlite3.Connection, ref: Ref) -> Purge:
    """What to purge for an id, which may have been removed already.

    Raises:
        NotFound: there never was such a record, or nothing of it is left.
    """
    kind = KINDS[ref.letter]
    row = connection.execute(
        f"SELECT uid FROM {kind.table} WHERE id = :id"
        " UNION ALL SELECT json_extract(before, '$.uid') FROM row_image"
        " WHERE table_name = :table AND row_id = :id AND after IS NULL LIMIT 1",
        {"id": ref.number, "table": kind.table},
    ).fetchone()
    if row is None:
        raise not_found(kind, ref.number)
    article = "an" if kind.noun[0] in "aeiou" else "a"
    noun = kind.noun if kind.noun == "advice" else f"{article} {kind.noun}"
    return Purge(kind.table, row[0], (str(ref),), noun)


def drafts_of(folder: str, text: str, record: Purge) -> list[str]:
    """The drafts beside the board that are about a record: those of its id or handle."""
    names = {text.strip().lower(), *(word.lower() for word in record.words)}
    try:
        listed = sorted(os.listdir(folder))
    except OSError:  # there are none
        return []
    return [
        os.path.join(folder, name)
        for name in listed
        if any(name == f"{word}.md" or name.startswith((f"{word}-", f"{word}.")) for word in names)
    ]
