"""Examines the board's file and what lies beside it, without changing any record.

Unlike every other way to the file, it goes on where something is wrong. What another program put
into the schema is named and never run.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import date

from boardroom.errors import BoardroomError
from boardroom.rules.findings import Finding
from boardroom.store.copies import copies, is_copy, leftovers
from boardroom.store.file import connect_and_roll_back, wait_seconds
from boardroom.store.file_errors import explained, is_locked
from boardroom.store.header import check_header
from boardroom.store.place import backup_folder, draft_folder
from boardroom.store.private_files import is_private
from boardroom.store.rescue_files import (
    how_to_rescue,
    orphaned_rescue_files,
    remove_command,
    rescue_files,
)
from boardroom.store.restore import content
from boardroom.store.schema_differences import has_rows, schema_differences

_LEAST_FREE_BYTES = 100 * 1024 * 1024
_OLD_COPY_DAYS = 30
_SYNCED_FOLDERS = ("Dropbox", "OneDrive", "Google Drive", "Mobile Documents", "Nextcloud")
_MOUNTS = "/proc/self/mounts"
_NETWORK_FILE_SYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "davfs")
_SEE_COPIES = "boardroom backup list"
_STORING = (
    (r"log-(.+)-\d{4}-\d{2}-\d{2}", "log {}"),
    (r"agreement-(.+)", "agreement set {}"),
    (r"(m\d+)", "meeting edit {}"),
)
"""The names of drafts, and the commands that store them."""
_REMOVE = "Remove it with the program that made it."


def examine_content(path: str) -> Iterator[Finding]:
    """Yields what is wrong with the file itself: its structure, references and schema."""
    try:
        check_header(path)
        connection, _ = connect_and_roll_back(path, "ro", wait_seconds())
        with closing(connection):
            yield from _schema(connection, path)
            if schema_differences(connection).may_run:  # so would a check of the file
                return
            for (problem,) in connection.execute("PRAGMA integrity_check(20)"):
                if problem != "ok":
                    yield Finding("structure", "damage", path, f"{problem}.", _SEE_COPIES)
            for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
                message = f"Row {row_id} of {table} refers to a row of {parent} that is not there."
                yield Finding("reference", "damage", f"{table} {row_id}", message, _SEE_COPIES)
    except BoardroomError as error:
        yield Finding("structure", "damage", path, error.message, _SEE_COPIES)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if is_locked(error):
            with explained(path):
                raise
        yield Finding("structure", "damage", path, f"SQLite can't read it: {error}.", _SEE_COPIES)


def examine_surroundings(path: str, *, today: date) -> Iterator[Finding]:
    """Yields what is wrong around the file: its permissions, its folder, its copies and drafts."""
    yield from _modes(path)
    yield from _place(path)
    yield from _copies(path, today=today)
    for draft in leftovers(path):
        message = "A program that was killed left this file."
        yield Finding("leftover", "warning", draft, message, is_fixable=True)
    yield from _drafts(path)


def _schema(connection: sqlite3.Connection, path: str) -> Iterator[Finding]:
    """Yields how the schema differs from ours."""
    differences = schema_differences(connection)
    for odd in differences.foreign:
        message = f"It holds {odd.words} that boardroom did not make."
        is_fixable = differences.is_mendable and not has_rows(connection, odd, differences)
        next_step = _REMOVE if differences.is_mendable else _SEE_COPIES
        yield Finding("schema", "damage", path, message, next_step, is_fixable)
    for name in sorted(differences.altered):
        message = f"Another program has altered {name}."
        yield Finding("schema", "damage", path, message, _SEE_COPIES)
    for name in sorted(differences.missing):
        message = f"{name} is missing."
        yield Finding("schema", "damage", path, message, _SEE_COPIES, differences.is_mendable)


def _modes(path: str) -> Iterator[Finding]:
    for private in (path, backup_folder(path), draft_folder(path)):
        if os.path.exists(private) and not is_private(private):
            message = f"Others may read or write it (its mode is {_mode(private):04o})."
            yield Finding("mode", "warning", private, message, is_fixable=True)
    folder = os.path.dirname(os.path.realpath(path))
    if os.name != "nt" and _mode(folder) & 0o022:
        message = f"Others may put files into it (its mode is {_mode(folder):04o})."
        yield Finding("mode", "warning", folder, message, "Keep the board in a folder of your own.")


def _mode(path: str) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


def _place(path: str) -> Iterator[Finding]:
    folder = os.path.dirname(os.path.realpath(path))
    synced = next((part for part in folder.split(os.sep) if part.startswith(_SYNCED_FOLDERS)), None)
    if synced is not None:
        message = f"{synced} may copy the file in the middle of a change."
        yield Finding("place", "warning", folder, message, "Keep the board elsewhere.")
    if _file_system(folder) in _NETWORK_FILE_SYSTEMS:
        message = "On a network folder, locks may not hold: two changes at once can damage it."
        yield Finding("place", "warning", folder, message, "Keep the board on a local disk.")
    for suffix in ("-wal", "-journal"):
        beside = os.path.realpath(path) + suffix
        if os.path.exists(beside) and os.path.getsize(beside):
            message = "Another program is using the board, or was killed while it was."
            yield Finding("journal", "warning", beside, message, "Leave it where it is.")
    free = shutil.disk_usage(folder).free
    if free < _LEAST_FREE_BYTES:
        message = f"Only {free // 1024 // 1024} MB are free on this disk."
        yield Finding("disk", "warning", folder, message, "Make room.")


def _file_system(folder: str) -> str:
    """The type of file system of a folder; empty where the system does not tell."""
    try:
        with open(_MOUNTS, encoding="utf-8") as file:
            mounts = [line.split()[1:3] for line in file]
    except OSError:
        return ""
    above = [
        (point, kind)
        for point, kind in mounts
        if folder == point or folder.startswith(point.rstrip("/") + "/")
    ]
    return max(above, key=lambda mount: len(mount[0]), default=("", ""))[1]


def _copies(path: str, *, today: date) -> Iterator[Finding]:
    all_copies = copies(path)
    for copy in all_copies:
        if not is_copy(copy.path):
            yield Finding("copy", "warning", copy.path, "This is no copy of a board.")
            continue
        try:
            content(copy.path)
        except BoardroomError as error:
            yield Finding("copy", "warning", copy.path, error.message)
    past = [copy.day for copy in all_copies if copy.day <= today and is_copy(copy.path)]
    if not past:
        yield Finding("copy", "note", path, "There is no copy yet.", "boardroom backup")
    elif (today - max(past)).days > _OLD_COPY_DAYS:
        message = f"The newest copy is {(today - max(past)).days} days old."
        yield Finding("copy", "note", path, message, "boardroom backup")


def _store_or_remove(draft: str) -> str:
    """The commands that store a draft, if its name says which one does, and that remove it."""
    path = shlex.quote(draft)
    remove = f"{remove_command()} {path}"
    for name, command in _STORING:
        if found := re.fullmatch(rf"{name}(?:\.\d+)?\.md", os.path.basename(draft)):
            return f"boardroom {command.format(found[1])} - < {path} or {remove}"
    return f"Store it, or discard it: {remove}"


def _drafts(path: str) -> Iterator[Finding]:
    try:
        names = sorted(os.listdir(draft_folder(path)))
    except OSError:  # there are none
        return
    for name in names:
        if name.endswith((".md", ".json")):
            draft = os.path.join(draft_folder(path), name)
            message = "A text that was never stored waits here."
            next_step = _store_or_remove(draft)
            if name.startswith("init-") and name.endswith(".json"):
                message = "Answers to init that were never stored wait here."
                next_step = "boardroom init"
            if rescues := rescue_files(draft):
                message = f"{message} An editor left more of it in {' and '.join(rescues)}."
                next_step = f"Bring that back first: {how_to_rescue(draft, rescues)}"
            yield Finding("draft", "note", draft, message, next_step)
    for rescue, draft in orphaned_rescue_files(draft_folder(path)):
        message = "An editor left words here that were never saved."
        next_step = f"Bring them back: {how_to_rescue(draft, [rescue])}"
        yield Finding("draft", "note", rescue, message, next_step)
