from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from boardroom.clock import now, today
from boardroom.errors import BadInput
from boardroom.rules.calendar_dates import FIRST_YEAR, LAST_YEAR
from tests.boards import Board
from tests.cli.typed import Ran, typed

HINT = "Write it as BOARDROOM_TODAY=2026-11-24, or unset it."


@pytest.fixture
def in_zone() -> Iterator[Callable[[str], None]]:
    """Moves the process to a time zone until the end of the test."""
    before = os.environ.get("TZ")

    def move(zone: str | None) -> None:
        if zone is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = zone
        time.tzset()

    yield move
    move(before)


def test_the_variable_sets_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2024-02-29")

    assert today() == date(2024, 2, 29)


@pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="Windows can't move a process to another time zone"
)
def test_the_default_is_the_local_date(
    monkeypatch: pytest.MonkeyPatch, in_zone: Callable[[str], None]
) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "")
    in_zone("east-13")
    east = today()
    in_zone("west+12")
    west = today()

    # They are 25 hours apart, so never on the same day.
    assert east - west in (timedelta(days=1), timedelta(days=2))


@pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="Windows can't move a process to another time zone"
)
@pytest.mark.parametrize("zone", ["XYZ-30", "XYZ+30", "<+99>-99", "Etc/Foo", "Europe/Berlin", ""])
@pytest.mark.parametrize(
    "command",
    [
        "due",
        "history",
        "backup list",
        "plan marcus 2027-10-31T01:30Z",
        "plan marcus 2200-12-24T15:30Z",
    ],
)
def test_no_time_zone_is_too_odd(
    zone: str,
    command: str,
    board: Board,
    monkeypatch: pytest.MonkeyPatch,
    in_zone: Callable[[str], None],
) -> None:
    board.recorded = True
    board.advisor()
    typed("backup")
    monkeypatch.setenv("BOARDROOM_TODAY", "")
    in_zone(zone)

    assert typed(*command.split()).code == 0


def test_a_computer_whose_clock_is_far_off_is_told(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    monkeypatch.setenv("BOARDROOM_TODAY", "")
    monkeypatch.setattr(time, "localtime", lambda: (9999, 12, 31, 23, 59, 59, 4, 365, 0))

    assert typed("due") == Ran(
        2,
        "",
        "The clock of this computer says 9999, a year outside 1900 to 2200."
        " Set it, or write BOARDROOM_TODAY=2026-11-24 before the command.\n",
    )


@pytest.mark.parametrize(
    "given",
    [
        "tomorrow",
        "20261124",
        "2026-W48-2",
        "2026-11-24T10:00",
        "2026-02-30",
        " 2026-11-24",
        "２０２６-11-24",
        "24.11.2026",
    ],
)
def test_anything_but_an_iso_date_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", given)

    with pytest.raises(BadInput) as refused:
        today()

    assert (refused.value.message, refused.value.hint) == (
        f"BOARDROOM_TODAY is {given!r}, which is not a date.",
        HINT,
    )


def test_the_limits_are_those_of_typed_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = (date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))

    for end in ends:
        monkeypatch.setenv("BOARDROOM_TODAY", end.isoformat())
        assert today() == end


@pytest.mark.parametrize("given", ["1899-12-31", "2201-01-01", "0001-01-01", "9999-12-31"])
def test_a_year_out_of_range_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", given)

    with pytest.raises(BadInput) as refused:
        today()

    assert (refused.value.message, refused.value.hint) == (
        f"BOARDROOM_TODAY is '{given}', a year outside 1900 to 2200.",
        HINT,
    )


def test_now_is_utc_and_ignores_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2018-12-10")
    before = datetime.now(UTC).replace(microsecond=0)

    instant = datetime.strptime(now(), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)

    assert before <= instant <= datetime.now(UTC)
