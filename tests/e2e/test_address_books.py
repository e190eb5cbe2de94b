"""What khard makes of the contacts that are exported; `make test-calendars` runs this."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from boardroom.formats.board_vcard import VERSIONS
from tests.boards import Board
from tests.cli.typed import typed

_CONFIG = """
[addressbooks]
[[board]]
path = {folder}
[general]
default_action = list
"""


@pytest.mark.calendars
@pytest.mark.skipif(shutil.which("khard") is None, reason="khard is not installed")
@pytest.mark.parametrize("version", VERSIONS)
def test_khard_shows_everybody(board: Board, tmp_path: Path, version: str) -> None:
    board.lay_demo()
    typed("advisor", "edit", "ana", "--email", "ana@example.org", "--nickname", "Nani; the Editor")
    cards = typed("export", "--to", "vcard", "--vcard", version).out.split("END:VCARD\r\n")
    folder = tmp_path / "contacts"
    folder.mkdir()
    for number, card in enumerate(cards[:-1]):
        file = folder / f"{number}.vcf"
        file.write_text(f"{card}END:VCARD\r\n", encoding="utf-8", newline="")
    config = tmp_path / "khard.conf"
    config.write_text(_CONFIG.format(folder=folder), encoding="utf-8")

    listed = _khard(config, "list", "--parsable")
    ana = _khard(config, "show", "Ana Lima")

    names = {row.split("\t")[1] for row in listed.splitlines()}
    assert names == {name for (name,) in board.sql("SELECT name FROM advisor")}
    assert "ana@example.org" in ana
    assert "Nani; the Editor" in ana


def _khard(config: Path, *words: str) -> str:
    ran = subprocess.run(
        ["khard", "-c", str(config), *words],  # noqa: S607  wherever it is installed
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "HOME": str(config.parent), "LC_ALL": "C.UTF-8", "PYTHONPATH": ""},
    )
    return ran.stdout.decode()
