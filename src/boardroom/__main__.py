"""Answers `due --short` at once, hands any other command line on, and ends the process.

A shell runs `due --short` at every prompt. Whatever goes wrong with it is left to the whole
program, which has the words for it.
"""

from __future__ import annotations

import gc
import os
import sys

_CANNOT_WRITE = 23  # the exit code of `boardroom.errors.CannotWrite`


def main() -> None:
    """Runs the command in `sys.argv` and ends the process with its exit code."""
    # What the imports make lives as long as the process. Collecting garbage during them, and
    # tearing everything down in the end, would take a tenth of a write's time each.
    gc.disable()
    code = 0
    try:
        code = _answer(sys.argv[1:])
        # None if the caller closed it. What could not be written once is not tried again.
        if sys.stdout is not None and code != _CANNOT_WRITE:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        pass  # whoever read us has gone; the rest of the answer is nobody's
    except OSError as error:
        code = code or _CANNOT_WRITE
        if sys.stderr is not None:
            print(f"The answer can't be written: {error.strerror}.", file=sys.stderr)
    os._exit(code)


def _answer(argv: list[str]) -> int:
    given = _prompt_lane(argv)
    if given is not None and _due_short(given):
        return 0
    from boardroom.cli.run import run

    _open_streams()
    return run(argv)


def _prompt_lane(argv: list[str]) -> str | None:
    """The `--db` of a plain `due --short` ("" where it has none); None for any other words."""
    words = list(argv)
    given = ""
    for index, word in enumerate(words):
        if word == "--db" or word.startswith("--db="):
            end = index + 2 if word == "--db" else index + 1
            given = "=".join(words[index:end])[5:]
            if not given:  # the whole program has the words for that
                return None
            del words[index:end]
            break
    return given if [word for word in words if word != "--no-input"] == ["due", "--short"] else None


def _due_short(given: str) -> bool:
    """Prints the prompt's line; whether it could."""
    from boardroom.clock import today
    from boardroom.queries.due import due
    from boardroom.render.formatting import prompt_line
    from boardroom.store.file import PROMPT_WAIT_SECONDS, is_there, reading
    from boardroom.store.place import board_path

    try:
        path = board_path(given)
        if not is_there(path):
            return True
        with reading(path, wait=PROMPT_WAIT_SECONDS) as board:
            line = prompt_line(due(board, today=today()).counts)
    except Exception:  # noqa: BLE001  the whole program meets it too, and has the words for it
        return False
    if line:
        print(line)
    return True


def _open_streams() -> None:
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: SIM115  to stay open


if __name__ == "__main__":
    main()
