from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput, Refused
from boardroom.rules.advice import (
    NEXT,
    check_days,
    check_report,
    check_step,
    is_loop_open,
    parse_outcome,
    status_words,
)
from tests.boards import TODAY

GIVEN, BEFORE, AHEAD = date(2026, 11, 10), date(2026, 11, 9), date(2026, 11, 22)


def test_any_outcome_may_follow_another_but_never_new() -> None:
    outcomes = {"trying", "worked", "did_not_work", "set_aside"}

    assert {status: set(steps) for status, steps in NEXT.items()} == {
        "new": outcomes,
        **{status: outcomes - {status} for status in outcomes},
    }


def test_the_same_outcome_twice_is_refused() -> None:
    check_step("v3", "worked", "trying")

    with pytest.raises(Refused) as caught:
        check_step("v3", "did_not_work", "did_not_work")

    assert (caught.value.message, caught.value.hint) == (
        "v3 is already marked “did not work”.",
        "To add details: boardroom advice edit v3 --outcome TEXT",
    )


@pytest.mark.parametrize("given", ["did_not_work", " DID-not_work ", "Did not  work"])
def test_an_outcome_may_be_written_in_words(given: str) -> None:
    assert (parse_outcome(given), status_words(parse_outcome(given))) == (
        "did_not_work",
        "did not work",
    )


@pytest.mark.parametrize("given", ["new", "", "failed"])
def test_other_outcomes_are_refused(given: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_outcome(given)

    assert (caught.value.message, caught.value.hint) == (
        f"'{given}' is not an outcome of advice.",
        "Use trying, worked, did_not_work or set_aside.",
    )


def test_new_advice_has_nothing_to_report() -> None:
    with pytest.raises(Refused) as caught:
        check_report("v3", "new", None, TODAY)

    assert (caught.value.message, caught.value.hint) == (
        "v3 has no outcome yet, so there is nothing to report.",
        "Set its outcome first: boardroom advice outcome v3",
    )


def test_a_second_report_needs_another_day() -> None:
    check_report("v3", "worked", None, None)
    check_report("v3", "worked", GIVEN, TODAY)

    with pytest.raises(Refused) as caught:
        check_report("v3", "worked", GIVEN, None)

    assert (caught.value.message, caught.value.hint) == (
        "v3 was already reported back, on Tue 10 Nov 2026.",
        "To correct the day, use --on DATE.",
    )


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ((AHEAD, None, None), "Sun 22 Nov 2026 is in the future, so nothing was said then."),
        ((GIVEN, AHEAD, None), "Sun 22 Nov 2026 is in the future, so nothing was tried then."),
        ((GIVEN, GIVEN, AHEAD), "Sun 22 Nov 2026 is in the future, so nothing was reported then."),
        (
            (GIVEN, BEFORE, None),
            "v3 was given on Tue 10 Nov 2026, so it can't have an outcome on Mon 9 Nov 2026.",
        ),
        (
            (GIVEN, TODAY, BEFORE),
            "v3 was given on Tue 10 Nov 2026, so it can't be reported back on Mon 9 Nov 2026.",
        ),
    ],
)
def test_days_that_do_not_fit_are_refused(
    days: tuple[date, date | None, date | None], message: str
) -> None:
    with pytest.raises(BadInput) as caught:
        check_days("v3", *days, today=TODAY)

    assert caught.value.message == message


def test_an_outcome_may_be_later_than_its_report() -> None:
    check_days("v3", GIVEN, TODAY, GIVEN, today=TODAY)
    check_days("v3", TODAY, TODAY, TODAY, today=TODAY)


@pytest.mark.parametrize(
    ("status", "reported_on", "open_"),
    [
        ("new", None, False),
        ("trying", None, True),
        ("worked", None, True),
        ("worked", TODAY, False),
        ("trying", TODAY, False),
    ],
)
def test_a_loop_is_open_until_it_is_reported(
    status: str, reported_on: date | None, open_: bool
) -> None:
    assert is_loop_open(status, reported_on) is open_
