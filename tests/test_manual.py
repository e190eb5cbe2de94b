from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from boardroom.cli.signature import signature
from boardroom.cli.tree import TREE, commands, function_of
from tests.cli.typed import typed
from tests.manual_source import MANUAL, README, manual, readme_table

OPTIONS = [
    (name, word) for name, leaf in commands(TREE) for word in signature(function_of(leaf)).options
]
PROJECT = tomllib.loads((MANUAL.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_manual_is_as_make_man_writes_it() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual()


def test_the_table_in_readme_is_as_make_man_writes_it() -> None:
    assert f"\n## Commands\n\n{readme_table()}" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_each_option_is_in_help_the_manual_and_readme(command: str, option: str) -> None:
    section = manual().split(f"\n.SS {command}\n".replace("-", "\\-"))[1].partition("\n.SS ")[0]
    row = next(line for line in readme_table().splitlines() if line.startswith(f"| `{command}"))
    shared = readme_table().splitlines()[-2]

    assert option in typed(*command.split(), "-h").out
    assert option.replace("-", "\\-") in section or option in shared
    assert option in f"{row}{shared}"


def test_the_wheel_installs_the_manual() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert wheel["shared-data"] == {"man/boardroom.1": "share/man/man1/boardroom.1"}
    assert Path(MANUAL.parent.parent, "man/boardroom.1") == MANUAL
