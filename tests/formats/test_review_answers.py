from __future__ import annotations

import json
from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.formats.review_answers import Answers, read_answers
from boardroom.rules.reviews import Answer
from tests.boards import TODAY

ASKED = {"dana": Answer(), "marcus": Answer()}


def _read(
    what: object, asked: dict[str, Answer] | None = None, *, of_board: bool = True
) -> Answers:
    text = what if isinstance(what, str) else json.dumps(what)
    return read_answers(text, ASKED if asked is None else asked, of_board=of_board, today=TODAY)


def _wrong(what: object, asked: dict[str, Answer] | None = None, *, of_board: bool = True) -> str:
    with pytest.raises(BadInput) as caught:
        _read(what, asked, of_board=of_board)
    return caught.value.message


def _about_dana(**told: object) -> str:
    """What is wrong with what is told about Dana, who is kept but for that."""
    return _wrong(
        {"advisors": {"dana": {"decision": "keep", **told}}}, {"dana": Answer()}
    ).removeprefix("The answers can't be taken: ")


def test_everything_that_is_asked_can_be_answered() -> None:
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

    found = _read(
        "\ufeff"
        + json.dumps({"advisors": {"dana": dana, "marcus": marcus}, "board": {"note": " Finance "}})
    )

    assert found == Answers(
        {
            "dana": {**dana, "note": "Thank you \nfor all", "window": "6-8w"},
            "marcus": {"value": None, "decision": "pause", "until_on": date(2026, 11, 22)},
        },
        {"note": "Finance"},
    )


def test_a_decision_is_enough_and_a_note_may_be_taken_back() -> None:
    kept = {"dana": {"decision": "keep", "note": ""}, "marcus": {"decision": "part"}}

    assert _read({"advisors": kept, "board": {"note": None}}) == Answers(
        {"dana": {"decision": "keep", "note": None}, "marcus": {"decision": "part"}}, {"note": None}
    )
    assert _read({"advisors": kept}).board == {}


def test_what_was_answered_before_need_not_be_said_again() -> None:
    before = {"dana": Answer(decision="adjust"), "marcus": Answer(decision="keep")}

    assert _read({"advisors": {"dana": {"window": "9w"}}}, before) == Answers(
        {"dana": {"window": "9w"}}, {}
    )


def test_everything_that_is_wrong_is_said_at_once() -> None:
    asked = {handle: Answer() for handle in ("ana", "dana", "marcus", "tom", "zoe")}
    told = {
        "ana": {"decision": "adjust"},
        "marcus": {"value": 7, "fits_next": "yes", "foo": 1, "window": "6x"},
        "nobody": {},
        "tom": 4,
        "zoe": {"decision": "part"},
    }

    assert _wrong({"advisors": told, "board": {"text": "x", "note": 3}, "x": 1}, asked) == (
        "The answers can't be taken: 'x' is neither advisors nor board; 'nobody' is nobody whom this review is about;"
        " ana lacks a new window; marcus: 'foo' is none of value, chemistry, trust, fits_next, note, decision, window or until_on;"
        " marcus: value has to be a whole number from 1 to 5; marcus: fits_next has to be true or false;"
        " marcus: '6x' has an unknown unit; marcus lacks a decision; tom has to be an object; tom lacks a decision;"
        " dana is left out; board: 'text' is not note; board: note has to be text."
    )


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"value": 0}, "dana: value has to be a whole number from 1 to 5."),
        ({"chemistry": 6}, "dana: chemistry has to be a whole number from 1 to 5."),
        ({"trust": 4.0}, "dana: trust has to be a whole number from 1 to 5."),
        ({"value": True}, "dana: value has to be a whole number from 1 to 5."),
        ({"value": "4"}, "dana: value has to be a whole number from 1 to 5."),
        ({"fits_next": 1}, "dana: fits_next has to be true or false."),
        ({"note": ["a"]}, "dana: note has to be text."),
        ({"note": "a\0"}, "dana: the note can't hold a NUL character."),
        ({"note": "\ud800"}, "dana: the note can't hold bytes that are not UTF-8."),
        (
            {"note": "a" * 10_001},
            "dana: the note can't be longer than 10,000 characters, and has 10,001.",
        ),
        ({"decision": "leave"}, "dana: 'leave' is not a decision."),
        ({"decision": 1}, "dana: decision has to be text."),
        ({"decision": None}, "dana lacks a decision."),
        ({"decision": "adjust", "window": 6}, "dana: window has to be text."),
        ({"decision": "adjust", "window": ""}, "dana: a window can't be empty."),
        ({"window": "6w"}, "dana: a new window goes with the decision adjust."),
        ({"until_on": "2027-01-01"}, "dana: a day until when goes with the decision pause."),
        (
            {"decision": "pause", "until_on": "2026-11-21"},
            "dana: until_on has to be a day to come.",
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
def test_each_thing_that_cannot_be_so_is_said(told: dict[str, object], wrong: str) -> None:
    assert _about_dana(**told) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "The answers are not JSON: Expecting value in line 1, column 1."),
        (
            '{"advisors":\n {]}',
            "The answers are not JSON: Expecting property name enclosed in double quotes in line 2, column 3.",
        ),
        ("[" * 100_000, "The answers are no JSON that can be read."),
        ('{"a": ' + "1" * 5000 + "}", "The answers are no JSON that can be read."),
        ("[]", "The answers have to be a JSON object."),
        ("null", "The answers have to be a JSON object."),
        (
            '{"advisors": []}',
            "The answers can't be taken: advisors has to be an object; dana is left out; marcus is left out.",
        ),
        ("{}", "The answers can't be taken: dana is left out; marcus is left out."),
        (
            '{"advisors": {"dana": {}, "marcus": {"value": 1, "value": 2}, "dana": {}}}',
            "The answers say 'value' twice in one place.",
        ),
    ],
)
def test_what_is_no_such_file_is_said(text: str, wrong: str) -> None:
    assert _wrong(text) == wrong


def test_the_review_of_one_advisor_has_no_board() -> None:
    told = {
        "advisors": {"dana": {"decision": "keep"}, "marcus": {"decision": "keep"}},
        "board": {"note": "x"},
    }

    assert _wrong(told, {"dana": Answer()}, of_board=False) == (
        "The answers can't be taken: 'marcus' is nobody whom this review is about; board has no place in the review of one advisor."
    )


def test_an_endless_name_is_cut() -> None:
    assert len(_wrong({"advisors": {"x" * 10_000: {}}}, {})) < 300
