"""Wherever a board is damaged, it is refused, or doctor finds it, or no record is affected."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boardroom.actions.demo import make_demo
from boardroom.errors import BoardroomError, NotABoard
from boardroom.store.examination import examine_content
from boardroom.store.restore import content
from tests.boards import TODAY, Board
from tests.children import ran
from tests.cli.typed import typed

PAGE = 4096
COMMANDS = (("due",), ("board",), ("agenda", "add", "marcus", "How?"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The demonstration board."""
    path = tmp_path_factory.mktemp("sound") / "board.db"
    make_demo(str(path), today=TODAY)
    return path.read_bytes()


def _harm(board: Board, damaged: bytes, sound: bytes) -> list[str]:
    """What goes wrong with a damaged board: each command that ended badly, or changed it."""
    wrong = []
    for command in COMMANDS:
        Path(board.path).write_bytes(damaged)
        before = _dump(board)
        ended = typed(*command)
        is_found = any(finding.level == "damage" for finding in examine_content(board.path))
        if ended.code not in (0, 21):
            wrong.append(f"{command}: exit {ended.code} {ended.err}")
        elif ended.code == 0 and not is_found and before != _dump_of(sound, board):
            wrong.append(f"{command}: nobody noticed")
        if ended.code == 21 and Path(board.path).read_bytes() != damaged:
            wrong.append(f"{command}: refused, and changed the file")
    return wrong


def _dump_of(content: bytes, board: Board) -> object:
    Path(board.path).write_bytes(content)
    return _dump(board)


def _dump(board: Board) -> object:
    try:
        return board.dump()
    except Exception as error:  # noqa: BLE001  SQLite raises many kinds
        return type(error)


@pytest.mark.parametrize("tenth", range(10))
def test_no_zeroed_page_goes_unnoticed(tenth: int, board: Board, sound: bytes) -> None:
    wrong = {}
    for number in range(tenth, len(sound) // PAGE, 10):
        damaged = sound[: number * PAGE] + bytes(PAGE) + sound[(number + 1) * PAGE :]
        wrong[number] = _harm(board, damaged, sound)

    assert {number: harm for number, harm in wrong.items() if harm} == {}


@pytest.mark.parametrize("tenth", range(10))
def test_no_cut_goes_unnoticed(tenth: int, board: Board, sound: bytes) -> None:
    wrong = {}
    for number in range(tenth, 50, 10):
        length = len(sound) * number // 50 + number % 3
        wrong[length] = _harm(board, sound[:length], sound)

    assert {length: harm for length, harm in wrong.items() if harm} == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
@pytest.mark.parametrize(
    "command", ["due", "due --short", "agenda add marcus How?", "doctor", "restore {}", "backup"]
)
def test_a_pipe_is_not_waited_for(command: str, board: Board) -> None:
    os.mkfifo(board.path)

    words = command.format(board.path).split()
    code, _, err = ran("-m", "boardroom", *words, measured=False)

    assert code == (0 if "--short" in words else 2 if "restore" in words else 21)
    assert "Traceback" not in err


def test_a_device_is_not_a_board() -> None:
    with pytest.raises(BoardroomError) as refused:
        content(os.devnull)

    assert (type(refused.value), refused.value.message) == (
        NotABoard,
        f"{os.devnull} is a device or a pipe, not a board.",
    )
