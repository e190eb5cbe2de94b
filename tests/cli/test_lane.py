"""The lane and Typer answer every command line alike, and a plain one needs no Typer."""

from __future__ import annotations

import json
import random
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import typer
from typer.core import TyperCommand

from boardroom.actions.demo import make_demo
from boardroom.cli import lane, program
from boardroom.cli.call import Call
from boardroom.cli.tree import TREE, Leaf, commands, documented, function_of
from tests.boards import TODAY, Board
from tests.children import ran
from tests.cli.typed import Ran, typed, typed_with_typer

GENERATED = 1_000
WITHOUT_TYPER = """
import json, os, shutil, sys
from boardroom.cli.run import run
for line in sys.argv[2:]:
    shutil.copyfile(sys.argv[1], os.environ["BOARDROOM_DB"])
    run(json.loads(line))
    for name in [name for name in sys.modules if name.partition(".")[0] in ("typer", "click")]:
        print(line, name, file=sys.stderr)
        del sys.modules[name]
"""
STDIN = "a1: Ask Lena first\nWhich round is the right one?\n"


def _examples() -> Iterator[tuple[str, Leaf, str]]:
    for name, leaf in commands(TREE):
        for example in documented(function_of(leaf))[1]:
            yield name, leaf, example


def _argv(example: str) -> list[str]:
    """The words after `boardroom`, without what a pipe or a file brings to standard input."""
    command = example.rpartition(" | ")[2].partition(" < ")[0]
    program_name, *argv = shlex.split(command)
    assert program_name == "boardroom"
    return argv


def _without_uids(ran_: Ran) -> Ran:
    return ran_._replace(out=re.sub('"uid": "[^"]+"', "", ran_.out))


EXAMPLES = list(_examples())
PLAIN = [
    (name, example)
    for name, leaf, example in EXAMPLES
    if name != "completion"  # which prints what Typer has
]
LINES = [_argv(example) for _, _, example in EXAMPLES]


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration board, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "board.db"
    make_demo(str(path), today=TODAY)
    return path


@pytest.fixture
def anew(
    demo_file: Path, board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """Makes the user's board the demonstration board, whatever was there."""
    monkeypatch.chdir(tmp_path)  # some examples write files

    def lay() -> None:
        for entry in tmp_path.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        shutil.copyfile(demo_file, board.path)

    return lay


@pytest.mark.parametrize("example", [example for _, _, example in EXAMPLES])
def test_every_documented_line_answers_alike(example: str, anew: Callable[[], None]) -> None:
    argv = _argv(example)
    anew()
    by_lane = typed(*argv, stdin=STDIN)
    anew()
    with_typer = typed_with_typer(*argv, stdin=STDIN)

    assert _without_uids(by_lane) == _without_uids(with_typer)


@pytest.mark.parametrize("example", [example for _, example in PLAIN])
def test_the_lane_takes_every_documented_line(example: str) -> None:
    assert lane.plain_command(_argv(example), Call()) is not None


def test_a_line_in_the_lane_imports_no_typer(
    demo_file: Path, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(board.path).parent)  # some examples write files
    lines = [json.dumps(_argv(example)) for name, example in PLAIN if name != "completion"]

    _, _, err = ran("-c", WITHOUT_TYPER, str(demo_file), *lines)

    assert [line for line in err.splitlines() if line.startswith("[")] == []


@pytest.mark.parametrize(
    "words",
    [
        "--version",
        "goal step",
        "due --within -h",
        "nonsense",
        "advisor nonsense",
        "--jso due",
        "due --nonsense",
        "due --with 4w",
        "due --within",
        "due --within --json",
        "due --within 4w --within 5w",
        "due --json=yes",
        "due --db=",
        "due now",
        "undo many",
        "agenda add marcus -ish",
        "-- due",
        "demo -- due",
        "demo --unknown due",
    ],
)
def test_the_lane_leaves_whatever_is_not_plain_to_typer(words: str) -> None:
    call = Call()

    assert lane.plain_command(words.split(), call) is None
    assert vars(call) == vars(Call())


def test_the_lane_leaves_a_board_named_in_a_demo_to_typer() -> None:
    call = Call()
    call.is_demo = True

    assert lane.plain_command(["due", "--db", "x.db"], call) is None


def _record(command: Callable[..., Any], context: typer.Context, values: dict[str, object]) -> None:
    """Writes what a command is called with, in place of calling it."""
    call = Call.of(context)
    options = (call.db, call.json, call.no_input, call.debug)
    record = (
        command.__module__,
        command.__name__,
        context.command_path,
        options,
        sorted(values.items()),
    )
    sys.stdout.write(f"{record}\n")


@pytest.mark.parametrize("part", range(4))
def test_generated_lines_give_a_command_the_same_values(part: int) -> None:
    chosen = random.Random(part)  # noqa: S311  the same lines at every run
    taken = 0
    build = program._command  # noqa: SLF001  each is built once here, which is most of the time
    built: dict[Leaf, TyperCommand] = {}

    def once(name: str, leaf: Leaf) -> TyperCommand:
        if leaf not in built:
            built[leaf] = build(name, leaf)
        return built[leaf]

    with (
        patch("boardroom.cli.program._command", once),
        patch("boardroom.cli.typer_signature.call_command", _record),
        patch("boardroom.cli.lane.call_command", _record),
    ):
        for _ in range(GENERATED // 4):
            argv = _generated(chosen)
            taken += lane.plain_command(argv, Call()) is not None

            assert typed(*argv) == typed_with_typer(*argv), argv
    assert taken > GENERATED // 40


def _generated(chosen: random.Random) -> list[str]:
    """A documented line with one to three of its words changed."""
    argv = list(chosen.choice(LINES))
    for _ in range(chosen.choice((1, 1, 2, 3))):
        chosen.choice(CHANGES)(argv, chosen)
    return argv


def _put_in(*words: str) -> Callable[[list[str], random.Random], None]:
    def change(argv: list[str], chosen: random.Random) -> None:
        place = chosen.randint(0, len(argv))
        argv[place:place] = words

    return change


def _take_out(argv: list[str], chosen: random.Random) -> None:
    if argv:
        del argv[chosen.randrange(len(argv))]


def _cut_off(argv: list[str], _: random.Random) -> None:
    del argv[-1:]


def _repeat(argv: list[str], chosen: random.Random) -> None:
    if argv:
        start = chosen.randrange(len(argv))
        argv += argv[start : start + 2]


def _swap(argv: list[str], chosen: random.Random) -> None:
    if len(argv) > 1:
        place = chosen.randrange(len(argv) - 1)
        argv[place : place + 2] = reversed(argv[place : place + 2])


def _join(argv: list[str], _: random.Random) -> None:
    """Joins the first option and its value by an equals sign."""
    for place, word in enumerate(argv[:-1]):
        if word.startswith("--"):
            argv[place : place + 2] = [f"{word}={argv[place + 1]}"]
            return


def _abbreviate(argv: list[str], chosen: random.Random) -> None:
    long = [place for place, word in enumerate(argv) if len(word) > 3]
    if long:
        place = chosen.choice(long)
        argv[place] = argv[place][:-1]


def _empty(argv: list[str], chosen: random.Random) -> None:
    if argv:
        argv[chosen.randrange(len(argv))] = ""


CHANGES = [
    _take_out,
    _cut_off,
    _repeat,
    _swap,
    _join,
    _abbreviate,
    _empty,
    *(
        _put_in(*words.split(" "))
        for words in (
            "--json",
            "--no-input",
            "--debug",
            "--db x.db",
            "--db=x.db",
            "--db x.db --db y.db",
            "--json --json",
            "--by fri --by sat",
            "--by fri --by=fri",
            "--near --long",
            "--covered a1 --covered a2",
            "--db=",
            "--db",
            "--unknown",
            "--unknown=1",
            "--yes",
            "--no-yes",
            "--private",
            "--kind question",
            "--kind=",
            "--on -3d",
            "--on=",
            "--",
            "-",
            "-20%",
            "-3",
            "-h",
            "--help",
            "--version",
            "--json=1",
            "x99",
            "a1",
            "extra",
            "",
            "=",
            "--=",
            "---",
        )
    ),
]
