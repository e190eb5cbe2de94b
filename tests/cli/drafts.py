"""The drafts of a call, and a store that refuses them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from boardroom.cli.call import Call
from boardroom.errors import BoardroomError


def drafts(call: Call) -> dict[str, str]:
    """The texts of the drafts that are left, by file name."""
    folder = Path(call.path).parent / "drafts"
    if not folder.exists():
        return {}
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def draft_path(call: Call, name: str = "note.md") -> str:
    """The path of a draft."""
    return str(Path(call.path).parent / "drafts" / name)


def refusing(*errors: BoardroomError) -> Callable[[str], str]:
    """A store that refuses once for each of the errors, then returns what it gets."""
    left = list(errors)

    def store(text: str) -> str:
        if left:
            raise left.pop(0)
        return text

    return store


def kept(path: object, command: str = "", unless: str = "") -> str:
    """What is said of a kept draft: its path, how to store it, and how to be rid of it."""
    store = f"To store it: {command} < {path}; to discard it" if command else "To discard it"
    return f"{path}{unless}. {store}: rm {path}"


def kept_in(path: object, command: str) -> str:
    """What an error adds about a form from a pipe; the message before it ends its sentence."""
    return (
        f" Your text is kept in {path}. Put that right, then store it with: {command} < {path};"
        f" to discard it: rm {path}"
    )


def without_id(shown: str) -> str:
    """A record's form as it was shown, without the day it was written and its id.

    Its comments are not wrapped.
    """
    unwrapped = re.sub(
        r"<!--.*?-->", lambda comment: " ".join(comment[0].split()), shown, flags=re.DOTALL
    )
    return re.sub(r" · written Sat 21 Nov 2026 · form [0-9a-f]{8}(?=\. Save and )", "", unwrapped)
