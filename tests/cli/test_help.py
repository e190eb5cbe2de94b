from __future__ import annotations

import pytest

from boardroom.cli.entries import Leaf
from boardroom.cli.tree import TREE
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
