from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
USAGE = (
    "Usage: boardroom advisor merge [OPTIONS] WHO WHO"
    " · Example: boardroom advisor merge marcus tom --keep first --yes"
)


@pytest.fixture
def two(board: Board) -> Board:
    """A board with two records of one person, which differ in where they work."""
    board.advisor("Marcus Ojo", org="Acme")
    board.advisor("Markus Oyo", joined="2026-10-01", org="Initech", city="Porto")
    board.meeting(2, "2026-11-10")
    board.item(2, "Budget?")
    return board


def _orgs(board: Board) -> list[tuple[str, str]]:
    return board.sql("SELECT handle, org FROM advisor ORDER BY id")


def test_a_merge_says_what_it_did(two: Board) -> None:
    ran = typed("advisor", "merge", "marcus", "markus", "--keep", "First", "--yes")

    assert ran == Ran(
        0,
        f"Merged Markus Oyo (markus) into Marcus Ojo (marcus) · {UNDO}\n"
        "Left out, of markus: on the board since Thu 1 Oct 2026.\n",
        "",
    )
    assert _orgs(two) == [("marcus", "Acme")]
    assert typed("agenda", "list", "oyo").out.split("\t")[0] == "a1"


def test_a_merge_as_json_is_the_person(two: Board) -> None:
    ran = typed("advisor", "merge", "marcus", "markus", "--keep", "second", "--yes", "--json")

    assert {key: ran.json[key] for key in ("schema", "handle", "nicknames", "org", "city")} == {
        "schema": "boardroom.advisor/1",
        "handle": "marcus",
        "nicknames": ["Markus Oyo"],
        "org": "Initech",
        "city": "Porto",
    }
    assert _orgs(two) == [("marcus", "Initech")]


def test_names_of_several_words_need_no_quotes(two: Board) -> None:
    ran = typed("advisor", "merge", "marcus", "ojo", "markus", "oyo", "--org", "Kite", "--yes")

    assert (ran.code, _orgs(two)) == (0, [("marcus", "Kite")])


def test_a_slip_about_whose_is_right_is_asked_again(two: Board) -> None:
    ran = typed_on_terminal("advisor", "merge", "marcus", "markus", answers="x\n2\ny\n")

    assert "'x' is neither 1 nor 2. Answer 1 or 2.\n  1  Acme (marcus)\n" in ran.err
    assert (ran.code, _orgs(two)) == (0, [("marcus", "Initech")])


def test_a_terminal_asks_whose_is_right_and_then_to_confirm(two: Board) -> None:
    ran = typed_on_terminal("advisor", "merge", "marcus", answers="markus\n2\ny\n")

    assert ran.err == (
        "  markus  Markus Oyo\n"
        "Whose record goes into that of Marcus Ojo (marcus)? (like markus) "
        "  1  Acme (marcus)\n  2  Initech (markus)\n"
        "Which org is right? [1/2]"
        " This puts Markus Oyo (markus), with 1 meeting and 1 agenda item, into Marcus Ojo (marcus),"
        " and removes markus. Continue? [y/N] "
    )
    assert (ran.code, _orgs(two)) == (0, [("marcus", "Initech")])


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            ["marcus", "markus", "--yes"],
            2,
            (
                "marcus and markus differ: org (Acme or Initech). Say whose is right: --keep first"
                " (marcus) or --keep second (markus); or give the field, like --org TEXT."
            ),
        ),
        (
            ["marcus", "markus", "--keep", "first"],
            2,
            (
                "This puts Markus Oyo (markus), with 1 meeting and 1 agenda item, into Marcus Ojo"
                " (marcus), and removes markus. This needs confirmation. Confirm with --yes."
            ),
        ),
        (
            ["marcus", "MARCUS", "--yes"],
            2,
            (
                "Both are Marcus Ojo (marcus), so there is nothing to merge. Name the other record by"
                " its handle; see: boardroom advisor list --all"
            ),
        ),
        (
            ["marcus", "markus", "--keep", "third"],
            2,
            "'third' is neither first nor second. Use --keep first.",
        ),
        (
            ["marcus"],
            2,
            f"The second WHO is missing. {USAGE}",
        ),
        ([], 2, f"WHO is missing. {USAGE}"),
        (
            ["marcus", "and", "oyo"],
            2,
            (
                "'marcus and oyo' does not name two people."
                " Name two people; see: boardroom advisor merge -h"
            ),
        ),
        (
            ["marcus", "tom"],
            3,
            "Nobody matches 'tom'. List everybody with: boardroom advisor list --all",
        ),
        (
            ["marcus", "markus", "--keep", "first", "--way", "train", "--yes"],
            2,
            "'train' is not a way to meet. Use one of coffee, lunch, call, video, walk, other.",
        ),
    ],
)
def test_a_refused_merge_changes_nothing(
    two: Board, words: list[str], code: int, message: str
) -> None:
    before = two.dump()

    assert typed("advisor", "merge", *words) == Ran(code, "", f"{message}\n")
    assert two.dump() == before


@pytest.mark.parametrize(
    ("answers", "code", "message"),
    [
        ("both\n", 5, "There was no answer, so nothing changed.\n"),
        ("1\nn\n", 5, "Nothing changed.\n"),
    ],
)
def test_an_answer_can_call_it_off(two: Board, answers: str, code: int, message: str) -> None:
    before = two.dump()

    ran = typed_on_terminal("advisor", "merge", "marcus", "markus", answers=answers)

    assert (ran.code, ran.err.endswith(message)) == (code, True)
    assert two.dump() == before


def test_a_perspective_given_is_not_asked_about(board: Board) -> None:
    board.advisor("Marcus Ojo", perspectives=["industry=food"])
    board.advisor("Markus Oyo", perspectives=["industry=retail", "age=50"])

    ran = typed("advisor", "merge", "marcus", "markus", "--perspective", "industry=IT", "--yes")

    assert ran.code == 0
    assert board.sql("SELECT perspectives FROM advisor") == [('{"industry": "IT", "age": "50"}',)]


def test_the_name_of_another_points_to_a_merge(two: Board) -> None:
    ran = typed("advisor", "edit", "markus", "--name", "ojo, marcus")

    assert (ran.code, ran.err) == (
        0,
        (
            "Also on file: Marcus Ojo (marcus). If both are one person:"
            " boardroom advisor merge marcus markus\n"
        ),
    )
    assert typed("advisor", "edit", "markus", "--name", "Markus").err == ""
    assert two.sql("SELECT name FROM advisor WHERE id = 2") == [("Markus",)]


def test_the_days_of_agreements_and_ratings_that_differ_are_named(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Markus Oyo")
    board.agreement(1, until="2027-06-01")
    board.agreement(2, until="2027-09-01")
    board.criterion("Has run a P&L", marcus=True, markus=False)
    words = ("advisor", "merge", "marcus", "markus", "--yes")

    assert typed(*words).err.startswith(
        "marcus and markus differ: agreed until (Tue 1 Jun 2027 or Wed 1 Sep 2027),"
        " c1 Has run a P&L (yes or no). Say whose is right:"
    )
    assert typed(*words, "--keep", "second").code == 0
    assert board.sql("SELECT until_on FROM agreement") == [("2027-09-01",)]
    assert board.sql("SELECT meets FROM rating") == [(0,)]


def test_what_may_be_there_twice_after_a_merge_is_named_with_its_command(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Markus Oyo")
    for who, promise, item, at in (
        ("marcus", "send the deck", "Budget", "10:00"),
        ("markus", "Send the deck by 1 dec", "budget", "15:00"),
    ):
        typed("promise", "add", who, promise)
        typed("agenda", "add", who, item, "--kind", "question" if at == "10:00" else "update")
        typed("plan", who, f"27 nov {at}")

    ran = typed("advisor", "merge", "marcus", "markus", "--yes")

    assert ran.out.splitlines()[-3:] == [
        "m1 and m2 are planned for Fri 27 Nov 2026; if that is one meeting: boardroom meeting rm m2",
        (
            "p1 (no day) and p2 (by Tue 1 Dec 2026) are open in the same words;"
            " if that is one promise: boardroom promise rm p1"
        ),
        "a1 and a2 are on the agenda in the same words; if that is one item: boardroom agenda rm a2",
    ]
    for command in ("meeting rm m2 --yes", "promise rm p1", "agenda rm a2"):
        assert typed(*command.split()).code == 0
