from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.rules.reviews import (
    Answer,
    done_count,
    format_answer,
    format_missing,
    merge_answer,
    missing_fields,
    parse_decision,
    parse_rating,
    parse_yes_no,
)


@pytest.mark.parametrize(("text", "expected"), [("1", 1), (" 5 ", 5)])
def test_a_rating_is_a_whole_number_from_1_to_5(text: str, expected: int) -> None:
    assert parse_rating(text) == expected


@pytest.mark.parametrize("text", ["", "0", "6", "-1", "4.5", "45", "٣", "four", "1\n2"])
def test_anything_else_is_not_a_rating(text: str) -> None:
    with pytest.raises(BadInput, match="is not a rating"):
        parse_rating(text)


def test_yes_and_no_may_be_a_letter() -> None:
    assert [parse_yes_no(text) for text in ("y", "YES", " yes ", "n", "No")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    for text in ("", "maybe", "ye"):
        with pytest.raises(BadInput, match="neither yes nor no"):
            parse_yes_no(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k", "keep"),
        ("KEEP", "keep"),
        (" a ", "adjust"),
        ("pau", "pause"),
        ("par", "part"),
        ("part", "part"),
    ],
)
def test_a_decision_may_be_abbreviated(text: str, expected: str) -> None:
    assert parse_decision(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("pa", "'pa' could be pause or part."),
        ("", "'' is not a decision."),
        ("kept", "'kept' is not a decision."),
    ],
)
def test_a_decision_is_never_guessed(text: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_decision(text)
    assert (caught.value.message, caught.value.hint) == (
        message,
        "Use one of keep, adjust, pause, part.",
    )


def test_given_fields_replace_those_of_an_answer() -> None:
    before = Answer(value=4, chemistry=5, note="Good", decision="keep")

    assert merge_answer(before, {"value": 2, "note": " Better \r\n", "chemistry": None}) == Answer(
        value=2, note="Better", decision="keep"
    )
    assert merge_answer(before, {"note": ""}) == before._replace(note=None)
    assert merge_answer(before, {}) == before


def test_another_decision_clears_what_belonged_to_it() -> None:
    adjusted = merge_answer(Answer(), {"decision": "a", "window": "6 - 8 w"})
    assert adjusted == Answer(decision="adjust", window="6-8w")
    assert merge_answer(adjusted, {"value": 3}) == adjusted._replace(value=3)
    assert merge_answer(adjusted, {"decision": "keep"}) == Answer(decision="keep")

    paused = merge_answer(adjusted, {"decision": "pause", "until_on": date(2027, 2, 1)})
    assert paused == Answer(decision="pause", until_on=date(2027, 2, 1))
    assert merge_answer(paused, {"decision": "adjust"}) == Answer(decision="adjust")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"value": 6}, "'6' is not a rating."),
        ({"trust": 0}, "'0' is not a rating."),
        ({"note": "a\0"}, "The note can't contain a NUL character."),
        ({"note": " "}, "The note can't be empty."),
        ({"decision": "leave"}, "'leave' is not a decision."),
        ({"decision": "adjust", "window": "8-6w"}, "'8-6w' is backwards."),
        ({"window": "6w"}, "A new window is only for the decision adjust."),
        ({"decision": "keep", "window": "6w"}, "A new window is only for the decision adjust."),
        (
            {"decision": "part", "until_on": date(2027, 2, 1)},
            "The end of a pause is only for the decision pause.",
        ),
    ],
)
def test_an_invalid_answer_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput) as caught:
        merge_answer(Answer(), given)
    assert caught.value.message == message


def test_a_review_needs_a_decision_and_a_window_to_adjust() -> None:
    answers = [
        Answer(),
        Answer(value=5),
        Answer(decision="adjust"),
        Answer(decision="adjust", window="6w"),
        Answer(decision="pause"),
    ]

    assert [missing_fields(answer) for answer in answers] == [
        ("decision",),
        ("decision",),
        ("window",),
        (),
        (),
    ]
    assert [format_missing(answer) for answer in answers] == [
        "a decision",
        "a decision",
        "a new window",
        "",
        "",
    ]
    assert done_count([*answers, None]) == 2


def test_an_answer_is_worded_in_the_order_of_the_questions() -> None:
    answer = Answer(4, 5, None, True, False, "Long", "pause", None, date(2027, 2, 1))

    assert format_answer(answer, {"chemistry": 5, "value": 4}) == "value 4, chemistry 5"
    assert (
        format_answer(answer, answer._asdict())
        == "value 4, chemistry 5, no trust, fits what comes next, outcome not met, a note, pause,"
        " no new window, until Mon 1 Feb 2027"
    )
    assert (
        format_answer(Answer(fits_next=False), {"fits_next": False})
        == "does not fit what comes next"
    )
