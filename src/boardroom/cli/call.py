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
from boardroom.store.file import reading
from boardroom.store.place import board_path

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

    @staticmethod
    def of(context: typer.Context) -> Call:
        """The call that a command's context belongs to."""
        found = context.find_root().obj
        assert isinstance(found, Call)
        return found

    @cached_property
    def today(self) -> date:
        """The day everything is judged by, read from the clock once."""
        return clock.today()

    @cached_property
    def path(self) -> str:
        """The board's file."""
        return board_path(self.db)

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """The board, to show something of it."""
        return reading(self.path)

    @contextmanager
    def changing(self, context: typer.Context) -> Iterator[Work]:
        """One change of the board, under the command's name in the history."""
        from boardroom.store.work import change  # a seam: SQLModel costs twenty times what sqlite3 does, and reads need none

        with change(self.path, context.command_path.partition(" ")[2], today=self.today) as work:
            yield work

    @property
    def may_ask(self) -> bool:
        """Whether somebody is there to answer."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    def ask(self, question: str) -> str:
        """The answer to a question on the terminal.

        Raises:
            Cancelled: the terminal was closed (Ctrl-D).
        """
        print(f"{question} ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer:
            print(file=sys.stderr)
            raise Cancelled("Nothing was answered, so nothing changed.")
        return answer.strip()

    def needed(self, value: str | None, name: str, question: str) -> str:
        """An argument; asked for on a terminal where it was left out.

        Raises:
            BadInput: it was left out, and nobody is there to ask.
        """
        if value is not None:
            return value
        if not self.may_ask:
            raise BadInput(f"{name} is missing.", "See how the command is written with -h.")
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

    def words(self, words: list[str] | None) -> str | None:
        """A TEXT of several words joined, or standard input where it is `-`; None where there is none."""
        if not words:
            return None
        return sys.stdin.read() if words == ["-"] else " ".join(words)

    def show(self, page: Page, record: dict[str, Any]) -> None:
        """Prints a view: as JSON where it was asked for, else on the screen or into the pipe."""
        if self.json:
            self.print_json(record)
        elif sys.stdout.isatty() or os.environ.get("FORCE_COLOR"):
            from boardroom.render.terminal import print_page  # a seam: rich costs as much again as Typer, and a pipe needs none

            print_page(page)
        else:
            from boardroom.render.plain import plain

            sys.stdout.write(plain(page))

    def did(self, work: Work, record: dict[str, Any], *, echo: str = "") -> None:
        """Says in one line what a change did and how to take it back; with `--json`, the record as it now is."""
        from boardroom.render.words import safe

        if self.json:
            self.print_json(record)
        elif not work.changed:
            print("Nothing changed: it was so already.")
        else:
            print(safe(f"{work.summary}{echo} · boardroom undo takes it back"))

    def print_json(self, record: dict[str, Any]) -> None:
        """Prints one JSON object."""
        import json  # only where it was asked for

        print(json.dumps(record, ensure_ascii=False, indent=2))
