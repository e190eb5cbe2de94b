"""The answers to a review as a JSON file.

`{"advisors": {"marcus": {"value": 4, "decision": "keep"}}, "board": {"note": "…"}}`. One
error names all problems of a file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from boardroom.errors import BadInput
from boardroom.rules.reviews import BOARD_ANSWERS, RATINGS, Answer, format_missing, merge_answer
from boardroom.rules.text import clean, join_words, quoted

_HINT = (
    'Nothing was changed. It is written like {"advisors": {"marcus": {"value": 4, "decision":'
    ' "keep"}}, "board": {"note": "…"}}.'
)
_PARTS = ("advisors", "board")


class Answers(NamedTuple):
    """The answers in a file: the given fields of each Answer by handle, and those of the board."""

    advisors: dict[str, dict[str, Any]]
    board: dict[str, str | None]


def read_answers(
    text: str, current: Mapping[str, Answer], *, of_board: bool, today: date
) -> Answers:
    """Reads the answers of a review; `current` are the answers so far, by handle.

    Only a review `of_board` may have answers about the board.

    Raises:
        BadInput: the text is not JSON of that form, or leaves the review incomplete. The
            message names every problem.
    """
    parsed = _parse(text)
    if not isinstance(parsed, dict):
        raise BadInput("The answers have to be a JSON object.", _HINT)
    problems = [
        f"{quoted(key)} is neither advisors nor board" for key in parsed if key not in _PARTS
    ]
    advisors, board = (_object(parsed.get(part), part, problems) for part in _PARTS)
    problems += [
        f"{quoted(handle)} is not part of this review"
        for handle in advisors
        if handle not in current
    ]
    given = {
        handle: _read_answer(
            _object(advisors[handle], handle, problems), answer, handle, today, problems
        )
        for handle, answer in current.items()
        if handle in advisors
    }
    problems += [
        f"{handle} is left out"
        for handle, answer in current.items()
        if handle not in advisors and format_missing(answer)
    ]
    note = _read_board(board, problems, of_board=of_board)
    if problems:
        raise BadInput(f"The answers can't be taken: {'; '.join(problems)}.", _HINT)
    return Answers(given, note)


def _parse(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"The answers are not JSON: {error.msg} in line {error.lineno}, column {error.colno}.",
            _HINT,
        ) from None
    except (RecursionError, ValueError):  # nested too deep, or a number too long
        raise BadInput("The answers can't be read as JSON.", _HINT) from None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Makes an object of its pairs, and refuses names that occur twice."""
    unique = dict(pairs)
    if len(unique) < len(pairs):
        names = [name for name, _ in pairs]
        twice = [quoted(name) for name in unique if names.count(name) > 1]
        raise BadInput(
            f"The answers say {join_words(twice)} twice in one place.",
            "Nothing was changed. Leave one of the two.",
        )
    return unique


def _object(value: object, name: str, problems: list[str]) -> dict[str, Any]:
    if value is None or isinstance(value, dict):
        return value or {}
    problems.append(f"{name} has to be an object")
    return {}


def _read_board(
    board: dict[str, Any], problems: list[str], *, of_board: bool
) -> dict[str, str | None]:
    if board and not of_board:
        problems.append("board can't be given in the review of one advisor")
        return {}
    problems += [
        f"board: {quoted(key)} is none of {join_words([*BOARD_ANSWERS], 'or')}"
        for key in board
        if key not in BOARD_ANSWERS
    ]
    known = {key: value for key, value in board.items() if key in BOARD_ANSWERS}
    return _read_fields(known, "board", {key: _words(key) for key in BOARD_ANSWERS}, problems)


def _read_answer(
    fields: dict[str, Any], answer: Answer, handle: str, today: date, problems: list[str]
) -> dict[str, Any]:
    """The valid fields about an advisor. Appends to `problems` what is wrong or missing."""
    problems += [
        f"{handle}: {quoted(key)} is none of {join_words(Answer._fields, 'or')}"
        for key in fields
        if key not in Answer._fields
    ]
    known = {key: value for key, value in fields.items() if key in Answer._fields}
    own: list[str] = []
    readers = {**_READERS, "until_on": lambda value: _until(value, today)}
    given = _read_fields(known, handle, readers, own)
    try:
        merged = merge_answer(answer, given)
    except BadInput as error:
        own.append(f"{handle}: {_clause(error)}")
    else:
        if not own and (missing := format_missing(merged)):
            own.append(f"{handle} needs {missing}")
    no_decision = f"{handle} needs a decision"
    if own and no_decision not in own and "decision" not in fields and answer.decision is None:
        own.append(no_decision)
    problems += own
    return given


def _read_fields(
    fields: Mapping[str, Any],
    subject: str,
    readers: Mapping[str, Callable[[Any], Any]],
    problems: list[str],
) -> dict[str, Any]:
    """Each valid value, ready to be stored. Appends to `problems` what is wrong."""
    values = {}
    for key, value in fields.items():
        try:
            values[key] = None if value is None else readers[key](value)
        except BadInput as error:
            problems.append(f"{subject}: {_clause(error)}")
    return values


def _clause(error: BadInput) -> str:
    """An error's sentence as a clause of another."""
    return f"{error.message[:1].lower()}{error.message[1:].rstrip('.')}"


def _rating(field: str) -> Callable[[Any], int]:
    def read(value: object) -> int:
        if type(value) is not int or not 1 <= value <= 5:
            raise BadInput(f"{field} has to be a whole number from 1 to 5")
        return value

    return read


def _flag(field: str) -> Callable[[Any], bool]:
    def read(value: object) -> bool:
        if not isinstance(value, bool):
            raise BadInput(f"{field} has to be true or false")
        return value

    return read


def _text(value: object, field: str) -> str:
    if not isinstance(value, str):
        raise BadInput(f"{field} has to be text")
    return value


def _words(field: str) -> Callable[[Any], str | None]:
    def read(value: object) -> str | None:
        text = _text(value, field)
        return clean(text, what="note" if field == "note" else "answer") if text else None

    return read


def _decision(value: object) -> str | None:
    return merge_answer(Answer(), {"decision": _text(value, "decision")}).decision


def _window(value: object) -> str | None:
    return merge_answer(Answer(decision="adjust"), {"window": _text(value, "window")}).window


def _until(value: object, today: date) -> date:
    text = _text(value, "until_on")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise BadInput("until_on has to be a day like 2027-01-15")
    if day <= today:
        raise BadInput("until_on has to be in the future")
    return day


_READERS: dict[str, Callable[[Any], Any]] = {
    **{field: _rating(field) for field in RATINGS},
    **{field: _flag(field) for field in ("fits_next", "outcome_met")},
    "note": _words("note"),
    "decision": _decision,
    "window": _window,
}
