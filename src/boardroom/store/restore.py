"""Verifies copies of the board, and puts one in its place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date

from boardroom.errors import Locked, NotABoard
from boardroom.rules.copies import COUNTED, Content
from boardroom.store import committed
from boardroom.store.backup import back_up
from boardroom.store.copies import free_name
from boardroom.store.failed_commit import raise_if_stored
from boardroom.store.file import (
    VERSION,
    connect,
    connect_and_roll_back,
    newer_version,
    wait_seconds,
)
from boardroom.store.file_errors import explained, locked_error
from boardroom.store.header import check_header
from boardroom.store.oplog import Operation
from boardroom.store.own_schema import check_schema
from boardroom.store.private_files import (
    COMPANIONS,
    flush_file,
    make_private_folder,
    move_to_new,
    private_draft,
    sync_folder,
    sync_folder_of,
)


def content(path: str) -> Content:
    """Verifies a board file as a whole, and counts what it holds.

    Raises:
        NotABoard: it is damaged, is not a board, or refers to what it does not hold.
        NewerVersion: a newer boardroom made it.
        Locked, CannotWrite: it can't be read.
    """
    with explained(path):
        check_header(path)
        connection, version = connect_and_roll_back(path, "ro", wait_seconds())
        with closing(connection):
            if version > VERSION:
                raise newer_version(path, version)
            check_schema(connection, path)
            state = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            loose_key = connection.execute("PRAGMA foreign_key_check").fetchone()
            if state != "ok" or loose_key is not None:
                problem = state if loose_key is None else f"{loose_key[0]} refers to nothing"
                raise NotABoard(f"{path} is damaged: {problem}.", "Choose another copy.")
            return _content(connection, version)


def restore(path: str, copy: str, *, today: date) -> str:
    """Puts a verified copy in the place of the board at `path`, keeping what was there.

    Returns where the old board is kept; empty if there was none. The board is the old one or the
    new one whenever the program or the computer stops.

    Raises:
        NotABoard: the copy is damaged.
        Locked: another program is using the board.
        CannotWrite: the disk is full, or the folder can't be written.
    """
    content(copy)
    with explained(path):
        if not os.path.lexists(path):
            _put(path, copy, today=today)
            return ""
        try:
            with explained(path):
                check_header(path)
                return _overwrite(path, copy, today=today)
        except NotABoard:
            return _replace_damaged(os.path.realpath(path), copy, today=today)


def _content(connection: sqlite3.Connection, version: int) -> Content:
    tables = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in COUNTED
        if table in tables
    }
    uid = ""
    if "board_identity" in tables:
        uid = (connection.execute("SELECT uid FROM board_identity").fetchone() or ("",))[0]
    newest = connection.execute(
        "SELECT id, at, kind, command, summary, undone FROM operation ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if newest is None:
        return Content(uid, version, counts)
    operation = Operation(*newest)
    return Content(uid, version, counts, operation.at, operation.words)


def _overwrite(path: str, copy: str, *, today: date) -> str:
    """Copies every page in one transaction, so that other programs keep the file they have open.

    Returns where the old board is kept. Nobody else writes between that copy and the transaction.
    """
    with closing(connect(path, "rw", wait_seconds())) as board:
        board.execute("PRAGMA synchronous = EXTRA")
        board.execute("PRAGMA secure_delete = ON")
        if board.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            return _overwrite_write_ahead(board, path, copy, today=today)
        board.execute("PRAGMA locking_mode = EXCLUSIVE")  # keeps the lock of the next line
        board.execute("BEGIN EXCLUSIVE")
        board.execute("COMMIT")
        kept = back_up(path, "before-restore", today=today, source=board)
        with closing(connect(copy, "ro", wait_seconds())) as source:
            _copy_pages(source, board, path)
        return kept


def _overwrite_write_ahead(board: sqlite3.Connection, path: str, copy: str, *, today: date) -> str:
    """Does so in write-ahead mode, where a reader has a lock for as long as it has the file open.

    It goes on with its own state, and sees the restored board in its next transaction.
    """
    page_size = board.execute("PRAGMA page_size").fetchone()[0]  # which can't change in this mode
    kept = ""

    def keep() -> None:
        nonlocal kept
        if not kept:
            kept = back_up(path, "before-restore", today=today, source=reader)
            reader.close()  # so that after an error nobody has an older state of the file open

    with (
        _draft(os.path.realpath(path), copy, page_size) as draft,
        closing(connect(draft, "ro", wait_seconds())) as source,
        closing(connect(path, "ro", wait_seconds())) as reader,
    ):
        _copy_pages(source, board, path, locked=keep)
    return kept


def _copy_pages(
    source: sqlite3.Connection,
    board: sqlite3.Connection,
    path: str,
    *,
    locked: Callable[[], None] = lambda: None,
) -> None:
    """Copies every page; calls `locked` when it has the write lock and nothing is stored."""

    def progress(status: int, *_: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # it would try for ever
            raise locked_error(path)
        locked()

    restored = _of(source)
    try:
        source.backup(board, pages=1, progress=progress)
    except KeyboardInterrupt:  # perhaps when all is stored
        board.close()
        with closing(connect(path, "rw", wait_seconds())) as again:
            committed.count += _of(again) == restored
        raise
    except sqlite3.Error as error:
        board.close()
        raise_if_stored(
            error,
            path,
            lambda board: _of(board) == restored,
            lambda: connect(path, "rw", wait_seconds()),
        )
        raise
    committed.count += 1


def _of(connection: sqlite3.Connection) -> Content:
    return _content(connection, connection.execute("PRAGMA user_version").fetchone()[0])


def _put(path: str, copy: str, *, today: date) -> None:
    """Moves a private copy to `path`, where there is no file.

    Raises:
        Locked: another program made a board there meanwhile.
    """
    with _draft(path, copy) as draft:
        _move_companions(path, free_name(path, today, "damaged"))
        try:
            move_to_new(draft, path)
        except FileExistsError:
            raise Locked(
                f"{path} was made by another program just now, so nothing was restored.",
                "Look at it, then run the command again.",
            ) from None
    sync_folder_of(path)


def _replace_damaged(path: str, copy: str, *, today: date) -> str:
    """Moves a damaged board aside, with the journal that SQLite left of it."""
    with _draft(path, copy) as draft:
        kept = free_name(path, today, "damaged")
        _move_companions(path, kept)
        make_private_folder(os.path.dirname(kept))
        try:
            os.link(path, kept)
        except OSError:  # a file system without links
            shutil.copy2(path, kept)
        os.chmod(kept, 0o600)
        os.replace(draft, path)
    sync_folder_of(path)
    return kept


def _move_companions(path: str, kept: str) -> None:
    """Moves what SQLite left beside a board that is damaged, or gone, into the folder of copies.

    SQLite would roll such a journal into whatever file is at `path`. It is gone from there before
    the copy appears, even if the power is cut in between.
    """
    companions = [name for name in COMPANIONS if os.path.lexists(path + name)]
    if not companions:
        return
    make_private_folder(os.path.dirname(kept))
    for name in companions:
        os.replace(path + name, kept + name)
    sync_folder(os.path.dirname(kept))
    sync_folder(os.path.dirname(path))


@contextmanager
def _draft(path: str, copy: str, page_size: int | None = None) -> Iterator[str]:
    """Makes a private copy of a board file beside `path`, flushed to the disk.

    Its pages are as large as those of `copy`, unless a `page_size` in bytes is given.
    """
    with private_draft(os.path.dirname(path), ".board-") as draft:
        with closing(connect(copy, "rw", wait_seconds())) as source:
            if page_size:
                source.execute(f"PRAGMA page_size = {page_size}")
            source.execute("VACUUM INTO ?", (draft,))  # with what is in a WAL beside it
        flush_file(draft)
        yield draft
