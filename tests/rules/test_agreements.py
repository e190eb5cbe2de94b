from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput, Refused
from boardroom.rules.agreements import check_can_agree, check_days

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("status", ["prospect", "asked", "active", "paused"])
def test_an_advisor_or_prospect_can_have_an_agreement(status: str) -> None:
    check_can_agree("Marcus Ojo", "marcus", status)


@pytest.mark.parametrize(
    ("status", "who"), [("declined", "has declined"), ("alumni", "is a former advisor")]
)
def test_an_ended_relationship_cannot_have_an_agreement(status: str, who: str) -> None:
    with pytest.raises(Refused) as caught:
        check_can_agree("Marcus Ojo", "marcus", status)

    assert (caught.value.message, caught.value.hint) == (
        f"Marcus Ojo {who}, so there is nothing to agree on.",
        "Possible commands: boardroom advisor consider marcus or boardroom advisor ask marcus",
    )


@pytest.mark.parametrize("until", [None, TODAY, date(2026, 12, 1)])
def test_an_agreement_may_end_on_its_day_later_or_never(until: date | None) -> None:
    check_days(TODAY, until, today=TODAY)


@pytest.mark.parametrize(
    ("agreed", "until", "message"),
    [
        (date(2026, 11, 22), None, "Sun 22 Nov 2026 is in the future, so nothing was agreed then."),
        (
            TODAY,
            date(2026, 11, 20),
            "The agreement was made on Sat 21 Nov 2026, so it can't end on Fri 20 Nov 2026.",
        ),
    ],
)
def test_an_agreement_is_not_made_ahead_or_ended_before(
    agreed: date, until: date | None, message: str
) -> None:
    with pytest.raises(BadInput) as caught:
        check_days(agreed, until, today=TODAY)

    assert caught.value.message == message
