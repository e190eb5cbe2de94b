"""Importing an export of a board into another, or into an empty one."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED, BoardContent, reject_any
from boardroom.queries.export import ROWS
from boardroom.queries.invariants import broken_rules
from boardroom.queries.people import people
from boardroom.rules.board_file import KEYS, NATURAL_KEYS, OF_ONE_MACHINE
from boardroom.rules.handles import handle_for
from boardroom.rules.ids import uid_of
from boardroom.rules.imports import Imported
from boardroom.rules.names import same_name
from boardroom.store.bulk import add_all
from boardroom.store.rows import Advisor, Meeting, Setting, Transition
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.store.row import Row

_REPEATED_KEYS = {"snooze": ("subject", "advisor_id", "promise_id", "snoozed_on")}
"""The columns by which records that may recur are known, together with their order."""


def import_board(
    work: Work, content: BoardContent, *, update: bool, step: Callable[[], None]
) -> Imported:
    """Adds the records of a file that the board does not have; calls `step` after each.

    Records are matched by `uid`, and people by their full name too. One that differs is left as it
    is on the board, or changed with `update`; a file without private records never blanks a field.
    On a board without records, ids are kept. A record without a `uid` gets one made of its words,
    so that the same file a second time changes nothing.

    Raises:
        ImportRejected: the board would break a rule.
    """
    before = {*broken_rules(work.connection, today=work.today)}
    importer = _Importer(work, content, update=update)
    for table in KEYS:
        importer.take(table, step)
    reject_any(
        f"After the import, {finding.subject} would break a rule: {finding.message}"
        for finding in broken_rules(work.connection, today=work.today)
        if finding.level == "error" and finding not in before
    )
    return importer.imported()


class _Importer:
    def __init__(self, work: Work, content: BoardContent, *, update: bool) -> None:
        self._work = work
        self._content = content
        self._update = update
        self._keeps_ids = not any(work.first(ROWS[table]) for table in KEYS if table != "setting")
        self._ids: dict[str, dict[int, int]] = {}
        self._people = people(work.connection)
        self._handles = {person.handle for person in self._people}
        self._setting_ids = {setting.id for setting in work.find(Setting)}
        self._form_ids = {meeting.form_id for meeting in work.find(Meeting)} - {None}
        self._on_file_by_name: set[int] = set()
        self._added: dict[str, int] = {}
        self._changed: dict[str, int] = {}
        self._same_count = 0
        self._left: list[str] = []

    def imported(self) -> Imported:
        """What was done."""
        return Imported(self._added, self._changed, self._same_count, tuple(self._left))

    def take(self, table: str, step: Callable[[], None]) -> None:
        """Adds or matches every record of a table."""
        if not self._content.rows.get(table):
            return
        kind = ROWS[table]
        has_uid = "uid" in kind.COLUMNS
        on_file: dict[object, Row] = {}
        by_uid: dict[str, Row] = {}
        repeats: Counter[object] = Counter()
        for row in self._work.find(kind):
            if key := _key(table, vars(row), repeats):
                on_file[key] = row
            if has_uid:
                by_uid[row.uid] = row  # type: ignore[attr-defined]  # it has the column
        repeats.clear()
        new: list[Row] = []
        rows: dict[int, Row] = {}
        for record in self._records(table):
            values = self._values(kind, record)
            key = _key(table, values, repeats)
            if has_uid and "uid" not in values:
                values["uid"] = uid_of(table, json.dumps(record))
            same = by_uid.get(values.get("uid", "")) or on_file.get(key)
            same = same or self._same_person(table, values)
            if same is not None:
                self._compare(same, values)
            elif kind is Transition and values["advisor_id"] in self._on_file_by_name:
                continue
            else:
                same = self._new(kind, values)
                new.append(same)
                if key:
                    on_file[key] = same
            rows[record["id"]] = same
            step()
        self._add(table, new)
        self._ids[table] = {file_id: row.id for file_id, row in rows.items()}

    def _records(self, table: str) -> Sequence[Mapping[str, Any]]:
        """The records of a table in the file, without settings of another machine."""
        records = self._content.rows[table]
        if table != Setting.TABLE:
            return records
        return [record for record in records if record.get("key") not in OF_ONE_MACHINE]

    def _values(self, kind: type[Row], record: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a record, with days as dates and references to the rows of the board."""
        values = {column: record[column] for column in kind.COLUMNS if column in record}
        for column, value in values.items():
            if value is None:
                continue
            if column in kind.DAYS:
                values[column] = date.fromisoformat(value)
            table = column.removesuffix("_id")
            if column.endswith("_id") and table in KEYS:
                values[column] = self._ids[table][value]
        return values

    def _same_person(self, table: str, values: Mapping[str, Any]) -> Row | None:
        if table != Advisor.TABLE or self._keeps_ids:
            return None
        person = same_name(values["name"], self._people)
        if person is None:
            return None
        self._on_file_by_name.add(person.id)
        return self._work.get(Advisor, person.id)

    def _new(self, kind: type[Row], values: dict[str, Any]) -> Row:
        if not self._keeps_ids or (kind is Setting and values["id"] in self._setting_ids):
            del values["id"]
        if kind is Advisor:
            if values["handle"] in self._handles:
                values["handle"] = handle_for(values["name"], self._handles)
            self._handles.add(values["handle"])
        if values.get("form_id") in self._form_ids:
            values["form_id"] = None
        return kind(**values)

    def _add(self, table: str, rows: list[Row]) -> None:
        try:
            add_all(self._work, rows)
        except sqlite3.IntegrityError as error:
            raise ImportRejected(f"{KEYS[table]}: {error}.", NOTHING_IMPORTED) from None
        if rows:
            self._added[KEYS[table]] = len(rows)

    def _compare(self, row: Row, values: Mapping[str, Any]) -> None:
        differing = {
            column: value
            for column, value in values.items()
            if column not in ("id", "uid", "handle", "form_id")
            and getattr(row, column) != value
            and (self._content.has_private or _is_whole(column, value))
        }
        if not differing:
            self._same_count += 1
        elif self._update:
            for column, value in differing.items():
                setattr(row, column, value)
            key = KEYS[row.TABLE]
            self._changed[key] = self._changed.get(key, 0) + 1
        else:
            name = row.ref if row.LETTER else getattr(row, "handle", f"{KEYS[row.TABLE]} {row.id}")
            self._left.append(f"{name}: {', '.join(differing)}")


def _key(table: str, values: Mapping[str, Any], repeats: Counter[object]) -> tuple[object, ...]:
    """What no other record of a table has; empty if that is the uid alone.

    Of records that may recur, `repeats` counts those with the same key.
    """
    key = tuple(values.get(column) for column in NATURAL_KEYS.get(table, ()))
    if table in _REPEATED_KEYS:
        key = tuple(values.get(column) for column in _REPEATED_KEYS[table])
        repeats[key] += 1
        key = (*key, repeats[key])
    return key


def _is_whole(column: str, value: object) -> bool:
    """Whether a file without private records has the whole value of a column."""
    return value is not None and column != "board_facts"  # which may lack the titles of goals
