"""What is said where a short name, or a dimension, means another than it did, or may."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed


@pytest.fixture
def filled(board: Board) -> Board:
    """A board of Jo O'Neil, Jo Smith, Maximiliane Roth and Sarah Chen."""
    for name in ("Jo O'Neil", "Jo Smith", "Maximiliane Roth", "Sarah Chen"):
        assert typed("advisor", "add", name, "--prospect").code == 0
    return board


@pytest.mark.parametrize(
    ("line", "notice"),
    [
        (("advisor", "add", "Max Power"), "max means Max Power now, no longer Maximiliane Roth."),
        (("mentee", "add", "Max Power"), "max means Max Power now, no longer Maximiliane Roth."),
        (
            ("advisor", "add", "Ana Lima", "--handle", "roth"),
            "roth means Ana Lima now, no longer Maximiliane Roth.",
        ),
        (
            ("advisor", "edit", "sarah", "--nickname", "Max"),
            "max means Sarah Chen now, no longer Maximiliane Roth.",
        ),
        (("advisor", "add", "Jo Poe"), "jo still means Jo O'Neil; Jo Poe is jo-poe."),
    ],
)
@pytest.mark.usefixtures("filled")
def test_who_a_short_name_means_now_is_said(line: tuple[str, ...], notice: str) -> None:
    assert typed(*line).err == f"{notice}\n"
    word, verb, _ = notice.split(maxsplit=2)
    name = notice.partition(" means ")[2].partition(" now" if verb == "means" else ";")[0]
    assert f"with {name}," in typed("plan", word, "fri").out


@pytest.mark.usefixtures("filled")
def test_nothing_is_said_where_a_short_name_meant_nobody_else() -> None:
    assert typed("advisor", "add", "Tom Berg").err == ""
    assert typed("advisor", "edit", "tom", "--nickname", "Tommy").err == ""
    assert typed("advisor", "edit", "tom", "--notes", "Has a boat").err == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "jo s fri 3pm",
            (
                "'s' is not part of the date 'fri 3pm'."
                " Did you mean Jo Smith? boardroom plan jo-smith fri 3pm"
            ),
        ),
        (
            "sarah chn 5 feb",
            (
                "'chn' is not part of the date '5 feb'."
                " Did you mean Sarah Chen? boardroom plan sarah 5 feb"
            ),
        ),
        (
            "sara Jones 5 feb",
            (
                "'Jones' is not part of the date '5 feb'."
                " With Sarah Chen: boardroom plan sarah 5 feb, or with a place:"
                " boardroom plan sarah 5 feb --place Jones"
            ),
        ),
        (
            "sarah and max 5 feb",
            "'sarah and max' names several people. Name one of them, like sarah.",
        ),
        (
            "sarah at Mundy 5 feb",
            (
                "'at Mundy' is not part of the date '5 feb'. Way, place and length are options:"
                " boardroom plan sarah 5 feb --place Mundy"
            ),
        ),
    ],
)
def test_words_behind_a_name_are_not_made_a_place(filled: Board, words: str, message: str) -> None:
    filled.advisor("Max Power")
    before = filled.dump()

    assert typed("plan", *words.split()) == Ran(2, "", f"{message}\n")
    assert filled.dump() == before


@pytest.mark.usefixtures("filled")
def test_a_dimension_spelt_like_another_is_named() -> None:
    assert typed("advisor", "edit", "sarah", "--perspective", "organisation=out").err == ""
    assert typed("advisor", "edit", "sarah", "--perspective", "age=40").err == ""

    ran = typed("advisor", "edit", "jo", "--perspective", "org=in it", "--perspective", "age=50")

    assert ran.err == (
        "org is a dimension of its own beside organisation. If both are one: boardroom advisor"
        " edit jo --perspective 'organisation=in it' --perspective org=\n"
    )
    meant = ("--perspective", "organisation=in it", "--perspective", "org=")
    assert typed("advisor", "edit", "jo", *meant).err == ""
