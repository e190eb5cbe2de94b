"""The entry point: answers `due --short` directly and hands any other command line on.

A shell runs `due --short` at every prompt, so this imports as little as it can. If anything goes
wrong, the full program runs instead and reports the error.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

_CANNOT_WRITE = 23  # the exit code of `boardroom.errors.CannotWrite`
_INTERRUPTED = 130


def main() -> None:
    """Runs the command in `sys.argv` and ends the process with its exit code."""
    # Imported objects live as long as the process. Collecting garbage during the imports, and
    # tearing everything down at the end, would each take a tenth of a write's time.
    gc.disable()
    code = None
    try:
        code = _answer(sys.argv[1:])
        # None if the caller closed it. A write that failed once is not tried again.
        if sys.stdout is not None and code != _CANNOT_WRITE:
            sys.stdout.flush()
    except KeyboardInterrupt:
        if code is None:  # else all is done and said
            code = _INTERRUPTED
    except BrokenPipeError:
        pass  # the reader has gone, so the rest of the output is not needed
    except OSError as error:
        code = code or _CANNOT_WRITE
        if sys.stderr is not None:
            with suppress(OSError):
                print(f"The output can't be written: {error.strerror}.", file=sys.stderr)
    os._exit(code or 0)


def _answer(argv: list[str]) -> int:
    db = _prompt_lane(argv)
    if db is not None and _due_short(db):
        return 0
    from boardroom.cli.run import run

    _open_streams()
    return run(argv)


def _prompt_lane(argv: list[str]) -> str | None:
    """The `--db` of a plain `due --short` (default: ""); None for any other command line."""
    words = list(argv)
    db = ""
    for index, word in enumerate(words):
        if word == "--db" or word.startswith("--db="):
            end = index + 2 if word == "--db" else index + 1
            db = "=".join(words[index:end])[5:]
            if not db:  # the full program reports the error
                return None
            del words[index:end]
            break
    return db if [word for word in words if word != "--no-input"] == ["due", "--short"] else None


def _due_short(db: str) -> bool:
    """Prints the line for the prompt. Returns False if an error stopped it."""
    from boardroom.clock import today
    from boardroom.queries.due import due
    from boardroom.render.formatting import prompt_line
    from boardroom.store.file import PROMPT_WAIT_SECONDS, is_there, reading
    from boardroom.store.place import board_path

    try:
        path = board_path(db)
        if not is_there(path):
            return True
        with reading(path, wait=PROMPT_WAIT_SECONDS) as board:
            line = prompt_line(due(board, today=today()).counts)
    except Exception:  # noqa: BLE001  the full program meets it too, and reports it
        return False
    if line:
        print(line)
    return True


def _open_streams() -> None:
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the parent process
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: SIM115  stays open


if __name__ == "__main__":
    main()
