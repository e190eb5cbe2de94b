"""Every text that the user wrote, searched for a phrase, for `search`.

SQLite reads the texts and lets through those that may hold the phrase; `Phrase` decides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from boardroom.queries.people import people
from boardroom.queries.search_sources import IS_THEIRS, JSON_COLUMNS, SOURCES, Source
from boardroom.queries.views import day
from boardroom.record import Record
from boardroom.rules.ids import Ref
from boardroom.rules.phrase_search import Excerpt, Phrase
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


class HitList(Record):
    """Hits without a day first, then the newest, and how many more were left out."""

    hits: tuple[Hit, ...]
    left_out_count: int


def search(
    connection: sqlite3.Connection,
    phrase: Phrase,
    *,
    advisor_id: int | None = None,
    since: date | None = None,
    limit: int | None = None,
) -> HitList:
    """The fields that hold the phrase, about one advisor or about anybody (None).

    `since` leaves out fields that are older or have no day; `limit` keeps the first that many.
    """
    matches = [
        match
        for source in SOURCES
        if source.is_about_people or advisor_id is None
        for match in _matches(connection, source, phrase, advisor_id)
        if since is None or (match.on is not None and match.on >= since.isoformat())
    ]
    matches.sort(key=lambda match: (match.on or "9", match.row["record_id"]), reverse=True)
    shown = matches if limit is None else matches[:limit]
    names = {person.id: (person.handle, person.name) for person in people(connection)}
    return HitList(tuple(_hit(match, phrase, names) for match in shown), len(matches) - len(shown))


class _Match(Record):
    source: Source
    field: str
    text: str
    row: sqlite3.Row

    @property
    def on(self) -> str | None:
        """The day the text was written."""
        day: str | None = self.row[f"{self.field}_day"]
        return day


class _NonAscii:
    """The rows whose texts are not all ASCII and hold the phrase.

    SQLite passes each such text to `examine`. LIKE ignores the case of ASCII letters alone, and no
    accents, so these texts are folded here: many at once, since most searches find none of them.
    """

    def __init__(self, phrase: Phrase) -> None:
        self._phrase = phrase
        self._pending: list[tuple[int, str]] = []
        self._pending_size = 0
        self._row_ids: set[int] = set()

    def examine(self, row_id: int, text: str) -> bool:
        """Takes a text; its answer, always no, leaves the row out of the query that asks."""
        self._pending.append((row_id, text))
        self._pending_size += len(text)
        if self._pending_size > _FOLDED_AT_ONCE:
            self._fold_pending()
        return False

    def row_ids(self) -> list[int]:
        """The ids of the rows that hold the phrase."""
        self._fold_pending()
        return sorted(self._row_ids)

    def _fold_pending(self) -> None:
        if self._phrase.may_be_in_any([text for _, text in self._pending]):
            self._row_ids.update(
                row_id for row_id, text in self._pending if self._phrase.is_in(text)
            )
        self._pending.clear()
        self._pending_size = 0


def _matches(
    connection: sqlite3.Connection, source: Source, phrase: Phrase, advisor_id: int | None
) -> Iterator[_Match]:
    non_ascii = _NonAscii(phrase)
    connection.create_function("examine", 2, non_ascii.examine)
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    values = {"advisor_id": advisor_id, "like": f"%{_escape(phrase.longest[:_LIKE_LIMIT])}%"}
    like, examine = _conditions(source)
    for row in cursor.execute(f"{_select(source)} AND ({like} OR {examine})", values):
        yield from _matches_in(source, phrase, row)
    if row_ids := non_ascii.row_ids():
        values["row_ids"] = str(row_ids)
        listed = "id IN (SELECT value FROM json_each(:row_ids))"
        for row in cursor.execute(
            f"{_select(source)} AND {listed} AND ({like}) IS NOT TRUE", values
        ):
            yield from _matches_in(source, phrase, row)


def _matches_in(source: Source, phrase: Phrase, row: sqlite3.Row) -> Iterator[_Match]:
    for column in source.columns:
        text = row[column]
        if text is None:
            continue
        for part in _json_texts(text) if column in JSON_COLUMNS else (text,):
            if phrase.is_in(part):
                yield _Match(source, column, part, row)


def _select(source: Source) -> str:
    """The rows of one advisor, or all of them; a further condition may follow."""
    columns = ", ".join(
        f"{column}, {day} AS {column}_day" for column, day in source.columns.items()
    )
    is_theirs = IS_THEIRS.get(source.kind, f"{source.advisor} = :advisor_id")
    ids = f"{source.record_id} AS record_id, {source.advisor} AS advisor"
    return (
        f"SELECT {ids}, {source.last_known}, {columns} FROM {source.table}"  # noqa: S608  our own words
        f" WHERE (:advisor_id IS NULL OR {is_theirs})"
    )


def _conditions(source: Source) -> tuple[str, str]:
    """That a row matches LIKE, and the call of `examine` for its texts that are not all ASCII."""
    if any(
        column in JSON_COLUMNS for column in source.columns
    ):  # JSON may write a letter as an escape
        return "TRUE", "FALSE"
    return (
        " OR ".join(f"{column} LIKE :like ESCAPE '\\'" for column in source.columns),
        " OR ".join(
            f"length({column}) < length(CAST({column} AS BLOB)) AND examine(id, {column})"
            for column in source.columns
        ),
    )


def _json_texts(text: str) -> list[str]:
    """The texts in a JSON column; those of an object with their keys."""
    value: list[str] | dict[str, str] = from_json(text)
    if isinstance(value, dict):
        return [f"{dimension}: {words}" for dimension, words in value.items()]
    return value


def _escape(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _hit(match: _Match, phrase: Phrase, names: dict[int, tuple[str, str]]) -> Hit:
    source, row = match.source, match.row
    last_known = row["last_handle"], row["last_name"]
    handle, name = last_known if row["advisor"] is None else names[row["advisor"]]
    return Hit(
        source.kind,
        Ref(source.id_kind.letter, row["record_id"]) if source.id_kind else None,
        handle,
        name,
        day(match.on),
        match.field,
        phrase.excerpt(match.text),
    )


_FOLDED_AT_ONCE = 1_000_000  # characters: as many as one meeting's notes may have
# SQLite refuses a pattern over 50,000 bytes, and one letter may fold to eighteen.
_LIKE_LIMIT = 1_000
