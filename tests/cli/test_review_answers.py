from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed


def _answers(board: dict[str, str] | None = None, **advisors: Mapping[str, object]) -> str:
    return json.dumps({"advisors": advisors} | ({} if board is None else {"board": board}))


def _kept(*handles: str) -> str:
    return _answers(**{handle: {"decision": "keep"} for handle in handles})


@pytest.fixture
def four(board: Board) -> tuple[int, ...]:
    """Four people; returns their row ids."""
    return tuple(
        board.advisor(name) for name in ("Ana Lima", "Dana Reyes", "Marcus Ojo", "Tom Berg")
    )


@pytest.mark.usefixtures("four")
def test_a_whole_review_is_completed_and_undone_in_two_steps(board: Board, tmp_path: Path) -> None:
    keep = {"decision": "keep"}
    board.setting("thanks", "off")
    before = board.dump()
    adjusted = {"value": 4, "decision": "adjust", "window": "6-8w"}
    file = tmp_path / "answers.json"
    file.write_text(
        "\ufeff"
        + _answers(
            {"note": "Finance"}, marcus=adjusted, ana=keep, tom=keep, dana={"decision": "part"}
        ),
        encoding="utf-8",
    )

    assert typed("review", "--answers", str(file)) == Ran(
        0,
        "Completed r1: kept Ana Lima and Tom Berg, Marcus Ojo's window is 6-8w now, parted with"
        " Dana Reyes"
        " · boardroom undo takes it back\n",
        "",
    )
    assert [
        (active.handle, active.window, active.reviewed_on is not None)
        for active in board.due().advisors
    ] == [
        ("ana", "4-6w", True),
        ("marcus", "6-8w", True),
        ("tom", "4-6w", True),
    ]
    assert typed("undo").code == 0
    assert [
        (about.handle, about.answer.decision, about.facts) for about in board.reviewed().answers
    ] == [
        ("ana", "keep", None),
        ("dana", "part", None),
        ("marcus", "adjust", None),
        ("tom", "keep", None),
    ]
    assert (board.reviewed().completed_on, len(board.due().advisors)) == (None, 4)
    assert typed("undo").out == (
        "Took back: Answered r1 for Ana Lima, Dana Reyes, Marcus Ojo and Tom Berg"
        " · boardroom redo brings it back\n"
    )
    assert board.dump() == before
    assert typed("redo", "2").code == 0
    assert board.reviewed().completed_on == TODAY


def test_json_is_the_completed_review(board: Board) -> None:
    board.meeting(board.advisor(joined="2026-11-15"), "2026-11-21", minutes=45)
    answer = {
        "value": 4,
        "chemistry": None,
        "trust": 5,
        "fits_next": True,
        "outcome_met": False,
        "note": "Good",
        "decision": "pause",
        "until_on": "2027-02-01",
    }

    of_board = {"note": "Finance", "need": "Calm", "seek": "A P&L", "bring": "Analytics"}
    ran = typed("review", "--answers", "-", "--json", stdin=_answers(of_board, marcus=answer))

    assert (ran.code, ran.err) == (0, "")
    record = ran.json
    (uid,) = board.sql("SELECT uid FROM review")[0]
    facts = record["advisors"]["marcus"].pop("facts")
    board_facts = record["board"].pop("facts")
    assert (
        facts["from_on"],
        facts["meetings_count"],
        facts["minutes_total"],
        facts["active_days"],
    ) == ("2026-11-15", 1, 45, 7)
    assert (
        board_facts["from_on"],
        board_facts["seats_taken_count"],
        board_facts["minutes_total"],
    ) == ("2026-11-15", 1, 45)
    assert record == {
        "schema": "boardroom.review/1",
        "id": "r1",
        "uid": uid,
        "advisor": None,
        "started_on": "2026-11-21",
        "completed_on": "2026-11-21",
        "from_on": "2026-11-15",
        "advisors": {"marcus": {"name": "Marcus Ojo", **answer, "window": None}},
        "board": of_board,
    }


@pytest.mark.usefixtures("four")
def test_an_error_names_every_problem_and_changes_nothing(board: Board) -> None:
    before = board.dump()
    answers = _answers(
        marcus={"value": 7, "mood": "good"},
        zed={},
        ana={"decision": "adjust"},
        tom={"decision": "keep", "trust": "5"},
    )

    ran = typed("review", "--answers", "-", "--json", stdin=answers)

    error = json.loads(ran.err)["error"]
    assert (ran.code, ran.out, error["code"], error["exit"]) == (2, "", "bad_input", 2)
    assert error["message"] == (
        "The answers can't be taken: 'zed' is not part of this review; ana needs a new"
        " window;"
        " marcus: 'mood' is none of value, chemistry, trust, fits_next, outcome_met, note, decision,"
        " window or until_on;"
        " marcus: value has to be a whole number from 1 to 5; marcus needs a decision;"
        " tom: trust has to be a whole number from 1 to 5; dana is left out."
    )
    assert error["hint"].startswith("Nothing was changed. ")
    assert board.dump() == before


def test_marked_lines_become_criteria(board: Board) -> None:
    board.criterion("Has run a P&L")
    board.advisor()
    note = (
        "must: has run a p&l\nSomebody from outside\n"
        "nice-to-have: lives near\nmust: Has an hour a month"
    )

    ran = typed(
        "review", "--answers", "-", stdin=_answers({"note": note}, marcus={"decision": "keep"})
    )

    assert (
        ran.out
        == "Completed r1: kept Marcus Ojo; looking for c2, c3 · boardroom undo takes it back\n"
    )
    assert board.sql("SELECT text, must FROM criterion") == [
        ("Has run a P&L", 1),
        ("lives near", 0),
        ("Has an hour a month", 1),
    ]


def test_the_open_review_goes_on(board: Board, four: tuple[int, ...]) -> None:
    ana, dana, marcus, _ = four
    board.answer(ana, on="2026-11-03")
    board.answer(dana, decision="adjust", on="2026-11-03")
    board.answer(marcus, value=2, decision="part", on="2026-11-03")
    answers = _answers(
        dana={"window": "9w"}, marcus={"decision": "keep"}, tom={"decision": "pause"}
    )

    ran = typed("review", "--answers", "-", stdin=answers)

    assert ran.out == (
        "Completed r1: kept Ana Lima and Marcus Ojo, Dana Reyes's window is 9w now, paused Tom"
        " Berg · boardroom undo takes it back\n"
    )
    assert board.sql("SELECT started_on, completed_on FROM review") == [
        ("2026-11-03", "2026-11-21")
    ]
    assert board.sql("SELECT value, decision FROM review_answer WHERE handle = 'marcus'") == [
        (2, "keep")
    ]


@pytest.mark.usefixtures("four")
def test_one_person_is_reviewed_alone() -> None:
    ran = typed("review", "--advisor", "Marcus", "--answers", "-", stdin=_kept("marcus"))
    record = typed(
        "review", "--advisor", "dana", "--answers", "-", "--json", stdin=_kept("dana")
    ).json

    assert ran == Ran(0, "Completed r1: kept Marcus Ojo · boardroom undo takes it back\n", "")
    assert (record["id"], record["advisor"], list(record["advisors"]), record["board"]) == (
        "r2",
        "dana",
        ["dana"],
        {"facts": None, "note": None, "need": None, "seek": None, "bring": None},
    )


def test_one_person_is_answered_in_the_open_board_review(
    board: Board, four: tuple[int, ...]
) -> None:
    board.answer(four[0])

    ran = typed(
        "review",
        "--advisor",
        "tom",
        "--answers",
        "-",
        stdin=_answers(tom={"value": 3, "decision": "part"}),
    )

    assert ran == Ran(
        0,
        "Answered for Tom Berg: value 3, part, in the review of the board (2 of 4 done); continue it with: boardroom review"
        " · boardroom undo takes it back\n",
        "",
    )
    assert board.sql("SELECT completed_on FROM review") == [(None,)]
    assert (
        typed("review", "--advisor", "tom", "--answers", "-", stdin=_answers(tom={})).out
        == "Nothing changed: already up to date.\n"
    )


def test_only_active_people_are_reviewed(board: Board) -> None:
    assert typed("review", "--answers", "-", stdin=_kept()) == Ran(
        6,
        "",
        "There are no active advisors, so there is nothing to review. Start with: boardroom"
        ' advisor add "NAME"\n',
    )
    board.step(board.advisor(), "paused", "2026-11-01")

    assert typed("review", "--advisor", "marcus", "--answers", "-", stdin=_kept("marcus")) == Ran(
        6,
        "",
        "Marcus Ojo is not an active advisor, so there is nothing to review. See their status with: boardroom advisor show marcus\n",
    )
    assert typed("review", "--advisor", "zed", "--answers", "-", stdin=_kept()).code == 3


@pytest.mark.usefixtures("four")
def test_an_unreadable_file_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(b'{"board": "\xe9"}')

    missing, folder, latin, nul = (
        typed("review", "--answers", str(path))
        for path in (tmp_path / "none", tmp_path, tmp_path / "latin", "a\0b")
    )

    assert [ran.code for ran in (missing, folder, latin, nul)] == [2, 2, 2, 2]
    otherwise = "Use a file of answers, or - for standard input.\n"
    assert (
        missing.err == f"{tmp_path / 'none'} can't be read: No such file or directory. {otherwise}"
    )
    assert "can't be read: Is a directory" in folder.err
    assert latin.err == f"{tmp_path / 'latin'} is not UTF-8 text. Convert it and try again.\n"
    assert nul.err == f"a\\x00b can't be read: embedded null byte. {otherwise}"


def test_facts_and_answers_exclude_each_other() -> None:
    ran = typed("review", "--facts", "--answers", "-")

    assert (ran.code, ran.err) == (
        2,
        "--facts and --answers can't go together. Leave one of them out.\n",
    )


@pytest.mark.usefixtures("four")
def test_show_and_search_find_the_review() -> None:
    others = {handle: {"decision": "keep"} for handle in ("ana", "dana", "tom")}
    marcus = {"value": 4, "note": "Asks [the] hard questions", "decision": "keep"}
    assert (
        typed(
            "review",
            "--answers",
            "-",
            stdin=_answers({"note": "Look for finance"}, marcus=marcus, **others),
        ).code
        == 0
    )

    shown = typed("advisor", "show", "marcus").out
    hits = typed("search", "hard questions", "--json").json["hits"]
    board_hits = typed("search", "finance", "--json").json["hits"]

    assert "review\ton track, due from Fri 21 May 2027\n" in shown
    assert (
        "2026-11-21\treview\treviewed\tr1\treviewed, value 4, keep: Asks [the] hard questions\t\n"
        in shown
    )
    assert [(hit["kind"], hit["id"], hit["advisor"]) for hit in (*hits, *board_hits)] == [
        ("review", "r1", "marcus"),
        ("review", "r1", None),
    ]
