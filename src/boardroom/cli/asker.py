"""Asks questions on the terminal, and never while the board is open, so no lock waits."""

from __future__ import annotations

import sys
from collections.abc import Callable

from boardroom.errors import BadInput, Cancelled
from boardroom.render.formatting import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from boardroom.render.page import Page

    T = TypeVar("T")
    _Shown = tuple[tuple[Page, ...], str, str]


class _Unanswered(Exception):
    """A question that came up while the board was open, with all that is shown with it."""

    def __init__(self, shown: _Shown) -> None:
        super().__init__()
        self.shown = shown


class Asker:
    """Asks the user, unless told not to or nobody is there.

    A question that comes up while the board is open stops what is running. It is asked once the
    board is closed, and what was running starts again and finds the answer. An answer counts only
    for the same question with the same text about it, so whatever has changed is asked again.
    """

    def __init__(self) -> None:
        self.no_input = False
        self._answers: list[tuple[_Shown, str]] = []
        self._used: set[int] = set()
        self._told: list[Page] = []
        self._board_is_open = False

    @property
    def may_ask(self) -> bool:
        """Whether somebody is there to answer."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    def ask(self, question: str, *, about: str = "") -> str:
        """The answer to a question on the terminal; the lines `about` it stand above.

        Raises:
            Cancelled: the terminal was closed (Ctrl-D).
        """
        if not self._board_is_open:
            return self._put(question, about)
        shown = (tuple(self._told), about, question)
        self._told.clear()
        for index, (asked, answer) in enumerate(self._answers):
            if asked == shown and index not in self._used:
                self._used.add(index)
                return answer
        raise _Unanswered(shown)

    def was_asked(self, question: str) -> bool:
        """Whether a question that begins so has been answered already."""
        return any(asked.startswith(question) for (_, _, asked), _ in self._answers)

    def with_answers(self, run: Callable[[], T]) -> T:
        """Runs what opens the board; each question that comes up is asked, and it is run again."""
        while True:
            self._board_is_open = True
            self._used.clear()
            try:
                return run()
            except _Unanswered as unanswered:
                shown = unanswered.shown
            finally:
                self._board_is_open = False
                self._told.clear()
            pages, about, question = shown
            for page in pages:
                self.tell(page)
            self._answers.append((shown, self._put(question, about)))

    def _put(self, question: str, about: str) -> str:
        for line in about.splitlines():
            print(safe(line), file=sys.stderr)
        print(safe(question), end=" ", file=sys.stderr, flush=True)
        try:
            answer = sys.stdin.readline()
        except KeyboardInterrupt:
            print(file=sys.stderr)
            raise
        if not answer:
            print(file=sys.stderr)
            raise Cancelled("Nothing was answered, so nothing changed.")
        return answer.strip()

    def needed(
        self,
        value: str | None,
        name: str,
        question: str,
        *,
        hint: str = "See how the command is written with -h.",
    ) -> str:
        """An argument, asked for on a terminal if missing; elsewhere `hint` says what to give.

        Raises:
            BadInput: it is missing, and nobody is there to ask.
        """
        if value is not None:
            return value
        if not self.may_ask:
            raise BadInput(f"{name} is missing.", hint)
        return self.ask(question)

    def confirm(self, consequence: str, *, yes: bool) -> None:
        """Goes on only after a yes to what a change takes along.

        Raises:
            Cancelled: the answer was no.
            BadInput: nobody is there to ask, and `--yes` was not given.
        """
        if yes:
            return
        if not self.may_ask:
            raise BadInput(f"{consequence} That needs a yes.", "Say it with --yes.")
        if self.ask(f"{consequence} Go on? [y/N]").lower() not in ("y", "yes"):
            raise Cancelled("Nothing changed.")

    def tell(self, page: Page) -> None:
        """Shows what the next question is about, on the terminal that it is asked on."""
        if not self.may_ask:
            return
        if self._board_is_open:
            self._told.append(page)
        else:
            self.remark(page)
            print(file=sys.stderr)

    def remark(self, page: Page) -> None:
        """Shows something at once on the terminal that questions are asked on."""
        from rich.console import Console  # noqa: PLC0415  a seam: see `Call.show`

        from boardroom.render.terminal import print_page  # noqa: PLC0415  a seam: see `Call.show`

        print_page(page, Console(stderr=True, highlight=False, markup=False, emoji=False))
