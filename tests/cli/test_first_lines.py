"""What newcomers type first, right and wrong: a wrong line is answered with the command it means."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import pytest

from boardroom.actions.demo import make_demo
from boardroom.cli import first_guesses as table
from boardroom.cli.option_guesses import OPTIONS
from boardroom.cli.signature import signature
from boardroom.cli.tree import TREE, commands, function_of
from boardroom.cli.verb_guesses import BELOW_NOUN, EITHER
from boardroom.rules.text import join_words
from tests.boards import TODAY, Board
from tests.cli.first_lines import NOT_KNOWN, RIGHT, WRONG
from tests.cli.printed import ENDS_WELL, run
from tests.cli.typed import Ran, typed

BY_THE_BOARD = {3, 6}
"""What a command may say of this board that was understood: nothing to do, or a rule."""

COMMANDS = dict(commands(TREE))


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration board, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "board.db"
    make_demo(str(path), today=TODAY)
    return path


@pytest.fixture(autouse=True)
def on_file(demo_file: Path, board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration board, an export of it beside it, and an editor that saves nothing."""
    monkeypatch.setenv("BOARDROOM_EDITOR", f'"{sys.executable}" -c ""')
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(demo_file, board.path)


def _answer(line: str) -> Ran:
    return typed(*shlex.split(line))


@pytest.mark.parametrize("line", RIGHT)
def test_a_right_line_is_run(line: str) -> None:
    assert _answer(line).code in ENDS_WELL


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_answered_with_the_command_that_is_meant(line: str) -> None:
    wrong, _, meant = line.partition(" → ")

    ran = _answer(wrong)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith((f" Write: boardroom {meant}\n", f" Did you mean: boardroom {meant}\n"))


@pytest.mark.parametrize("line", WRONG)
def test_the_command_in_an_answer_is_understood_when_typed(line: str) -> None:
    if "board.json" in line:
        typed("export", "-o", "board.json")
        if " --output " in line or " -o " in line:
            Path("board.json").unlink()

    for meant in line.partition(" → ")[2].split(" or boardroom "):
        assert run(f"boardroom {meant}").code in ENDS_WELL | BY_THE_BOARD


def test_the_lines_are_many() -> None:
    assert len(WRONG) >= 120
    assert len({line.split()[0] for line in WRONG}) >= 60


@pytest.mark.usefixtures("on_file")
def test_with_json_the_command_is_the_candidate() -> None:
    assert '"candidates": ["advisor show marcus --json"]' in _answer("show marcus --json").err


def test_without_a_board_a_word_after_a_noun_is_a_person(board: Board) -> None:
    Path(board.path).unlink()

    assert _answer("agreement ana").err.endswith(" Write: boardroom agreement show ana\n")


def test_what_nobody_can_mean_names_the_help() -> None:
    assert _answer("xyzzy") == (2, "", "No such command 'xyzzy'. See: boardroom -h\n")


def test_an_empty_word_means_nothing() -> None:
    assert _answer("agenda ''").err.startswith("No such command ''. boardroom agenda takes add, ")


@pytest.mark.parametrize("line", NOT_KNOWN)
def test_a_verb_that_is_not_known_is_not_taken_for_a_name_or_a_text(line: str) -> None:
    noun, word, *_ = line.split()
    verbs = join_words([*TREE[noun].leaves])  # type: ignore[union-attr]  # a noun

    assert _answer(line) == (
        2,
        "",
        f"No such command '{word}'. boardroom {noun} takes {verbs}. See: boardroom {noun} -h\n",
    )


def test_a_note_on_somebody_with_notes_is_left_to_the_editor() -> None:
    typed("advisor", "edit", "tom", "--notes", "Has a boat")

    assert _answer("note tom likes sailing").err.endswith(
        " Did you mean: boardroom advisor edit tom or boardroom log tom likes sailing\n"
    )


@pytest.mark.parametrize("option", ["--promises", "--datum", "--colour"])
def test_an_option_that_merely_looks_alike_is_not_offered(option: str) -> None:
    assert _answer(f"plan ana tue {option} x").err == (
        f"No such option: {option}. Text that begins with a dash goes after --. See: boardroom plan -h\n"
    )


def test_each_option_on_the_way_to_json_is_kept() -> None:
    assert _answer("--no-input show marcus").err.endswith(
        " Write: boardroom --no-input advisor show marcus\n"
    )


def _templates() -> list[str]:
    values = [
        *table.FIRST.values(),
        *table.ASKING,
        *BELOW_NOUN.values(),
        *(template for pair in EITHER.values() for template in pair),
        *table.NOUN_ALONE.values(),
        *table.AFTER_COMMAND.values(),
    ]
    return [part for value in values for part in value.removeprefix("= ").split(" | ")]


@pytest.mark.parametrize("template", sorted(set(_templates())))
def test_the_table_names_commands_and_options_that_exist(template: str) -> None:
    if template == "--version":
        return
    words = template.split()
    names = [word for word in words if word.islower() and not word.startswith("--")]
    command = next(
        " ".join(names[:count]) for count in (2, 1, 3) if " ".join(names[:count]) in COMMANDS
    )
    options = signature(function_of(COMMANDS[command])).options

    assert [word for word in words if word.startswith("--") and word not in options] == []


def test_no_first_word_of_the_table_is_a_command() -> None:
    others = [word for words in (*table.VERBS.values(), *table.NOUNS.values()) for word in words]

    assert {*table.FIRST, *table.INTRODUCING, *others} & TREE.keys() == set()


@pytest.mark.parametrize(
    "candidate", sorted({name for names in OPTIONS.values() for name in names})
)
def test_an_option_that_is_meant_exists(candidate: str) -> None:
    takes = [signature(function_of(leaf)) for leaf in COMMANDS.values()]

    assert any(
        candidate in declared.options
        or any(candidate in argument.metavar for argument in declared.arguments)
        for declared in takes
    )
