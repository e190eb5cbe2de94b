from __future__ import annotations

import re

import pytest

from boardroom.cli.tree import TREE, Leaf, commands, documented, function_of
from tests.cli.typed import typed

COMMANDS = [name for name, entry in TREE.items() if isinstance(entry, Leaf)]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_a_screen_of_40_columns_but_for_its_examples(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    ran = typed(command, "-h")

    said, _, _ = ran.out.partition("\nExamples:")
    assert ran.code == 0
    assert [line for line in said.split("\n") if len(line) > 40] == []


def test_help_on_a_usual_screen_uses_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    assert max(len(line) for line in typed("log", "-h").out.split("\n")) > 50


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
