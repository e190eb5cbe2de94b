"""What names a record, in the history and among drafts, for `boardroom purge`."""

from __future__ import annotations

import os
import sqlite3

from boardroom.queries.people import people
from boardroom.rules.ids import KINDS, Ref, looks_like_id, not_found, parse
from boardroom.rules.names import Named, fold, person_spellings, spellings
from boardroom.rules.text import brief
from boardroom.store.purge import Purge

_WORDS = {"goal": "title", "meeting": "met_on"}
"""The column that a person knows a record by, if it is not its text."""


def purge_of_person(connection: sqlite3.Connection, person: Named) -> Purge:
    """What to purge for a person: their record, and changes that name them."""
    row = connection.execute("SELECT uid FROM advisor WHERE id = ?", (person.id,)).fetchone()
    title = f"{person.name} ({person.handle})"
    return Purge("advisor", row[0], (person.name, person.handle), "a person", title)


def is_spelt_out(connection: sqlite3.Connection, who: str) -> bool:
    """Whether `who` is the whole handle, name or nickname of anybody, and not just its start."""
    return bool(_spelt_out(connection, who))


def purge_of_gone(copy: sqlite3.Connection, board: sqlite3.Connection, text: str) -> Purge | None:
    """What to purge for an id, or a whole handle or name, that a copy has and the board has not.

    Raises:
        NotFound: there is no record of that id.
    """
    if looks_like_id(text):
        return purge_of_record(copy, parse(text))
    on_file = {uid for (uid,) in board.execute("SELECT uid FROM advisor")}
    found = [purge_of_person(copy, person) for person in _spelt_out(copy, text)]
    return next((purge for purge in found if purge.uid not in on_file), None)


def _spelt_out(connection: sqlite3.Connection, who: str) -> list[Named]:
    handle, ways = fold(who), spellings(who)
    everybody = people(connection)
    return [person for person in everybody if person.handle == handle] or [
        person for person in everybody if person_spellings(person) & ways
    ]


def purge_of_record(connection: sqlite3.Connection, ref: Ref) -> Purge:
    """What to purge for an id, which may have been removed already.

    Raises:
        NotFound: there never was such a record, or nothing of it is left.
    """
    kind = KINDS[ref.letter]
    columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({kind.table})")]
    words = _WORDS.get(kind.table, "text")
    advisor_id = "advisor_id" if "advisor_id" in columns else "NULL"
    row = connection.execute(
        f"SELECT uid, {words}, {advisor_id} FROM {kind.table} WHERE id = :id"
        f" UNION ALL SELECT json_extract(before, '$.uid'), json_extract(before, '$.{words}'),"
        " json_extract(before, '$.advisor_id') FROM row_image"
        " WHERE table_name = :table AND row_id = :id AND after IS NULL LIMIT 1",
        {"id": ref.number, "table": kind.table},
    ).fetchone()
    if row is None:
        raise not_found(kind, ref.number)
    uid, text, whose = row
    article = "an" if kind.noun[0] in "aeiou" else "a"
    noun = kind.noun if kind.noun == "advice" else f"{article} {kind.noun}"
    names = connection.execute("SELECT name FROM advisor WHERE id = ?", (whose,)).fetchone()
    with_whom = f" with {names[0]}" if names else ""
    title = f"{ref}{f' ({brief(text)})' if text else ''}, {noun}{with_whom}"
    return Purge(kind.table, uid, (str(ref),), noun, title)


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
