"""The records in a file, whatever its format, and the checks that every such file has to pass.

They refuse what a file can hold and no board can, and name each place. What a model checks, or a
rule of the board, comes later.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from boardroom.errors import ImportRejected
from boardroom.record import Record
from boardroom.rules.board_file import KEYS, NATURAL_KEYS, SCHEMA
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LIMIT_BYTES = 32 * 1024 * 1024
"""The size of the largest file that is read, unpacked if it is a zip."""
LIMIT_VALUES = 1_000_000
"""The most values of a file. As 32 MB of short ones, a file would fill the memory."""

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""What a text in UTF-16 begins with, as Windows writes it."""

NOTHING_IMPORTED = "Nothing was imported."

_MOST_NAMED = 100
_LONGEST_PROBLEM = 300
_LARGEST_ID = 2**53 - 1
"""JSON has no larger whole numbers everywhere, and a table could not count on from 2**63 - 1."""
_LARGEST = 2**63 - 1
_LONGEST = 1_000_000
_DEEPEST = 20


class BoardContent(Record):
    """What a file holds: the raw rows of each table, and whether private records are among them.

    `lines` has the line of each row, if the file is CSV.
    """

    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    has_private: bool
    lines: Mapping[str, Sequence[int]] | None = None

    @property
    def records_count(self) -> int:
        """The number of records."""
        return sum(map(len, self.rows.values()))

    def place(self, table: str, number: int, field: str = "") -> str:
        """Where a row or one of its fields is: `promises[0].due_on`, or the file and the line."""
        if self.lines is None:
            return f"{KEYS[table]}[{number}]{'.' if field else ''}{field}"
        return f"{KEYS[table]}.csv line {self.lines[table][number]}{', ' if field else ''}{field}"


JSON_THAT_IS_READ = "Of JSON, import reads what boardroom export has made, and Monica 4's export."


def check_origin(schema: object, made_by: object, *, version: int) -> None:
    """Checks that a file says it is an export of a boardroom up to this `version`.

    Raises:
        ImportRejected: it does not.
    """
    if schema != SCHEMA:
        raise ImportRejected(
            f"This is no board: its schema is not {SCHEMA}.",
            JSON_THAT_IS_READ,
        )
    if made_by is None:
        raise ImportRejected(
            "The file does not say which version of boardroom made it.",
            'Export it again, or if you made it yourself, give it "version": '
            f"{version}. {NOTHING_IMPORTED}",
        )
    if isinstance(made_by, bool) or not isinstance(made_by, int):
        raise ImportRejected("version: it has to be a number.", NOTHING_IMPORTED)
    if made_by > version:
        raise ImportRejected(
            f"A newer boardroom made this file (its version is {made_by},"
            f" this program knows {version}).",
            "Upgrade boardroom-cli.",
        )


def check_content(content: BoardContent) -> BoardContent:
    """Returns the content, checked: ids are unique, references resolve, values can be stored.

    Raises:
        ImportRejected: they do not; every bad row is named.
    """
    reject_any(_problems(content))
    return content


def reject_any(problems: Iterable[str]) -> None:
    """Refuses a file for its problems, each with its place; reads at most the first hundred.

    Raises:
        ImportRejected: there is one. Several are its `candidates`.
    """
    named = tuple(
        brief(problem.rstrip("."), _LONGEST_PROBLEM)
        for problem in itertools.islice(problems, _MOST_NAMED)
    )
    if len(named) == 1:
        raise ImportRejected(f"{named[0]}.", NOTHING_IMPORTED)
    if named:
        at_least = "at least " if len(named) == _MOST_NAMED else ""
        raise ImportRejected(
            f"The file has {at_least}{len(named)} faults.", NOTHING_IMPORTED, named
        )


def _problems(content: BoardContent) -> Iterator[str]:
    ids = {
        table: {row["id"] for row in rows if isinstance(row.get("id"), int)}
        for table, rows in content.rows.items()
    }
    for table, rows in content.rows.items():
        for number, row in enumerate(rows):
            for field, problem in itertools.chain(_unstorable(row), _dangling(row, ids)):
                yield f"{content.place(table, number, field)}: {problem}"
        yield from _repeated(content, table)


def _unstorable(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of a row that SQLite would change or refuse, and why."""
    number = row.get("id")
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        yield "id", "it has to be a number from 1"
    elif number > _LARGEST_ID:
        yield "id", "the number is too large"
    uid = row.get("uid", "")
    if not isinstance(uid, str):
        yield "uid", "it has to be a text"
    for field, value in row.items():
        if isinstance(value, dict | list):
            for path, part in _leaves(field, value, 0):
                if problem := _problem_of(part):
                    yield path, problem
        elif problem := _problem_of(value):
            yield field, problem


def _leaves(path: str, value: object, depth: int) -> Iterator[tuple[str, object]]:
    """Every plain value inside a value, the keys of objects included, with its path."""
    if isinstance(value, dict | list) and depth == _DEEPEST:
        yield path, _TOO_DEEP
    elif isinstance(value, dict):
        for key, part in value.items():
            yield path, key
            yield from _leaves(f"{path}.{key}", part, depth + 1)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _leaves(f"{path}[{number}]", part, depth + 1)
    else:
        yield path, value


_TOO_DEEP = object()


def _problem_of(value: object) -> str:
    if isinstance(value, str):
        return _problem_of_text(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "the number is too large"
    if isinstance(value, int) and abs(value) > _LARGEST:
        return "the number is too large"
    return "it is nested too deep" if value is _TOO_DEEP else ""


def _problem_of_text(text: str) -> str:
    if "\0" in text:
        return "a NUL character can't be stored"
    if len(text) > _LONGEST:
        return f"the text is longer than {_LONGEST:,} characters"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "half of a surrogate pair can't be stored"
    return ""


def _dangling(row: Mapping[str, Any], ids: Mapping[str, set[int]]) -> Iterator[tuple[str, str]]:
    """The references of a row to records that the file does not hold."""
    for column, value in row.items():
        table = column.removesuffix("_id")
        if table == column or table not in KEYS or value is None:
            continue
        if not isinstance(value, int) or value not in ids.get(table, ()):
            yield (
                column,
                f"there is no {value if isinstance(value, int) else 'such id'} among {KEYS[table]}",
            )


def _repeated(content: BoardContent, table: str) -> Iterator[str]:
    """The rows of a table that have the same id as another, or whatever else is theirs alone."""
    keys: list[tuple[str, ...]] = [("id",), ("uid",)]
    if table in NATURAL_KEYS:
        keys.append(NATURAL_KEYS[table])
    for columns in keys:
        first: dict[object, int] = {}
        for number, row in enumerate(content.rows[table]):
            key = tuple(row.get(column) for column in columns)
            if None in key or not all(isinstance(value, int | str) for value in key):
                continue
            earlier = first.setdefault(key, number)
            if earlier != number:
                place = content.place(table, number, columns[-1])
                yield f"{place}: {content.place(table, earlier)} has the same"
