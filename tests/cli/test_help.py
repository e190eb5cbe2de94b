from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardroom import errors
from boardroom.cli.help_pages import GROUPS, all_page, table_of
from boardroom.cli.help_topics import TOPICS, text_of
from boardroom.cli.tree import TREE, Branch, Leaf, commands, documented, function_of
from boardroom.rules.calendar_dates import Toward
from boardroom.rules.dates import parse_moment
from boardroom.rules.ids import KINDS
from boardroom.rules.windows import parse_window
from tests.boards import TODAY
from tests.children import ran as ran_apart
from tests.cli.typed import typed

COMMANDS = [name for name, entry in TREE.items() if isinstance(entry, Leaf)]
NOUNS = [name for name, entry in TREE.items() if isinstance(entry, Branch)]
SOURCE = Path(__file__).parent.parent.parent / "src"


def _table(topic: str, number: int = 0) -> dict[str, str]:
    """The table of that number in a topic."""
    parts = [part for part in text_of(topic).split("\n\n") if part.startswith("  ")]
    return table_of(parts[number])


@pytest.mark.parametrize("command", [*COMMANDS, *NOUNS, ""])
def test_help_fits_a_screen_of_40_columns_but_for_its_examples(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    ran = typed(*command.split(), "-h")

    said = re.sub("Examples:\n.*?\n\n", "", ran.out, flags=re.DOTALL)
    assert ran.code == 0
    assert [line for line in said.split("\n") if len(line) > 40] == []


@pytest.mark.parametrize("words", ["help", "help all", *(f"help {topic}" for topic in TOPICS)])
def test_the_program_and_the_topics_fit_80_columns(words: str) -> None:
    assert [line for line in typed(*words.split()).out.split("\n") if len(line) > 80] == []


def test_help_on_a_usual_screen_uses_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    assert max(len(line) for line in typed("log", "-h").out.split("\n")) > 50


def test_the_help_of_the_program_leaves_a_line_of_24_for_the_prompt() -> None:
    assert len(typed("-h").out.splitlines()) <= 23


def test_every_command_is_in_one_group() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(TREE)


def test_help_all_has_a_line_for_each_command() -> None:
    lines = [re.split("  +", line) for line in typed("help", "all").out.splitlines()]

    assert lines == [[name, leaf.help] for name, leaf in commands(TREE)]


@pytest.mark.parametrize(("name", "leaf"), [*commands(TREE)], ids=dict(commands(TREE)))
def test_a_command_is_listed_by_the_first_line_of_its_help(name: str, leaf: Leaf) -> None:
    text, examples = documented(function_of(leaf))

    assert text.split("\n")[0] == leaf.help
    assert all(f"boardroom {name}" in example for example in examples)
    assert examples


def test_help_breaks_no_word_at_a_hyphen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    broken = [
        (name, line)
        for name, _ in commands(TREE)
        for line in typed(*name.split(), "-h").out.splitlines()
        if re.search(r"\w-$", line)
    ]

    assert broken == []


@pytest.mark.parametrize("words", ["", "agenda", "goal step", "goal step add", "log"])
def test_help_of_a_command_is_its_dash_h(words: str) -> None:
    assert typed("help", *words.split()) == typed(*words.split(), "-h")


@pytest.mark.parametrize("noun", sorted({*NOUNS} - {"calendar", "letter"}))
def test_a_noun_alone_is_its_list(noun: str) -> None:
    assert typed(noun) == typed(noun, "list")
    assert typed(noun, "--json") == typed(noun, "list", "--json")


@pytest.mark.parametrize("noun", ["goal step", "calendar", "letter"])
def test_a_noun_without_a_list_is_its_help_on_standard_error(noun: str) -> None:
    words = noun.split()
    assert typed(*words) == (2, "", typed(*words, "-h").out)
    assert '"message": "COMMAND is missing."' in typed(*words, "--json").err


@pytest.mark.parametrize("noun", [*NOUNS, "goal step"])
def test_a_noun_has_examples(noun: str) -> None:
    _, _, after = typed(*noun.split(), "-h").out.partition("Examples:\n")

    assert after.startswith(f"  boardroom {noun} ")


def test_what_has_no_help_is_answered_with_the_topics() -> None:
    ran = typed("help", "cooking")

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("There is no help on 'cooking'. The topics are dates, windows,")


def test_in_a_demo_help_names_the_commands_of_the_demo() -> None:
    assert "\n  boardroom demo prep marcus\n" in typed("demo", "help").out


def test_a_topic_loads_no_other_and_no_typer() -> None:
    code, _, err = ran_apart(
        "-c",
        "import sys; from boardroom.cli.run import run\n"
        "for line in ('help dates', 'log -h', 'agenda --help', '-h'): run(line.split())\n"
        "print(*sorted(n for n in sys.modules if n == 'typer' or '.help_topics.' in n),"
        " file=sys.stderr)",
    )

    assert (code, err) == (0, "boardroom.cli.help_topics.dates\n")


def test_every_exit_code_is_in_its_topic() -> None:
    classes = [
        error
        for error in vars(errors).values()
        if isinstance(error, type) and issubclass(error, errors.BoardroomError)
    ]
    others = {0, 10, 11, 130}

    codes = {int(code) for code in _table("exit-codes")}

    assert codes == {error.exit_code for error in classes} | others


def test_every_variable_of_ours_is_in_its_topic() -> None:
    sources = "".join(path.read_text() for path in SOURCE.rglob("*.py"))
    read = set(re.findall(r"(?<![_A-Z])BOARDROOM_[A-Z]+", sources))

    assert {name for name in read if name not in text_of("environment")} == set()


def test_every_kind_of_id_is_in_its_topic() -> None:
    assert {ref[0] for ref in _table("names", 1)} == {kind.letter for kind in KINDS.values()}


@pytest.mark.parametrize("days", [*_table("dates"), *_table("dates", 1)])
def test_every_day_of_the_topic_is_one(days: str) -> None:
    toward: Toward = "back" if "ago" in days else "forward"

    for day in days.split(", "):
        assert parse_moment(day, today=TODAY, toward=toward)


def test_every_window_of_the_topic_is_one() -> None:
    assert [str(parse_window(text)) for text in _table("windows")] == [
        "4-6w",
        "6w",
        "30-45d",
        "6-12m",
    ]


def test_all_is_not_cut_in_a_pipe() -> None:
    assert len(all_page().splitlines()) == len([*commands(TREE)])
