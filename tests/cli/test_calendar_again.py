"""A calendar and a board that both change at random: what was answered is not asked again."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.boards import TODAY, Board
from tests.calendars import calendar, event
from tests.cli.typed import Ran, typed, typed_on_terminal

EVERY = timedelta(days=14)
FIRST = date(2026, 11, 24)


class Calendar:
    """A fortnightly series with Ana, and single events with her, as one program exports them."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._singles: list[tuple[str, str]] = []
        self._moved: dict[date, tuple[str, str]] = {}
        self._excluded: set[date] = set()

    def change(self, today: date) -> None:
        """Adds, moves or cancels something."""
        new = (self._start(today), self._chance.choice(("CONFIRMED", "CONFIRMED", "CANCELLED")))
        slot = FIRST + EVERY * self._chance.randint(0, 7)
        what = self._chance.choice(("add", "change", "move", "exclude"))
        if what == "change" and self._singles:
            self._singles[self._chance.randrange(len(self._singles))] = new
        elif what == "move":
            self._moved[slot] = new
        elif what == "exclude":
            self._excluded.add(slot)
        else:
            self._singles.append(new)

    def _start(self, today: date) -> str:
        day = today + timedelta(days=self._chance.randint(1, 20))
        return f"DTSTART:{day:%Y%m%d}T{self._chance.randint(8, 18):02}0000Z"

    def content(self) -> bytes:
        """The calendar as a file."""
        excluded = [f"EXDATE:{day:%Y%m%d}T160000Z" for day in sorted(self._excluded)]
        rule = "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=8"
        return calendar(
            event("Ana Lima 1:1", f"DTSTART:{FIRST:%Y%m%d}T160000Z", rule, *excluded, uid="series"),
            *(
                event(
                    "Ana Lima 1:1",
                    start,
                    f"RECURRENCE-ID:{slot:%Y%m%d}T160000Z",
                    f"STATUS:{status}",
                    uid="series",
                )
                for slot, (start, status) in self._moved.items()
            ),
            *(
                event("Ana Lima", start, f"STATUS:{status}", uid=f"single {number}")
                for number, (start, status) in enumerate(self._singles)
            ),
        )


def _change_board(chance: random.Random, today: date) -> None:
    day = (today + timedelta(days=chance.randint(1, 20))).isoformat()
    listed = typed("meeting", "list", "--json").json["meetings"]
    plans = [meeting["id"] for meeting in listed if meeting["status"] == "planned"]
    commands = [("plan", "ana", day, "10:00"), ("log", "ana", "Fine"), ("undo",)]
    if plans:
        plan = chance.choice(plans)
        commands += [("meeting", "move", plan, day), ("meeting", "cancel", plan)]
    typed(*chance.choice(commands))


def _read(path: Path, how: str) -> Ran:
    if how == "--yes":
        return typed("calendar", "read", str(path), "--yes")
    return typed_on_terminal("calendar", "read", str(path), answers=f"{how}\n" * 50)


@pytest.mark.parametrize("seed", range(12))
def test_a_second_reading_has_nothing_to_ask(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    board.advisor("Ana Lima")
    path, today, kept = tmp_path / "a.ics", TODAY, Calendar(chance)
    for _ in range(12):
        if chance.random() < 0.5:
            kept.change(today)
        else:
            _change_board(chance, today)
        today += timedelta(days=chance.choice((0, 0, 0, 3)))
        monkeypatch.setenv("BOARDROOM_TODAY", today.isoformat())
        path.write_bytes(kept.content())
        how = chance.choice(("--yes", "yes", "leave"))

        assert _read(path, how).code == 0

        left = typed("calendar", "read", str(path), "--json").json["items"]
        assert [one for one in left if one["certain"] or how != "--yes"] == []
