"""One run of the program: the options of every command, the day, the board, and the answer."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date

from boardroom import clock
from boardroom.cli.asker import Asker
from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.render.formatting import safe
from boardroom.store.file import WAIT_SECONDS, reading
from boardroom.store.place import board_path

SCREENFUL = 50
"""How many rows of a list a screen shows, unless all are asked for."""

BYTE_ORDER_MARK = "\ufeff"
"""What some programs begin a text with; no part of it."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    import typer

    from boardroom.render.page import Page
    from boardroom.store.work import Done, Work

    T = TypeVar("T")


class Answer(Record):
    """What a change is answered with, read back before it is committed.

    `record` is what `--json` prints, `echo` what follows the sentence of what was done, and
    `unchanged` what is said where everything was so already.
    """

    record: dict[str, Any]
    echo: str = ""
    unchanged: str = "Nothing changed: it was so already."


class Outcome(Record):
    """A change that has been committed: what was done, whether it changed anything, the answer."""

    done: Done
    changed: bool
    answer: Answer


class _Rehearsed(Exception):
    """Rolls a rehearsed change back."""


class Call(Asker):
    """What a command knows of how it was called."""

    def __init__(self) -> None:
        super().__init__()
        self.db: str | None = None
        self.json = False
        self.debug = False
        self.throwaway = False
        self.command = ""
        self._today: date | None = None
        self._piped: str | None = None

    @staticmethod
    def of(context: typer.Context) -> Call:
        """The call that a command's context belongs to."""
        call = context.find_root().obj
        assert isinstance(call, Call)
        call.command = context.command_path.partition(" ")[2]
        return call

    def on_throwaway(self, path: str) -> Call:
        """This call on the demonstration board at `path`, and on no other.

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
        """Refuses `--db` in a demo, which runs on a temporary board of its own.

        Raises:
            BadInput: this call is on a temporary board, and `named` is another.
        """
        if self.throwaway and named is not None:
            raise BadInput(
                "demo runs on a board of its own, so --db has no place there.", "Leave it out."
            )

    @property
    def today(self) -> date:
        """The day everything is judged by, read from the clock once."""
        if self._today is None:
            self._today = clock.today()
        return self._today

    @property
    def path(self) -> str:
        """The board's file."""
        return board_path(self.db)

    def reading(self, *, wait: float = WAIT_SECONDS) -> AbstractContextManager[sqlite3.Connection]:
        """Opens the board to read; `wait` is in seconds, while another process writes."""
        return reading(self.path, wait=wait)

    def read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """What a query finds on the board.

        No question is asked while the board is open: the query is run again with the answer.
        """

        def run() -> T:
            with self.reading() as board:
                return query(board)

        return self.with_answers(run)

    def show_list(self, query: Callable[[sqlite3.Connection], tuple[Page, dict[str, Any]]]) -> None:
        """Shows what a query finds as `show` does, a long list while it is read; see `listing`."""
        with self.listing(query) as (page, record):
            self.show(page, record)

    @contextmanager
    def listing(self, query: Callable[[sqlite3.Connection], T]) -> Iterator[T]:
        """What a query finds, as `read` does, with the board open for the rest of a long list.

        The board is not locked meanwhile; see `boardroom.queries.long_list`.
        """

        def run() -> tuple[Generator[T], T]:
            reader = self._reader(query)
            return reader, next(reader)

        reader, result = self.with_answers(run)
        try:
            yield result
        except sqlite3.Error as error:
            reader.throw(error)  # it comes back as an error of ours, as in any read
        finally:
            reader.close()

    def _reader(self, query: Callable[[sqlite3.Connection], T]) -> Generator[T]:
        """Yields what a query finds, and keeps the board open until it is closed.

        An error in showing it, such as a broken pipe, never gets here to be taken for the board's.
        """
        with self.reading() as board:
            result = query(board)
            board.execute("COMMIT")
            yield result

    def change(self, action: Callable[[Work], Answer]) -> None:
        """Changes the board as `transact` does, and says what was done."""
        self.say(self.transact(action))

    def transact(self, action: Callable[[Work], Answer]) -> Outcome:
        """Makes one change of the board, under the command's name in the history.

        `action` finds what is meant, changes it and reads back the answer, all in one transaction.
        A question that comes up in it is asked when the transaction has been rolled back; then
        `action` is run again with the answer, and asks again if what was shown has changed.
        """

        def run() -> Outcome:
            from boardroom.store.work import change  # noqa: PLC0415  reads need none of it

            with change(self.path, self.command, today=self.today) as work:
                answer = action(work)
            return Outcome(work.done, work.changed, answer)

        return self.with_answers(run)

    def rehearse(self, action: Callable[[Work], T]) -> T:
        """What an action returns, all that it changed being rolled back.

        What the board would refuse is so refused before an editor opens.
        """

        def run() -> T:
            from boardroom.store.work import change  # noqa: PLC0415  as in `transact`

            with suppress(_Rehearsed), change(self.path, self.command, today=self.today) as work:
                result = action(work)
                raise _Rehearsed
            return result

        return self.with_answers(run)

    @property
    def on_screen(self) -> bool:
        """Whether somebody reads the answer on a terminal, rather than a program in a pipe."""
        return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))

    def screenful(self, *, all_: bool) -> int | None:
        """How many rows of a list to show: a screenful, or all (None) in a pipe and as JSON."""
        return SCREENFUL if self.on_screen and not (all_ or self.json) else None

    def words(self, words: list[str] | None) -> str | None:
        """The words of a TEXT joined, or standard input if it is `-`; None if there are none.

        Raises:
            BadInput: standard input is no text.
        """
        if not words:
            return None
        return self._standard_input() if words == ["-"] else " ".join(words)

    def _standard_input(self) -> str:
        """Standard input, read once, without the byte order mark that other programs begin with."""
        if self._piped is None:
            try:
                self._piped = sys.stdin.read().removeprefix(BYTE_ORDER_MARK)
            except UnicodeDecodeError as error:
                raise BadInput(
                    f"Standard input is not {error.encoding} text.", "Convert it, then try again."
                ) from None
        return self._piped

    def text(self, value: str | None) -> str | None:
        """A text given to an option, or standard input if it is `-`.

        Raises:
            BadInput: standard input is no text.
        """
        return None if value is None else self.words([value])

    def show(self, page: Page, record: dict[str, Any]) -> None:
        """Prints a view: as JSON with `--json`, else on the screen or into the pipe."""
        if self.json:
            self.print_json(record)
        elif self.on_screen:
            # A seam: importing rich takes longer than all of a plain `due`.
            from boardroom.render.terminal import print_page  # noqa: PLC0415

            print_page(page)
        else:
            from boardroom.render.plain import print_plain  # noqa: PLC0415  a seam: only for a pipe

            print_plain(page)

    def say(self, outcome: Outcome) -> None:
        """Prints a one-line confirmation with the undo hint, or the current record as JSON."""
        if self.json:
            self.print_json(outcome.answer.record)
        elif not outcome.changed:
            print(safe(outcome.answer.unchanged))
        else:
            said = f"{outcome.done.summary}{outcome.answer.echo}"
            print(safe(f"{said} · boardroom undo takes it back"))

    def print_json(self, record: dict[str, Any]) -> None:
        """Prints one JSON object."""
        from boardroom.render.json_text import print_json  # noqa: PLC0415  only for JSON

        print_json(record)
