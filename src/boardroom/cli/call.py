"""One run of the program: the options of every command, the day, and access to the board."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date

from boardroom import clock
from boardroom.cli.asker import Asker
from boardroom.cli.messages import warn
from boardroom.cli.printer import Printer, Reply, Result
from boardroom.cli.text_input import TextInput
from boardroom.errors import BadInput, MadeMeanwhile, NotFound
from boardroom.store import committed
from boardroom.store.file import is_there, reading
from boardroom.store.place import board_path, name_of_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    import typer

    from boardroom.render.page import Page
    from boardroom.store.work import Work

    T = TypeVar("T")


class _Rehearsed(Exception):
    """Rolls back a rehearsed change."""


class Call(Asker, Printer, TextInput):
    """How a command was called, and its access to the board, the user and the output.

    `stored` says what the last change did. It is printed elsewhere if the answer can't be.
    Days count from `written_on` where the words are those of a form written on another day.
    """

    def __init__(self) -> None:
        super().__init__()
        self.debug = False
        self.command = ""
        self.stored = ""
        self.written_on: date | None = None
        self._today: date | None = None

    @staticmethod
    def of(context: typer.Context) -> Call:
        """The call that a command's context belongs to."""
        call = context.find_root().obj
        assert isinstance(call, Call)
        call.command = context.command_path.partition(" ")[2]
        return call

    def for_demo(self, path: str) -> Call:
        """A call with the same options, on the demonstration board at `path`.

        Raises:
            BadInput: this call has `--db`.
        """
        inner = Call()
        inner.json, inner.no_input, inner.debug = self.json, self.no_input, self.debug
        inner.is_demo = True
        inner.check_db(None if self.is_demo else self.db)
        inner.db = path
        return inner

    def check_db(self, db: str | None) -> None:
        """Refuses `--db` in a demo, which runs on a temporary board of its own.

        Raises:
            BadInput: this is a demo, and `db` is given.
        """
        if self.is_demo and db is not None:
            raise BadInput(
                "A demo runs on a temporary board, so --db can't be used.", "Leave it out."
            )

    @property
    def today(self) -> date:
        """The current day, read from the clock once."""
        if self._today is None:
            self._today = clock.today()
        return self._today

    @property
    def path(self) -> str:
        """The path of the board's file."""
        return board_path(self.db)

    def check_board(self) -> None:
        """Checks that there is a board at a path that the user named.

        Without one at the default path, the user is new, and sees an empty board.

        Raises:
            NotFound: there is none.
        """
        name = name_of_path(self.db)
        if name is None or is_there(self.path):
            return
        folder = os.path.dirname(self.path)
        raise NotFound(
            f"No board at {self.path} yet.",
            f'Check {name}, or begin one there: boardroom advisor add "NAME"'
            if os.path.isdir(folder)
            else f"Check {name}: there is no folder {folder}.",
        )

    def require_board(self) -> None:
        """Checks that there is a board, also at the default path.

        Raises:
            NotFound: there is none.
        """
        self.check_board()
        if not is_there(self.path):
            raise NotFound(
                f"No board at {self.path} yet.", 'Begin one: boardroom advisor add "NAME"'
            )

    def reading(self, *, wait: float | None = None) -> AbstractContextManager[sqlite3.Connection]:
        """Opens the board to read, and waits up to `wait` seconds if another process is writing.

        Raises:
            NotFound: see `check_board`.
        """
        self.check_board()
        return reading(self.path, wait=wait)

    def read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """Runs a query on the board.

        Questions are asked with the board closed; then the query runs again with the answer.
        """

        def run() -> T:
            with self.reading() as board:
                return query(board)

        return self.with_answers(run)

    def show_list(self, query: Callable[[sqlite3.Connection], tuple[Page, dict[str, Any]]]) -> None:
        """Shows the result of a query; prints a long list while it is read (see `listing`)."""
        with self.listing(query) as (page, record):
            self.show(page, record)

    @contextmanager
    def listing(self, query: Callable[[sqlite3.Connection], T]) -> Iterator[T]:
        """Runs a query as `read` does, and keeps the board open to read the rest of a long list.

        The board is not locked meanwhile; see `boardroom.queries.long_list`.
        """

        def run() -> tuple[Generator[T], T]:
            reader = self._reader(query)
            return reader, next(reader)

        reader, result = self.with_answers(run)
        try:
            yield result
        except sqlite3.Error as error:
            reader.throw(error)  # becomes a BoardroomError, as in any read
        finally:
            reader.close()

    def _reader(self, query: Callable[[sqlite3.Connection], T]) -> Generator[T]:
        """Yields the result of a query, and keeps the board open until it is closed.

        Errors in showing the result, such as a broken pipe, are not raised in here, where they
        would be taken for errors of the board.
        """
        with self.reading() as board:
            result = query(board)
            board.execute("COMMIT")
            yield result

    def change(self, action: Callable[[Work], Reply]) -> None:
        """Changes the board as `transact` does, and prints the result."""
        self.print_result(self.transact(action))

    def transact(self, action: Callable[[Work], Reply]) -> Result:
        """Makes one change to the board, listed under the command's name in the history.

        `action` finds the records, changes them and reads the reply, all in one transaction. A
        question in it is asked after the transaction was rolled back. Then `action` runs again with
        the answer, and asks again if the text shown has changed.
        """
        stored_before = committed.count
        self.stored = ""  # what an earlier change of this command stored says nothing of this one
        sentence = ""

        def run() -> tuple[Result, str | None]:
            from boardroom.store.work import change  # noqa: PLC0415  reads need none of it

            nonlocal sentence
            is_new = name_of_path(self.db) is not None and not is_there(self.path)
            with change(self.path, self.command, today=self.today) as work:
                reply = action(work)
                calendar = work.setting("calendar")
                sentence = f"{work.done.summary}{reply.echo}"
            if is_new:
                warn(f"Made a new board at {self.path}.")
            return Result(work.done, work.changed, reply), calendar

        try:
            try:
                result, calendar = self.with_answers(run)
            except MadeMeanwhile:  # so it is there now
                result, calendar = self.with_answers(run)
            if result.changed:
                self.stored = result.sentence
                if calendar is not None:
                    self.keep_calendar()
        except KeyboardInterrupt:  # perhaps after the commit
            if committed.count > stored_before and is_there(self.path):
                self.stored = sentence
            raise
        return result

    def keep_calendar(self) -> None:
        """Brings the calendar of the setting up to date, after a change; see `kept_calendar`."""
        from boardroom.cli.kept_calendar import keep_calendar  # noqa: PLC0415  only if one is set

        keep_calendar(self)

    def rehearse(self, action: Callable[[Work], T]) -> T:
        """Returns what an action returns, and rolls back its changes.

        This raises errors before an editor opens.
        """

        def run() -> T:
            from boardroom.store.work import change  # noqa: PLC0415  as in `transact`

            with suppress(_Rehearsed), change(self.path, self.command, today=self.today) as work:
                result = action(work)
                raise _Rehearsed
            return result

        return self.with_answers(run)
