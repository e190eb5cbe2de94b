"""Asks questions on the terminal, never while the board is open, so no lock is held."""

from __future__ import annotations

import sys
from collections.abc import Callable

from boardroom.cli.messages import fitted, print_labelled, terminal_width
from boardroom.cli.printable import Printable
from boardroom.errors import Ambiguous, BadInput, Cancelled, MissingArgument, NotFound
from boardroom.render.formatting import is_accessible, safe
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from boardroom.render.page import Page

    T = TypeVar("T")
    _Shown = tuple[tuple[Page, ...], str, str]


_COMMAND = "boardroom "
_WIDEST_CHOICE = 16
"""The widest choice that other lines of its text are set in to."""

_ROOM = 12
"""An answer has a line of its own where a question leaves less room in characters."""


class _Unanswered(Exception):
    """A question that came up while the board was open, with everything shown above it."""

    def __init__(self, shown: _Shown) -> None:
        super().__init__()
        self.shown = shown


class Asker(Printable):
    """Asks the user, unless `--no-input` is given or there is no terminal.

    A question that comes up while the board is open stops the running function. It is asked once
    the board is closed; then the function runs again and gets the answer. An answer is valid only
    for the same question with the same text above it, so changed questions are asked again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.no_input = False
        self.was_interrupted = False
        """Whether Ctrl-C was the answer to a question."""
        self._answers: list[tuple[_Shown, str]] = []
        self._used: set[int] = set()
        self._pages: list[Page] = []
        self._board_is_open = False

    @property
    def may_ask(self) -> bool:
        """Whether there is a terminal to ask on, and asking is allowed."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    def check_asks_for(self, name: str) -> None:
        """Checks that a missing argument can be asked for: on a terminal, and not for JSON.

        Raises:
            MissingArgument: it can't.
        """
        if self.json or not self.may_ask:
            raise MissingArgument(name)

    def ask(self, question: str, *, about: str = "") -> str:
        """Asks a question on the terminal, below the lines of `about`. Returns the answer.

        Raises:
            Cancelled: the terminal was closed (Ctrl-D).
        """
        if not self._board_is_open:
            return self._ask_now(question, about)
        shown = (tuple(self._pages), about, question)
        self._pages.clear()
        for index, (asked, answer) in enumerate(self._answers):
            if asked == shown and index not in self._used:
                self._used.add(index)
                return answer
        raise _Unanswered(shown)

    def ask_until(self, question: str, read: Callable[[str], T], *, about: str = "") -> T:
        """Asks until `read` takes the answer; why it did not is said above the next question.

        Raises:
            Cancelled: the terminal was closed (Ctrl-D).
        """
        shown = about
        while True:
            answer = self.ask(question, about=shown)
            try:
                return read(answer)
            except (BadInput, NotFound, Ambiguous) as error:
                reason = f"{error.message} {error.hint}".rstrip()
                shown = f"{reason}\n{about}".rstrip()

    def ask_yes_no(self, question: str, *, default: bool, about: str = "") -> bool:
        """Asks until the answer is yes or no; Enter takes the default.

        Raises:
            Cancelled: the terminal was closed (Ctrl-D).
        """
        choice = "[Y/n]" if default else "[y/N]"

        def read(answer: str) -> bool:
            word = answer.lower()
            if word in ("", "y", "yes", "n", "no"):
                return word.startswith("y") if word else default
            raise BadInput(f"{quoted(answer)} is neither yes nor no.", "Answer y or n.")

        return self.ask_until(f"{question} {choice}", read, about=about)

    def was_asked(self, question: str) -> bool:
        """Whether a question that starts with this text was already answered."""
        return any(asked.startswith(question) for (_, _, asked), _ in self._answers)

    def with_answers(self, run: Callable[[], T]) -> T:
        """Runs a function that opens the board, again after each question that comes up in it."""
        while True:
            self._board_is_open = True
            self._used.clear()
            try:
                return run()
            except _Unanswered as unanswered:
                shown = unanswered.shown
            finally:
                self._board_is_open = False
                self._pages.clear()
            pages, about, question = shown
            for page in pages:
                self.show_with_question(page)
            self._answers.append((shown, self._ask_now(question, about)))

    def _ask_now(self, question: str, about: str) -> str:
        for line in about.splitlines():
            start = _start(line)
            text = self.with_commands(line[start:])
            is_command = start > 0 and text.startswith(_COMMAND)  # whole, so that it can be copied
            shown = safe(text) if is_command else fitted(text, sys.stderr, indent=start)
            print(f"{line[:start]}{shown}", file=sys.stderr)
        asked = fitted(self.with_commands(question), sys.stderr)
        room = (terminal_width(sys.stderr) or 0) - len(asked.rpartition("\n")[2])
        is_tight = 0 <= room < _ROOM and not asked.endswith("]")  # a choice is short
        before = "\n> " if is_tight else " "
        print(f"{asked}{before}", end="", file=sys.stderr, flush=True)  # at once, before any echo
        try:
            answer = sys.stdin.readline()
        except KeyboardInterrupt:
            print(file=sys.stderr)
            self.was_interrupted = True
            raise
        except UnicodeDecodeError as error:
            raise BadInput(
                f"The answer is not {error.encoding} text.", "Set the terminal to UTF-8."
            ) from None
        if not answer:
            print(file=sys.stderr)
            raise Cancelled("There was no answer, so nothing changed.")
        return answer.strip()

    def ask_if_missing(
        self,
        value: str | None,
        name: str,
        question: str,
        *,
        check: Callable[[str], object] | None = None,
        about: str = "",
    ) -> str:
        """The value of an argument; asks for it on a terminal if it is missing, but not for JSON.

        It is asked for below the lines of `about` until it is something, and `check` does not
        raise.

        Raises:
            MissingArgument: it is missing, and there is no terminal.
        """
        if value is not None:
            return value
        self.check_asks_for(name)

        def read(answer: str) -> str:
            if not answer:
                raise BadInput("Nothing was typed.", "Ctrl-D cancels.")
            if check is not None:
                check(answer)
            return answer

        return self.ask_until(question, read, about=about)

    def confirm(self, consequence: str, *, yes: bool, about: str = "") -> None:
        """Asks for confirmation of the consequence of a change, unless `yes`.

        The question stands below the lines of `about`.

        Raises:
            Cancelled: the answer was no.
            BadInput: there is no terminal to ask on.
        """
        if yes:
            return
        if not self.may_ask:
            raise BadInput(f"{consequence} This needs confirmation.", "Confirm with --yes.")
        if not self.ask_yes_no(f"{consequence} Continue?", default=False, about=about):
            raise Cancelled("Nothing changed.")

    def show_with_question(self, page: Page) -> None:
        """Shows a page above the next question, on the terminal."""
        if not self.may_ask:
            return
        if self._board_is_open:
            self._pages.append(page)
        else:
            self.show_on_terminal(page)
            print(file=sys.stderr)

    def show_on_terminal(self, page: Page) -> None:
        """Shows a page on the terminal that questions are asked on (standard error)."""
        if is_accessible():
            print_labelled(self.printable_page(page), sys.stderr)
            return
        from rich.console import Console  # noqa: PLC0415  a seam: see `Printer.show`

        from boardroom.render.terminal import print_page  # noqa: PLC0415  see `Printer.show`

        print_page(
            self.printable_page(page),
            Console(stderr=True, highlight=False, markup=False, emoji=False),
        )


def _start(line: str) -> int:
    """Where the text of a line begins, after its indent and a choice like “  1  ” or “  p7  ”."""
    text = line.lstrip()
    choice, gap, rest = text.partition("  ")
    is_choice = text != line and gap and " " not in choice and len(choice) <= _WIDEST_CHOICE
    return len(line) - len(rest.lstrip() if is_choice else text)
