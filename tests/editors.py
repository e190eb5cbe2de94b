"""An editor that follows a test's steps, one per opening, and keeps what it was shown."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest


class Editor:
    """The user's editor. A step is what it does before it closes; after the last, it only closes."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        folder.mkdir()
        script = folder / "editor.py"
        script.write_text(_SCRIPT, encoding="utf-8")
        self._steps: list[dict[str, Any]] = []
        # -I -S: nothing that the environment loads by itself, such as a coverage tool
        monkeypatch.setenv("BOARDROOM_EDITOR", f'"{sys.executable}" -I -S "{script}" "{folder}"')

    def saves(self, text: str | bytes) -> Editor:
        """Saves the file with that text."""
        return self._then(save=text.encode() if isinstance(text, str) else text)

    def replaces(self, old: str, new: str) -> Editor:
        """Saves the file with a piece of it replaced."""
        return self._then(old=old, new=new)

    def saves_as_it_is(self) -> Editor:
        """Saves the file untouched."""
        return self._then(old="", new="")

    def closes(self) -> Editor:
        """Closes the file without saving it."""
        return self._then()

    def removes_the_file(self) -> Editor:
        """Deletes the file."""
        return self._then(remove=True)

    def tells_the_program_to_end(self, number: int) -> Editor:
        """Sends its parent a signal, waits for the same signal, and saves, as vim and nano do."""
        return self._then(tell=int(number))

    def leaves(self, name: str) -> Editor:
        """Makes the last step leave another file beside the draft."""
        self._steps[-1]["leave"] = name
        return self._written()

    def ends(self, code: int) -> Editor:
        """Makes the last step end with that exit code, or be killed by a signal (negative)."""
        self._steps[-1]["end"] = code
        return self._written()

    def meanwhile(self, path: str, statement: str) -> Editor:
        """Makes another process change the board at `path` during the last step."""
        self._steps[-1]["meanwhile"] = [path, statement]
        return self._written()

    @property
    def shown(self) -> list[str]:
        """The file as it was each time the editor opened it."""
        paths = sorted(
            self._folder.glob("shown-*"), key=lambda path: int(path.name.partition("-")[2])
        )
        return [path.read_text(encoding="utf-8") for path in paths]

    def _then(self, **step: Any) -> Editor:  # noqa: ANN401  a step's own words
        self._steps.append(
            {key: value.hex() if isinstance(value, bytes) else value for key, value in step.items()}
        )
        return self._written()

    def _written(self) -> Editor:
        (self._folder / "steps.json").write_text(json.dumps(self._steps), encoding="utf-8")
        return self


_SCRIPT = """
import json, os, pathlib, signal, sqlite3, sys
folder, draft = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
count = len(list(folder.glob("shown-*")))
shown = draft.read_bytes()
(folder / f"shown-{count}").write_bytes(shown)
steps = folder / "steps.json"
steps = json.loads(steps.read_text("utf-8")) if steps.exists() else []
step = steps[count] if count < len(steps) else {}
if "meanwhile" in step:
    path, statement = step["meanwhile"]
    with sqlite3.connect(path) as board:
        board.execute(statement)
    board.close()
if "save" in step:
    draft.write_bytes(bytes.fromhex(step["save"]))
if "old" in step:
    assert step["old"].encode() in shown, step["old"]
    draft.write_bytes(shown.replace(step["old"].encode(), step["new"].encode(), 1))
if "remove" in step:
    draft.unlink()
if "leave" in step:
    extra = draft.parent / step["leave"]
    extra.parent.mkdir(exist_ok=True)
    extra.write_bytes(b"b0VIM")
if "tell" in step:
    signal.pthread_sigmask(signal.SIG_BLOCK, [step["tell"]])
    os.kill(os.getppid(), step["tell"])
    signal.sigwait([step["tell"]])
    draft.write_bytes(b"Rescued")
if step.get("end", 0) < 0:
    os.kill(os.getpid(), -step["end"])
sys.exit(step.get("end", 0))
"""
