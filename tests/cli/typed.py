"""The program run in this process: what was typed, and what came of it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from typing import Any, NamedTuple, TextIO
from unittest.mock import patch

from boardroom.cli.run import run

ASKED_WHO = "  marcus  Marcus Ojo\nWho? (like marcus) "
"""The question for a WHO on a board of Marcus alone."""
STYLES = re.compile(r"\x1b\[[0-9;]*m")


class Ran(NamedTuple):
    """The exit code, and what was said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The JSON object on standard output."""
        found: dict[str, Any] = json.loads(self.out)
        return found


class _Terminal(io.StringIO):
    def __init__(
        self, text: str = "", meanwhile: Callable[[], object] | None = None, question: int = 1
    ) -> None:
        super().__init__(text)
        self._meanwhile, self._questions_before = meanwhile, question - 1

    def isatty(self) -> bool:
        return True

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as StringIO's own
        if self._questions_before == 0 and self._meanwhile is not None:
            self._meanwhile()
        self._questions_before -= 1
        return super().readline(size)


def typed(*argv: str, stdin: str = "") -> Ran:
    """Runs the program with these words, standard input from a pipe.

    Bytes that are no UTF-8 are lone surrogates in `stdin` and in the output.
    """
    try:
        piped = stdin.encode(errors="surrogateescape")
    except UnicodeEncodeError:  # half of another pair
        piped = stdin.encode(errors="surrogatepass")
    return _run(argv, io.TextIOWrapper(io.BytesIO(piped), encoding="utf-8"), io.StringIO())


def typed_with_typer(*argv: str, stdin: str = "") -> Ran:
    """Runs it as one of those command lines that the lane leaves to Typer."""
    with patch("boardroom.cli.lane.plain_command", lambda *_: None):
        return typed(*argv, stdin=stdin)


def typed_on_terminal(
    *argv: str,
    answers: str,
    meanwhile: Callable[[], object] | None = None,
    question: int = 1,
) -> Ran:
    """Runs it where somebody is there to answer; standard output still goes into a pipe.

    `meanwhile` runs while the question of that number is open.
    """
    return _run(argv, _Terminal(answers, meanwhile, question), _Terminal())


def typed_at_screen(*argv: str) -> Ran:
    """Runs it where all three streams are the terminal, as an editor wants it; without styles."""
    ran = typed_in_colour(*argv)
    return ran._replace(out=STYLES.sub("", ran.out))


def typed_in_colour(*argv: str, stdin: str = "") -> Ran:
    """As `typed_at_screen`, with the styles of the terminal."""
    return _run(argv, _Terminal(stdin), _Terminal(), _Terminal())


def _run(
    argv: tuple[str, ...],
    stdin: TextIO,
    stderr: io.StringIO,
    stdout: io.StringIO | None = None,
) -> Ran:
    piped = io.BytesIO()
    out = stdout or io.TextIOWrapper(piped, encoding="utf-8", newline="", write_through=True)
    with patch("sys.stdin", stdin), redirect_stdout(out), redirect_stderr(stderr):
        code = run(list(argv))
    said = stdout.getvalue() if stdout else piped.getvalue().decode(errors="surrogateescape")
    return Ran(code, said, stderr.getvalue())
