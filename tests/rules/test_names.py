from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.handles import handle_for
from boardroom.rules.names import (
    Named,
    find_matches,
    fold,
    nearest,
    same_name,
    same_names,
    spelt_count,
)

BROWN = Named(1, "emmett", "Emmett Brown", ("Doc", "The Professor"))
CARVER = Named(2, "george", "George Washington Carver", ())
CURIE = Named(3, "marie", "Marie Skłodowska-Curie", ())
FOX = Named(4, "mari", "Mari Fox", ("Georgie",))
OBRIEN = Named(5, "pat", "Pat O'Brien", ())
PICARD = Named(6, "jean-luc", "Jean-Luc Picard", ())
TAMM = Named(7, "ulo", "Ülo Tamm", ())
TOLKIEN = Named(8, "j", "J.R.R. Tolkien", ())
BOARD = (TOLKIEN, TAMM, PICARD, OBRIEN, FOX, CURIE, CARVER, BROWN)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ülo Tamm", "ulo tamm"),
        ("  Marie \t Curie\n", "marie curie"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("Đặng Thị", "dang thi"),
        ("Æthelred Œuvre", "aethelred oeuvre"),
        ("Þór Guðmundsson", "thor gudmundsson"),
        ("IŞIK ılık İzmir", "isik ilik izmir"),
        ("Straße", "strasse"),
        ("Άννα", "αννα"),
        ("Сёмин", "семин"),
        ("\uff2d\uff41\uff52\uff43\uff55\uff53", "marcus"),
        ("ながた", "ながた"),
        ("김민수", "김민수"),
        ("हिन्दी", "हिन्दी"),
        ("🦊", "🦊"),
        ("O\u2019Brien \u02bcn\u02bc \u201csons\u201d", "o'brien 'n' \"sons\""),
        ("Jean\u2011Luc \u2013 Ö\u2014", "jean-luc - o-"),
        ("Mar\u200bcus\ufeff O\u00adjo\u2060", "marcus ojo"),
        ("می\u200cخواهم", "میخواهم"),
    ],
)
def test_folding_drops_accents_case_and_extra_blanks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("who", "matches"),
    [
        ("marie", (CURIE,)),
        ("MARIE", (CURIE,)),
        ("mari", (FOX,)),
        ("mar", (FOX, CURIE)),
        ("m", (FOX, CURIE)),
        ("georgie", (FOX,)),
        ("geor", (CARVER, FOX)),
        ("doc", (BROWN,)),
        ("the professor", (BROWN,)),
        ("prof", (BROWN,)),
        ("emmett  brown", (BROWN,)),
        ("washington ca", (CARVER,)),
        ("george wash", (CARVER,)),
        ("skłodowska", (CURIE,)),
        ("sklodowska c", (CURIE,)),
        ("sklodowska-c", (CURIE,)),
        ("curie", (CURIE,)),
        ("ülo", (TAMM,)),
        ("Ulo", (TAMM,)),
        ("luc", (PICARD,)),
        ("jean-l", (PICARD,)),
        ("brien", (OBRIEN,)),
        ("o'b", (OBRIEN,)),
        ("o’brien", (OBRIEN,)),
        ("obrien", (OBRIEN,)),
        ("j", (TOLKIEN,)),
        ("j.r", (TOLKIEN,)),
        ("tolk", (TOLKIEN,)),
        ("ashington", ()),
        ("carver washington", ()),
        ("george carver", (CARVER,)),
        ("nobody", ()),
        ("", ()),
        (" ", ()),
        (".", ()),
        ("🦊", ()),
    ],
)
def test_a_handle_comes_before_a_name_before_a_beginning(
    who: str, matches: tuple[Named, ...]
) -> None:
    assert find_matches(who, BOARD) == matches


def test_an_exact_name_wins_over_the_beginning_of_another() -> None:
    ann, anna = Named(1, "ojo", "Ann", ()), Named(2, "anna", "Anna Ojo", ())

    assert find_matches("ann", (anna, ann)) == (ann,)


def test_a_handle_wins_over_the_same_word_as_a_nickname() -> None:
    ojo, marcus = Named(1, "ojo", "Ade Ojo", ("Marcus",)), Named(2, "marcus", "Marcus Reed", ())

    assert find_matches("Marcus", (ojo, marcus)) == (marcus,)


def test_two_people_of_one_name_are_both_found() -> None:
    one, two = Named(1, "dana", "Dana Reyes", ()), Named(2, "dana-reyes", "Dána  Reyes", ())

    assert find_matches("dana reyes", (two, one)) == (one, two)


def test_a_name_of_signs_alone_is_found() -> None:
    fox, owl = Named(1, "advisor", "🦊", ()), Named(2, "advisor-2", "🦉", ())

    assert find_matches("🦉", (fox, owl)) == (owl,)


RAO = Named(1, "anand", "Anand (Andy) Rao", ())
SMITH = Named(2, "robert", 'Robert "Bob" Smith', ())
SCHROEDER = Named(3, "schroder", "Schröder, Mark", ())
LANG = Named(4, "lang", "Lang,Georg", ())
ANDREI = Named(5, "андрей", "Андрей Сёмин", ())
NIKOS = Named(6, "νίκος", "Νίκος Παππάς", ())
OJO = Named(7, "marcus", "Marcus Ojo", ())
OTHERS = (RAO, LANG, OJO, SMITH, SCHROEDER, ANDREI, NIKOS)


@pytest.mark.parametrize(
    ("who", "person"),
    [
        ("andy", RAO),
        ("Anand Rao", RAO),
        ("anand (andy) rao", RAO),
        ("bob", SMITH),
        ("bob smith", SMITH),
        ("robert smith", SMITH),
        ("mark", SCHROEDER),
        ("Mark Schroder", SCHROEDER),
        ("schröder, mark", SCHROEDER),
        ("georg", LANG),
        ("Georg Lang", LANG),
        ("Ojo, Marcus", OJO),
        ("Андреи", ANDREI),
        ("семин", ANDREI),
        ("νικοσ", NIKOS),
        ("ΝΊΚΟΣ", NIKOS),
        ("παππας", NIKOS),
        ("mar\u200bcus", OJO),
    ],
)
def test_words_of_a_name_part_at_brackets_quotes_and_commas(who: str, person: Named) -> None:
    assert find_matches(who, OTHERS) == (person,)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("marcus ojo what", 2),
        ("Ojo, Marcus what", 2),
        ("Marcus ojo", 2),
        ("marcus what", 0),
        ("marcus oj what", 0),
        ("ojo marcus what", 0),
        ("anand rao what", 2),
        ("anand andy rao what", 3),
        ("george washington carver what", 3),
        ("george carver what", 2),
        ("the professor what", 2),
        ("marie skłodowska-curie what", 2),
        ("marcus - ojo", 0),
        ("marcus", 0),
        ("", 0),
    ],
)
def test_whole_words_of_one_name_in_its_order_spell_it(words: str, count: int) -> None:
    assert spelt_count(words.split(), (*BOARD, *OTHERS)) == count


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("MARCUS  OJO", OJO),
        ("Ojo, Marcus", OJO),
        ("Mark Schröder", SCHROEDER),
        ("Anand Rao", RAO),
        ("Marcus", None),
        ("Ojo Marcus", None),
    ],
)
def test_a_full_name_is_the_same_however_it_is_written(name: str, person: Named | None) -> None:
    assert same_name(name, OTHERS) == person
    assert same_names([name], OTHERS) == ({} if person is None else {name: person})


@given(st.text(min_size=1).filter(str.strip))
def test_everybody_is_found_by_their_handle(name: str) -> None:
    handle = handle_for(name, {person.handle for person in BOARD})
    person = Named(9, handle, name, ())

    assert find_matches(handle, (*BOARD, person)) == (person,)


@pytest.mark.parametrize(
    ("who", "near"),
    [
        ("mraie", (CURIE, FOX)),
        ("tam", (TAMM,)),
        ("gorge", (CARVER, FOX)),
        ("emmet braun", (BROWN,)),
        ("xyzzy", ()),
        ("", ()),
        ("x" * 10_000, ()),
    ],
)
def test_near_names_come_nearest_first(who: str, near: tuple[Named, ...]) -> None:
    assert nearest(who, BOARD) == near


def test_at_most_three_near_names_are_offered() -> None:
    annas = tuple(Named(number, f"anna-{number}", "Anna", ()) for number in range(5))

    assert nearest("ana", annas[::-1]) == annas[:3]


def test_of_two_people_with_a_full_name_the_first_is_found() -> None:
    other = OJO._replace(id=99, handle="marcus-ojo")

    assert same_names(["Marcus Ojo"], [OJO, other]) == {"Marcus Ojo": OJO}
