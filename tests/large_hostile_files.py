"""Files as large as an import reads, made to take its time or its memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.hostile_files import MIB, board_file, csv_zip

LIMIT = 32 * MIB


def _filled(start: bytes, part: bytes, end: bytes) -> bytes:
    return start + part * ((LIMIT - len(start) - len(end)) // len(part)) + end


def _many_helpers() -> bytes:
    """References to nothing, as many as there may be."""
    record = b'{"id":%d,"goal_id":1,"advisor_id":%d},'
    records = b"".join(record % (number, number) for number in range(2, 240_000))
    return board_file()[:-1] + b', "goal_helpers": [' + records[:-1] + b"]}"


def _many_settings() -> bytes:
    """Records that only their model refuses, as many as there may be."""
    record = b'{"id":%d,"key":"k%d","value":"v"},'
    records = b"".join(record % (number, number) for number in range(2, 240_000))
    return board_file()[:-1] + b', "settings": [' + records[:-1] + b"]}"


def _one_bad_of_many() -> bytes:
    """Sound records, as many as there may be, and at the end one that is not."""
    record = b'{"id":%d,"text":"x"},'
    records = b"".join(record % number for number in range(1, 330_000))
    return board_file()[:-1] + b', "criteria": [' + records + b'{"id":330000}]}'


def _many_files() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(150_000):
            archive.writestr(f"{number}", b"")
    return packed.getvalue()


LARGE: dict[str, Callable[[], bytes]] = {
    "32 MB of lists": lambda: _filled(b"[", b"[],", b"1]"),
    "32 MB of objects": lambda: _filled(b'{"promises": [', b"{},", b"1]}"),
    "32 MB of numbers": lambda: _filled(b"[", b"1.5,", b"1]"),
    "32 MB of short texts": lambda: _filled(b"[", b'"ab",', b"1]"),
    "32 MB of escapes": lambda: _filled(b'["', b"\\n", b'"]'),
    "32 MB of one text": lambda: _filled(b'["', b"x", b'"]'),
    "32 MB of wide text": lambda: _filled(b'["', "😀".encode(), b'"]'),
    "32 MB of blanks": lambda: _filled(b"", b" ", b""),
    "32 MB of brackets": lambda: _filled(b"", b"[", b""),
    "32 MB of a number": lambda: _filled(b"[", b"9", b"]"),
    "half a million objects beside wide text": lambda: _filled(
        b'{"promises": [%s{}], "x": "%s' % (b'{"a":1},' * 499_990, "😀".encode()), b"x", b'"}'
    ),
    "a million texts beside wide text": lambda: _filled(
        b'{"promises": [%s1], "x": "%s' % (b'"ab",' * 999_990, "😀".encode()), b"x", b'"}'
    ),
    "32 MB and one byte": lambda: b" " * (LIMIT + 1),
    "240,000 references to nothing": _many_helpers,
    "240,000 records that no model knows": _many_settings,
    "330,000 records of which one is bad": _one_bad_of_many,
    "150,000 files": _many_files,
    "32 MB of separators": lambda: csv_zip({"goals.csv": _filled(b"id\n", b",", b"")}),
    "32 MB of empty rows": lambda: csv_zip({"goals.csv": _filled(b"id\n", b"\n", b"")}),
    "32 MB of quotes": lambda: csv_zip({"goals.csv": _filled(b'id\n"', b'""', b'"')}),
    "32 MB of nicknames": lambda: csv_zip({"advisors.csv": _filled(b'nicknames\n"', b";", b'"')}),
    "32 MB of facts": lambda: csv_zip({"reviews.csv": _filled(b'board_facts\n"[', b"[],", b'1]"')}),
}


class Measured(NamedTuple):
    """What came of an import in a process of its own."""

    code: int
    err: str
    cpu_seconds: float
    peak_mib: float


def measured(file: str, board: str, *command: str) -> Measured:
    """Imports a file in a process of its own, and measures its CPU time and memory."""
    child = subprocess.run(
        [sys.executable, "-c", _MEASURING, "--db", board, *(command or ("import",)), file],
        capture_output=True,
        check=False,
        timeout=60,
        env={
            # Not measured for coverage, which would take as long again.
            **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        },
    )
    *said, figures = child.stderr.decode(errors="replace").splitlines()
    seconds, peak = map(float, figures.split())
    return Measured(child.returncode, "\n".join(said), seconds, peak)


# Not ru_maxrss, which begins with the memory of the process that started this one.
_MEASURING = """
import os, re, sys, time
start = time.process_time()
from boardroom.cli.run import run
code = run(sys.argv[1:])
with open("/proc/self/status") as status:
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) / 1024
print(f"\\n{time.process_time() - start:.2f} {peak:.0f}", file=sys.stderr)
os._exit(code)
"""


def check_large(folder: Path, name: str) -> Measured:
    """Imports one of `LARGE`, which must be refused in 10 seconds and 300 MiB."""
    file, board = folder / "hostile", folder / "board.db"
    file.write_bytes(LARGE[name]())
    result = measured(str(file), str(board))
    assert (result.code, "Traceback" in result.err) == (24, False), f"{name}: {result}"
    assert (result.cpu_seconds < 10, result.peak_mib < 300) == (True, True), f"{name}: {result}"
    assert not board.exists()
    return result


_WIDE = "😀".encode()
LARGE_INCOMING: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a friend of 32 MB": ("x.md", lambda: _filled(b"### Friends:\n- ", b"a ", b"")),
    "32 MB of stars": ("x.md", lambda: _filled(b"### Notes:\n- 2026-01-01: ", b"*", b"")),
    "49,000 friends": (
        "x.md",
        lambda: b"### Friends:\n" + b"".join(b"- A%d\n" % n for n in range(49_000)),
    ),
    "a photo of 32 MB beside wide text": (
        "x.vcf",
        lambda: _filled(
            b"BEGIN:VCARD\nFN:A\nNOTE:" + _WIDE + b"\nPHOTO;B:", b"A" * 70 + b"\n ", b"\nEND:VCARD"
        ),
    ),
    "a wide note of 32 MB": (
        "x.vcf",
        lambda: _filled(b"BEGIN:VCARD\nFN:A\nNOTE:" + _WIDE, b"A" * 70 + b"\n ", b"\nEND:VCARD"),
    ),
    "half a million properties": (
        "x.vcf",
        lambda: b"BEGIN:VCARD\nFN:A\n" + b"X-A:1\n" * 490_000 + b"END:VCARD",
    ),
    "a cell of 32 MB": ("x.csv", lambda: _filled(b'Name,Notes\nAna,"', b'""', b'"\n')),
    "190,000 rows of one name": ("x.csv", lambda: b"Name,Email\n" + b"a,b\n" * 190_000),
    "32 MB of commas": ("x.csv", lambda: _filled(b"Name,Email\n", b",", b"")),
    "a list of 32 MB": ("x.md", lambda: _filled(b"---\nname: A\naliases: [", b"a,", b"]\n---\n")),
    "49,000 notes": (
        "x.md",
        lambda: b"".join(b"---\nname: A%d\n---\n" % n for n in range(49_000)),
    ),
}
"""Files of other programs, each with the name that its family has."""


def check_large_incoming(folder: Path, name: str) -> Measured:
    """Imports one of `LARGE_INCOMING`, which must end in 10 seconds and 300 MiB."""
    file_name, make = LARGE_INCOMING[name]
    file, board = folder / file_name, folder / "board.db"
    file.write_bytes(make())
    result = measured(str(file), str(board))
    assert (result.code in (0, 2, 24), "Traceback" in result.err) == (True, False), f"{result}"
    assert (result.cpu_seconds < 10, result.peak_mib < 300) == (True, True), f"{name}: {result}"
    return result
