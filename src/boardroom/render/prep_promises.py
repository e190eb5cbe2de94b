"""The promises open both ways, as `prep` lists them."""

from __future__ import annotations

from boardroom.queries.prep import PrepView
from boardroom.queries.promises import PromiseView
from boardroom.render.privacy import private_words
from boardroom.render.promises import due_cell, snooze_suffix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Mark = Callable[[str, str], str]

_MOST = 5  # on a screen


def promise_lines(view: PrepView, mark: _Mark, *, whole: bool) -> list[tuple[str, str]]:
    """The open promises, or the first of them and the command that lists the rest."""
    shown = view.promises if whole else view.promises[:_MOST]
    lines = [
        (promise.ref, mark(_promise(promise, view), private_words(promise.private)))
        for promise in shown
    ]
    more = len(view.promises) - len(shown)
    if more:
        lines.append(("", f"and {more} more: boardroom promise list {view.advisor.handle}"))
    undated_count = sum(promise.due_on is None for promise in view.promises)
    if undated_count:  # on the last line: the brief is to fit one screen
        ref, words = lines.pop()
        lines.append((ref, f"{words} · {undated_count} without a day"))
    return lines


def _promise(promise: PromiseView, view: PrepView) -> str:
    day = due_cell(promise, view.today).text
    by = f" (by {day})" if day not in ("", "today") else " (today)" if day else ""
    who = "you" if promise.by_whom == "me" else "they"
    return f"{who}: {promise.text}{by}{snooze_suffix(promise, view.today)}"
