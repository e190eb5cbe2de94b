from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from boardroom.cli.signature import signature
from boardroom.cli.tree import TREE, commands, function_of
from tests.cli.typed import typed
from tests.manual_source import (
    COMMANDS as PAGE,
)
from tests.manual_source import (
    ENVIRONMENT,
    MANUAL,
    README,
    commands_page,
    environment_page,
    manual,
    readme,
)

COMMANDS = dict(commands(TREE))
SHARED_IN_MANUAL = manual().partition(".SH OPTIONS OF EVERY COMMAND")[2].partition(".SH")[0]
SHARED_IN_PAGE = commands_page().splitlines()[-1]
PROJECT = tomllib.loads((MANUAL.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_manual_is_as_make_man_writes_it() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual()


def test_the_pages_are_as_make_man_writes_them() -> None:
    assert PAGE.read_text(encoding="utf-8") == commands_page()
    for path, written in ((README, readme), (ENVIRONMENT, environment_page)):
        text = path.read_text(encoding="utf-8")
        assert text == written(text)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_is_in_help_the_manual_and_the_page_of_commands(command: str) -> None:
    options = signature(function_of(COMMANDS[command])).options
    shown = typed(*command.split(), "-h").out
    _, _, section = MANUAL.read_text(encoding="utf-8").partition(f"\n.SS {command}\n")
    described = section.partition("\n.SS ")[0] + SHARED_IN_MANUAL
    rows = commands_page().splitlines()
    row = next(row for row in rows if row.startswith((f"| `{command}`", f"| `{command} ")))

    assert [word for word in options if word not in shown] == []
    assert [word for word in options if word.replace("-", "\\-") not in described] == []
    assert [word for word in options if word not in f"{row}{SHARED_IN_PAGE}"] == []


def test_the_wheel_installs_the_manual() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert wheel["shared-data"] == {"man/boardroom.1": "share/man/man1/boardroom.1"}
    assert Path(MANUAL.parent.parent, "man/boardroom.1") == MANUAL
