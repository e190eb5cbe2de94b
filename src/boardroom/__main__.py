"""From the command line to an exit code: the prompt lane, else the whole program, and every error turned into words here alone.

`due --short` runs at every line of a shell, so it is answered before Typer is imported; whatever it has to show is left to the
whole program where the words are any other.
"""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Runs the command in `sys.argv` and ends the process with its exit code."""
    # What the imports make lives as long as the process: collecting garbage during them, and tearing everything down after
    # them, are a tenth of a write's time each.
    gc.disable()
    code = _answer(sys.argv[1:])
    _leave(code)


def _answer(argv: list[str]) -> int:
    try:
        path = _prompt_lane(argv)
        if path is not None:
            return _due_short(path)
        from boardroom.cli.program import run

        return run(argv)
    except KeyboardInterrupt:
        return 130


def _prompt_lane(argv: list[str]) -> str | None:
    """The `--db` of a plain `due --short` ("" where it has none); None for any other words."""
    words = [word for word in argv if word != "--no-input"]
    given = ""
    for index, word in enumerate(words):
        if word.startswith("--db="):
            given = word[5:]
            del words[index]
            break
        if word == "--db" and index + 1 < len(words):
            given = words[index + 1]
            del words[index : index + 2]
            break
    return given if words == ["due", "--short"] else None


def _due_short(given: str) -> int:
    from boardroom.clock import today
    from boardroom.errors import BoardroomError
    from boardroom.queries.due import due
    from boardroom.render.short import short
    from boardroom.store.file import reading
    from boardroom.store.place import board_path

    path = board_path(given)
    if not os.path.lexists(path):
        return 0
    try:
        with reading(path, wait=0.2) as board:
            line = short(due(board, today=today()).counts)
    except BoardroomError as error:
        print(f"boardroom: {error.message}", file=sys.stderr)
        return 0
    if line:
        print(line)
    return 0


def _leave(code: int) -> None:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        # Whoever read us has gone; the rest of the buffer is nobody's.
        pass
    os._exit(code)


if __name__ == "__main__":
    main()
