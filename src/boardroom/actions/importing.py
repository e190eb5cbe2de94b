"""Importing a board's own JSON into another, or into an empty one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardroom.errors import ImportRejected
from boardroom.formats.board_json import BoardContent
from boardroom.queries.export import ROWS
from boardroom.queries.invariants import broken_rules
from boardroom.queries.people import people
from boardroom.rules.board_file import KEYS
from boardroom.rules.handles import handle_for
from boardroom.rules.imports import Imported
from boardroom.rules.names import same_name
from boardroom.store.rows import Advisor, Meeting, Transition
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.store.row import Row

_NATURAL_KEYS = {
    "setting": ("key",),
    "goal_helper": ("goal_id", "advisor_id"),
    "plan_day": ("meeting_id", "recorded_on"),
    "agreement": ("advisor_id",),
    "agreement_term": ("agreement_id", "recorded_on"),
    "confidential_period": ("advisor_id", "from_on"),
    "rating": ("advisor_id", "criterion_id"),
    "snooze": ("subject", "advisor_id", "promise_id"),
    "review_answer": ("review_id", "handle"),
}
"""What makes two records of a table one, where they have no uid, or where there may be only one."""


def import_board(work: Work, content: BoardContent, *, update: bool) -> Imported:
    """Adds the records of a file that the board does not have.

    Records are matched by `uid`, and people by their full name too. One that differs is left as it
    is on the board, or changed with `update`; a file without private records never blanks a field.
    On a board without records, ids are kept.

    Raises:
        ImportRejected: a record refers to one that the file does not hold, or the board would break
            a rule.
    """
    before = {*broken_rules(work.connection, today=work.today)}
    importer = _Importer(work, content, update=update)
    for table in KEYS:
        importer.take(table)
    for finding in broken_rules(work.connection, today=work.today):
        if finding.level == "error" and finding not in before:
            raise ImportRejected(
                f"After the import, {finding.subject} would break a rule: {finding.message}",
                "Nothing was imported.",
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
        self._on_file_by_name: set[int] = set()
        self._added: dict[str, int] = {}
        self._changed: dict[str, int] = {}
        self._same_count = 0
        self._left: list[str] = []

    def imported(self) -> Imported:
        """What was done."""
        return Imported(self._added, self._changed, self._same_count, tuple(self._left))

    def take(self, table: str) -> None:
        """Adds or matches every record of a table."""
        kind = ROWS[table]
        on_file = {self._key(table, row): row for row in self._work.find(kind)}
        by_uid = {
            row.uid: row  # type: ignore[attr-defined]  # where the table has the column
            for row in on_file.values()
            if "uid" in kind.COLUMNS
        }
        ids = self._ids[table] = {}
        for place, record in enumerate(self._content.rows.get(table, ())):
            values = self._values(f"{KEYS[table]}[{place}]", kind, record)
            row = by_uid.get(values.get("uid", "")) or on_file.get(self._key_of(table, values))
            row = row or self._same_person(table, values)
            if row is not None:
                ids[record["id"]] = row.id
                self._compare(row, values)
            elif not (kind is Transition and values["advisor_id"] in self._on_file_by_name):
                ids[record["id"]] = self._add(kind, values)

    def _values(self, place: str, kind: type[Row], record: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a record, with days as dates and references to the rows of the board."""
        values = {column: record[column] for column in kind.COLUMNS if column in record}
        for column, value in values.items():
            if value is None:
                continue
            if column in kind.DAYS:
                values[column] = date.fromisoformat(value)
            table = column.removesuffix("_id")
            if column.endswith("_id") and table in KEYS:
                if value not in self._ids[table]:
                    raise ImportRejected(
                        f"{place}.{column}: there is no {value} among {KEYS[table]}.",
                        "Nothing was imported.",
                    )
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

    def _add(self, kind: type[Row], values: dict[str, Any]) -> int:
        if not self._keeps_ids:
            del values["id"]
        if kind is Advisor:
            if values["handle"] in self._handles:
                values["handle"] = handle_for(values["name"], self._handles)
            self._handles.add(values["handle"])
        form_id = values.get("form_id")
        if form_id and self._work.first(Meeting, form_id=form_id):
            values["form_id"] = None
        row = self._work.add(kind(**values))
        key = KEYS[kind.TABLE]
        self._added[key] = self._added.get(key, 0) + 1
        return row.id

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

    def _key(self, table: str, row: Row) -> object:
        return self._key_of(table, {column: getattr(row, column) for column in row.COLUMNS})

    def _key_of(self, table: str, values: Mapping[str, Any]) -> object:
        columns = _NATURAL_KEYS.get(table)
        if columns is None:
            return values.get("uid")
        return tuple(values.get(column) for column in columns)


def _is_whole(column: str, value: object) -> bool:
    """Whether a file without private records has the whole value of a column."""
    return value is not None and column != "board_facts"  # which may lack the titles of goals
