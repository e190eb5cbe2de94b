"""`boardroom init` on a terminal: its questions, what it stores, and the answers it keeps."""

from __future__ import annotations

import json
import os
import shlex
import stat
from pathlib import Path

import pytest

from boardroom.cli.init.questions import Questions
from boardroom.rules.settings import parse_settings
from boardroom.store.place import default_path
from tests.boards import TODAY, Board
from tests.cli.reviewing import lines
from tests.cli.typed import typed, typed_on_terminal

pytestmark = pytest.mark.usefixtures("plain_screen")

MARCUS = ("Finance", "3 nov", "", "A line of the budget")
ANA = ("", "", "monthly", "")
GOAL = ("Lead a region", "Ask the CFO by 15 Dec", "marcus")
ALL = ("Marcus Ojo, Ana Lima", *MARCUS, *ANA, *GOAL)
BEGAN = "Began the board with Marcus Ojo and Ana Lima; set g1: Lead a region, with step s1"
NOT_ASKED = ("agreement", "goal", "meeting")
LEFT = "Nothing is stored yet; your answers are kept. Continue any day with: boardroom init"


@pytest.fixture
def kept(board: Board) -> Path:
    """The file that keeps the answers."""
    return Path(board.path).parent / "drafts" / "init-board.db.json"


def test_it_stores_everybody_the_agreement_and_the_goal(board: Board) -> None:
    ran = typed_on_terminal("init", answers=lines(*ALL, ""))

    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        f"{BEGAN} · boardroom undo takes it back",
    )
    assert board.sql("SELECT handle, name, seat, window FROM advisor ORDER BY id") == [
        ("marcus", "Marcus Ojo", "Finance", None),
        ("ana", "Ana Lima", None, "1m"),
    ]
    assert board.sql("SELECT advisor_id, changed_on, status FROM transition") == [
        (1, "2026-11-03", "active"),
        (2, "2026-11-21", "active"),
    ]
    assert board.sql("SELECT advisor_id, met_on, status FROM meeting") == [
        (1, "2026-11-03", "held")
    ]
    assert board.sql("SELECT advisor_id, agreed_on, hopes FROM agreement") == [
        (1, "2026-11-21", "A line of the budget")
    ]
    assert board.sql("SELECT title, horizon, target_on FROM goal") == [
        ("Lead a region", "near", "2027-05-21")
    ]
    assert board.sql("SELECT goal_id, text, due_on FROM goal_step") == [
        (1, "Ask the CFO", "2026-12-15")
    ]
    assert board.sql("SELECT advisor_id FROM goal_helper") == [(1,)]


def test_it_ends_in_the_due_list(board: Board) -> None:
    ran = typed_on_terminal("init", answers=lines(*ALL, ""))

    assert ran.out.partition("\n")[2] == typed("due").out
    assert ran.out.endswith("\tboardroom plan marcus WHEN\n")
    assert board.sql("SELECT count(*) FROM operation") == [(1,)]


@pytest.mark.usefixtures("board")
def test_one_undo_takes_it_back_and_it_can_begin_again() -> None:
    typed_on_terminal("init", answers=lines(*ALL, ""))

    assert typed("undo").out == f"Took back: {BEGAN} · boardroom redo brings it back\n"
    assert typed("due").out.startswith("Welcome to your board of advisors")
    assert typed_on_terminal("init", answers=lines("Tom Berg", *[""] * 6)).code == 0


def test_enter_takes_every_default(board: Board) -> None:
    ran = typed_on_terminal("init", answers=lines("Tom Berg", *[""] * 6))

    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        "Began the board with Tom Berg · boardroom undo takes it back",
    )
    assert board.sql("SELECT name, seat, window FROM advisor") == [("Tom Berg", None, None)]
    assert [rows for table, rows in board.dump().items() if table in NOT_ASKED] == [[], [], []]


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize("nobody", ["n", "N", "no", "none", "nobody", "no one", "Nobody yet."])
def test_a_no_is_no_helper(board: Board, nobody: str) -> None:
    people = ("Noor Khan", "", "", "", "")

    assert typed_on_terminal("init", answers=lines(*people, *GOAL[:2], nobody, "")).code == 0
    assert board.sql("SELECT count(*) FROM goal") == [(1,)]
    assert board.sql("SELECT count(*) FROM goal_helper") == [(0,)]


def test_each_understood_day_and_window_is_echoed() -> None:
    err = _on_one_line(typed_on_terminal("init", answers=lines(*ALL, "")).err)

    for echo in (
        "Marcus Ojo (marcus) and Ana Lima (ana). The aim is 3-5;",
        "Tue 3 Nov 2026 (18 days ago).",
        "4-6w: due from Tue 1 Dec 2026 to Tue 15 Dec 2026 (in 24 days).",
        "1m, after a first meeting, which is due now.",
        "By Fri 21 May 2027 (in 181 days); for another day, go back (b) and end the goal",
        "By Tue 15 Dec 2026 (in 24 days).",
    ):
        assert echo in err


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize(
    ("answers", "slip", "reason", "question"),
    [
        ((), "", "A board begins with at least one person. Write their name,", "Who is on"),
        (ALL[:2], "31 feb", "February has no 31st. Its last day is 28 Feb.", "When did you"),
        (ALL[:2], "1 jan 2027", "Fri 1 Jan 2027 is in the future. Write the day", "When did you"),
        (ALL[:3], "often", "'often' is not a window. Write it like 4-6w,", "How often"),
        (ALL[:11], "marcos", "'marcos' is not on your board. Write marcus or ana,", "Who can"),
        (ALL, "perhaps", "'perhaps' is neither yes nor no. Press Enter for yes,", "Begin this"),
    ],
)
def test_a_slip_is_asked_again_with_the_reason(
    answers: tuple[str, ...], slip: str, reason: str, question: str
) -> None:
    err = _on_one_line(typed_on_terminal("init", answers=lines(*answers, slip, "q")).err)

    before, _, after = err.partition(f" {reason}")
    assert (before.count(question), after.count(question)) == (1, 1)


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize("number", range(len(ALL)))
def test_every_question_explains_itself(number: int) -> None:
    texts = {"people": ALL[0], "goal": ALL[9]}
    question = Questions(parse_settings({}), TODAY).after(texts)[number]

    err = typed_on_terminal("init", answers=lines(*ALL[:number], "?", "q")).err

    assert f"{question.why} {question.text} (" in _on_one_line(err)


@pytest.mark.usefixtures("board")
def test_leaving_stores_nothing_and_the_next_init_continues(kept: Path) -> None:
    left = typed_on_terminal("init", answers=lines(*ALL[:4], "q"))

    assert (left.code, left.out) == (5, "")
    assert _on_one_line(left.err).endswith(LEFT)
    assert not (kept.parent.parent / "board.db").exists()
    continued = typed_on_terminal("init", answers=lines(*ALL[4:], ""))
    assert continued.code == 0
    assert _on_one_line(continued.err).startswith(
        "Continues with your answers of Sat 21 Nov (today), on Marcus Ojo, Ana Lima."
    )
    assert continued.err.partition("1 of 2\n")[2].startswith("What do you hope for? ")
    assert not kept.exists()


@pytest.mark.usefixtures("board")
def test_days_are_kept_as_they_were_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ("Tom Berg", "", "yesterday", "", "", "Lead a region", "Ask the CFO by fri")
    typed_on_terminal("init", answers=lines(*answers))

    monkeypatch.setenv("BOARDROOM_TODAY", "2026-12-24")
    ran = typed_on_terminal("init", answers=lines("", "q"))

    summary = ran.err.partition("Your board\n")[2]
    assert "Tom Berg  Fri 20 Nov  4-6w" in summary
    assert "goal        Lead a region by Fri 21 May 2027" in summary
    assert "first step  Ask the CFO by Fri 27 Nov" in summary


@pytest.mark.skipif(os.name == "nt", reason="who may read a file is not in its mode there")
@pytest.mark.usefixtures("board")
def test_the_answers_are_kept_where_only_the_user_can_read_them(kept: Path) -> None:
    typed_on_terminal("init", answers=lines("Tom Berg", "q"))

    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept, kept.parent)] == [0o600, 0o700]
    assert json.loads(kept.read_text(encoding="utf-8")) == {
        "started_on": "2026-11-21",
        "answers": {"people": "Tom Berg"},
    }


@pytest.mark.skipif(os.name == "nt", reason="who may read a file is not in its mode there")
def test_the_folder_of_a_new_user_is_private_from_the_first_answer() -> None:
    typed_on_terminal("init", answers=lines("Tom Berg", "q"))

    folder = Path(default_path()).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_ctrl_c_after_the_yes_does_not_deny_what_is_stored(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("boardroom.cli.init.command.due", interrupt)
    ran = typed_on_terminal("init", answers=lines(*ALL, ""))

    assert (ran.code, "Nothing is stored yet" in ran.err) == (130, False)
    assert board.sql("SELECT count(*) FROM advisor") == [(2,)]


@pytest.mark.usefixtures("board")
def test_start_over_discards_the_answers() -> None:
    typed_on_terminal("init", answers=lines("Tom Berg", "q"))

    err = typed_on_terminal("init", "--start-over", answers=lines("y", "q")).err

    assert "Discard your answers of Sat 21 Nov (today), on Tom Berg? [y/N]" in err
    assert "Who is on your board?" in err
    assert err.endswith("Nothing is stored.\n")


@pytest.mark.usefixtures("board")
def test_start_over_keeps_the_answers_after_a_no(kept: Path) -> None:
    typed_on_terminal("init", answers=lines("Tom Berg", "q"))

    ran = typed_on_terminal("init", "--start-over", answers=lines(""))

    assert (ran.code, kept.exists()) == (5, True)
    assert ran.err.endswith("Nothing changed. To continue with them: boardroom init\n")


@pytest.mark.parametrize("has_begun", [False, True])
def test_start_over_discards_nothing_without_a_terminal(
    board: Board, kept: Path, has_begun: bool
) -> None:
    typed_on_terminal("init", answers=lines("Tom Berg", "q"))
    if has_begun:
        board.advisor()

    ran = typed("init", "--start-over")

    assert (ran.code, kept.exists()) == (2, True)
    assert ran.err == (
        "--start-over would discard your answers of Sat 21 Nov (today), on Tom Berg, so it asks"
        f" first, and there is no terminal. To discard them, delete the file: {kept}\n"
    )


def test_start_over_on_a_board_that_has_begun_asks_first(board: Board, kept: Path) -> None:
    typed_on_terminal("init", answers=lines("Tom Berg", "q"))
    board.advisor()

    ran = typed_on_terminal("init", "--start-over", answers=lines("y"))

    assert "Discard your answers of Sat 21 Nov (today), on Tom Berg? [y/N]" in ran.err
    assert (ran.code, kept.exists()) == (6, False)


@pytest.mark.usefixtures("board")
def test_start_over_without_answers_asks_nothing() -> None:
    assert "Discard" not in typed_on_terminal("init", "--start-over", answers=lines("q")).err


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"started_on": "x", "answers": {}}', '{"answers": []}', "\xff"]
)
def test_a_damaged_file_of_answers_is_left_out(kept: Path, content: str) -> None:
    kept.parent.mkdir(mode=0o700)
    kept.write_bytes(content.encode("latin-1"))

    assert "Who is on your board?" in typed_on_terminal("init", answers=lines("q")).err


@pytest.mark.usefixtures("board")
def test_an_answer_that_is_valid_no_more_is_asked_for_again(kept: Path) -> None:
    typed_on_terminal("init", answers=lines(*ALL))
    record = json.loads(kept.read_text(encoding="utf-8"))
    record["answers"]["last met: Marcus Ojo"] = "2026-11-31"
    kept.write_text(json.dumps(record), encoding="utf-8")

    ran = typed_on_terminal("init", answers=lines("3 nov", ""))

    assert (ran.code, ran.err.count("When did you last see each other?")) == (0, 1)


def test_b_goes_back_and_enter_keeps_the_answer(board: Board) -> None:
    ran = typed_on_terminal(
        "init",
        answers=lines(
            "b",
            "Tom Berg",
            "Finance",
            "b",
            "",
            "3 nov",
            "b",
            "-",
            *[""] * 3,
            "b",
            "Lead",
            "",
            "",
            "",
        ),
    )

    assert ran.code == 0
    assert "This is the first question." in ran.err
    assert "(like Finance, or Truth-teller; Enter: Finance)" in ran.err
    assert board.sql("SELECT seat FROM advisor") == [("Finance",)]
    assert board.sql("SELECT count(*) FROM meeting") == [(0,)]
    assert board.sql("SELECT title FROM goal") == [("Lead",)]


def test_other_people_keep_the_answers_of_those_who_stay(board: Board) -> None:
    answers = lines("Tom Berg", "b", "Ana Lima, Tom Berg", *[""] * 3, "hopes", "b", "b", "b", "b")
    typed_on_terminal("init", answers=answers)

    ran = typed_on_terminal("init", answers=lines(*[""] * 5, ""))

    assert ran.code == 0
    assert board.sql("SELECT name FROM advisor") == [("Ana Lima",), ("Tom Berg",)]
    assert board.sql("SELECT advisor_id, hopes FROM agreement") == [(1, "hopes")]


@pytest.mark.parametrize("answer", ["n", "no", "q"])
def test_a_no_at_the_end_stores_nothing(board: Board, kept: Path, answer: str) -> None:
    ran = typed_on_terminal("init", answers=lines(*ALL, answer))

    assert (ran.code, ran.out) == (5, "")
    assert _on_one_line(ran.err).endswith(LEFT)
    assert not Path(board.path).exists()
    assert kept.exists()


@pytest.mark.parametrize("options", [(), ("--no-input",)])
@pytest.mark.usefixtures("board")
def test_without_a_terminal_it_prints_the_commands(options: tuple[str, ...]) -> None:
    ran = typed("init", *options)

    assert ran.code == 2
    assert ran.out == (
        "boardroom advisor add 'Marcus Ojo' --seat Finance --window 4-6w\n"
        "boardroom agreement set marcus --hopes 'A line of the budget'\n"
        "boardroom goal add 'Lead a region' --helps marcus\n"
        "boardroom goal step add g1 'Ask the CFO for a budget line'\n"
        "boardroom due\n"
    )
    assert ran.err == (
        "init asks its questions on a terminal, and there is none, so nothing is stored. Use these"
        " commands instead.\n"
    )


def test_the_commands_make_the_same_board(board: Board) -> None:
    typed_on_terminal("init", answers=lines(*ALL, "q"))
    commands = typed("init").out.splitlines()
    typed_on_terminal("init", answers=lines(""))
    tables = ("advisor", "transition", "meeting", "agreement", "goal", "goal_step", "goal_helper")
    by_answers = [_without_uids(board, table) for table in tables]
    Path(board.path).unlink()

    for command in commands:
        assert typed(*shlex.split(command)[1:]).code == 0

    assert [_without_uids(board, table) for table in tables] == by_answers


@pytest.mark.usefixtures("board")
def test_with_json_the_commands_are_candidates() -> None:
    ran = typed_on_terminal("init", "--json", answers="")

    error = json.loads(ran.err)["error"]
    assert (ran.code, ran.out, error["code"], error["candidates"][-1]) == (
        2,
        "",
        "bad_input",
        "boardroom due",
    )


def test_a_board_with_people_is_left_alone(ana_and_marcus: Board) -> None:
    before = ana_and_marcus.dump()

    ran = typed_on_terminal("init", answers=lines(*ALL, ""))

    assert (ran.code, ran.out) == (6, "")
    assert _on_one_line(ran.err) == (
        "This board has begun: Ana Lima and Marcus Ojo are on file. Add to it with: boardroom"
        " advisor add NAME or boardroom agreement set WHO or boardroom goal add TITLE"
    )
    assert ana_and_marcus.dump() == before


def test_a_board_filled_meanwhile_refuses_and_keeps_the_answers(board: Board, kept: Path) -> None:
    ran = typed_on_terminal(
        "init",
        answers=lines(*ALL, ""),
        meanwhile=lambda: board.advisor("Bo Lund"),
        question=len(ALL) + 1,
    )

    assert (ran.code, ran.out.splitlines()) == (
        6,
        [
            "boardroom advisor add 'Marcus Ojo' --seat Finance --last-met 2026-11-03",
            "boardroom agreement set marcus --hopes 'A line of the budget'",
            "boardroom advisor add 'Ana Lima' --window 1m",
            "boardroom goal add 'Lead a region' --target 2027-05-21 --helps marcus",
            "boardroom goal step add g1 'Ask the CFO' --by 2026-12-15",
            "boardroom due",
        ],
    )
    assert _on_one_line(ran.err).endswith(
        "This board has begun: Bo Lund is on file. Add your answers to it with these commands. They"
        f" are kept until you delete the file: {kept}"
    )
    assert kept.exists()


def test_kept_answers_are_added_to_a_board_that_has_begun_by_commands(board: Board) -> None:
    typed_on_terminal("init", answers=lines(*ALL, "q"))
    typed("advisor", "add", "Ana Lima")
    typed("advisor", "add", "Marcus Antonius")
    typed("goal", "add", "Earlier")

    commands = typed_on_terminal("init", answers="").out.splitlines()

    for command in commands:
        assert typed(*shlex.split(command)[1:]).code == 0
    assert board.sql("SELECT handle, seat, window FROM advisor ORDER BY id") == [
        ("ana", None, "1m"),
        ("marcus", None, None),
        ("marcus-ojo", "Finance", None),
    ]
    assert board.sql("SELECT goal_id, text FROM goal_step") == [(2, "Ask the CFO")]
    assert board.sql("SELECT advisor_id FROM goal_helper") == [(3,)]


def test_of_somebody_on_file_the_answers_edit_what_is_there(board: Board) -> None:
    typed_on_terminal("init", answers=lines("Ana Lima", "Finance", "3 nov", "q"))
    board.advisor("Ana Lima")

    assert typed("init").out.splitlines() == [
        "boardroom advisor edit ana --seat Finance",
        "boardroom log ana --on 2026-11-03",
        "boardroom due",
    ]


def test_doctor_names_init_for_its_answers(board: Board, kept: Path) -> None:
    typed_on_terminal("init", answers=lines("Ana Lima", "q"))
    board.advisor()

    findings = json.loads(typed("doctor", "--json").out)["findings"]

    assert [
        (found["subject"], found["next"]) for found in findings if found["kind"] == "draft"
    ] == [(str(kept), "boardroom init")]


def test_a_board_of_settings_and_goals_alone_can_begin(board: Board) -> None:
    typed("config", "set", "window", "6-8w")
    typed("goal", "add", "Run a P&L", "--target", "1 Dec 2027")

    ran = typed_on_terminal("init", answers=lines("Tom Berg", "", "1 nov", "", "", "", ""))

    assert (ran.code, "6-8w: due from Sun 13 Dec 2026" in ran.err) == (0, True)
    assert board.sql("SELECT name, window FROM advisor") == [("Tom Berg", None)]


def test_a_named_folder_must_be_there(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "board.db"

    ran = typed_on_terminal("init", "--db", str(path), answers=lines(*ALL, ""))

    assert (ran.code, ran.out) == (3, "")
    assert _on_one_line(ran.err) == (
        f"No board can begin at {path}: there is no folder {path.parent}. Make the folder first, or"
        " name another path."
    )
    assert not path.parent.exists()


def test_a_named_board_is_named_in_what_to_type(tmp_path: Path) -> None:
    path = tmp_path / "my board.db"

    left = typed_on_terminal("init", "--db", str(path), answers=lines("Tom Berg", "q"))
    commands = typed("init", "--db", str(path)).out.splitlines()

    assert _on_one_line(left.err).endswith(f"boardroom --db '{path}' init")
    assert commands == [
        f"boardroom --db '{path}' advisor add 'Tom Berg'",
        f"boardroom --db '{path}' due",
    ]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _without_uids(board: Board, table: str) -> list[tuple[object, ...]]:
    columns = [name for _, name, *_ in board.sql(f"PRAGMA table_info({table})") if name != "uid"]
    return board.sql(f"SELECT {', '.join(map(str, columns))} FROM {table}")  # noqa: S608  our own
