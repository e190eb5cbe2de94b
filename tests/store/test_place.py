from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs.windows
import pytest
from platformdirs.api import PlatformDirsABC
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from boardroom.store.place import board_path

on_posix = pytest.mark.skipif(os.name == "nt", reason="these are the homes of other systems")


def test_the_option_goes_before_the_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / "variable.db"))

    assert board_path(str(tmp_path / "option.db")) == str(tmp_path / "option.db")


def test_the_variable_goes_before_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / "variable.db"))

    assert board_path() == str(tmp_path / "variable.db")


def test_an_empty_option_or_variable_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    default = board_path()
    monkeypatch.setenv("BOARDROOM_DB", "")

    assert board_path("") == default


def test_a_path_is_made_absolute_and_its_tilde_expanded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")

    assert (board_path("mine.db"), board_path("~/mine.db")) == (
        str(tmp_path / "work" / "mine.db"),
        str(tmp_path / "mine.db"),
    )


@on_posix
@pytest.mark.parametrize("xdg", [None, "", "/srv/data", "relative/data"])
@pytest.mark.parametrize(("platform", "folders"), [("linux", Unix), ("darwin", MacOS)])
def test_the_default_is_where_platformdirs_puts_it(
    platform: str, folders: type[PlatformDirsABC], xdg: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    if xdg is None:
        monkeypatch.delenv("XDG_DATA_HOME")
    else:
        monkeypatch.setenv("XDG_DATA_HOME", xdg)

    assert board_path() == os.path.join(
        folders("boardroom", appauthor=False).user_data_dir, "board.db"
    )


def test_the_default_is_where_platformdirs_puts_it_on_windows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(
        platformdirs.windows, "get_win_folder", platformdirs.windows.get_win_folder_from_env_vars
    )

    assert board_path() == os.path.join(
        platformdirs.windows.Windows("boardroom", appauthor=False).user_data_dir, "board.db"
    )


def test_windows_has_a_default_without_its_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("LOCALAPPDATA")

    assert board_path() == str(tmp_path / "AppData" / "Local" / "boardroom" / "board.db")
