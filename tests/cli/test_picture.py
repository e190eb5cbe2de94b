"""`--svg` draws `due`, `board`, `prep` and `review`, to share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

COMMANDS = ("due", "board", "prep marcus", "review --facts", "review --list", "review --show r1")


@pytest.fixture
def reviewed(board: Board) -> Board:
    marcus = board.advisor()
    board.complete(board.answer(marcus, value=4, decision="keep"))
    return board


@pytest.mark.usefixtures("reviewed")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_picture_is_written_to_a_file_of_the_user_alone(tmp_path: Path, command: str) -> None:
    path = tmp_path / "picture.svg"

    ran = typed(*command.split(), "--svg", str(path))

    assert ran == Ran(0, f"Wrote {path}.\n", "")
    assert f"<title>boardroom {command}</title>" in path.read_text(encoding="utf-8")
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("reviewed")
def test_a_picture_goes_to_standard_output_too() -> None:
    ran = typed("board", "--svg", "-")

    assert (ran.code, ran.out[:5], ran.err) == (0, "<svg ", "")


@pytest.mark.usefixtures("reviewed")
def test_the_picture_of_a_review_is_that_of_the_last_completed_one() -> None:
    shown = typed("review", "--show", "r1", "--svg", "-")

    assert typed("review", "--svg", "-") == shown


def test_without_a_review_there_is_no_picture_of_one(board: Board, tmp_path: Path) -> None:
    board.advisor()

    ran = typed("review", "--svg", str(tmp_path / "review.svg"))

    assert ran.err == (
        "There is no completed review yet. Start or continue one with: boardroom review\n"
    )
    assert list(tmp_path.glob("*.svg")) == []


def test_a_picture_replaces_no_board(reviewed: Board) -> None:
    before = Path(reviewed.path).read_bytes()

    ran = typed("due", "--svg", reviewed.path)

    assert ran == Ran(
        2, "", f"{reviewed.path} is a board, and would be replaced. Give another name.\n"
    )
    assert Path(reviewed.path).read_bytes() == before


@pytest.mark.usefixtures("reviewed")
def test_a_picture_is_never_written_through_a_link(tmp_path: Path) -> None:
    theirs, link = tmp_path / "theirs.txt", tmp_path / "link.svg"
    theirs.write_text("theirs", encoding="utf-8")
    link.symlink_to(theirs)

    typed("board", "--svg", str(link))

    assert (theirs.read_text(encoding="utf-8"), link.is_symlink()) == ("theirs", False)


@pytest.mark.usefixtures("reviewed")
def test_a_file_stays_as_it_is_if_the_picture_can_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "board.svg"
    path.write_bytes(b"as it was")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("boardroom.store.private_files.flush_file", full)

    ran = typed("board", "--svg", str(path))

    assert ran == Ran(
        23,
        "",
        f"{path} can't be written: No space left on device."
        " Check the path, its permissions and the free space.\n",
    )
    assert path.read_bytes() == b"as it was"
    assert list(tmp_path.glob(".boardroom-*")) == []


@pytest.mark.usefixtures("reviewed")
@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("due --short", "--short and --svg"),
        ("prep marcus --md", "--md and --svg"),
        ("review --md", "--md and --svg"),
    ],
)
def test_a_picture_does_not_go_with_another_form(command: str, options: str) -> None:
    assert typed(*command.split(), "--svg", "-") == Ran(
        2, "", f"{options} can't go together. Leave one of them out.\n"
    )


@pytest.mark.usefixtures("reviewed")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_picture_does_not_go_with_json(command: str) -> None:
    ran = typed(*command.split(), "--svg", "-", "--json")

    assert (ran.code, ran.out) == (2, "")
    assert "--svg and --json can't go together." in ran.err


@pytest.mark.usefixtures("reviewed")
@pytest.mark.parametrize("command", ["due", "board"])
def test_all_is_included_in_a_picture_alone(command: str) -> None:
    assert typed(command, "--include-private") == Ran(
        2,
        "",
        "--include-private goes with --svg alone; everything else shows what is private anyway."
        " Add --svg, or leave it out.\n",
    )


def test_the_picture_of_a_demo_names_the_commands_of_a_demo() -> None:
    ran = typed("demo", "due", "--svg", "-")

    assert "<title>boardroom demo due</title>" in ran.out
    assert "boardroom&#160;demo&#160;plan&#160;marcus&#160;WHEN" in ran.out


def test_the_picture_of_the_list_has_no_private_records(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus, "secret promise", due_on="2026-11-20", private=True)
    board.promise(marcus, "plain promise", due_on="2026-11-20")
    goal = board.goal("secret goal", target_on="2026-11-25", private=True)
    board.goal_step(goal, "secret step", due_on="2026-11-24")
    board.meeting(marcus, "2026-11-23", "planned", place="secret place", private=True)

    ran = typed("due", "--svg", "-")
    whole = typed("due", "--svg", "-", "--include-private")

    assert ran.err == (
        "Left out as private: 1 promise, 1 goal, 1 step and 1 meeting's place."
        " Nothing is left out with --include-private.\n"
    )
    assert ("secret" in ran.out, "plain&#160;promise" in ran.out) == (False, True)
    assert (whole.err, "secret&#160;promise" in whole.out) == ("", True)


def test_what_comes_next_may_be_private_too(board: Board) -> None:
    marcus = board.advisor(joined="2026-10-01")
    board.meeting(marcus, "2026-11-20")
    board.promise(marcus, "secret", due_on="2026-12-10", private=True)

    ran = typed("due", "--svg", "-")

    assert "secret" not in ran.out
    assert "1 promise" in ran.err


def test_the_picture_of_the_board_has_no_titles_of_private_goals(board: Board) -> None:
    board.advisor()
    board.goal("secret goal", private=True)

    ran = typed("board", "--svg", "-")

    assert ran.err == ("Left out as private: 1 goal. Nothing is left out with --include-private.\n")
    assert "secret" not in ran.out


def test_what_to_raise_is_left_out_of_a_picture_if_private(board: Board) -> None:
    board.lay_demo()
    typed("agenda", "drop", "a5")
    typed("meeting", "move", "m10", "tue")
    typed("goal", "edit", "g1", "--private")

    ran = typed("due", "--svg", "-")

    assert "Own&#160;one&#160;line" not in ran.out
    assert "step" in ran.err


def test_a_picture_of_what_is_due_leaves_out_private_occasions_and_hopes(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus, until="2026-11-21", hopes="CANARY")
    board.occasion(marcus, "Operation", on="2026-11-21", private=True)

    ran = typed("due", "--svg", "-")
    whole = typed("due", "--svg", "-", "--include-private")

    words = ("CANARY", "Operation")
    assert [word for word in words if word in ran.out] == []
    assert [word for word in words if word in whole.out] == list(words)
    assert ran.err.startswith("Left out as private: the text of the agreement and 1 occasion.")


def test_a_picture_of_the_facts_leaves_out_what_was_hoped_for_in_confidence(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus, hopes="CANARY")
    board.goal("Secret goal", marcus, status="achieved", closed_on="2026-10-01", private=True)
    board.advice(marcus, "Secret advice", status="worked")

    ran = typed("review", "--facts", "--svg", "-")

    words = ("CANARY", "Secret goal", "Secret advice")
    assert (ran.code, [word for word in words if word in ran.out]) == (0, [])
