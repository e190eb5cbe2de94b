from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput, Refused
from boardroom.rules.agreements import check_days, check_with, is_confidential

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("status", ["prospect", "asked", "active", "paused"])
def test_with_whoever_may_advise_there_is_something_to_agree_on(status: str) -> None:
    check_with("Marcus Ojo", "marcus", status)


@pytest.mark.parametrize(
    ("status", "who"), [("declined", "somebody who said no"), ("alumni", "a former advisor")]
)
def test_with_whoever_does_not_there_is_nothing_and_the_steps_that_are_open_are_named(
    status: str, who: str
) -> None:
    with pytest.raises(Refused) as caught:
        check_with("Marcus Ojo", "marcus", status)

    assert (caught.value.message, caught.value.hint) == (
        f"Marcus Ojo is {who}, so there is nothing to agree on.",
        "From there: boardroom advisor consider marcus or boardroom advisor ask marcus.",
    )


@pytest.mark.parametrize("until", [None, TODAY, date(2026, 12, 1)])
def test_an_agreement_may_end_on_its_own_day_or_later_or_never(until: date | None) -> None:
    check_days(TODAY, until, today=TODAY)


@pytest.mark.parametrize(
    ("agreed", "until", "message"),
    [
        (date(2026, 11, 22), None, "Sun 22 Nov 2026 is still to come, so nothing was agreed then."),
        (
            TODAY,
            date(2026, 11, 20),
            "The agreement would end on Fri 20 Nov 2026, before it was made on Sat 21 Nov 2026.",
        ),
    ],
)
def test_an_agreement_is_not_made_ahead_and_does_not_end_before_it_begins(
    agreed: date, until: date | None, message: str
) -> None:
    with pytest.raises(BadInput) as caught:
        check_days(agreed, until, today=TODAY)

    assert caught.value.message == message


def test_confidential_is_said_by_yes_or_no_and_left_empty_it_is_not() -> None:
    assert [is_confidential(word) for word in ("yes", "No", "")] == [True, False, False]
    with pytest.raises(BadInput, match=r"'perhaps' is not a yes or no\."):
        is_confidential("perhaps")
