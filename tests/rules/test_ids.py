from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.ids import KINDS, Ref, looks_like_id, parse, parse_kind

SHAPE_HINT = "An id is a letter and a number, like m12."
NUMBER_HINT = "Ids count up from 1, like m12."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("m12", Ref("m", 12)),
        ("M12", Ref("m", 12)),
        (" a3 ", Ref("a", 3)),
        ("r9223372036854775807", Ref("r", 2**63 - 1)),
    ],
)
def test_an_id_is_a_letter_and_a_number(text: str, expected: Ref) -> None:
    assert parse(text) == expected


@given(st.sampled_from(sorted(KINDS)), st.integers(min_value=1, max_value=2**63 - 1))
def test_an_id_as_it_is_shown_reads_back(letter: str, number: int) -> None:
    assert parse(str(Ref(letter, number))) == Ref(letter, number)


@pytest.mark.parametrize(
    "text", ["", "m", "12", "marcus", "m-1", "m+1", "m1.5", "m 1", "z1", "mm1", "m١", "m²", "ｍ1"]
)
def test_what_has_no_ids_shape_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse(text)

    assert (caught.value.message, caught.value.hint) == (f"'{text}' is not an id.", SHAPE_HINT)
    assert not looks_like_id(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("m0", "'m0'"),
        ("m012", "'m012'"),
        ("m9223372036854775808", "'m9223372036854775808'"),
        ("m" + "9" * 5000, f"'m{'9' * 58}…'"),
    ],
)
def test_a_number_that_no_record_can_have_is_refused(text: str, shown: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse(text)

    assert (caught.value.message, caught.value.hint) == (
        f"{shown} is not an id: no record has that number.",
        NUMBER_HINT,
    )
    assert looks_like_id(text)


def test_an_id_of_a_wanted_kind_is_taken() -> None:
    assert [parse_kind("M12", "m"), parse_kind("s2", "p", "s", "g")] == [Ref("m", 12), Ref("s", 2)]


@pytest.mark.parametrize(
    ("text", "letters", "message", "hint"),
    [
        ("a3", "m", "a3 is an agenda item, not a meeting.", "Give the id of a meeting, like m12."),
        ("X7", "v", "x7 is an exchange, not advice.", "Give the id of advice, like v12."),
        (
            "v4",
            "pg",
            "v4 is advice, not a promise or a goal.",
            "Give the id of a promise or a goal, like p12 or g12.",
        ),
        (
            "c4",
            "pgs",
            "c4 is a criterion, not a promise, a goal or a step.",
            "Give the id of a promise, a goal or a step, like p12, g12 or s12.",
        ),
    ],
)
def test_an_id_of_another_kind_is_refused_by_both_their_names(
    text: str, letters: str, message: str, hint: str
) -> None:
    with pytest.raises(BadInput) as caught:
        parse_kind(text, *letters)

    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_word_is_refused_as_no_id_before_its_kind_is_asked() -> None:
    with pytest.raises(BadInput) as caught:
        parse_kind("marcus", "m")

    assert (caught.value.message, caught.value.hint) == ("'marcus' is not an id.", SHAPE_HINT)
