"""Asks one question of the review on the terminal; `?` explains it, and `q` quits."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from itertools import pairwise

from boardroom.cli.call import Call
from boardroom.errors import Cancelled
from boardroom.render.formatting import safe
from boardroom.render.page import Page, Prose
from boardroom.render.wrapping import breaks


class Quit(Exception):
    """The user left the review; all answers are saved."""


def ask_line(call: Call, question: str, why: str, *, asides: Iterable[str] = ()) -> str:
    """Asks for one line, with `asides` in brackets after the question; `?` prints `why`.

    Raises:
        Quit: the user typed `q`, or closed the terminal.
    """
    aside = "; ".join(text for text in asides if text)
    text = f"{question} ({aside})" if aside else question
    offsets = [0, *breaks(text, shutil.get_terminal_size().columns), len(text)]
    *first_lines, last_line = (text[start:end].rstrip() for start, end in pairwise(offsets))
    while True:
        for line in first_lines:
            print(safe(line), file=sys.stderr)
        try:
            answer = call.ask(last_line)
        except Cancelled:
            raise Quit from None
        if answer.lower() == "q":
            raise Quit
        if answer != "?":
            return answer
        remark(call, why)


def remark(call: Call, text: str) -> None:
    """Prints a remark between questions."""
    call.show_on_terminal(Page((Prose(text, "quiet"),)))
