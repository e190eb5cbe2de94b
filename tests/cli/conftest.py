"""What tests of commands share: an editor, boards, and exports of them."""

from __future__ import annotations

import itertools
import os
import zipfile
from pathlib import Path

import pytest

from boardroom.cli.call import Call
from tests.boards import Board
from tests.cli.log_forms import FORM_ID
from tests.cli.typed import typed
from tests.editors import Editor


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """The user's editor, which does what the test says."""
    return Editor(tmp_path / "editor", monkeypatch)


@pytest.fixture(autouse=True)
def form_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives the first form of a test an id that it can know."""
    ids = itertools.chain([FORM_ID], map("{:08x}".format, itertools.count(1)))
    monkeypatch.setattr("boardroom.cli.log_editor.new_form_id", lambda _: next(ids))


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """A call on a board that is not there yet."""
    made = Call()
    made.db = str(tmp_path / "here" / "board.db")
    return made


@pytest.fixture
def with_agenda(board: Board) -> Board:
    """A board with two items on the agenda with Marcus, and one with Ana."""
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.item(marcus, "Budget?")
    board.item(marcus, "Deck", answer="Half an answer")
    board.item(ana, "Pilot")
    return board


@pytest.fixture
def ana_and_marcus(board: Board) -> Board:
    """A board of Ana Lima (1) and Marcus Ojo (2), never met."""
    board.advisor("Ana Lima", seat="Truth-teller")
    board.advisor("Marcus Ojo")
    return board


@pytest.fixture
def plain_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 80 columns without colours."""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def exported(board: Board, tmp_path: Path) -> Path:
    """The demonstration board's JSON, of a board that is gone."""
    board.lay_demo()
    path = tmp_path / "export.json"
    assert typed("export", "--include-private", "-o", str(path)).code == 0
    os.unlink(board.path)
    return path


@pytest.fixture
def unzipped(board: Board, tmp_path: Path) -> Path:
    """The folder of the demonstration board's files, with all that is private."""
    board.lay_demo()
    assert (
        typed("export", "--to", "csv", "--include-private", "-o", str(tmp_path / "b.zip")).code == 0
    )
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(tmp_path / "unzipped")
    return tmp_path / "unzipped"


@pytest.fixture
def demo(board: Board) -> Board:
    """The demonstration board."""
    board.lay_demo()
    return board


@pytest.fixture
def ana(board: Board) -> int:
    """Ana, who has an address and promised something; returns the row id."""
    ana = board.advisor("Ana Lima", email="ana@example.org")
    board.promise(ana, "Introduce me", by_whom="them")
    return ana
