"""Where the board is: `--db`, else `BOARDROOM_DB`, else the user's data folder.

Backups and drafts are in folders beside it; if it is a link, beside the file that it leads to.
"""

from __future__ import annotations

import os
import sys

from boardroom.errors import NotFound

VARIABLE = "BOARDROOM_DB"


def board_path(given: str | None = None) -> str:
    """The absolute path of the board file, which need not exist yet.

    Raises:
        NotFound: it is relative, and the current folder was removed.
    """
    expanded = os.path.expanduser(given or os.environ.get(VARIABLE) or default_path())
    try:
        return os.path.abspath(expanded)
    except FileNotFoundError:
        named = "--db" if given else VARIABLE
        raise NotFound(
            f"The current folder was removed, so there is no {expanded} in it.",
            f"Change to another folder, or write the whole path in {named}.",
        ) from None


def default_path() -> str:
    """The absolute path of the board file if the user names no other."""
    return os.path.abspath(os.path.join(_data_folder(), "board.db"))


def name_of_path(given: str | None = None) -> str | None:
    """What names the board file, `--db` or the variable; None if it is at the default path."""
    return "--db" if given else VARIABLE if os.environ.get(VARIABLE) else None


def backup_folder(path: str) -> str:
    """The folder beside the board that holds its copies."""
    return os.path.join(os.path.dirname(os.path.realpath(path)), "backups")


def file_name(path: str) -> str:
    """The name of the board's file; of a link, the name of the file that it leads to."""
    return os.path.basename(os.path.realpath(path))


def draft_folder(path: str) -> str:
    """The folder beside the board that holds texts from the editor until they are stored."""
    return os.path.join(os.path.dirname(os.path.realpath(path)), "drafts")


def _data_folder() -> str:
    """The platform's user-data folder for boardroom.

    Not taken from platformdirs, whose import would take half as long as that of `sqlite3` at every
    shell prompt. A test compares the two.
    """
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(
            os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), "boardroom"
        )
    data = os.environ.get("XDG_DATA_HOME", "")
    if not os.path.isabs(data):  # the XDG specification says to ignore a relative one
        data = (
            os.path.join(home, "Library", "Application Support")
            if sys.platform == "darwin"
            else os.path.join(home, ".local", "share")
        )
    return os.path.join(data, "boardroom")
