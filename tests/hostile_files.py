"""Files that no import may take: each is refused with a sentence, and changes nothing."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from typing import Any

MIB = 1024 * 1024

_ADVISOR = {"id": 1, "uid": "00000000-0000-4000-8000-000000000001", "handle": "bo", "name": "Bo"}
_STEP = {"id": 1, "advisor_id": 1, "changed_on": "2026-01-10", "status": "active"}
_GOAL = {"id": 1, "title": "Run a P&L", "horizon": "near", "added_on": "2026-01-10"}
_MEETING = {
    "id": 1,
    "advisor_id": 1,
    "status": "held",
    "met_on": "2026-01-10",
    "way": "call",
    "minutes": 60,
}
_ITEM = {"id": 1, "advisor_id": 1, "kind": "topic", "text": "Budget", "added_on": "2026-01-10"}
_PROMISE = {"id": 1, "advisor_id": 1, "by_whom": "me", "text": "It", "made_on": "2026-01-10"}
_AGREEMENT = {"id": 1, "advisor_id": 1, "agreed_on": "2026-01-10"}
_REVIEW = {"id": 1, "started_on": "2026-01-10"}
_ANSWER = {"id": 1, "review_id": 1, "handle": "bo", "name": "Bo"}
_RECORDS: dict[str, dict[str, Any]] = {
    "advisors": _ADVISOR,
    "transitions": _STEP,
    "goals": _GOAL,
    "meetings": _MEETING,
    "agenda_items": _ITEM,
    "promises": _PROMISE,
    "agreements": _AGREEMENT,
    "reviews": _REVIEW,
    "review_answers": _ANSWER,
}


def board_file(**lists: object) -> bytes:
    """The JSON of a sound board with a record of several kinds; `lists` replace its own."""
    board = {"schema": "boardroom.export/1", "version": 4, "private": "included"}
    return json.dumps(board | {key: [record] for key, record in _RECORDS.items()} | lists).encode()


def _with(key: str, **fields: object) -> bytes:
    """The sound board with other fields in the first record of a kind."""
    return board_file(**{key: [_RECORDS[key] | fields]})


def _twice(key: str, **fields: object) -> bytes:
    return board_file(**{key: [_RECORDS[key], _RECORDS[key] | {"id": 2} | fields]})


def csv_zip(files: dict[str, str | bytes], **options: Any) -> bytes:  # noqa: ANN401  zipfile's
    """A zip of files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(
        packed, "w", **{"compression": zipfile.ZIP_DEFLATED, **options}
    ) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _goals(*lines: str) -> bytes:
    return csv_zip({"goals.csv": "\r\n".join(lines)})


_HEADER = "id,title,horizon,added_on"
_ROW = "1,Run a P&L,near,2026-01-10"


def _patched(packed: bytes, offset_in_entry: int, value: bytes) -> bytes:
    """A zip with other bytes in the header of its first file, and in the directory."""
    local, central = packed.index(b"PK\x03\x04"), packed.index(b"PK\x01\x02")
    changed = bytearray(packed)
    for at in (local + offset_in_entry, central + offset_in_entry + 2):
        changed[at : at + len(value)] = value
    return bytes(changed)


def _two_of_one_name() -> bytes:
    packed = csv_zip({"goals.csv": f"{_HEADER}\n{_ROW}", "Goals.csv": f"{_HEADER}\n{_ROW}"})
    return packed.replace(b"Goals.csv", b"goals.csv")


def _nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


_DAYS = [
    "2026-13-45",
    "2026-02-29",
    "0000-00-00",
    "10000-01-01",
    "20260110",
    "2026-01-10T10:00",
    "٢٠٢٦-٠١-١٠",
    "now",
]
_ODD_VALUES: tuple[object, ...] = (
    [],
    {},
    1.5,
    True,
    -1,
    2**63,
    10**400,
    "",
    " ",
    "a\0b",
    "\ud800",
    "x" * 1_000_001,
    [[]],
    {"a": {"b": None}},
)

SMALL: dict[str, bytes] = {
    "empty": b"",
    "blanks": b" \n\t ",
    "prose": b"a shopping list",
    "NULs": bytes(5_000),
    "lists in lists": b"[" * 100_000,
    "objects in objects": b'{"a":' * 100_000,
    "a list": b"[]",
    "a text": b'"board"',
    "null": b"null",
    "a number": b"1",
    "NaN": b'{"schema": NaN}',
    "infinity": b'{"schema": -Infinity}',
    "a field twice": b'{"schema": 1, "schema": 2}',
    "5,000 digits": b'{"schema": %s}' % (b"9" * 5000),
    "no UTF-8": b'{"schema": "\xe9"}',
    "half of UTF-16": b"\xff\xfe{",
    "UTF-32": '{"schema": 1}'.encode("utf-32"),
    "cut off": board_file()[:-100],
    "two documents": board_file() * 2,
    "text after the end": board_file() + b"x",
    "another schema": board_file(schema="song/1"),
    "a schema that is a list": board_file(schema=[]),
    "a newer version": board_file(version=99),
    "a version that is a text": board_file(version="4"),
    "a version that is a flag": board_file(version=True),
    "a kind that is unknown": board_file(songs=[]),
    "a kind with a long name": board_file(**{"x" * 100_000: []}),
    "records in an object": board_file(promises={}),
    "records that are numbers": board_file(promises=[1, None, [], "x"]),
    "nested deep": _with("review_answers", facts={"x": _nested(200)}),
    "nested very deep": _with("review_answers", facts={"x": _nested(900)}),
    "a number without end": _with("review_answers", facts={"x": 7}).replace(b": 7}", b": 1e999}"),
    "nobody's status": board_file(transitions=[]),
    "a step out of order": _twice("transitions", changed_on="2026-02-10", status="declined"),
    "a meeting in the future": _with("meetings", met_on="2027-01-01"),
    "covered where nothing was held": board_file(
        agenda_items=[_ITEM | {"status": "covered", "closed_on": "2026-01-10", "meeting_id": 1}],
        meetings=[_MEETING | {"status": "planned"}],
    ),
    "two open reviews": _twice("reviews"),
    "an end before the start": _with("reviews", completed_on="2025-01-10"),
    "a reference to nothing": _with("promises", meeting_id=7),
    "a reference to another kind": _with("promises", exchange_id=1),
    "a reference that is a text": _with("promises", advisor_id="1"),
    "a reference that is a list": _with("promises", advisor_id=[1]),
    "a reference that is a flag": _with("promises", advisor_id=True),
    "an id twice": _twice("goals", id=1),
    "a uid twice": board_file(
        goals=[_GOAL | {"id": number, "uid": _ADVISOR["uid"]} for number in (1, 2)]
    ),
    "a short uid": _with("goals", uid="1"),
    "a uid that is a number": _with("goals", uid=1),
    "a helper twice": board_file(
        goal_helpers=[{"id": number, "goal_id": 1, "advisor_id": 1} for number in (1, 2)]
    ),
    "a setting twice": board_file(
        settings=[{"id": number, "key": "soon", "value": "9d"} for number in (1, 2)]
    ),
    "a setting that is unknown": board_file(settings=[{"id": 1, "key": "x", "value": "1"}]),
    "a setting that is no window": board_file(
        settings=[{"id": 1, "key": "window", "value": "now and then"}]
    ),
    "an agreement twice": _twice("agreements"),
    "an answer twice": _twice("review_answers"),
    "no name": board_file(advisors=[{key: _ADVISOR[key] for key in ("id", "handle")}]),
    "a long name": _with("advisors", name="x" * 10_001),
    "a handle like an id": _with("advisors", handle="m12"),
    "a handle that is a word": _with("advisors", handle="all"),
    "a handle of two words": _with("advisors", handle="bo li"),
    "a field that is unknown": _with("advisors", shoe_size=44),
    "nicknames as text": _with("advisors", nicknames="[]"),
    "nicknames that are numbers": _with("advisors", nicknames=[1]),
    "nicknames with half a pair": _with("advisors", nicknames=["\ud800"]),
    "a key with half a pair": _with("advisors", perspectives={"\ud800": "x"}),
    "perspectives as a list": _with("advisors", perspectives=[]),
    "facts as text": _with("review_answers", facts="{}"),
    "a quarter of a minute": _with("meetings", minutes=60.25),
    "a time without zeros": _with("meetings", start_time="9:30"),
    "a time in other digits": _with("meetings", start_time="09:٣٠"),
    **{f"an id of {value!r:.20}": _with("goals", id=value) for value in (0, "1", 1.0, True, None)},
    "an id past JSON": _with("goals", id=2**53),
    "an id past SQLite": _with("goals", id=2**63),
    **{f"a day of {day}": _with("promises", made_on=day) for day in _DAYS},
    "a day that is a number": _with("promises", made_on=20260110),
    "a zip that is cut off": _goals(_HEADER, _ROW)[:-30],
    "a zip and nothing in it": csv_zip({}),
    "a zip of a text": csv_zip({"readme.txt": "Hello"}),
    "a zip of a zip of a zip": csv_zip({"b.zip": csv_zip({"goals.zip": _goals(_HEADER, _ROW)})}),
    "a bomb in a zip": csv_zip({"a.zip": csv_zip({"goals.csv": bytes(40 * MIB)})}),
    "a zip of a damaged zip": csv_zip({"a.zip": b"PK\x03\x04" + b"x" * 100}),
    "no zip": b"PK\x03\x04" + b"x" * 100,
    "a bomb": csv_zip({"goals.csv": bytes(40 * MIB)}),
    "a bomb that hides its size": _patched(
        csv_zip({"goals.csv": bytes(40 * MIB)}), 22, struct.pack("<L", 1000)
    ),
    "an encrypted zip": _patched(_goals(_HEADER, _ROW), 6, b"\x01"),
    "a zip packed by LZMA": csv_zip({"goals.csv": _HEADER}, compression=zipfile.ZIP_LZMA),
    "a zip of another method": _patched(_goals(_HEADER, _ROW), 8, b"\x62"),
    "a file outside of its folder": csv_zip({"../../goals.csv": f"{_HEADER}\n{_ROW}"}),
    "two files of one name": _two_of_one_name(),
    "1,001 files": csv_zip({f"{number}.csv": "" for number in range(1_001)}),
    "a kind of CSV that is unknown": csv_zip(
        {"songs.csv": "id\n1", "goals.csv": f"{_HEADER}\n{_ROW}"}
    ),
    "CSV with an open quote": _goals(_HEADER, '1,"Run a P&L,near,2026-01-10'),
    "CSV with text after a quote": _goals(_HEADER, '1,"Run"x,near,2026-01-10'),
    "CSV with a column that is unknown": _goals(f"{_HEADER},song", f"{_ROW},x"),
    "CSV with a column twice": _goals(f"{_HEADER},id", f"{_ROW},1"),
    "CSV with a cell too many": _goals(_HEADER, f"{_ROW},x"),
    "CSV without ids": _goals("title,horizon,added_on", "Run,near,2026-01-10"),
    "CSV with a day as Excel has it": _goals(_HEADER, "1,Run,near,10.01.2026"),
    "CSV with a formula for an id": _goals(_HEADER, "=1+1,Run,near,2026-01-10"),
    "CSV with a NUL": _goals(_HEADER, "1,Ru\0n,near,2026-01-10"),
    "CSV in another encoding": csv_zip({"goals.csv": f"{_HEADER}\n1,\xe9,near,x".encode("cp1252")}),
    "CSV of another version": csv_zip(
        {"board.csv": "schema,version\nboardroom.export/1,99", "goals.csv": _HEADER}
    ),
    "CSV with lists in lists": csv_zip(
        {"reviews.csv": f"id,started_on,board_facts\n1,2026-01-10,{'[' * 100_000}"}
    ),
}
"""Each by what is wrong with it."""


def odd_values() -> dict[str, bytes]:
    """The sound board with every odd value in every field, one at a time."""
    return {
        f"{key}.{field} {number}": _with(key, **{field: value})
        for key, record in _RECORDS.items()
        for field in (*record, "uid", "note", "notes", "private", "facts", "nicknames")
        for number, value in enumerate(_ODD_VALUES)
    }
