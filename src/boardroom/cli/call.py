"""One run of the program: the options that stand everywhere, the day, the board, and the way to ask and to answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import typer

from boardroom import clock
from boardroom.errors import BadInput, Cancelled
from boardroom.render.formatting import safe
from boardroom.store.file import reading
from boardroom.store.place import board_path
from boardroom.store.waiting import WAIT_SECONDS

SCREENFUL = 50
"""How many rows of a list a screen shows where not all were asked for."""

if TYPE_CHECKING:
    import sqlite3

    from boardroom.render.page import Page
    from boardroom.store.work import Work


class Call:
    """What a command knows of how it was called."""

    def __init__(self) -> None:
        self.db: str | None = None
        self.json = False
        self.no_input = False
        self.debug = False
        self.throwaway = False

    @staticmethod
    def of(context: typer.Context) -> Call:
        """The call that a command's context belongs to."""
        found = context.find_root().obj
        assert isinstance(found, Call)
        return found

    def on_throwaway(self, path: str) -> Call:
        """The same call on the demonstration board at `path`, and on no other.

        Raises:
            BadInput: this one names a board with `--db`.
        """
        inner = Call()
        inner.json, inner.no_input, inner.debug = self.json, self.no_input, self.debug
        inner.throwaway = True
        inner.check_db(None if self.throwaway else self.db)
        inner.db = path
        return inner

    def check_db(self, named: str | None) -> None:
        """Whether a `--db` has a place here: a throwaway board is made for its call, and no other is touched by it.

        Raises:
            BadInput: this call is on a throwaway board, and `named` is another.
        """
        if self.throwaway and named is not None:
            raise BadInput(
                "demo runs on a board of its own, so --db has no place there.", "Leave it out."
            )

    @cached_property
    def today(self) -> date:
        """The day everything is judged by, read from the clock once."""
        return clock.today()

    @cached_property
    def path(self) -> str:
        """The board's file."""
        return board_path(self.db)

    def reading(self, *, wait: float = WAIT_SECONDS) -> AbstractContextManager[sqlite3.Connection]:
        """The board, to show something of it; `wait` is how many seconds, while another process writes."""
        return reading(self.path, wait=wait)

    @contextmanager
    def changing(self, context: typer.Context) -> Iterator[Work]:
        """One change of the board, under the command's name in the history."""
        from boardroom.store.work import change  # noqa: PLC0415  a seam: SQLModel costs twenty times what sqlite3 does, and reads need none

        with change(self.path, context.command_path.partition(" ")[2], today=self.today) as work:
            yield work

    @property
    def may_ask(self) -> bool:
        """Whether somebody is there to answer."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def on_screen(self) -> bool:
        """Whether somebody reads the answer on a terminal, rather than a program in a pipe."""
        return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))

    def screenful(self, *, all_: bool) -> int | None:
        """How many rows of a list to show: on a screen the first, into a pipe and as JSON (None) all of them."""
        return SCREENFUL if self.on_screen and not (all_ or self.json) else None

    def ask(self, question: str) -> str:
        """The answer to a question on the terminal.

        Raises:
            Cancelled: the terminal was closed (Ctrl-D).
        """
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
        """An argument; asked for on a terminal where it was left out, and elsewhere `hint` says what to give.

        Raises:
            BadInput: it was left out, and nobody is there to ask.
        """
        if value is not None:
            return value
        if not self.may_ask:
            raise BadInput(f"{name} is missing.", hint)
        return self.ask(question)

    def confirm(self, consequence: str, *, yes: bool) -> None:
        """Goes on only after a yes to what a change will take along.

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
        """Shows whoever is about to be asked what the question is about, on the terminal that it is asked on; nobody else."""
        if self.may_ask:
            self.remark(page)
            print(file=sys.stderr)

    def remark(self, page: Page) -> None:
        """The same between one question and the next, with no empty line after it."""
        from rich.console import Console  # noqa: PLC0415  a seam: see `show`

        from boardroom.render.terminal import print_page  # noqa: PLC0415  a seam: see `show`

        print_page(page, Console(stderr=True, highlight=False, markup=False, emoji=False))

    def words(self, words: list[str] | None) -> str | None:
        """A TEXT of several words joined, or standard input where it is `-`; None where there is none.

        Raises:
            BadInput: standard input is no text.
        """
        if not words:
            return None
        if words != ["-"]:
            return " ".join(words)
        try:
            return sys.stdin.read()
        except UnicodeDecodeError as error:
            raise BadInput(
                f"Standard input is not {error.encoding} text.", "Convert it, then try again."
            ) from None

    def show(self, page: Page, record: dict[str, Any]) -> None:
        """Prints a view: as JSON where it was asked for, else on the screen or into the pipe."""
        if self.json:
            self.print_json(record)
        elif self.on_screen:
            from boardroom.render.terminal import print_page  # noqa: PLC0415  a seam: rich costs half of what Typer does, and a pipe needs none

            print_page(page)
        else:
            from boardroom.render.plain import plain  # noqa: PLC0415  a seam: only for a pipe

            sys.stdout.write(plain(page))

    def did(self, work: Work, record: dict[str, Any], *, echo: str = "") -> None:
        """Says in one line what a change did and how to take it back; with `--json`, the record as it now is."""
        if self.json:
            self.print_json(record)
        elif not work.changed:
            print("Nothing changed: it was so already.")
        else:
            print(safe(f"{work.summary}{echo} · boardroom undo takes it back"))

    def print_json(self, record: dict[str, Any]) -> None:
        """Prints one JSON object."""
        import json  # noqa: PLC0415  only where JSON was asked for

        print(json.dumps(record, ensure_ascii=False, indent=2))
