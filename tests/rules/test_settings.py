from __future__ import annotations

import pytest

from boardroom.errors import BadInput, NotFound
from boardroom.rules.settings import DEFAULTS, Seats, Settings, normalise, parse_settings
from boardroom.rules.windows import Span, Window

BY_DEFAULT = Settings(
    window=Window(Span(4, "w"), Span(6, "w")),
    review=Window(Span(6, "m"), Span(12, "m")),
    seats=Seats(3, 5),
    minutes=60,
    soon=Span(14, "d"),
    agenda_notice=Span(3, "d"),
    thanks=Span(1, "d"),
    ask_wait=Span(14, "d"),
    agreement_notice=Span(30, "d"),
    date_order=None,
)


def test_a_board_without_settings_has_the_defaults() -> None:
    assert parse_settings({}) == BY_DEFAULT


def test_stored_settings_override_the_defaults() -> None:
    stored = {
        "window": "2-3m",
        "review": "6m",
        "seats": "4",
        "minutes": "45",
        "soon": "7d",
        "agenda_notice": "0d",
        "thanks": "off",
        "ask_wait": "3w",
        "agreement_notice": "2m",
        "date_order": "dmy",
    }

    assert parse_settings(stored) == Settings(
        window=Window(Span(2, "m"), Span(3, "m")),
        review=Window(Span(6, "m"), Span(6, "m")),
        seats=Seats(4, 4),
        minutes=45,
        soon=Span(7, "d"),
        agenda_notice=Span(0, "d"),
        thanks=None,
        ask_wait=Span(3, "w"),
        agreement_notice=Span(2, "m"),
        date_order="dmy",
    )


def test_a_key_of_a_newer_version_is_ignored() -> None:
    assert parse_settings({"colour": "blue"}) == BY_DEFAULT


def test_each_setting_has_a_canonical_default() -> None:
    assert {key: normalise(key, text) for key, text in DEFAULTS.items()} == DEFAULTS
    assert tuple(DEFAULTS) == Settings._fields


@pytest.mark.parametrize(
    ("key", "text", "canonical"),
    [
        ("window", "4 – 6 weeks", "4-6w"),
        ("review", "6-6m", "6m"),
        ("seats", " 2 – 4 ", "2-4"),
        ("seats", "4-4", "4"),
        ("seats", "0-5", "0-5"),
        ("minutes", "1h", "60"),
        ("soon", "2 Weeks", "2w"),
        ("agenda_notice", "0d", "0d"),
        ("thanks", "2 days", "2d"),
        ("thanks", "0d", "0d"),
        ("thanks", " OFF ", "off"),
        ("ask_wait", "1m", "1m"),
        ("agreement_notice", "6w", "6w"),
        ("date_order", "DMY", "dmy"),
        ("date_order", "mdy", "mdy"),
        ("date_order", "Unset", "unset"),
    ],
)
def test_a_value_is_kept_in_its_canonical_form(key: str, text: str, canonical: str) -> None:
    assert normalise(key, text) == canonical


@pytest.mark.parametrize(
    ("key", "text", "message", "hint"),
    [
        ("window", "6-4w", "'6-4w' is backwards.", "Write the shorter wait first: 4-6w."),
        ("review", "0m", "'0m' leaves no time between meetings.", "Start at 1 or more, like 1-2w."),
        (
            "minutes",
            "1.333h",
            "'1.333h' is not a length in minutes.",
            "Write it like 45m, 90, 1h or 1h30.",
        ),
        (
            "soon",
            "off",
            "'off' is not a length of time.",
            "Write a number and a unit, like 14d, 2w or 1m.",
        ),
        (
            "thanks",
            "never",
            "'never' is not a length of time, or off.",
            "Write a number and a unit, like 14d, 2w or 1m.",
        ),
        ("seats", "", "'' is not a number of seats.", "Write it like 3-5, or 4."),
        ("seats", "many", "'many' is not a number of seats.", "Write it like 3-5, or 4."),
        ("seats", "-5", "'-5' is not a number of seats.", "Write it like 3-5, or 4."),
        ("seats", "3-5-7", "'3-5-7' is not a number of seats.", "Write it like 3-5, or 4."),
        ("seats", "3-100", "'3-100' is not a number of seats.", "Write it like 3-5, or 4."),
        ("seats", "²", "'²' is not a number of seats.", "Write it like 3-5, or 4."),
        ("seats", "0", "A board needs at least one seat.", "Write it like 3-5, or 4."),
        ("seats", "5-3", "'5-3' is backwards.", "Write the smaller number first: 3-5."),
        (
            "date_order",
            "ymd",
            "'ymd' is not an order of day and month.",
            "Use dmy for 24/11/2026, mdy for 11/24/2026, or unset.",
        ),
    ],
)
def test_an_invalid_value_is_refused(key: str, text: str, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        normalise(key, text)

    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("key", "candidates"),
    [
        ("agenda-notice", ("agenda_notice", "agreement_notice")),
        ("Windows", ("window",)),
        ("colour", ()),
    ],
)
def test_an_unknown_key_is_not_found_and_the_nearest_named(
    key: str, candidates: tuple[str, ...]
) -> None:
    with pytest.raises(NotFound) as caught:
        normalise(key, "1d")

    assert (caught.value.message, caught.value.hint, caught.value.candidates) == (
        f"There is no setting '{key}'.",
        "List the settings with: boardroom config list",
        candidates,
    )
