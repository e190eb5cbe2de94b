"""Ten years of use, typed as a user would: a board whose size, copies and speed are measured."""

from __future__ import annotations

import json
import random
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
        """Lives all the years: a meeting a week, so that everybody is seen every four weeks."""
        self._today(FIRST)
        for name in PEOPLE:
            self._change("advisor", "add", name, "--seat", name.split()[1], "--window", "4-6w")
        for week in range(WEEKS):
            who = PEOPLE[week % len(PEOPLE)].split()[0].lower()
            before, day = sorted(self.chance.sample(range(7), 2))
            self._prepare(who, week, before, day)
            self._meet(who, FIRST + timedelta(weeks=week, days=day))
            if week % REVIEW_WEEKS == REVIEW_WEEKS - 1:
                self._review()

    def _prepare(self, who: str, week: int, before: int, day: int) -> None:
        """Plans a meeting and its agenda, some days before."""
        self._today(FIRST + timedelta(weeks=week, days=before))
        on = (FIRST + timedelta(weeks=week, days=day)).isoformat()
        self._change("plan", who, on, "--place", self._words(2))
        for _ in range(3):
            self._change("agenda", "add", who, f"{self._words(6)}?")
        if self._sometimes(0.7):
            newest = f"a{self._newest('agenda_item')}"
            self._change("agenda", "edit", newest, "--text", f"{self._words(7)}?")
        if self._sometimes(0.5):
            self._change("meeting", "move", f"m{self._newest('meeting')}", on, "15:30")

    def _meet(self, who: str, day: date) -> None:
        """Logs a meeting, and does what comes of it."""
        self._today(day)
        newest = self._newest("agenda_item")
        self._change(
            *("log", who, self._words(40), "--covered", f"a{newest - 2},a{newest - 1},a{newest}"),
            *("--advice", self._words(8), "--i-owe", f"{self._words(5)} by +2w"),
        )
        kept = self.board.sql("SELECT max(id) FROM promise GROUP BY kind")  # a thank-you too
        for (promise,) in kept:
            self._change("done", f"p{promise}", "--note", self._words(3))
        advice = f"v{self._newest('advice')}"
        self._change("advice", "outcome", advice, "worked", self._words(5))
        if self._sometimes(0.9):
            self._change("advice", "reported", advice)
        if self._sometimes(0.8):
            self._change(self.chance.choice(("give", "got")), who, self._words(6))
        if self._sometimes(0.4):
            self._change("promise", "add", who, self._words(5), "--theirs", "--by", "+3w")
            self._change("done", f"p{self._newest('promise')}")
        if self._newest("goal") and self._sometimes(0.4):
            self._change("goal", "step", "add", f"g{self._newest('goal')}", self._words(5))
            self._change("done", f"s{self._newest('goal_step')}")
        if self._sometimes(0.2):
            self._change("undo")
            self._change("redo")

    def _sometimes(self, share: float) -> bool:
        return self.chance.random() < share

    def _newest(self, table: str) -> int:
        [(newest,)] = self.board.sql(f"SELECT max(id) FROM {table}")  # noqa: S608  named above
        return newest or 0

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
