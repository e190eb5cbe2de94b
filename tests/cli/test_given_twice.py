"""An option given twice, through the lane and through Typer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_with_typer

both_ways = pytest.mark.parametrize("type_", [typed, typed_with_typer])


@both_ways
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "promise add marcus Deck --by fri --by=sat",
            "--by is given twice, with 'fri' and 'sat'. Leave one of them out.",
        ),
        (
            "log marcus --on today great --on yesterday",
            "--on is given twice, with 'today' and 'yesterday'. Leave one of them out.",
        ),
        (
            "advisor add Kim --org X --org Y",
            "--org is given twice, with 'X' and 'Y'. Leave one of them out.",
        ),
        ("goal add Lead --near --long", "--near and --long are opposites. Leave one of them out."),
        (
            "--json --json criterion add Near --nice --must --no-input",
            "--nice and --must are opposites. Leave one of them out.",
        ),
        (
            "promise edit p1 --mine --theirs",
            "--mine and --theirs are opposites. Leave one of them out.",
        ),
        (
            "log marcus --covered a1 --covered none",
            "--covered can't be both 'none' and 'a1'. Leave one of them out.",
        ),
        (
            "advisor edit marcus --perspective Age=old --perspective age=young",
            "age is given twice, as 'old' and 'young'. Leave one of them out.",
        ),
    ],
)
def test_two_values_of_one_option_are_refused(
    board: Board, type_: Callable[..., Ran], words: str, message: str
) -> None:
    board.promise(board.advisor())
    before = board.dump()

    ran = type_(*words.split())

    assert (ran.code, ran.out, message.split(". ", maxsplit=1)[0] in ran.err) == (2, "", True)
    if "--json" not in words:
        assert ran.err == f"{message}\n"
    assert board.dump() == before


@both_ways
def test_the_same_value_twice_is_one(board: Board, type_: Callable[..., Ran]) -> None:
    board.advisor()

    ran = type_(
        *[
            "promise",
            "add",
            "marcus",
            "Deck",
            "--by",
            "fri",
            "--theirs",
            "--by",
            "fri",
            "--theirs",
            "--json",
            "--json",
        ]
    )

    assert (ran.json["due_on"], ran.json["by_whom"]) == ("2026-11-27", "them")


@both_ways
def test_an_option_that_collects_keeps_all(board: Board, type_: Callable[..., Ran]) -> None:
    marcus = board.advisor()
    for text in ("Budget", "Deck", "Pilot"):
        board.item(marcus, text)

    type_(
        *[
            "log",
            "marcus",
            "--covered",
            "a1",
            "--advice",
            "Ask",
            "--covered",
            "a3,a1",
            "--advice",
            "Wait",
        ]
    )

    assert board.sql("SELECT id FROM agenda_item WHERE status = 'covered'") == [(1,), (3,)]
    assert board.sql("SELECT text FROM advice") == [("Ask",), ("Wait",)]


@both_ways
@pytest.mark.parametrize("words", ["--db X --db Y due", "--db X due --db Y", "due --db X --db=Y"])
def test_the_last_db_wins(board: Board, type_: Callable[..., Ran], words: str) -> None:
    board.advisor()

    ran = type_(*words.replace("X", f"{board.path}.old").replace("Y", board.path).split(), "--json")

    assert [person["handle"] for person in ran.json["advisors"]] == ["marcus"]


@both_ways
def test_words_after_two_dashes_are_no_options(board: Board, type_: Callable[..., Ran]) -> None:
    board.advisor()

    assert type_(*["promise", "add", "marcus", "--by", "fri", "--", "say", "--by", "sat"]).code == 0
    assert board.sql("SELECT text FROM promise") == [("say --by sat",)]


@both_ways
@pytest.mark.parametrize(
    ("words", "missing", "written"),
    [
        (
            "log marcus x --covered --they-owe deck",
            "--covered is missing; --they-owe",
            "--covered ID,...|all|none",
        ),
        (
            "log marcus x --i-owe --they-owe=deck",
            "--i-owe is missing; --they-owe",
            "--i-owe 'TEXT @ DATE'",
        ),
        ("advisor edit marcus --notes --phone 12", "--notes is missing; --phone", "--notes TEXT"),
        ("promise add marcus it --by --private", "--by is missing; --private", "--by DATE"),
        ("plan marcus tue --place --help", "--place is missing; --help", "--place PLACE"),
    ],
)
def test_an_option_is_no_value_of_another(
    board: Board, type_: Callable[..., Ran], words: str, missing: str, written: str
) -> None:
    board.advisor()

    assert type_(*words.split()) == Ran(
        2,
        "",
        f"The value of {missing} after it is an option. Write {written}, or leave it out.\n",
    )


@both_ways
def test_a_value_spelt_like_an_option_is_joined(board: Board, type_: Callable[..., Ran]) -> None:
    board.advisor()

    assert type_("advisor", "edit", "marcus", "--notes=--phone").code == 0
    assert board.sql("SELECT notes FROM advisor") == [("--phone",)]
