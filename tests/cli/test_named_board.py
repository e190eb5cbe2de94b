"""Commands printed on a board named by `--db` are those of that board."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from boardroom.actions.demo import make_demo
from tests.boards import TODAY, Board
from tests.cli.printed import ENDS_WELL, printed, run
from tests.cli.typed import typed, typed_at_screen


@pytest.mark.parametrize(
    "words",
    [
        "promise add ana 'send it'",
        "promise edit p1 --by fri",
        "plan marcus 'next fri' --another",
        "plan tom 'next fri 10:00'",
        "agenda drop a99",
        "log ana hi --i-owe x",
        "due",
        "prep marcus",
        "board",
        "advisor list --prospects",
        "goal show g3",
        "due --json",
    ],
)
def test_on_a_board_named_by_an_option_each_command_names_it(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.chdir(tmp_path)
    named = Path("my board.db")
    make_demo(str(named.absolute()), today=TODAY)
    before = named.read_bytes()
    in_a_pipe = typed(*shlex.split(words), "--db", str(named))
    named.write_bytes(before)
    on_a_screen = typed_at_screen("--db", str(named), *shlex.split(words))
    there = named.read_bytes()

    found = {command for ran in (in_a_pipe, on_a_screen) for command in printed("".join(ran[1:]))}
    assert found
    for command in found:
        assert command.startswith("boardroom --db 'my board.db' "), command
        assert run(command).code in ENDS_WELL, command
        named.write_bytes(there)


def test_what_a_named_board_says_takes_a_change_back_takes_it_back(
    board: Board, tmp_path: Path
) -> None:
    named = tmp_path / "my board.db"
    said = typed("--db", str(named), "advisor", "add", "Bo Lund").out

    (undo,) = [command for command in printed(said) if command.endswith("undo")]

    assert run(undo).out.startswith("Took back: Seated Bo Lund")
    assert not Path(board.path).exists()


def test_the_users_words_in_a_list_stay_as_they_are(tmp_path: Path) -> None:
    named = str(tmp_path / "board.db")
    typed("--db", named, "advisor", "add", "Bo Lund")
    typed("--db", named, "agenda", "add", "bo", "Show boardroom due to him?")

    assert "Show boardroom due to him?" in typed("--db", named, "agenda", "list").out


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("agenda add bo 'how do I read boardroom due'", "Bo Lund: how do I read boardroom due"),
        ("agenda add bo ask about boardroom due", "Bo Lund: ask about boardroom due"),
        ("agenda edit a1 --text 'see boardroom due'", "“Show boardroom due” → “see boardroom due”"),
        ("agenda rm a1", "Bo Lund: Show boardroom due"),
        ("log bo hi --i-owe 'run boardroom init'", "p1: run boardroom init (no day"),
        ("agenda add bo 'Show boardroom due'", ": a1 Show boardroom due"),
        ("promise keep 'boardroom due'", "done 'boardroom due'"),
    ],
)
def test_the_users_words_in_a_sentence_stay_as_they_are(
    words: str, kept: str, tmp_path: Path
) -> None:
    named = str(tmp_path / "board.db")
    typed("--db", named, "advisor", "add", "Bo Lund")
    typed("--db", named, "agenda", "add", "bo", "Show boardroom due")

    ran = typed("--db", named, *shlex.split(words))

    assert kept in ran.out + ran.err


def test_a_demo_cuts_nothing_off_the_users_words() -> None:
    assert (
        "Ana Lima: see (boardroom due) ·"
        in typed("demo", "agenda", "add", "ana", "see (boardroom due)").out
    )
