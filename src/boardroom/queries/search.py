"""Searches everything that the user wrote for words and phrases, for `search`.

SQLite selects the texts that may match; `Query` decides. A temporary table keeps the
places of the matches, so that a long list of hits can be read while it is shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from boardroom.queries.long_list import long_list
from boardroom.queries.people import people
from boardroom.queries.search_sources import IS_THEIRS, JSON_COLUMNS, SOURCES, Source
from boardroom.queries.views import day
from boardroom.record import Record
from boardroom.rules.ids import Ref
from boardroom.rules.phrase_search import Excerpt, Query
from boardroom.store.row import from_json


class Hit(Record):
    """A match in one `field` of a record; `on` is the day the field was written, if it has one.

    `ref` is None for records without an id, `handle` and `name` for those about nobody.
    """

    kind: str
    ref: Ref | None
    handle: str | None
    name: str | None
    on: date | None
    field: str
    excerpt: Excerpt
    private: bool = False


class HitList(Record):
    """Hits without a day, then newest first; a long list is read while it is shown.

    `left_out_count` is how many more there are.
    """

    hits: Collection[Hit]
    left_out_count: int


def search(
    connection: sqlite3.Connection,
    query: Query,
    *,
    advisor_id: int | None = None,
    since: date | None = None,
    limit: int | None = None,
) -> HitList:
    """The fields that match the query, about one advisor or about anybody (None).

    `since` leaves out fields that are older or have no day; `limit` caps the list.
    """
    connection.execute(_MATCH_TABLE)
    for number, source in enumerate(SOURCES):
        if source.is_about_people or advisor_id is None:
            matches = (
                (number, match.row["row_id"], match.row["record_id"], match.on, *match[:2])
                for match in _matches(connection, source, query, advisor_id)
                if since is None or (match.on is not None and match.on >= since.isoformat())
            )
            connection.executemany("INSERT INTO match VALUES (NULL, ?, ?, ?, ?, ?, ?)", matches)
    ids = connection.execute(_NEWEST_MATCHES, (-1 if limit is None else limit,))
    hits = long_list(ids, lambda some: _hits(connection, query, some))
    total = connection.execute("SELECT count(*) FROM match").fetchone()[0]
    return HitList(hits, 0 if limit is None else total - len(hits))


class _Match(Record):
    """A text that matches the query, with its row, its column and its position in a JSON column."""

    field: str
    position: int
    text: str
    row: sqlite3.Row

    @property
    def on(self) -> str | None:
        """The day the text was written."""
        day: str | None = self.row[f"{self.field}_day"]
        return day


class _NonAscii:
    """Collects the rows that match the query in a text with non-ASCII letters.

    SQLite's LIKE ignores the case of ASCII letters only, and no accents. So a query passes such
    texts to `examine`. They are folded many at once, since most of them do not match.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self._pending: list[tuple[int, str]] = []
        self._row_ids: set[int] = set()

    def examine(self, row_id: int, text: str) -> None:
        """Stores a text to fold. Returns None, which is false in SQL and leaves the row out."""
        pending = self._pending
        pending.append((row_id, text))
        if len(pending) == _FOLDED_AT_ONCE:
            self._fold_pending()

    def row_ids(self) -> list[int]:
        """The ids of the rows that match the query."""
        self._fold_pending()
        return sorted(self._row_ids)

    def _fold_pending(self) -> None:
        if self._query.may_be_in_any([text for _, text in self._pending]):
            self._row_ids.update(
                row_id for row_id, text in self._pending if self._query.is_in(text)
            )
        self._pending.clear()


def _matches(
    connection: sqlite3.Connection, source: Source, query: Query, advisor_id: int | None
) -> Iterator[_Match]:
    non_ascii = _NonAscii(query)
    connection.create_function("examine", 2, non_ascii.examine)
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    word = query.longest[:_LIKE_LIMIT]
    values = {"advisor_id": advisor_id, "like": f"%{_escape(word)}%"}
    matches_like, passes = _conditions(source, has_wildcard=_escape(word) != word)
    for row in cursor.execute(f"{_select(source)} AND ({passes})", values):
        yield from _matches_in(source, query, row)
    if row_ids := non_ascii.row_ids():
        values["row_ids"] = str(row_ids)
        others = f"{_LISTED} AND ({matches_like}) IS NOT TRUE"
        for row in cursor.execute(f"{_select(source)} AND {others}", values):
            yield from _matches_in(source, query, row)


def _matches_in(source: Source, query: Query, row: sqlite3.Row) -> Iterator[_Match]:
    for column in source.columns:
        text = row[column]
        if text is None:
            continue
        for position, part in enumerate(_json_texts(text) if column in JSON_COLUMNS else (text,)):
            if query.is_in(part):
                yield _Match(column, position, part, row)


def _hits(connection: sqlite3.Connection, query: Query, ids: list[int]) -> Iterator[Hit]:
    """The hits of some matches, in that order, without those that no longer match."""
    places = connection.execute(_PLACES, (str(ids),)).fetchall()
    names = {person.id: (person.handle, person.name) for person in people(connection)}
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    hits: dict[tuple[int, int, str, int], Hit] = {}
    for number in {place[0] for place in places}:
        source = SOURCES[number]
        row_ids = str([place[1] for place in places if place[0] == number])
        for row in cursor.execute(
            f"{_select(source, _privacy(source))} AND {_LISTED}",
            {"advisor_id": None, "row_ids": row_ids},
        ):
            for match in _matches_in(source, query, row):
                place = (number, row["row_id"], match.field, match.position)
                hits[place] = _hit(source, match, query, names)
    return (hits[place] for place in places if place in hits)


def _select(source: Source, more: str = "") -> str:
    """A query for the rows of one advisor or of all; another condition may be appended.

    `more` are columns to select besides.
    """
    columns = ", ".join(
        f"{column}, {day} AS {column}_day" for column, day in source.columns.items()
    )
    is_theirs = IS_THEIRS.get(source.kind, f"{source.advisor} = :advisor_id")
    ids = f"id AS row_id, {source.record_id} AS record_id, {source.advisor} AS advisor"
    return (
        f"SELECT {ids}, {source.last_known}, {columns}{more} FROM {source.table}"
        f" WHERE (:advisor_id IS NULL OR {is_theirs})"
    )


def _privacy(source: Source) -> str:
    """The columns that say whether a text is private; only the hits that are shown need them."""
    return "".join(
        f", {source.private.get(column, '0')} AS {column}_private" for column in source.columns
    )


def _conditions(source: Source, *, has_wildcard: bool) -> tuple[str, str]:
    """Two conditions: some text matches LIKE; or it does, or else holds non-ASCII and is examined.

    They run on hundreds of thousands of texts, so they are kept cheap.
    """
    if any(column in JSON_COLUMNS for column in source.columns):
        return "TRUE", "TRUE"  # JSON may hold escapes
    escape = " ESCAPE '\\'" if has_wildcard else ""
    likes = {column: f"{column} LIKE :like{escape}" for column in source.columns}
    passes = (
        f"{column} NOTNULL AND ({like}"
        f" OR length({column}) < length(CAST({column} AS BLOB)) AND examine(id, {column}))"
        for column, like in likes.items()
    )
    return " OR ".join(likes.values()), " OR ".join(passes)


def _json_texts(text: str) -> list[str]:
    """The texts in a JSON column; values of an object come with their keys."""
    value: list[str] | dict[str, str] = from_json(text)
    if isinstance(value, dict):
        return [f"{dimension}: {words}" for dimension, words in value.items()]
    return value


def _escape(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _hit(source: Source, match: _Match, query: Query, names: dict[int, tuple[str, str]]) -> Hit:
    row = match.row
    last_known = row["last_handle"], row["last_name"]
    handle, name = names.get(row["advisor"], last_known)
    return Hit(
        source.kind,
        Ref(source.id_kind.letter, row["record_id"]) if source.id_kind else None,
        handle,
        name,
        day(match.on),
        match.field,
        query.excerpt(match.text),
        bool(row[f"{match.field}_private"]),
    )


_LISTED = "id IN (SELECT value FROM json_each(:row_ids))"
_MATCH_TABLE = """
CREATE TEMP TABLE match (
    id INTEGER PRIMARY KEY, source INTEGER, row_id INTEGER, record_id INTEGER, day TEXT,
    field TEXT, position INTEGER
)"""
_NEWEST_MATCHES = """
SELECT id FROM match ORDER BY day IS NULL DESC, day DESC, record_id DESC, id LIMIT ?"""
_PLACES = """
SELECT source, row_id, field, position
FROM match JOIN json_each(?) AS listed ON listed.value = match.id ORDER BY listed.key"""
_FOLDED_AT_ONCE = 1_000
# SQLite refuses a pattern over 50,000 bytes, and one letter may fold to eighteen.
_LIKE_LIMIT = 1_000
