"""Writes the meetings, promises, exchanges and birthdays of an import, each once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardroom.actions.incoming.merging import merge, raw
from boardroom.actions.incoming.origins import Origins
from boardroom.actions.incoming.tally import Tally
from boardroom.actions.meeting_rows import record_plan
from boardroom.formats.incoming.records import Birthday, Given, HeldMeeting, Person, Promised
from boardroom.queries.settings import settings
from boardroom.rules.calendar import days_in_month
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import new_uid
from boardroom.rules.names import fold
from boardroom.store.bulk import add_all
from boardroom.store.rows import Advisor, Exchange, Meeting, Occasion, Promise
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from boardroom.actions.incoming.merging import Check
    from boardroom.store.row import Row

    R = TypeVar("R", Meeting, Promise, Exchange, Occasion)

BIRTHDAY = "birthday"
"""The words of the occasion that a birthday becomes."""


class RecordWriter:
    """Adds the records that are new, and merges those that the board has; call `store` last."""

    def __init__(
        self, work: Work, origins: Origins, tally: Tally, *, update: bool, check: Check
    ) -> None:
        self._work, self._origins, self._tally = work, origins, tally
        self._update, self._check = update, check
        self._minutes = settings(work.connection).minutes
        self._by_uid: dict[str, Row] = {}
        self._by_key: dict[tuple[object, ...], list[Row]] = {}
        self._new: dict[type[Row], list[Row]] = {}
        for table in (Meeting, Promise, Exchange, Occasion):
            # Of two meetings of one day in a file, neither is the other's.
            claimed = origins.rows_of(table) if table is Meeting else set()
            for row in work.find(table):
                uid: str = row.uid  # type: ignore[attr-defined]  # all four have it
                self._by_uid[uid] = row
                if uid not in claimed:
                    self._by_key.setdefault(_key(row), []).append(row)

    def write(
        self, record: HeldMeeting | Promised | Given, advisor: Advisor, *, is_new: bool
    ) -> None:
        """Adds or merges a record of a person; `is_new` if the import has added the person."""
        if isinstance(record, HeldMeeting):
            self._write_meeting(record, advisor, is_new=is_new)
        elif isinstance(record, Promised):
            self._write_promise(record, advisor, is_new=is_new)
        else:
            values: dict[str, Any] = {
                "text": record.text,
                "exchanged_on": record.on,
                "kind": record.kind,
            }
            row = Exchange(
                uid=new_uid(), advisor_id=advisor.id, direction=record.direction, **values
            )
            self._put(row, record.source_id, record.place, values, is_new=is_new)

    def write_birthday(
        self, person: Person, advisor: Advisor, *, is_new: bool, update: bool
    ) -> None:
        """Adds a person's birthday as a yearly occasion, or moves it, with `update` in any case."""
        if person.birthday is None:
            return
        row = Occasion(
            uid=new_uid(),
            advisor_id=advisor.id,
            text=BIRTHDAY,
            occurs_on=birthday_on(person.birthday, today=self._work.today),
            yearly=True,
            added_on=self._work.today,
        )
        known = self._known(row, person.source_id)
        if known and person.birthday.year is None and _same_day(known.occurs_on, row.occurs_on):
            row.occurs_on = known.occurs_on
        values = {"occurs_on": row.occurs_on}
        self._put(row, person.source_id, person.place, values, is_new=is_new, update=update)

    def store(self) -> None:
        """Stores the new rows."""
        for table, rows in self._new.items():
            add_all(self._work, rows)
            self._tally.add(table, len(rows))
        self._new = {}

    def _write_meeting(self, record: HeldMeeting, advisor: Advisor, *, is_new: bool) -> None:
        if record.on > self._work.today:
            problem = f"day: {format_day(record.on)} is still to come, so it was not held"
            self._tally.refuse(record.place, problem)
            return
        given: dict[str, Any] = {
            "met_on": record.on,
            "start_time": record.start_time,
            "way": record.way,
            "place": record.where,
            "minutes": record.minutes,
            "notes": record.notes,
        }
        values = {column: value for column, value in given.items() if value is not None}
        usual: dict[str, Any] = {
            "way": advisor.way or "other",
            "minutes": advisor.minutes or self._minutes,
        }
        row = Meeting(uid=new_uid(), advisor_id=advisor.id, status="held", **(usual | values))
        known = self._put(row, record.source_id, record.place, values, is_new=is_new)
        if isinstance(known, Meeting) and known.status == "planned":
            known.status = "held"
            record_plan(self._work, known)

    def _write_promise(self, record: Promised, advisor: Advisor, *, is_new: bool) -> None:
        made_on = min(day for day in (record.made_on, record.done_on, self._work.today) if day)
        values: dict[str, Any] = {"text": record.text, "status": record.status}
        days = {"due_on": record.due_on, "done_on": record.done_on, "note": record.note}
        values |= {column: value for column, value in days.items() if value is not None}
        row = Promise(
            uid=new_uid(), advisor_id=advisor.id, by_whom=record.by_whom, made_on=made_on, **values
        )
        if record.status != "open" and row.done_on is None:
            row.done_on = self._work.today
        self._put(row, record.source_id, record.place, values, is_new=is_new)

    def _put(
        self,
        row: R,
        source_id: str,
        place: str,
        values: dict[str, Any],
        *,
        is_new: bool,
        update: bool | None = None,
    ) -> Row | None:
        """Adds a row, or merges `values` into the one that it is; returns that one."""
        source = self._origins.find(type(row), source_id)
        if source and source.row_uid not in self._by_uid and not is_new:
            self._tally.gone_count += 1
            return None
        known = self._known(row, source_id)
        if known is not None:
            update = self._update if update is None else update
            return self._merge(known, row, source_id, place, values, update=update)
        if problem := self._check(row.TABLE, raw(row)):
            self._tally.refuse(place, problem)
            return None
        self._new.setdefault(type(row), []).append(row)
        if isinstance(row, Occasion):  # of somebody who is twice in the file
            self._by_key.setdefault(_key(row), []).append(row)
        self._origins.remember(row, source_id, values)
        return None

    def _merge(
        self, known: R, row: R, source_id: str, place: str, values: dict[str, Any], *, update: bool
    ) -> Row | None:
        """Changes a row of the board as the file says; None if its model refuses it."""
        if known in self._by_key.get(_key(row), ()):
            self._by_key[_key(row)].remove(known)
        source = self._origins.find(type(row), source_id)
        merged = merge(
            known,
            values,
            source.columns if source else {},
            update=update,
            assumed={"minutes": self._minutes, "way": "other"},
        )
        new_values = merged.values
        if new_values and (problem := self._check(row.TABLE, raw(known) | _as_raw(new_values))):
            self._tally.refuse(place, problem)
            return None
        for column, value in new_values.items():
            setattr(known, column, value)
        self._tally.merge(known, merged)
        self._origins.remember(known, source_id, merged.agreed)
        return known

    def _known(self, row: R, source_id: str) -> R | None:
        """The row that a record became before, or one on the board that says the same."""
        source = self._origins.find(type(row), source_id)
        known = self._by_uid.get(source.row_uid) if source else None
        known = known or next(iter(self._by_key.get(_key(row), ())), None)
        assert known is None or isinstance(known, type(row))  # by their keys
        return known


def birthday_on(birthday: Birthday, *, today: date) -> date:
    """The day of birth, or where its year is unknown the last birthday up to `today`."""
    if birthday.year:
        return date(birthday.year, birthday.month, birthday.day)
    year = today.year
    while (
        birthday.day > days_in_month(year, birthday.month)
        or date(year, birthday.month, birthday.day) > today
    ):
        year -= 1
    return date(year, birthday.month, birthday.day)


def _key(row: Row) -> tuple[object, ...]:
    """What two records that say the same have in common."""
    if isinstance(row, Meeting):
        is_plan_or_held = row.status in ("planned", "held")
        return (Meeting, row.advisor_id, row.met_on, is_plan_or_held)
    if isinstance(row, Promise):
        return (Promise, row.advisor_id, row.by_whom, fold(row.text))
    if isinstance(row, Exchange):
        return (Exchange, row.advisor_id, row.direction, row.exchanged_on, fold(row.text))
    assert isinstance(row, Occasion)  # the fourth of what is written here
    return (Occasion, row.advisor_id, row.yearly, BIRTHDAY in fold(row.text))


def _same_day(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day)


def _as_raw(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        column: value.isoformat() if isinstance(value, date) else value
        for column, value in values.items()
    }
