"""A board for a test, filled by the program's own actions in a few words."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from boardroom.actions.advisors import add_advisor
from boardroom.actions.agreements import agree
from boardroom.actions.criteria import add_criterion, rate_advisor
from boardroom.actions.demo import make_demo
from boardroom.actions.lifecycle import take_step
from boardroom.actions.reviews import answer_review, complete_review
from boardroom.actions.settings import change_setting
from boardroom.actions.snooze import snooze_advisor, snooze_review
from boardroom.queries.due import DueView, due
from boardroom.queries.reviews import ReviewView, review
from boardroom.rules.review_facts import Facts, facts_to_json
from boardroom.rules.windows import Span
from boardroom.store.file import connect, reading
from boardroom.store.oplog import Recording
from boardroom.store.rows import (
    Advice,
    AgendaItem,
    Exchange,
    Goal,
    GoalHelper,
    GoalStep,
    Letter,
    Meeting,
    Occasion,
    PlanDay,
    Promise,
)
from boardroom.store.work import Work, change

TODAY = date(2026, 11, 21)
"""The fixed today of every test, a Saturday; also in `BOARDROOM_TODAY`."""


_EMPTY: list[bytes] = []
_DEMO: list[bytes] = []


class _Filling(Work):
    """A change that is neither recorded nor copied first."""

    def _before_writing(self, table: str, *, deleting: bool = False) -> None:
        """Does nothing: the history is none of the test's business."""


class Board:
    """A board file, and the ways a test fills and reads it. Days are ISO texts.

    Filling it leaves nothing in the history, unless it is `recorded`.
    """

    def __init__(self, path: Path, *, recorded: bool = False) -> None:
        self.path = str(path)
        self.recorded = recorded

    def advisor(
        self,
        name: str = "Marcus Ojo",
        *,
        joined: str = "2026-01-10",
        today: date = TODAY,
        **fields: object,
    ) -> int:
        """Seats somebody, even beyond the limit; returns the row id."""
        with self._filled(today) as work:
            return add_advisor(
                work,
                name,
                dict(fields),
                since=date.fromisoformat(joined),
                beyond=True,
                another=True,
            ).id

    def mentee(self, name: str = "Zoe Park", *, joined: str = "2026-10-10") -> int:
        """Adds somebody whom the user mentors; returns the row id."""
        return self.advisor(name, joined=joined, role="mentee")

    def prospect(self, name: str, *, since: str | None = None) -> int:
        """Puts a prospect on file; returns the row id."""
        with self._filled() as work:
            return add_advisor(
                work,
                name,
                {},
                prospect=True,
                another=True,
                since=None if since is None else date.fromisoformat(since),
            ).id

    def step(self, advisor_id: int, to: str, on: str, *, until: str | None = None) -> None:
        """Takes a dated step of the lifecycle, recorded on its day."""
        with self._filled(date.fromisoformat(on)) as work:
            take_step(
                work,
                advisor_id,
                to,
                on=date.fromisoformat(on),
                until=None if until is None else date.fromisoformat(until),
                beyond=True,
            )

    def meeting(
        self,
        advisor_id: int,
        on: str,
        status: str = "held",
        *,
        way: str = "coffee",
        minutes: int = 60,
        recorded: str = "2026-01-01",
        **fields: Any,  # noqa: ANN401  its columns
    ) -> int:
        """Puts a meeting on file, whatever its day; returns the row id.

        A plan was made on the day that it was `recorded`.
        """
        with self._filled() as work:
            work.did("Met")
            row = Meeting(
                advisor_id=advisor_id,
                status=status,
                met_on=date.fromisoformat(on),
                way=way,
                minutes=minutes,
                **fields,
            )
            row_id = work.add(row).id
            if status == "planned":
                work.add(
                    PlanDay(
                        meeting_id=row_id,
                        recorded_on=date.fromisoformat(recorded),
                        met_on=row.met_on,
                        start_time=row.start_time,
                    )
                )
        assert row_id is not None
        return row_id

    def item(
        self,
        advisor_id: int,
        text: str = "How do I get P&L exposure?",
        *,
        added: str = "2026-11-01",
        **fields: Any,  # noqa: ANN401  its columns
    ) -> int:
        """Puts an item on the agenda; returns the row id."""
        with self._filled() as work:
            work.did("Added")
            row = AgendaItem(
                advisor_id=advisor_id,
                kind="topic",
                text=text,
                added_on=date.fromisoformat(added),
                **fields,
            )
            row_id = work.add(row).id
        assert row_id is not None
        return row_id

    def promise(
        self,
        advisor_id: int,
        text: str = "Send the deck",
        *,
        by_whom: str = "me",
        made: str = "2026-11-01",
        **fields: Any,  # noqa: ANN401  its columns
    ) -> int:
        """Puts a promise on file; days in `fields` are ISO texts. Returns the row id."""
        days = {
            name: date.fromisoformat(day)
            for name, day in fields.items()
            if name in ("due_on", "done_on")
        }
        with self._filled() as work:
            work.did("Promised")
            row = Promise(
                advisor_id=advisor_id,
                by_whom=by_whom,
                text=text,
                made_on=date.fromisoformat(made),
                **{"status": "kept" if "done_on" in days else "open", **fields, **days},
            )
            row_id = work.add(row).id
        assert row_id is not None
        return row_id

    def advice(
        self,
        advisor_id: int,
        text: str = "Shadow the budget round",
        *,
        given: str = "2026-11-01",
        **fields: Any,  # noqa: ANN401  its columns
    ) -> int:
        """Puts advice on file; days in `fields` are ISO texts. Returns the row id."""
        days = {
            name: date.fromisoformat(day)
            for name, day in fields.items()
            if name in ("outcome_on", "reported_on")
        }
        with self._filled() as work:
            work.did("Advised")
            row_id = work.add(
                Advice(
                    advisor_id=advisor_id,
                    text=text,
                    given_on=date.fromisoformat(given),
                    **{**fields, **days},
                )
            ).id
        assert row_id is not None
        return row_id

    def exchange(
        self,
        advisor_id: int,
        direction: str = "given",
        text: str = "Notes",
        *,
        on: str = "2026-11-01",
        **fields: Any,  # noqa: ANN401  its columns
    ) -> int:
        """Puts an exchange on file, without its follow-up; returns the row id."""
        with self._filled() as work:
            work.did("Exchanged")
            row = Exchange(
                advisor_id=advisor_id,
                direction=direction,
                text=text,
                exchanged_on=date.fromisoformat(on),
                **{"kind": "other", **fields},
            )
            row_id = work.add(row).id
        assert row_id is not None
        return row_id

    def occasion(
        self,
        advisor_id: int,
        text: str = "Board exam",
        *,
        on: str = "2026-12-11",
        added: str = "2026-11-01",
        done: str | None = None,
        **fields: Any,  # noqa: ANN401  its columns
    ) -> int:
        """Puts an occasion on file; a `done` day is ISO text. Returns the row id."""
        with self._filled() as work:
            work.did("Added")
            row = Occasion(
                advisor_id=advisor_id,
                text=text,
                occurs_on=date.fromisoformat(on),
                added_on=date.fromisoformat(added),
                done_on=None if done is None else date.fromisoformat(done),
                **fields,
            )
            return work.add(row).id

    def letter(self, advisor_id: int, kind: str = "thanks", on: str = "2026-11-01") -> None:
        """Puts a letter on file that was sent on a day."""
        with self._filled() as work:
            work.did("Sent")
            work.add(Letter(advisor_id=advisor_id, kind=kind, sent_on=date.fromisoformat(on)))

    def change(self, today: date = TODAY) -> AbstractContextManager[Work]:
        """One change of the board, for the actions under test."""
        return change(self.path, "test", today=today)

    def setting(self, key: str, value: str) -> None:
        """Changes a setting."""
        with self._filled() as work:
            change_setting(work, key, value)

    def snooze(self, advisor_id: int | None, until: str, on: str = "2026-11-21") -> None:
        """Snoozes somebody, or the review (None), from a day until another."""
        with self._filled(date.fromisoformat(on)) as work:
            if advisor_id is None:
                snooze_review(work, until=date.fromisoformat(until))
            else:
                snooze_advisor(work, advisor_id, until=date.fromisoformat(until))

    def review(self, *advisor_ids: int, on: str | None, of_board: bool = False) -> None:
        """Puts a review of those advisors on file; an open one if `on` is None."""
        self.put(
            "INSERT INTO review (uid, started_on, completed_on, of_board) VALUES (?, '2026-01-01', ?, ?)",
            str(uuid4()),
            on,
            of_board,
        )
        for row_id in advisor_ids:
            self.put(
                "INSERT INTO review_answer (review_id, advisor_id, handle, name, facts)"
                " SELECT (SELECT max(id) FROM review), id, handle, name, ? FROM advisor WHERE id = ?",
                "{}"
                if on is None
                else json.dumps(
                    facts_to_json(
                        Facts(date.fromisoformat(on), date.fromisoformat(on), window="4-6w")
                    )
                ),
                row_id,
            )

    def answer(
        self,
        advisor_id: int,
        *,
        alone: bool = False,
        on: str = "2026-11-21",
        **given: Any,  # noqa: ANN401  an Answer's fields
    ) -> int:
        """Answers about an advisor (default: keep) in the open review, or a new one; returns its id."""
        with self.change(date.fromisoformat(on)) as work:
            return answer_review(
                work,
                advisor_id=advisor_id,
                advisor_alone=alone,
                changes=given or {"decision": "keep"},
            ).id

    def complete(self, review_id: int, on: str = "2026-11-21") -> None:
        """Completes a review on a day."""
        with self.change(date.fromisoformat(on)) as work:
            complete_review(work, review_id)

    def reviewed(self, review_id: int = 1) -> ReviewView:
        """A review, open or completed."""
        with reading(self.path) as connection:
            return review(connection, review_id)

    def goal(
        self,
        title: str = "Run a P&L",
        *helpers: int,
        added: str = "2026-01-02",
        **fields: Any,  # noqa: ANN401  its columns
    ) -> int:
        """Puts a goal with those helpers on file; days in `fields` are ISO texts. Returns the row id."""
        days = {
            name: date.fromisoformat(day)
            for name, day in fields.items()
            if name in ("target_on", "closed_on")
        }
        with self._filled() as work:
            work.did("Set")
            row = Goal(
                title=title,
                added_on=date.fromisoformat(added),
                **{"horizon": "near", **fields, **days},
            )
            row_id = work.add(row).id
            assert row_id is not None
            for advisor_id in helpers:
                work.add(GoalHelper(goal_id=row_id, advisor_id=advisor_id))
        return row_id

    def goal_step(self, goal_id: int, text: str = "Shadow the budget round", **fields: Any) -> int:  # noqa: ANN401  its columns
        """Puts a step towards a goal on file; days in `fields` are ISO texts. Returns the row id."""
        days = {
            name: date.fromisoformat(day)
            for name, day in fields.items()
            if name in ("due_on", "done_on", "added_on")
        }
        with self._filled() as work:
            work.did("Added")
            row_id = work.add(GoalStep(goal_id=goal_id, text=text, **{**fields, **days})).id
        assert row_id is not None
        return row_id

    def criterion(self, text: str = "Has run a P&L", *, must: bool = True, **met: bool) -> int:
        """Puts a criterion on file, and ratings by handle; returns the row id."""
        with self.change() as work:
            criterion_id = add_criterion(work, text, must=must).id
            for handle, meets in met.items():
                rate_advisor(
                    work,
                    self.sql("SELECT id FROM advisor WHERE handle = ?", handle)[0][0],
                    criterion_id,
                    meets=meets,
                )
        return criterion_id

    def agreement(
        self,
        advisor_id: int,
        *,
        until: str | None = "2027-06-01",
        focus: Sequence[str] = ("pricing", "P&L"),
        confidential: bool = True,
        **fields: str,
    ) -> None:
        """Puts an agreement on file, made on 10 January; `fields` are its other texts."""
        with self._filled() as work:
            agree(
                work,
                advisor_id,
                agreed_on=date(2026, 1, 10),
                focus=focus,
                until_on=None if until is None else date.fromisoformat(until),
                confidential=confidential,
                **{"hopes": "a seat at the table", "boundaries": "no weekends", **fields},
            )

    def due(
        self, *, today: date = TODAY, within: Span | None = None, in_past: bool = False
    ) -> DueView:
        """The morning list."""
        with reading(self.path) as connection:
            return due(connection, today=today, within=within, in_past=in_past)

    def sql(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query, straight from the file."""
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(query, values).fetchall()

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table but those of the operation log, to compare two states."""
        with closing(sqlite3.connect(self.path)) as connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            )
            return {
                table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()  # noqa: S608  the schema's own names
                for (table,) in tables.fetchall()
                if table not in ("operation", "row_image", "counter", "board_identity")
            }

    def summary(self) -> str:
        """The summary of the newest change."""
        summary: str = self.sql("SELECT summary FROM operation ORDER BY id DESC LIMIT 1")[0][0]
        return summary

    @contextmanager
    def _filled(self, today: date = TODAY) -> Iterator[Work]:
        """A change of the board; unless `recorded`, without history, copy and flush, in a third of the time."""
        if self.recorded:
            with self.change(today) as work:
                yield work
            return
        if not os.path.exists(self.path) and os.path.isdir(os.path.dirname(self.path)):
            self.lay_empty()
        with closing(connect(self.path, "rw", 60)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN IMMEDIATE")
            work = _Filling(connection, self.path, Recording(connection, "test"), today=today)
            yield work
            work.flush()
            connection.execute("COMMIT")

    def lay_empty(self) -> None:
        """Writes an empty board, made once per process."""
        if not _EMPTY:
            with change(self.path, "test", today=TODAY):
                pass
            _EMPTY.append(Path(self.path).read_bytes())
        else:
            _write_new(self.path, _EMPTY[0])

    def lay_demo(self) -> None:
        """Writes the demonstration board, made once per process."""
        if not _DEMO:
            make_demo(self.path, today=TODAY)
            _DEMO.append(Path(self.path).read_bytes())
        else:
            _write_new(self.path, _DEMO[0])

    def put(self, statement: str, *values: object) -> None:
        """Writes into the file, past the actions."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute(statement, values)


def _write_new(path: str, content: bytes) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
