"""Hostile files to import: all or nothing, in bounded time and memory, and never a traceback."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.soak.changes import BOARD, CHANGES, lay, rows
from tests.soak.conftest import Measured
from tests.soak.program import boardroom

MUTATIONS = 30
LIMIT_SECONDS, LIMIT_MIB = 10.0, 300.0  # of processor time, which is all that an import takes
CODES = (0, 2, 24)

_VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 2**63, 10**400, 1.5, "", "\0", " ", "x" * 2_000_000, [], {}, [[]]),
    *("\ud800", "\u202e", "2026-13-45", "9999-12-31", "0000-00-00", "m1", "../../etc/passwd"),
    *({"$ref": "#"}, ["x"] * 10_000, "'; DROP TABLE advisor; --", "private", "\x1b[2J"),
)


def _mutated(content: dict[str, Any], chance: random.Random) -> bytes:
    """The content with three of its values replaced, or its keys or records doubled or removed."""
    changed = json.loads(json.dumps(content))
    for _ in range(3):
        key = chance.choice([key for key, rows in changed.items() if isinstance(rows, list)])
        records = changed[key]
        match chance.randrange(4) if records else 3:
            case 0:
                record = chance.choice(records)
                record[chance.choice(list(record))] = chance.choice(_VALUES)
            case 1:
                records.append(chance.choice(records))
            case 2:
                record = chance.choice(records)
                del record[chance.choice(list(record))]
            case _:
                changed[key] = chance.choice((*_VALUES, [None], [[]], [{}]))
    return json.dumps(changed).encode()


def _raw(exported: bytes) -> Iterator[tuple[str, bytes]]:
    """Yields files that are no export at all, or hardly."""
    whole: dict[str, Any] = json.loads(exported)
    yield from {
        "empty": b"",
        "NUL": b"\0" * 1000,
        "blank": b" \n" * 1000,
        "null": b"null",
        "number": b"1",
        "list": b"[]",
        "object": b"{}",
        "cut": exported[: len(exported) // 2],
        "twice": exported + exported,
        "UTF-16": exported.decode().encode("utf-16"),
        "Latin-1": '{"a": "é"}'.encode("latin-1"),
        "a board file": b"SQLite format 3\0" + b"\0" * 5000,
        "deep lists": b"[" * 200_000 + b"]" * 200_000,
        "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        "a huge number": b"1" * 1_000_000,
        "infinity": b'{"version": 1e999}',
        "NaN": b'{"version": NaN}',
        "keys twice": exported.replace(b'"advisors"', b'"advisors": [], "advisors"', 1),
        "another schema": exported.replace(b"boardroom.export/1", b"boardroom.export/9"),
        "another version": json.dumps({**whole, "version": 99}).encode(),
        "no version": json.dumps({**whole, "version": None}).encode(),
        "a key too many": json.dumps({**whole, "songs": []}).encode(),
        "one huge record": json.dumps({**whole, "advisors": [{"name": "x" * 30_000_000}]}).encode(),
        "many people": _many(whole, "advisors", 20_000),
        "many settings": json.dumps(
            {**whole, "settings": [{"id": n, "key": f"k{n}", "value": "v"} for n in range(50_000)]}
        ).encode(),
        "too large": b" " * (33 * 2**20),
        "just small enough": exported + b" " * (31 * 2**20),
        "a cycle": json.dumps(
            {**whole, "promises": [{**row, "exchange_id": row["id"]} for row in whole["promises"]]}
        ).encode(),
        "one uid": json.dumps(
            {**whole, "advisors": [{**row, "uid": "x" * 36} for row in whole["advisors"]]}
        ).encode(),
        "one handle": json.dumps(
            {**whole, "advisors": [{**row, "handle": "ana"} for row in whole["advisors"]]}
        ).encode(),
    }.items()


def _many(whole: dict[str, Any], key: str, count: int) -> bytes:
    [row, *_] = whole[key]
    made = [
        {**row, "id": n, "uid": f"{n:036}", "handle": f"h{n}", "name": f"Name {n}"}
        for n in range(1, count + 1)
    ]
    return json.dumps({**whole, key: made}).encode()


def test_a_hostile_file_is_all_or_nothing(
    template: Path, tmp_path: Path, measured: Measured
) -> None:
    exported = boardroom("export", "--include-private", db=str(template / BOARD)).out
    files: dict[str, bytes] = dict(_raw(exported))
    make: Callable[[random.Random], bytes] = lambda chance: _mutated(json.loads(exported), chance)  # noqa: E731
    files |= {f"mutation {n}": make(random.Random(n)) for n in range(MUTATIONS)}  # noqa: S311  no secret
    folder, file = tmp_path / "home", tmp_path / "file.json"
    wrong, slowest, largest = [], 0.0, 0.0
    for name, content in files.items():
        lay(template, folder, CHANGES[0])
        before = rows(folder / BOARD)
        file.write_bytes(content)
        for options in ((), ("--on-conflict", "update")):
            ran = boardroom("import", str(file), *options, db=str(folder / BOARD), seconds=120)
            slowest, largest = max(slowest, ran.cpu_seconds), max(largest, ran.mib)
            if ran.code not in CODES or ran.crashed:
                wrong.append(f"{name}: exit {ran.code} {ran.err[-300:]!r}")
            if ran.code != 0 and rows(folder / BOARD) != before:
                wrong.append(f"{name}: half imported")
            if ran.cpu_seconds > LIMIT_SECONDS or ran.mib > LIMIT_MIB:
                wrong.append(f"{name}: {ran.cpu_seconds:.1f} s, {ran.mib:.0f} MiB")
            if len(ran.err) > 2000:
                wrong.append(f"{name}: an error of {len(ran.err)} bytes")
        examined = boardroom("doctor", db=str(folder / BOARD), seconds=60)
        if examined.code != 0:
            wrong.append(f"{name}: doctor {examined.code} {examined.out[:300]!r}")

    measured("hostile imports", len(files), "files", wrong=wrong, seconds=slowest, mib=largest)
    assert (len(files), wrong) == (60, [])
