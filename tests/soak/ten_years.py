"""Ten years of use, typed as a user would: a board whose size, copies and speed are measured."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from tests.boards import Board
from tests.cli.typed import typed

FIRST = date(2016, 11, 26)
WEEKS = 520
PEOPLE = ("Marcus Ojo", "Ana Lima", "Tom Berg", "Priya Nair")
REVIEW_WEEKS = 26

_WORDS = [
    "budget",
    "round",
    "pricing",
    "team",
    "lead",
    "offer",
    "pilot",
    "market",
    "roadmap",
    "hiring",
    "margin",
    "board",
    "retail",
    "launch",
    "salary",
    "feedback",
    "sponsor",
    "strategy",
    "customer",
    "delegation",
    "interview",
    "conflict",
    "plan",
    "Porto",
]


class TenYears:
    """Types what somebody does in ten years; `count` is how many changes it made."""

    def __init__(
        self, board: Board, monkeypatch: pytest.MonkeyPatch, chance: random.Random
    ) -> None:
        self.board, self.monkeypatch, self.chance = board, monkeypatch, chance
        monkeypatch.setenv("BOARDROOM_DB", board.path)
        self.count = 0

    def live(self) -> None:
        """Lives all the years, a few days of each week."""
        self._today(FIRST)
        for name in PEOPLE:
            self._change("advisor", "add", name, "--seat", name.split()[1], "--window", "2-4w")
        for week in range(WEEKS):
            for day, name in zip(
                sorted(self.chance.sample(range(7), 2)), self._met(week), strict=True
            ):
                self._today(FIRST + timedelta(weeks=week, days=day))
                self._meet(name.split()[0].lower())
            if week % REVIEW_WEEKS == REVIEW_WEEKS - 1:
                self._review()

    def _met(self, week: int) -> Iterator[str]:
        yield PEOPLE[week % 4]
        yield PEOPLE[(week + 2) % 4]

    def _meet(self, who: str) -> None:
        for _ in range(2):
            self._change("agenda", "add", who, f"{self._words(6)}?")
        newest = self._newest("agenda_item")
        self._change(
            *("log", who, self._words(40), "--covered", f"a{newest - 1},a{newest}"),
            *("--advice", self._words(8), "--i-owe", f"{self._words(5)} by +2w"),
        )
        [(promise,)] = self.board.sql("SELECT max(id) FROM promise WHERE kind = 'promise'")
        self._change("done", f"p{promise}")
        advice = f"v{self._newest('advice')}"
        self._change("advice", "outcome", advice, "worked", self._words(5))
        if self.chance.random() < 0.5:
            self._change("give", who, self._words(6))

    def _newest(self, table: str) -> int:
        [(newest,)] = self.board.sql(f"SELECT max(id) FROM {table}")  # noqa: S608  named above
        return int(newest)

    def _review(self) -> None:
        decided = {
            name.split()[0].lower(): {"decision": "keep", "value": 4, "note": self._words(12)}
            for name in PEOPLE
        }
        answers = json.dumps({"advisors": decided, "board": {"note": self._words(10)}})
        self._change("review", "--answers", "-", stdin=answers)
        self._change("goal", "add", self._words(5), "--target", "in 1y")

    def _words(self, count: int) -> str:
        return " ".join(self.chance.choices(_WORDS, k=count)) + f" {self.count}"

    def _today(self, day: date) -> None:
        self.monkeypatch.setenv("BOARDROOM_TODAY", day.isoformat())

    def _change(self, *words: str, stdin: str = "") -> None:
        self.count += 1
        ran = typed(*words, stdin=stdin)
        assert ran.code == 0, (words, ran)
