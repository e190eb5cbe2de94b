"""`criterion` and `advisor rate` as they are typed, and the prospects ranked by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.drafts import without_id
from tests.cli.typed import Ran, typed, typed_at_screen, typed_on_terminal
from tests.editors import Editor

UNDO = "boardroom undo takes it back"
STORED = "SELECT text, must FROM criterion ORDER BY id"
RATINGS = "SELECT criterion_id, meets FROM rating ORDER BY id"


def test_a_criterion_is_added_changed_and_removed(empty_board: Board) -> None:
    assert typed("criterion", "add", "Has run", "a P&L", "--must") == Ran(
        0, f"Added c1, a must-have: Has run a P&L · {UNDO}\n", ""
    )
    assert (
        typed("criterion", "add", "-", "--nice", stdin="Near enough\n").out
        == f"Added c2, a nice-to-have: Near enough · {UNDO}\n"
    )
    assert typed("criterion", "edit", "c1", "--nice", "--text", "Runs a P&L").out == (
        f"Changed c1: kind must-have → nice-to-have, text “Has run a P&L” → “Runs a P&L” · {UNDO}\n"
    )
    assert (
        typed("criterion", "edit", "c1", "--nice").out == "Nothing changed: already up to date.\n"
    )
    assert typed("criterion", "list").out == "c1\tnice\tRuns a P&L\nc2\tnice\tNear enough\n"
    assert (
        typed("criterion", "rm", "c1").out == f"Removed c1, a nice-to-have: Runs a P&L · {UNDO}\n"
    )
    assert empty_board.sql(STORED) == [("Near enough", 0)]


def test_a_change_prints_the_record_as_json(board: Board) -> None:
    added = typed("criterion", "add", "Has run a P&L", "--must", "--json").json
    record = {
        "schema": "boardroom.criterion/1",
        "id": "c1",
        "uid": board.sql("SELECT uid FROM criterion")[0][0],
    }

    assert added == {**record, "text": "Has run a P&L", "must": True}
    assert typed("criterion", "edit", "c1", "--nice", "--json").json == {**added, "must": False}
    assert typed("criterion", "rm", "c1", "--json").json == {**added, "must": False}
    assert typed("criterion", "list", "--json").json == {
        "schema": "boardroom.criteria/1",
        "criteria": [],
    }


@pytest.mark.parametrize(("answer", "must"), [("must", 1), ("Nice-to-have", 0)])
def test_a_terminal_asks_whether_it_is_a_must(empty_board: Board, answer: str, must: int) -> None:
    ran = typed_on_terminal("criterion", "add", answers=f"Near enough\n{answer}\n")

    assert (ran.code, ran.err) == (
        0,
        "What do you look for? (like Has run a P&L) Is it a must-have or a nice-to-have? [must/nice] ",
    )
    assert empty_board.sql(STORED) == [("Near enough", must)]


REFUSED = {
    "criterion add": (
        2,
        (
            "TEXT is missing. "
            "Usage: boardroom criterion add [OPTIONS] TEXT...|- · "
            "Example: boardroom criterion add 'Has run a P&L' --must"
        ),
    ),
    "criterion add Near": (
        2,
        (
            "--must or --nice is missing. "
            "Usage: boardroom criterion add [OPTIONS] TEXT...|- --must|--nice · "
            "Example: boardroom criterion add 'Has run a P&L' --must"
        ),
    ),
    "criterion edit": (
        2,
        (
            "ID is missing. "
            "Usage: boardroom criterion edit [OPTIONS] cID [-] · "
            "Example: boardroom criterion edit c3 --must"
        ),
    ),
    "criterion edit c1": (2, "No change was given. Use --text, --must or --nice."),
    "criterion edit c1 --text=": (2, "The criterion can't be empty. Write at least one word."),
    "criterion edit c9 --must": (3, "There is no criterion c9."),
    "criterion rm p1": (
        2,
        "p1 is a promise, not a criterion. Use instead: boardroom promise rm p1",
    ),
    "criterion rm c9": (3, "There is no criterion c9. List the ids with: boardroom criterion list"),
    "criterion rm c1": (
        2,
        "This removes c1, Has run a P&L, with 1 rating. This needs confirmation. Confirm with --yes.",
    ),
    "advisor rate noor": (
        2,
        (
            "ID is missing. "
            "Usage: boardroom advisor rate [OPTIONS] WHO cID yes|no|unknown · "
            "Example: boardroom advisor rate noor c1 yes"
        ),
    ),
    "advisor rate noor c1": (
        2,
        (
            "yes, no or unknown is missing. "
            "Usage: boardroom advisor rate [OPTIONS] WHO cID yes|no|unknown · "
            "Example: boardroom advisor rate noor c1 yes"
        ),
    ),
    "advisor rate noor c1 perhaps": (2, "'perhaps' is not a verdict. Use one of yes, no, unknown."),
    "advisor rate noor c9 yes": (
        3,
        "There is no criterion c9. List the ids with: boardroom criterion list",
    ),
    "advisor rate noor p1 yes": (
        2,
        "p1 is a promise, not a criterion. Use instead: boardroom promise list",
    ),
    "advisor rate nobody c1 yes": (3, "Nobody matches 'nobody'. "),
}


@pytest.mark.parametrize("command", REFUSED)
def test_bad_input_is_one_sentence_and_changes_nothing(board: Board, command: str) -> None:
    board.prospect("Noor Haddad")
    board.criterion(noor=True)
    before = board.dump()
    code, beginning = REFUSED[command]

    ran = typed(*command.split())

    assert (ran.code, ran.out, ran.err[: len(beginning)]) == (code, "", beginning)
    assert board.dump() == before


def test_a_criterion_is_removed_with_its_ratings_after_a_yes(
    board: Board,
) -> None:
    board.prospect("Noor Haddad")
    board.criterion(noor=True)
    before = board.dump()

    ran = typed_on_terminal("criterion", "rm", "c1", answers="y\n")

    assert (ran.code, ran.err) == (
        0,
        "This removes c1, Has run a P&L, with 1 rating. Continue? [y/N] ",
    )
    assert (board.sql(STORED), board.sql(RATINGS)) == ([], [])
    typed("undo")
    assert board.dump() == before


def test_a_yes_to_fewer_ratings_is_asked_for_again(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.prospect("Yusuf Demir")
    board.criterion(noor=True)

    ran = typed_on_terminal(
        *("criterion", "rm", "c1"),
        answers="y\nn\n",
        meanwhile=lambda: typed("advisor", "rate", "yusuf", "c1", "no"),
    )

    assert ran == Ran(
        5,
        "",
        "This removes c1, Has run a P&L, with 1 rating. Continue? [y/N] "
        "This removes c1, Has run a P&L, with 2 ratings. Continue? [y/N] Nothing changed.\n",
    )
    assert board.sql(RATINGS) == [(1, 1), (1, 0)]


def test_removing_a_person_mentions_their_ratings(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion(noor=True)

    assert (
        typed("advisor", "rm", "noor").err
        == "This removes Noor Haddad, with 1 rating. This needs confirmation. Confirm with --yes.\n"
    )


def test_rating_a_person_prints_the_person_as_json(board: Board) -> None:
    board.advisor()
    board.criterion()

    assert (
        typed("advisor", "rate", "marcus", "c1", "yes").out
        == f"Rated Marcus Ojo yes on c1: Has run a P&L · {UNDO}\n"
    )
    record = typed("advisor", "rate", "marcus", "c1", "no", "--json").json
    assert (record["schema"], record["handle"], record["match"]["must"]) == (
        "boardroom.advisor/1",
        "marcus",
        {"met": 0, "missing": 1, "unknown": 0},
    )
    assert typed("advisor", "show", "marcus", "--json").json["ratings"] == record["ratings"]
    assert "c1\tmust-have\tno\tHas run a P&L" in typed("advisor", "show", "marcus").out
    assert typed("advisor", "rate", "marcus", "c1", "unknown").code == 0
    assert board.sql(RATINGS) == []


def test_the_verdict_is_asked_for_on_a_terminal(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion()

    ran = typed_on_terminal("advisor", "rate", "noor", "c1", answers="no\n")

    assert (ran.code, ran.err) == (0, "Does Noor Haddad meet c1, Has run a P&L? [yes/no/unknown] ")
    assert board.sql(RATINGS) == [(1, 0)]


def test_the_verdict_is_asked_for_again_if_the_criterion_changes(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion()

    ran = typed_on_terminal(
        *("advisor", "rate", "noor", "c1"),
        answers="yes\nno\n",
        meanwhile=lambda: typed("criterion", "edit", "c1", "--text", "Near enough"),
    )

    assert (ran.code, ran.err.count("[yes/no/unknown]")) == (0, 2)
    assert ran.err.endswith("Does Noor Haddad meet c1, Near enough? [yes/no/unknown] ")
    assert board.sql(RATINGS) == [(1, 0)]


def test_the_prospects_are_ranked(board: Board) -> None:
    for name in ("Ana Lima", "Noor Haddad", "Yusuf Demir"):
        board.prospect(name)
    board.criterion(ana=False, yusuf=True)

    assert [
        person["handle"]
        for person in typed("advisor", "list", "--prospects", "--json").json["advisors"]
    ] == ["yusuf", "noor", "ana"]
    assert [
        line.partition("\t")[0] for line in typed("advisor", "list", "--prospects").out.splitlines()
    ] == ["yusuf", "noor", "ana"]


def test_a_criterion_is_changed_in_the_editor(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.criterion("Has run a P&L")
    editor = (
        Editor(tmp_path / "editor", monkeypatch)
        .replaces("kind: must", "kind: some")
        .replaces("kind: some", "kind: nice")
    )

    ran = typed_at_screen("criterion", "edit", "c1")

    assert (ran.code, ran.out) == (
        0,
        f"Changed c1 (Has run a P&L): kind must-have → nice-to-have\n{UNDO}\n",
    )
    assert without_id(editor.shown[0]) == (
        "<!-- c1, criterion for the next advisor. Save and close to change it; empty the file to cancel. -->\n"
        "kind: must\n\n## Text\nHas run a P&L\n"
    )
    assert "'some' is not a kind of criterion." in editor.shown[1]
    assert board.sql(STORED) == [("Has run a P&L", 0)]
