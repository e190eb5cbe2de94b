from __future__ import annotations

import pytest

from boardroom.errors import BadInput
from boardroom.rules.timezones import check_timezone


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Europe/Lisbon", "Europe/Lisbon"),
        (" europe/lisbon ", "Europe/Lisbon"),
        ("america/new york", "America/New_York"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_read_as_it_is_listed(text: str, name: str) -> None:
    assert check_timezone(text) == name


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Lisbon", "Did you mean Europe/Lisbon?"),
        ("Europe/Lisboa", "Did you mean Europe/Lisbon?"),
        ("new york", "Did you mean America/New_York?"),
        ("qqqq", "Write it as REGION/CITY, like Europe/Lisbon."),
    ],
)
def test_a_zone_that_is_none_is_answered_with_the_nearest(text: str, hint: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_timezone(text)

    assert (refused.value.message, refused.value.hint) == (f"'{text}' is not a time zone.", hint)
