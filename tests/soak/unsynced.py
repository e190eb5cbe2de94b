"""A disk that forgets: what a power cut may leave of a sequence of system calls.

Data is safe after an fsync of its file, a name after an fsync of its folder; any part of the rest
may be on the disk or not.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.soak.syscalls import SystemCall

_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OFFSET = re.compile(r"\[(\d+)\]")
_WITHOUT_DATA = ("mkdir", "rmdir", "chmod", "fchmod")  # folders are taken to be there
_DESCRIPTOR = re.compile(r"(?:\d+|AT_FDCWD)<([^>]*)>")


class Write(NamedTuple):
    """One thing done to the disk: data of a file, or a name in a folder.

    `synced` is the number of the call after which it is safe; `file` numbers the files.
    """

    call: int
    file: int
    data: bytes = b""
    at: int = 0
    length: int | None = None
    name: str = ""
    gone: str = ""


class Disk:
    """The files below a folder, and what system calls did to them."""

    def __init__(self, folder: Path, calls: Sequence[SystemCall]) -> None:
        self.folder = str(folder)
        self.before = {
            str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }
        self.calls = calls
        self._names = {name: number for number, name in enumerate(self.before)}
        self._files = len(self._names)
        self._ends: dict[int, int] = {}
        self.writes: list[Write] = []
        self._synced: dict[int, int] = {}
        self.reported = len(calls)
        for number, call in enumerate(calls):
            if call.result >= 0 and call.name not in _WITHOUT_DATA:
                self._take(number, call)

    def after(self, prefix: int, is_kept: Callable[[Write], bool]) -> dict[str, bytes]:
        """The files by name after a cut before call number `prefix`; unsynced writes may be lost."""
        contents = {
            number: bytearray(content) for number, content in enumerate(self.before.values())
        }
        names = {name: number for number, name in enumerate(self.before)}
        for index, write in enumerate(self.writes):
            if write.call >= prefix:
                break
            if self._synced.get(index, prefix) >= prefix and not is_kept(write):
                continue
            content = contents.setdefault(write.file, bytearray())
            if write.gone and names.get(write.gone) == write.file:
                del names[write.gone]
            if write.name:
                names[write.name] = write.file
            if write.length is not None:
                del content[write.length :]
                content += b"\0" * (write.length - len(content))
            elif write.data:
                content += b"\0" * (write.at - len(content))
                content[write.at : write.at + len(write.data)] = write.data
        return {name: bytes(contents.get(number, b"")) for name, number in names.items()}

    def _take(self, number: int, call: SystemCall) -> None:
        """Notes what a call did."""
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(call.arguments)]
        paths = [_path(path) for path in _DESCRIPTOR.findall(call.arguments)]
        last = call.arguments.rpartition(", ")[2]
        names = [os.fsdecode(text) for text in texts]
        match call.name:
            case "openat":
                self._open(number, names[0], truncates="O_TRUNC" in call.arguments)
            case "write" if paths[0] not in self._names:  # standard output or error
                is_output = call.arguments.startswith("1<")
                self.reported = min(self.reported, number if is_output else self.reported)
            case "write":
                self._write(number, paths[0], texts[0][: call.result])
            case "pwrite64":
                self._write(number, paths[0], texts[0][: call.result], at=int(last))
            case "sendfile":  # from a file that was there before
                at = int(_OFFSET.findall(call.arguments)[0])
                data = self.before[paths[1]][at : at + call.result]
                self._write(number, paths[0], data)
            case "ftruncate":
                self.writes.append(Write(number, self._names[paths[0]], length=int(last)))
            case "fsync" | "fdatasync":
                self._sync(number, paths[0])
            case "rename" | "link":
                self._link(number, *names, moves=call.name == "rename")
            case "unlink":
                self.writes.append(Write(number, self._names.pop(names[0]), gone=names[0]))
            case other:
                raise NotImplementedError(other)

    def _write(self, number: int, name: str, data: bytes, at: int | None = None) -> None:
        file = self._names[name]
        at = self._ends.get(file, 0) if at is None else at
        self.writes.append(Write(number, file, data, at))
        self._ends[file] = at + len(data)

    def _link(self, number: int, old: str, new: str, *, moves: bool) -> None:
        file = self._names[old]
        self.writes.append(Write(number, file, name=new, gone=old if moves else ""))
        self._names[new] = file
        if moves:
            del self._names[old]

    def _open(self, number: int, name: str, *, truncates: bool) -> None:
        if not name.startswith(self.folder):
            return
        if name not in self._names:
            self._names[name] = self._files
            self.writes.append(Write(number, self._files, name=name))
            self._files += 1
        elif truncates:
            self.writes.append(Write(number, self._names[name], length=0))
        self._ends[self._names[name]] = 0

    def _sync(self, number: int, path: str) -> None:
        file = self._names.get(path)
        for index, write in enumerate(self.writes):
            is_name = bool(write.name or write.gone)
            folder = os.path.dirname(write.name or write.gone)
            if (is_name and folder == path) or (not is_name and write.file == file):
                self._synced.setdefault(index, number)


def ways_to_cut(seed: int) -> dict[str, Callable[[Write], bool]]:
    """What of the unsynced writes reaches the disk all the same, by a name for it."""
    chance = random.Random(seed)  # noqa: S311  no secret
    return {
        "nothing": lambda _: False,
        "data alone": lambda write: not (write.name or write.gone),
        "names alone": lambda write: bool(write.name or write.gone),
        "some": lambda _: chance.random() < 0.5,
        "most": lambda _: chance.random() < 0.8,
    }


def _path(text: str) -> str:
    """A path as strace prints that of a descriptor, in hexadecimal or not."""
    if text.startswith("\\x"):
        return os.fsdecode(bytes.fromhex(text.replace("\\x", "")))
    return text
