"""Boards of random records, of every kind and with every field, made from the models."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from boardroom.models.checking import BY_TABLE
from boardroom.queries.export import ROWS
from boardroom.rules.board_file import KEYS, NATURAL_KEYS
from boardroom.rules.board_gaps import SharedPerspective
from boardroom.rules.lifecycle import NEXT
from boardroom.rules.review_facts import BoardFacts, Facts, GoalWithoutHelp, facts_to_json
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed
from tests.nasty_texts import NASTY

_SHARES = {
    "advisor": 4,
    "goal": 4,
    "goal_step": 8,
    "goal_helper": 5,
    "meeting": 14,
    "plan_day": 5,
    "exchange": 8,
    "promise": 10,
    "agenda_item": 12,
    "advice": 8,
    "agreement": 2,
    "agreement_term": 2,
    "confidential_period": 2,
    "occasion": 4,
    "letter": 3,
    "criterion": 2,
    "rating": 2,
    "snooze": 4,
    "review": 2,
    "review_answer": 4,
    "source": 4,
    "column_mapping": 2,
    "calendar_answer": 2,
}
"""How many of a hundred records each kind has. Settings and steps of the lifecycle are beside."""

_SETTINGS = {
    "window": "6-12w",
    "seats": "3-5",
    "minutes": "45",
    "soon": "10d",
    "thanks": "off",
    "date_order": "dmy",
}


def fill_at_random(board: Board, chance: random.Random, count: int) -> None:
    """Puts some `count` records on an empty board, past the actions."""
    board.lay_empty()
    with closing(sqlite3.connect(board.path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for table, records in _Maker(chance, count).records().items():
            kind = ROWS[table]
            marks = ", ".join("?" * len(kind.COLUMNS))
            connection.executemany(
                f"INSERT INTO {table} ({', '.join(kind.COLUMNS)}) VALUES ({marks})",  # noqa: S608  the schema's own names
                [kind(**record).to_sql() for record in records],
            )


def check_round_trips(folder: Path, *, seed: int, count: int) -> None:
    """Exports `count` random records as JSON and CSV, imports each, and compares every byte."""
    board = Board(folder / "board.db")
    fill_at_random(board, random.Random(seed), count)  # noqa: S311  no secret
    whole = _exported(board, "json")
    for format_ in ("json", "csv"):
        file = folder / f"board.{format_}"
        file.write_bytes(_exported(board, format_))
        new = Board(folder / f"from-{format_}.db")

        imported = typed("--db", new.path, "import", str(file))
        assert imported.code == 0, imported.err[:1000]
        assert _exported(new, "json") == whole
        assert _exported(new, format_) == file.read_bytes()

        dump = new.dump()
        again = typed("--db", new.path, "import", str(file), "--on-conflict", "update")
        assert again == Ran(0, "Nothing to import: everything is on file already.\n", "")
        assert new.dump() == dump
        assert typed("--db", new.path, "doctor").code == 0


def _exported(board: Board, format_: str) -> bytes:
    ran = typed("--db", board.path, "export", "--include-private", "--to", format_)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.encode(errors="surrogateescape")


class _Maker:
    """Makes the records of a board, kind by kind, each referring to those before it."""

    def __init__(self, chance: random.Random, count: int) -> None:
        self._chance, self._count = chance, count
        self._made: dict[str, list[dict[str, Any]]] = {}

    def records(self) -> dict[str, list[dict[str, Any]]]:
        """The records of each table."""
        for table in KEYS:
            made = self._made[table] = []
            keys = set()
            last_id = 0
            for record in self._records(table):
                key = tuple(record[column] for column in NATURAL_KEYS.get(table, ()))
                if key and key in keys:
                    continue
                keys.add(key)
                last_id += self._chance.choice((1, 1, 1, 2, 7))
                made.append({**record, "id": last_id})
        return self._made

    def _records(self, table: str) -> Iterator[dict[str, Any]]:
        if table == "setting":
            yield from ({"key": key, "value": value} for key, value in _SETTINGS.items())
        elif table == "transition":
            for advisor in self._made["advisor"]:
                yield from self._lifecycle(advisor["id"])
        else:
            for number in range(max(2, self._count * _SHARES[table] // 100)):
                record = self._record(table)
                yield record | getattr(self, f"_of_{table}", lambda *_: {})(record, number)

    def _record(self, table: str) -> dict[str, Any]:
        fields = BY_TABLE[table].model_fields
        return {name: self._value(name, info) for name, info in fields.items() if name != "id"}

    def _value(self, name: str, info: Any) -> Any:  # noqa: ANN401  a field of any type
        type_, chance = str(info.annotation), self._chance
        if "None" in type_ and chance.random() < 0.4:
            return None
        if name.removesuffix("_id") in KEYS:
            return chance.choice(self._made[name.removesuffix("_id")])["id"]
        if choices := (info.json_schema_extra or {}).get("enum"):
            return chance.choice([choice for choice in choices if choice is not None])
        limits = {type(limit).__name__: limit for limit in info.metadata}
        if name in ("uid", "origin_id", "row_uid", "header"):
            return str(UUID(int=chance.getrandbits(128), version=4))
        if "int" in type_:
            return chance.randint(limits["Ge"].ge, limits["Le"].le)
        return self._value_of_type(type_, limits["MaxLen"].max_length if "MaxLen" in limits else 40)

    def _value_of_type(self, type_: str, limit: int) -> Any:  # noqa: ANN401  as above
        if "date" in type_:
            return self._day()
        if "bool" in type_:
            return self._chance.random() < 0.5
        if "list" in type_:
            return [self._text(60) for _ in range(self._chance.randrange(4))]
        if "dict" in type_:
            return {self._text(20): self._text(60) for _ in range(self._chance.randrange(3))}
        return self._text(limit)

    def _text(self, limit: int) -> str:
        chance = self._chance
        if chance.random() < 0.01:
            return (chance.choice(NASTY) + "x" * limit)[:limit]
        words = [chance.choice((*NASTY, "budget", "Porto")) for _ in range(chance.randint(1, 4))]
        return chance.choice(("", " ", ", ", "\n")).join(words)[:limit].rstrip("\ufeff") or "x"

    def _day(self, after: date | None = None) -> date:
        first = after or date(2016, 2, 29)
        return first + timedelta(days=self._chance.randint(0, (TODAY - first).days))

    def _lifecycle(self, advisor_id: int) -> Iterator[dict[str, Any]]:
        status, on = self._chance.choice(("prospect", "asked", "active")), self._day()
        for _ in range(self._chance.randint(1, 5)):
            own = {"advisor_id": advisor_id, "status": status, "changed_on": on}
            yield self._record("transition") | own
            status, on = self._chance.choice(NEXT[status]), on + timedelta(days=1)
            if on > TODAY:
                return

    def _of_advisor(self, record: dict[str, Any], number: int) -> dict[str, Any]:
        handle = self._chance.choice(("person", "会議", "ülo", "x-y"))
        window = record["window"] and self._chance.choice(("4-6w", "45d", "6-12m"))
        usual = record["usual"] and "FREQ=MONTHLY;BYDAY=1TU;BYHOUR=16;BYMINUTE=0"
        return {"handle": f"{handle}-{number}", "window": window, "usual": usual}

    def _of_goal(self, record: dict[str, Any], _: int) -> dict[str, Any]:
        return {"closed_on": None if record["status"] == "open" else self._day(record["added_on"])}

    def _of_meeting(self, record: dict[str, Any], number: int) -> dict[str, Any]:
        return {
            "start_time": record["start_time"] and f"{number % 24:02}:{number % 60:02}",
            "form_id": record["form_id"] and f"{number:08x}",
        }

    def _of_plan_day(self, record: dict[str, Any], _: int) -> dict[str, Any]:
        return {"start_time": record["start_time"] and "09:05"}

    def _of_promise(self, record: dict[str, Any], _: int) -> dict[str, Any]:
        return {"done_on": None if record["status"] == "open" else self._day(record["made_on"])}

    def _of_agenda_item(self, record: dict[str, Any], _: int) -> dict[str, Any]:
        closed_on = None if record["status"] == "open" else self._day(record["added_on"])
        held = [
            meeting["id"]
            for meeting in self._made["meeting"]
            if meeting["advisor_id"] == record["advisor_id"] and meeting["status"] == "held"
        ]
        return {"closed_on": closed_on, "meeting_id": self._chance.choice([*held, None])}

    def _of_advice(self, record: dict[str, Any], _: int) -> dict[str, Any]:
        later = ("outcome_on", "reported_on")
        return {day: record[day] and self._day(record["given_on"]) for day in later}

    def _of_snooze(self, record: dict[str, Any], _: int) -> dict[str, Any]:
        subject = record["subject"]
        promise, advisor = (
            self._chance.choice(self._made[of])["id"] for of in ("promise", "advisor")
        )
        return {
            "promise_id": promise if subject == "promise" else None,
            "advisor_id": advisor if subject == "meeting" else None,
            "snoozed_on": self._chance.choice((TODAY, self._day())),
        }

    def _of_review(self, record: dict[str, Any], number: int) -> dict[str, Any]:
        started_on = record["started_on"]
        facts = BoardFacts(
            None,
            started_on,
            seats_taken_count=number,
            seats_fewest_count=3,
            seats_most_count=5,
            goals_without_help=(GoalWithoutHelp(f"g{number}", self._text(60), private=True),),
            perspectives_alike=(SharedPerspective(self._text(9), self._text(9)),),
        )
        return {
            "completed_on": self._day(started_on) if number else None,
            "from_on": record["from_on"] and started_on - timedelta(days=180),
            "board_facts": facts_to_json(facts) if number else {},
        }

    def _of_review_answer(self, record: dict[str, Any], number: int) -> dict[str, Any]:
        facts = Facts(self._day(), TODAY, "4-6w", weekly_meetings_counts=(1, None, 0))
        return {
            "handle": f"person-{number}",
            "window": record["window"] and "6w",
            "facts": facts_to_json(facts) if number % 3 else {},
        }
