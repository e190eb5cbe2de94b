"""Asks one question of the review or of `init` on the terminal; `?` explains it, and `q` quits."""

from __future__ import annotations

from collections.abc import Iterable

from boardroom.cli.call import Call
from boardroom.errors import Cancelled
from boardroom.render.page import Page, Prose


class Quit(Exception):
    """The user left; the answers so far are kept."""


class Back(Exception):
    """The user went back one question."""


def ask_with_back(call: Call, question: str, why: str, *, asides: Iterable[str] = ()) -> str:
    """Asks for one line, as `ask_line`; `b` goes back.

    Raises:
        Back: the user typed `b`.
        Quit: see `ask_line`.
    """
    answer = ask_line(call, question, why, asides=asides)
    if answer.lower() == "b":
        raise Back
    return answer


def ask_line(call: Call, question: str, why: str, *, asides: Iterable[str] = ()) -> str:
    """Asks for one line, with `asides` in brackets after the question; `?` prints `why`.

    Raises:
        Quit: the user typed `q`, or closed the terminal.
    """
    aside = "; ".join(text for text in asides if text)
    text = f"{question} ({aside})" if aside else question
    while True:
        try:
            answer = call.ask(text)
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
