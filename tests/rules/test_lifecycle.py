from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import Refused
from boardroom.rules.lifecycle import Standing, Step, check_step, command, standing

FROM_PROSPECT = "Possible commands: boardroom advisor ask marcus or boardroom advisor seat marcus"
FROM_ASKED = (
    "Possible commands: boardroom advisor seat marcus or boardroom advisor decline marcus"
    " or boardroom advisor ask marcus"
)
FROM_ACTIVE = "Possible commands: boardroom advisor pause marcus or boardroom advisor part marcus"
FROM_PAUSED = (
    "Possible commands: boardroom advisor resume marcus or boardroom advisor part marcus"
    " or boardroom advisor pause marcus"
)
FROM_OUTSIDE = (
    "Possible commands: boardroom advisor consider marcus or boardroom advisor ask marcus"
)

COMMANDS = {
    ("prospect", "asked"): "ask",
    ("prospect", "active"): "seat",
    ("asked", "asked"): "ask",
    ("asked", "active"): "seat",
    ("asked", "declined"): "decline",
    ("active", "paused"): "pause",
    ("active", "alumni"): "part",
    ("paused", "active"): "resume",
    ("paused", "alumni"): "part",
    ("paused", "paused"): "pause",
    ("declined", "prospect"): "consider",
    ("declined", "asked"): "ask",
    ("alumni", "prospect"): "consider",
    ("alumni", "asked"): "ask",
}

REFUSED = {
    ("prospect", "prospect"): (
        "Marcus Ojo is already a prospect, so can't be considered.",
        FROM_PROSPECT,
    ),
    ("prospect", "paused"): ("Marcus Ojo is a prospect, so can't be paused.", FROM_PROSPECT),
    ("prospect", "declined"): ("Marcus Ojo is a prospect, so can't be declined.", FROM_PROSPECT),
    ("prospect", "alumni"): ("Marcus Ojo is a prospect, so can't be parted with.", FROM_PROSPECT),
    ("asked", "prospect"): ("Marcus Ojo was asked, so can't be considered.", FROM_ASKED),
    ("asked", "paused"): ("Marcus Ojo was asked, so can't be paused.", FROM_ASKED),
    ("asked", "alumni"): ("Marcus Ojo was asked, so can't be parted with.", FROM_ASKED),
    ("active", "prospect"): ("Marcus Ojo is on the board, so can't be considered.", FROM_ACTIVE),
    ("active", "asked"): ("Marcus Ojo is on the board, so can't be asked.", FROM_ACTIVE),
    ("active", "active"): ("Marcus Ojo is already on the board, so can't be seated.", FROM_ACTIVE),
    ("active", "declined"): ("Marcus Ojo is on the board, so can't be declined.", FROM_ACTIVE),
    ("paused", "prospect"): ("Marcus Ojo is paused, so can't be considered.", FROM_PAUSED),
    ("paused", "asked"): ("Marcus Ojo is paused, so can't be asked.", FROM_PAUSED),
    ("paused", "declined"): ("Marcus Ojo is paused, so can't be declined.", FROM_PAUSED),
    ("declined", "active"): (
        "Marcus Ojo has declined, so can't be seated.",
        FROM_OUTSIDE,
    ),
    ("declined", "paused"): (
        "Marcus Ojo has declined, so can't be paused.",
        FROM_OUTSIDE,
    ),
    ("declined", "declined"): (
        "Marcus Ojo has already declined, so can't be declined.",
        FROM_OUTSIDE,
    ),
    ("declined", "alumni"): (
        "Marcus Ojo has declined, so can't be parted with.",
        FROM_OUTSIDE,
    ),
    ("alumni", "active"): ("Marcus Ojo is a former advisor, so can't be seated.", FROM_OUTSIDE),
    ("alumni", "paused"): ("Marcus Ojo is a former advisor, so can't be paused.", FROM_OUTSIDE),
    ("alumni", "declined"): ("Marcus Ojo is a former advisor, so can't be declined.", FROM_OUTSIDE),
    ("alumni", "alumni"): (
        "Marcus Ojo is already a former advisor, so can't be parted with.",
        FROM_OUTSIDE,
    ),
}

STATUSES = ("prospect", "asked", "active", "paused", "declined", "alumni")


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_every_pair_of_statuses_is_tested() -> None:
    assert {*COMMANDS, *REFUSED} == {(status, to) for status in STATUSES for to in STATUSES}
    assert not COMMANDS.keys() & REFUSED.keys()


@pytest.mark.parametrize(("status", "to"), COMMANDS)
def test_a_possible_step_has_its_command(status: str, to: str) -> None:
    check_step("Marcus Ojo", "marcus", status, to)

    assert command(status, to) == COMMANDS[status, to]


@pytest.mark.parametrize(("status", "to"), REFUSED)
def test_an_impossible_step_names_the_possible_ones(status: str, to: str) -> None:
    with pytest.raises(Refused) as caught:
        check_step("Marcus Ojo", "marcus", status, to)

    assert (caught.value.message, caught.value.hint) == REFUSED[status, to]


VERBS = {
    "consider": "prospect",
    "ask": "asked",
    "seat": "active",
    "resume": "active",
    "decline": "declined",
    "pause": "paused",
    "part": "alumni",
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("status", STATUSES)
def test_a_command_takes_only_its_own_step(status: str, verb: str) -> None:
    to = VERBS[verb]
    if COMMANDS.get((status, to)) == verb:
        check_step("Marcus Ojo", "marcus", status, to, verb=verb)
        return
    with pytest.raises(Refused) as caught:
        check_step("Marcus Ojo", "marcus", status, to, verb=verb)
    there_are = " or ".join(
        f"boardroom advisor {other} marcus" for (at, _), other in COMMANDS.items() if at == status
    )
    assert sorted(
        caught.value.hint.removeprefix("Possible commands: ").removesuffix(".").split(" or ")
    ) == sorted(there_are.split(" or "))


def test_resuming_is_not_seating() -> None:
    with pytest.raises(Refused, match=r"^Marcus Ojo is a prospect, so can't be resumed\.$"):
        check_step("Marcus Ojo", "marcus", "prospect", "active", verb="resume")
    with pytest.raises(Refused, match=r"^Marcus Ojo is paused, so can't be seated\.$"):
        check_step("Marcus Ojo", "marcus", "paused", "active", verb="seat")


def test_the_last_day_of_asking_counts() -> None:
    result = standing(
        [
            Step(day("2026-01-10"), "prospect"),
            Step(day("2026-02-01"), "asked"),
            Step(day("2026-02-20"), "asked"),
        ]
    )

    assert result == Standing("asked", day("2026-02-20"), None, None, None, None, asked_count=2)


def test_there_is_no_standing_without_steps() -> None:
    assert standing([]) is None


def test_a_prospect_has_not_joined() -> None:
    result = standing([Step(day("2026-01-10"), "prospect")])

    assert result == Standing("prospect", day("2026-01-10"), None, None, None, None)


def test_joining_is_the_first_day_on_the_board() -> None:
    result = standing(
        [
            Step(day("2026-01-10"), "prospect"),
            Step(day("2026-02-01"), "asked"),
            Step(day("2026-02-14"), "active"),
        ]
    )

    assert result == Standing("active", day("2026-02-14"), day("2026-02-14"), None, None, None)


def test_a_pause_keeps_the_day_it_is_to_end() -> None:
    result = standing(
        [Step(day("2026-01-10"), "active"), Step(day("2026-06-01"), "paused", day("2026-09-01"))]
    )

    assert result == Standing(
        "paused", day("2026-06-01"), day("2026-01-10"), None, None, day("2026-09-01")
    )


def test_a_pause_that_is_over_has_no_end() -> None:
    result = standing(
        [
            Step(day("2026-01-10"), "active"),
            Step(day("2026-06-01"), "paused", day("2026-09-01")),
            Step(day("2026-08-01"), "active"),
        ]
    )

    assert result == Standing(
        "active", day("2026-08-01"), day("2026-01-10"), day("2026-08-01"), None, None
    )


def test_the_first_joining_and_the_last_return_count() -> None:
    result = standing(
        [
            Step(day("2024-01-10"), "active"),
            Step(day("2024-06-01"), "paused"),
            Step(day("2024-08-01"), "active"),
            Step(day("2025-03-01"), "alumni"),
            Step(day("2026-02-01"), "asked"),
            Step(day("2026-02-14"), "active"),
        ]
    )

    assert result == Standing(
        "active", day("2026-02-14"), day("2024-01-10"), day("2026-02-14"), None, None
    )


@pytest.mark.parametrize("status", ["alumni", "declined"])
def test_a_parting_or_declining_has_its_day(status: str) -> None:
    result = standing([Step(day("2026-01-10"), "active"), Step(day("2026-06-01"), status)])

    assert result == Standing(
        status, day("2026-06-01"), day("2026-01-10"), None, day("2026-06-01"), None
    )


def test_a_prospect_who_declined_before_has_no_end() -> None:
    result = standing(
        [
            Step(day("2026-01-10"), "asked"),
            Step(day("2026-02-01"), "declined"),
            Step(day("2026-06-01"), "prospect"),
        ]
    )

    assert result == Standing("prospect", day("2026-06-01"), None, None, None, None)


def test_the_later_step_of_one_day_counts() -> None:
    result = standing(
        [
            Step(day("2026-01-10"), "active"),
            Step(day("2026-06-01"), "paused"),
            Step(day("2026-06-01"), "active"),
        ]
    )

    assert result == Standing(
        "active", day("2026-06-01"), day("2026-01-10"), day("2026-06-01"), None, None
    )


def test_there_is_no_standing_before_the_first_step() -> None:
    assert standing([Step(day("2026-01-10"), "active")], as_of=day("2026-01-09")) is None


STEPS = st.lists(
    st.tuples(st.dates(day("2020-01-01"), day("2026-11-21")), st.sampled_from(STATUSES)), max_size=8
).map(lambda taken: [Step(on, status) for on, status in sorted(taken, key=lambda step: step[0])])


@given(STEPS, st.dates(day("2020-01-01"), day("2026-11-21")))
def test_only_steps_up_to_a_day_count(steps: list[Step], as_of: date) -> None:
    assert standing(steps, as_of=as_of) == standing([step for step in steps if step.on <= as_of])


def test_a_pause_keeps_its_first_day_when_its_end_is_moved() -> None:
    steps = [
        Step(day("2026-01-10"), "active"),
        Step(day("2026-03-01"), "paused", day("2026-04-01")),
        Step(day("2026-04-02"), "paused", day("2026-06-01")),
        Step(day("2026-05-02"), "paused"),
    ]

    assert [standing(steps[:count]) for count in (3, 4)] == [
        Standing("paused", day("2026-03-01"), day("2026-01-10"), None, None, day("2026-06-01")),
        Standing("paused", day("2026-03-01"), day("2026-01-10"), None, None, None),
    ]
