"""How the schema of a file differs from that of a board: what another program put in or changed.

Nothing here runs any of it; it compares the text of statements.
"""

from __future__ import annotations

import sqlite3

from boardroom.record import Record
from boardroom.store.schema import SQL, VERSION

_PLAIN = ("CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ")
# SQLite's own: the counters of AUTOINCREMENT, and what ANALYZE counts.
_SQLITES = ("CREATE TABLE sqlite_sequence(", "CREATE TABLE sqlite_stat")


class SchemaObject(Record):
    """A table, an index, a trigger, a view or a virtual table, as the schema of a file has it."""

    kind: str
    name: str
    sql: str

    @property
    def words(self) -> str:
        """What it is, for the user: “a view, people,”."""
        return f"{'an' if self.kind == 'index' else 'a'} {self.kind}, {self.name},"

    @property
    def quoted_name(self) -> str:
        """Its name in SQL."""
        return '"' + self.name.replace('"', '""') + '"'

    @property
    def is_passive(self) -> bool:
        """Whether it is a plain table or index, which does nothing by itself."""
        return self.sql.startswith(_PLAIN)


class SchemaDifferences(Record):
    """How the schema of a file differs from ours.

    `foreign` are objects that we did not make. `altered` and `missing` are the names of those of
    ours that another program changed or dropped.
    """

    foreign: tuple[SchemaObject, ...] = ()
    altered: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()

    @property
    def is_mendable(self) -> bool:
        """Whether our tables are as we made them: what is foreign and indexes can be mended."""
        return not self.altered and self.missing <= _INDEXES

    @property
    def may_run(self) -> bool:
        """Whether a query or a check could run what another program wrote."""
        return bool(self.foreign or self.altered)


def schema_differences(connection: sqlite3.Connection) -> SchemaDifferences:
    """Compares the schema of a board with ours.

    Of a version other than the current one only what is no plain table or index is known to be
    foreign.
    """
    found = _objects(connection)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        objects = (SchemaObject(_kind(sql), name, sql) for name, sql in found)
        return SchemaDifferences(tuple(one for one in objects if not one.is_passive))
    # Other programs write the same statement with other spaces and quotes.
    ours = {_squeezed(sql) for sql in SQL}
    there = {_squeezed(sql) for _, sql in found}
    missing = {name for name, sql in STATEMENTS.items() if _squeezed(sql) not in there}
    foreign: list[SchemaObject] = []
    altered: set[str] = set()
    for name, sql in found:
        if _squeezed(sql) in ours:
            continue
        if name in missing and sql.startswith(_PLAIN):
            altered.add(name)
        else:
            foreign.append(SchemaObject(_kind(sql), name, sql))
    return SchemaDifferences(tuple(foreign), frozenset(altered), frozenset(missing - altered))


def has_rows(
    connection: sqlite3.Connection, foreign: SchemaObject, differences: SchemaDifferences
) -> bool:
    """Whether it is a table that holds somebody's rows.

    As long as the schema holds a view or the like, nothing is read, and the answer is no.
    """
    if foreign.kind != "table" or not all(one.is_passive for one in differences.foreign):
        return False
    row = connection.execute(f"SELECT 1 FROM {foreign.quoted_name} LIMIT 1").fetchone()
    return row is not None


def _objects(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The name and the text of everything in the schema but SQLite's own."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return [(name, sql) for name, sql in rows if not sql.startswith(_SQLITES)]


def _kind(sql: str) -> str:
    """What a statement creates. SQLite goes by the statement, not by the word stored beside it."""
    words = sql.lower().split(None, 2)
    kind = words[1] if len(words) > 1 else ""
    return {"virtual": "virtual table", "unique": "index"}.get(kind, kind or "statement")


def _name(sql: str) -> str:
    """The name of what a statement of ours creates."""
    return sql.partition("(")[0].partition(" ON ")[0].split()[-1].strip('"')


def _squeezed(sql: str) -> str:
    return "".join(sql.split()).replace('"', "")


STATEMENTS = {_name(sql): sql for sql in SQL}
"""The statement that creates each of our tables and indexes."""

_INDEXES = frozenset(name for name, sql in STATEMENTS.items() if _kind(sql) == "index")
