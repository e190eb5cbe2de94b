from __future__ import annotations

import json
from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.formats.review_answers import Answers, read_answers
from boardroom.rules.reviews import Answer
from tests.boards import TODAY

CURRENT = {"dana": Answer(), "marcus": Answer()}


def _read(
    content: object, current: dict[str, Answer] | None = None, *, of_board: bool = True
) -> Answers:
    text = content if isinstance(content, str) else json.dumps(content)
    return read_answers(
        text, CURRENT if current is None else current, of_board=of_board, today=TODAY
    )


def _wrong(
    content: object, current: dict[str, Answer] | None = None, *, of_board: bool = True
) -> str:
    with pytest.raises(BadInput) as caught:
        _read(content, current, of_board=of_board)
    return caught.value.message


def _wrong_for_dana(**given: object) -> str:
    """The problems with these fields about Dana, beside the decision to keep."""
    return _wrong(
        {"advisors": {"dana": {"decision": "keep", **given}}}, {"dana": Answer()}
    ).removeprefix("The answers can't be taken: ")


def test_every_field_can_be_given() -> None:
    dana = {
        "value": 1,
        "chemistry": 5,
        "trust": 3,
        "fits_next": False,
        "note": " Thank you \r\nfor all ",
        "decision": "adjust",
        "window": "6-8 w",
    }
    marcus = {"value": None, "decision": "pause", "until_on": "2026-11-22"}

    answers = _read(
        "\ufeff"
        + json.dumps({"advisors": {"dana": dana, "marcus": marcus}, "board": {"note": " Finance "}})
    )

    assert answers == Answers(
        {
            "dana": {**dana, "note": "Thank you \nfor all", "window": "6-8w"},
            "marcus": {"value": None, "decision": "pause", "until_on": date(2026, 11, 22)},
        },
        {"note": "Finance"},
    )


def test_a_decision_is_enough_and_a_note_can_be_cleared() -> None:
    given = {"dana": {"decision": "keep", "note": ""}, "marcus": {"decision": "part"}}

    assert _read({"advisors": given, "board": {"note": None}}) == Answers(
        {"dana": {"decision": "keep", "note": None}, "marcus": {"decision": "part"}}, {"note": None}
    )
    assert _read({"advisors": given}).board == {}


def test_earlier_answers_need_not_be_repeated() -> None:
    before = {"dana": Answer(decision="adjust"), "marcus": Answer(decision="keep")}

    assert _read({"advisors": {"dana": {"window": "9w"}}}, before) == Answers(
        {"dana": {"window": "9w"}}, {}
    )


def test_an_error_names_every_problem() -> None:
    current = {handle: Answer() for handle in ("ana", "dana", "marcus", "tom", "zoe")}
    given = {
        "ana": {"decision": "adjust"},
        "marcus": {"value": 7, "fits_next": "yes", "foo": 1, "window": "6x"},
        "nobody": {},
        "tom": 4,
        "zoe": {"decision": "part"},
    }

    assert _wrong({"advisors": given, "board": {"text": "x", "note": 3}, "x": 1}, current) == (
        "The answers can't be taken: 'x' is neither advisors nor board; 'nobody' is not part of"
        " this review;"
        " ana needs a new window; marcus: 'foo' is none of value, chemistry, trust, fits_next,"
        " outcome_met, note, decision, window or until_on;"
        " marcus: value has to be a whole number from 1 to 5; marcus: fits_next has to be true or"
        " false;"
        " marcus: '6x' has an unknown unit; marcus needs a decision; tom has to be an object; tom"
        " needs a decision;"
        " dana is left out; board: 'text' is none of note, need, seek or bring; board: note has to be text."
    )


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"value": 0}, "dana: value has to be a whole number from 1 to 5."),
        ({"chemistry": 6}, "dana: chemistry has to be a whole number from 1 to 5."),
        ({"trust": 4.0}, "dana: trust has to be a whole number from 1 to 5."),
        ({"value": True}, "dana: value has to be a whole number from 1 to 5."),
        ({"value": "4"}, "dana: value has to be a whole number from 1 to 5."),
        ({"fits_next": 1}, "dana: fits_next has to be true or false."),
        ({"outcome_met": "yes"}, "dana: outcome_met has to be true or false."),
        ({"note": ["a"]}, "dana: note has to be text."),
        ({"note": "a\0"}, "dana: the note can't contain a NUL character."),
        ({"note": "\ud800"}, "dana: the note can't contain bytes that are not UTF-8."),
        (
            {"note": "a" * 10_001},
            "dana: the note can't be longer than 10,000 characters; this has 10,001.",
        ),
        ({"decision": "leave"}, "dana: 'leave' is not a decision."),
        ({"decision": 1}, "dana: decision has to be text."),
        ({"decision": None}, "dana needs a decision."),
        ({"decision": "adjust", "window": 6}, "dana: window has to be text."),
        ({"decision": "adjust", "window": ""}, "dana: a window can't be empty."),
        ({"window": "6w"}, "dana: a new window is only for the decision adjust."),
        ({"until_on": "2027-01-01"}, "dana: the end of a pause is only for the decision pause."),
        (
            {"decision": "pause", "until_on": "2026-11-21"},
            "dana: until_on has to be in the future.",
        ),
        (
            {"decision": "pause", "until_on": "20270101"},
            "dana: until_on has to be a day like 2027-01-15.",
        ),
        (
            {"decision": "pause", "until_on": "2027-02-29"},
            "dana: until_on has to be a day like 2027-01-15.",
        ),
        ({"decision": "pause", "until_on": 2027}, "dana: until_on has to be text."),
    ],
)
def test_each_invalid_field_is_named(given: dict[str, object], wrong: str) -> None:
    assert _wrong_for_dana(**given) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "The answers are not JSON: Expecting value in line 1, column 1."),
        (
            '{"advisors":\n {]}',
            (
                "The answers are not JSON: Expecting property name enclosed in double quotes in"
                " line 2, column 3."
            ),
        ),
        ("[" * 100_000, "The answers can't be read as JSON."),
        ('{"a": ' + "1" * 5000 + "}", "The answers can't be read as JSON."),
        ("[]", "The answers have to be a JSON object."),
        ("null", "The answers have to be a JSON object."),
        (
            '{"advisors": []}',
            (
                "The answers can't be taken: advisors has to be an object; dana is left out; marcus"
                " is left out."
            ),
        ),
        ("{}", "The answers can't be taken: dana is left out; marcus is left out."),
        (
            '{"advisors": {"dana": {}, "marcus": {"value": 1, "value": 2}, "dana": {}}}',
            "The answers say 'value' twice in one place.",
        ),
    ],
)
def test_a_text_of_another_form_is_refused(text: str, wrong: str) -> None:
    assert _wrong(text) == wrong


def test_a_review_of_one_advisor_has_no_board() -> None:
    given = {
        "advisors": {"dana": {"decision": "keep"}, "marcus": {"decision": "keep"}},
        "board": {"note": "x"},
    }

    assert _wrong(given, {"dana": Answer()}, of_board=False) == (
        "The answers can't be taken: 'marcus' is not part of this review; board can't"
        " be given in the review of one advisor."
    )


def test_a_very_long_name_is_cut() -> None:
    assert len(_wrong({"advisors": {"x" * 10_000: {}}}, {})) < 300
