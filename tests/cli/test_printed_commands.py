"""Commands that the program prints work as printed: in help, in hints, and as what to do next."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from boardroom.actions.demo import make_demo
from boardroom.cli.tree import TREE, commands, documented, function_of
from tests.boards import TODAY, Board
from tests.cli.printed import ENDS_WELL, printed, run
from tests.cli.typed import typed

OF_FILES = tuple(
    f"boardroom {name}" for name in ("backup", "restore", "export", "import", "calendar read")
)
"""Commands whose examples name files; the tests of README run them in a folder that has those."""

MISTAKES = """
agenda add marcos x
agenda edit g1 --text x
agenda drop a1 && agenda drop a1
advice edit a1
advice outcome v1
advice outcome v1 trying && advice outcome v1 trying
advice reported v2
advisor add 'Marcus Ojo'
advisor ask dana
advisor decline marcus
advisor edit nobody --seat x
advisor pause noor
advisor resume marcus
advisor seat marcus
advisor show nobody
advisor ask noor && agreement set noor --until 2027-03-01
agreement show noor
config get colour
config set
config set window
criterion edit c99 --nice
done g1 && done g1
done m1
done m9
done p1 && done p1
done p99
done s1
done v1
done v2
due now
exchange edit p1
foo
give
goal drop g1 && done g1
goal step edit g1
got ana 'an intro to kim'
history --limit
log
log marcus
log marcus --on tomorrow
log marcus 'great chat' && log marcus --meeting m1 --way walk --i-owe it
plan ana today 18:00 --place Porto
plan tom next fri && plan tom next fri 10:00
agenda add marcus 'A question?' && agenda add marcus 'A question?' --kind update
advisor add 'Noor Haddad'
advisor merge marcus
log marcus yesterday great chat
log nobody hello
letter agenda dana
letter ask ana
letter ask noor
letter marcus
letter news tom
letter nudge tom
letter part dana
letter part tom --sent
letter renew ana
letter thanks noor
letter thanks priya
mail ana
advisor add 'Zoe Falk' --beyond
advisor ask noor
advisor consider ines
letter news dana
prep ana
prep noor
meeting cancel m1
meeting missed m10
meeting missed tom
meeting move marcus fri
meeting move m1 fri
meeting rm marcus
meeting show marcus
meeting cancel m9 && meeting cancel m9
plan
plan marcus '20 nov'
plan marcus 03/04/2026
plan marcus tue 15:30 at Blue Bottle
plan marcus yesterday
plan tue
plan tue marcus
promise add marcus it
promise edit m1
goal add x
goal step add g1 x
redo
review --facts --advisor noor
review --md
review --show r99
snooze m1
snooze m9
snooze noor --until 2027-03-01
undo 99
undo
advisor seat noor
advisor part tom --yes
""".strip().splitlines()
"""Command lines on the demonstration board whose answer prints a command; the last one answers."""


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration board, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "board.db"
    make_demo(str(path), today=TODAY)
    return path


@pytest.fixture
def anew(demo_file: Path, board: Board, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the user's board the demonstration board, whatever was there.

    The editor closes what it opens without saving it.
    """
    monkeypatch.setenv("BOARDROOM_EDITOR", f'"{sys.executable}" -c ""')
    monkeypatch.chdir(Path(board.path).parent)  # some examples write files

    def copy() -> None:
        shutil.copyfile(demo_file, board.path)

    return copy


def _examples() -> list[str]:
    return [
        example
        for name, leaf in commands(TREE)
        if name != "init"  # which is for a board without people, and has its own tests
        for example in documented(function_of(leaf))[1]
        if " | " not in example and " < " not in example and not example.startswith(OF_FILES)
    ]


@pytest.mark.parametrize("example", _examples())
def test_an_example_of_the_help_ends_well(example: str, anew: Callable[[], None]) -> None:
    anew()
    if example.startswith(("boardroom redo", "boardroom undo")):
        typed("config", "set", "soon", "9d")
        typed("config", "set", "soon", "10d")
    if example.startswith("boardroom redo"):
        typed("undo")
    if example.startswith(("boardroom review --show", "boardroom review --md")):
        answers = {
            handle: {"decision": "keep"} for handle in ("ana", "dana", "lia", "marcus", "tom")
        }
        typed("review", "--answers", "-", stdin=json.dumps({"advisors": answers}))

    assert run(example).code in ENDS_WELL


@pytest.mark.parametrize("today", ["2026-11-21", "2026-12-20", "2027-03-01", "2027-07-01"])
def test_what_due_says_to_do_next_can_be_done(
    today: str, anew: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", today)
    anew()
    view = typed("due", "--json", "--within", "60d").json
    next_commands = {part["next"] for part in (*view["items"], *view.get("entries", ()))}

    assert len(next_commands) > 3
    for command in sorted(next_commands):
        anew()
        ran = run(command)
        assert ran.code in ENDS_WELL, (command, ran)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_command_in_an_answer_can_be_typed(
    mistake: str, anew: Callable[[], None], board: Board
) -> None:
    anew()
    *before, last = [shlex.split(line) for line in mistake.split(" && ")]
    for words in before:
        assert typed(*words).code == 0
    answer = typed(*last)
    there = Path(board.path).read_bytes()

    found = printed(answer.out + answer.err)
    assert found or "-h" in answer.err or "Did you mean" in answer.err
    for command in found:
        for part in command.split(" && "):
            ran = run(part)
            assert ran.code in ENDS_WELL, (part, ran)
        Path(board.path).write_bytes(there)
