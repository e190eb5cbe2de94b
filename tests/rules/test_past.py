from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.rules.past import check_come
from tests.boards import TODAY


def test_what_was_done_was_done_by_today() -> None:
    check_come(TODAY, "given", today=TODAY)

    with pytest.raises(BadInput) as caught:
        check_come(date(2026, 11, 22), "given", today=TODAY)

    assert (caught.value.message, caught.value.hint) == (
        "Sun 22 Nov 2026 is still to come, so nothing was given then.",
        "Give a day up to today.",
    )
