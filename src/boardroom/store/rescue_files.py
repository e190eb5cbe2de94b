"""The files in which a killed vim, nano or Emacs left unsaved words of a draft, beside it."""

from __future__ import annotations

import os
import re
import shlex
import sys

_COMPARE = "fc" if sys.platform == "win32" else "diff"
# By the name of the draft: .NAME.swp of vim, NAME.save of nano, #NAME# of Emacs.
_OF_VIM = r"\.(?P<vim>{name})\.sw[a-p]"
_OF_OTHERS = r"(?P<nano>{name})\.save(?:\.\d+)?|#(?P<emacs>{name})#"
_RESCUE = f"{_OF_VIM}|{_OF_OTHERS}"


def rescue_files(draft: str) -> list[str]:
    """The rescue files of a draft, sorted."""
    folder, name = os.path.split(draft)
    return [path for path, of in _rescue_files(folder) if of == name]


def orphaned_rescue_files(folder: str) -> list[tuple[str, str]]:
    """The rescue files of a folder whose draft is gone, each with the path of that draft."""
    drafts = ((path, os.path.join(folder, name)) for path, name in _rescue_files(folder))
    return [(path, draft) for path, draft in drafts if not os.path.exists(draft)]


def remove_command() -> str:
    """The command of the user's shell that removes a file."""
    return "del" if sys.platform == "win32" else "rm"


def how_to_rescue(draft: str, files: list[str]) -> str:
    """The commands that bring back what is in the rescue files of a draft."""
    steps = [
        f"vim -r {shlex.quote(draft)}"
        if re.fullmatch(_OF_VIM.format(name=".+"), os.path.basename(path))
        else f"{_COMPARE} {shlex.quote(draft)} {shlex.quote(path)}"
        for path in files
    ]
    return " and ".join(dict.fromkeys(steps))


def _rescue_files(folder: str) -> list[tuple[str, str]]:
    """The rescue files of a folder, each with the name of its draft."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:  # there are none yet, or a new draft will fail for the same reason
        return []
    found = ((name, re.fullmatch(_RESCUE.format(name=r".+\.md"), name)) for name in names)
    return [
        (os.path.join(folder, name), rescue["vim"] or rescue["nano"] or rescue["emacs"])
        for name, rescue in found
        if rescue is not None
    ]
