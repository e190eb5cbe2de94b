"""What all commands share: global options, help, colours, and running without a board."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardroom import __version__
from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal

ANYWHERE = [
    "{} advisor show marcus",
    "advisor {} show marcus",
    "advisor show {} marcus",
    "advisor show marcus {}",
]
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-7]|38;5;\d+)m")


@pytest.mark.parametrize("words", ANYWHERE)
def test_json_may_be_given_anywhere(board: Board, words: str) -> None:
    board.advisor()
    assert typed(*words.format("--json").split()).json["schema"] == "boardroom.advisor/1"


@pytest.mark.parametrize("option", ["--db PATH", "--db=PATH"])
@pytest.mark.parametrize("words", ANYWHERE)
def test_db_may_be_given_anywhere_and_beats_the_variable(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, option: str
) -> None:
    board.advisor()
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / "another.db"))
    ran = typed("--json", *words.format(option.replace("PATH", board.path)).split())
    assert (ran.code, ran.json["name"]) == (0, "Marcus Ojo")


@pytest.mark.parametrize("words", ANYWHERE)
def test_no_input_may_be_given_anywhere(board: Board, words: str) -> None:
    board.advisor("Marcus Ojo", handle="ojo")
    board.advisor("Marcus Webb", handle="webb")
    ran = typed_on_terminal(*words.format("--no-input").split(), answers="1\n")
    assert ran == (
        4,
        "",
        "'marcus' matches 2 people: ojo (Marcus Ojo), webb (Marcus Webb). Use one of these handles.\n",
    )


@pytest.mark.parametrize("words", ["{} board", "board {}"])
def test_debug_shows_the_traceback(
    board: Board, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    board.advisor()
    monkeypatch.setattr("boardroom.cli.board.board_view", broken)
    message = (
        "Something unexpected happened: ZeroDivisionError."
        " Run it again with --debug to see where.\n"
    )
    assert typed("board") == (1, "", message)
    with pytest.raises(ZeroDivisionError):
        typed(*words.format("--debug").split())


@pytest.mark.parametrize("words", ["--db= due", "due --db=", "advisor --db= list"])
@pytest.mark.usefixtures("board")
def test_an_empty_db_is_refused(words: str) -> None:
    assert typed(*words.split()) == (
        2,
        "",
        "--db is empty. Use a path, or leave the option out.\n",
    )


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        ("", "Your personal board of advisors, in the terminal."),
        ("due", "Usage: boardroom due [OPTIONS]"),
        ("advisor", "Usage: boardroom advisor [COMMAND] [OPTIONS]"),
        ("advisor show", "Usage: boardroom advisor show [OPTIONS] WHO"),
        ("demo", "Usage: boardroom demo [OPTIONS] [COMMAND]..."),
    ],
)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_level_has_help(words: str, usage: str, option: str) -> None:
    ran = typed(*words.split(), option)
    assert (ran.code, ran.out.splitlines()[0], ran.err) == (0, usage, "")
    assert all(name in ran.out for name in ("--json", "--db PATH", "--no-input", "--debug", "-h,"))


def test_only_the_root_has_a_version() -> None:
    assert typed("--version") == typed("-V") == (0, f"boardroom {__version__}\n", "")
    assert typed("due", "--version").code == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("advsor list", "No such command 'advsor'. Did you mean: boardroom advisor list"),
        ("advisor lst", "No such command 'lst'. Did you mean: boardroom advisor list"),
        ("xyzzy", "No such command 'xyzzy'. See: boardroom -h"),
        ("due --withn 3d", "No such option: --withn. Did you mean: boardroom due --within 3d"),
        ("--jsn", "No such option: --jsn. Did you mean: boardroom --json"),
        (
            "due now",
            ("'now' is unexpected here. Usage: boardroom due [OPTIONS]. See: boardroom due -h"),
        ),
        (
            "due --within",
            "Option '--within' requires an argument. See: boardroom due -h",
        ),
        (
            "due --json=3",
            "Option '--json' does not take a value. See: boardroom due -h",
        ),
        ("undo x", "'x' is not a number of changes. Use a whole number, 1 or more."),
        ("history --limit 0", "'0' is not a number of changes. Use a whole number, 1 or more."),
        (
            "history --limit 99999999999999999999",
            "'99999999999999999999' is not a number of changes. Use a whole number, 1 or more.",
        ),
    ],
)
def test_a_mistyped_command_is_refused_with_suggestions(
    board: Board, words: str, message: str
) -> None:
    assert typed(*words.split()) == (2, "", f"{message}\n")
    assert not Path(board.path).exists()


def test_colour_depends_on_terminal_and_environment(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.meeting(board.advisor(), "2026-09-01")
    piped = typed("due").out
    assert piped.splitlines()[0].split("\t") == [
        "overdue",
        "marcus",
        "Marcus Ojo: last met Tue 1 Sep, 39 days past 4-6w",
        "boardroom plan marcus WHEN",
    ]
    assert "\x1b" not in piped
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = typed("due").out
    assert "\x1b[1;38;5;163moverdue\x1b[0m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    uncoloured = typed("due").out
    assert COLOUR.search(coloured)
    assert not COLOUR.search(uncoloured)
    assert _bare(uncoloured) == _bare(coloured)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert typed("due").out == _bare(coloured)
    assert typed("due", "--json").json["counts"] == {"overdue": 1, "due": 1, "soon": 0}


READS = [
    "",
    "due",
    "due --short",
    "board",
    "advisor list",
    "meeting list",
    "agenda list",
    "goal list",
    "promise list",
    "advice list",
    "exchange list",
    "occasion list",
    "criterion list",
    "advisor list --prospects",
    "config list",
    "config path",
    "history",
    "review --facts",
    "-h",
]


@pytest.mark.parametrize("words", READS)
def test_a_read_without_a_board_creates_no_file(tmp_path: Path, words: str) -> None:
    ran = typed(*words.split())
    assert (ran.code, ran.err) == (0, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        "advisor add ''",
        "advisor edit ana --seat x",
        "undo",
        "config set window 0w",
        "done a1",
        "meeting rm m1 --yes",
    ],
)
def test_a_failed_first_change_creates_no_board(board: Board, words: str) -> None:
    assert typed(*words.replace("''", " ").split(" ")).code in (2, 3, 6)
    assert not Path(board.path).exists()


def test_the_first_run_shows_a_welcome() -> None:
    welcome = typed()
    assert (welcome.code, welcome.err) == (0, "")
    assert re.findall(r"boardroom \w+.*$", welcome.out, re.MULTILINE) == [
        "boardroom init",
        'boardroom advisor add "Marcus Ojo" --last-met "3 Nov"',
        "boardroom due",
        "boardroom demo",
    ]


def test_the_commands_in_the_welcome_work(board: Board) -> None:
    assert typed_on_terminal("init", answers="Tom Berg\n\n\n\n\n\n\n").code == 0
    assert typed("advisor", "add", "Marcus Ojo", "--last-met", "3 Nov").code == 0
    assert typed("due").code == 0
    assert board.sql("SELECT status, met_on FROM meeting ORDER BY id") == [("held", "2026-11-03")]


def test_due_without_a_board_is_valid_json() -> None:
    assert typed("due", "--json").json == {
        "schema": "boardroom.due/1",
        "as_of": "2026-11-21",
        "counts": {"overdue": 0, "due": 0, "soon": 0},
        "advisors": [],
        "entries": [],
        "items": [],
    }
    assert typed("--json").json["schema"] == "boardroom.due/1"


def _bare(screen: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", screen)
