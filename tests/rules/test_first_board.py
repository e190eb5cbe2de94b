from __future__ import annotations

import pytest

from boardroom.errors import BadInput, Refused
from boardroom.rules.first_board import (
    check_nobody,
    format_people,
    parse_helpers,
    parse_people,
)
from boardroom.rules.names import Named
from boardroom.rules.settings import Seats

SEATS = Seats(3, 5)
BOTH = parse_people("Marcus Ojo, Marcus Webb", SEATS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Marcus Ojo", ["Marcus Ojo"]),
        (" Marcus Ojo ,Ana Lima, ", ["Marcus Ojo", "Ana Lima"]),
        ("Marcus Ojo, Ana Lima and Tom Berg", ["Marcus Ojo", "Ana Lima", "Tom Berg"]),
        ("Ana & Tom", ["Ana", "Tom"]),
        ("Anders Andersen, Sandy", ["Anders Andersen", "Sandy"]),
        ("Ojo, Marcus; Lima, Ana", ["Ojo, Marcus", "Lima, Ana"]),
        ("Ojo, Marcus;", ["Ojo, Marcus"]),
        ("Ana Lima, PhD; Tom Berg", ["Ana Lima, PhD", "Tom Berg"]),
    ],
)
def test_names_stand_in_one_line(text: str, names: list[str]) -> None:
    persons = parse_people(text, SEATS)

    assert [person.name for person in persons] == names
    assert parse_people(format_people(persons), SEATS) == persons


def test_names_are_shown_without_a_sign_behind_the_last() -> None:
    assert format_people(parse_people("Ojo, Marcus; Ana", SEATS)) == "Ojo, Marcus; Ana"


def test_each_person_has_a_handle_of_their_own() -> None:
    assert list(BOTH) == [
        Named(1, "marcus", "Marcus Ojo", ()),
        Named(2, "marcus-webb", "Marcus Webb", ()),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "A board begins with at least one person."),
        (" , ", "A board begins with at least one person."),
        ("Ana Lima, ana lima", "'ana lima' is named twice."),
        ("A, B, C, D, E, F", "That is 6 people, and the board has 5 seats."),
        (
            "sarah chen, dave okafor; Priya",
            "'sarah chen, dave okafor' may be one person or several.",
        ),
        ("A\0", "The name can't contain a NUL character."),
    ],
)
def test_a_line_that_is_no_board_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_people(text, SEATS)
    assert refused.value.message == message


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("ojo", ["marcus"]),
        ("webb, marcus ojo", ["marcus-webb", "marcus"]),
        ("marcus, marcus", ["marcus"]),
        ("Both", ["marcus", "marcus-webb"]),
    ],
)
def test_helpers_are_people_of_the_board(text: str, handles: list[str]) -> None:
    assert [person.handle for person in parse_helpers(text, BOTH)] == handles


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mar", "'mar' can be several people."),
        ("ojo and ana", "'ana' is not on your board."),
    ],
)
def test_a_helper_who_is_not_one_person_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_helpers(text, BOTH)
    assert refused.value.message == message
    assert refused.value.hint.startswith("Write marcus or marcus-webb")


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["Ana"], "This board has begun: Ana is on file."),
        (["A", "B", "C", "D", "E"], "This board has begun: A, B, C and 2 more are on file."),
    ],
)
def test_a_board_with_people_can_not_begin(names: list[str], sentence: str) -> None:
    check_nobody([])
    with pytest.raises(Refused) as refused:
        check_nobody(names)
    assert refused.value.message == sentence
