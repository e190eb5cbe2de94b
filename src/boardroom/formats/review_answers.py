"""The answers to a review as a JSON file: `{"advisors": {"marcus": {"value": 4, "decision": "keep"}}, "board": {"note": "…"}}`.

Read whole before anything is done with it, so that everything that is wrong with it is said at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from boardroom.errors import BadInput
from boardroom.rules.reviews import RATINGS, Answer, lacks, merged
from boardroom.rules.text import clean, join_words, quoted

_HINT = 'Nothing was changed. It is written like {"advisors": {"marcus": {"value": 4, "decision": "keep"}}, "board": {"note": "…"}}.'
_TOP = ("advisors", "board")


class Answers(NamedTuple):
    """What a file says: the fields given of each advisor's Answer, by handle, and those of the board (`note`)."""

    advisors: dict[str, dict[str, Any]]
    board: dict[str, str | None]


def read_answers(text: str, asked: Mapping[str, Answer], *, of_board: bool, today: date) -> Answers:
    """The answers in a text, for a review of those `asked` by handle, each with what was answered before; `of_board` may have a note.

    Raises:
        BadInput: it is no such JSON, or what it says can't complete the review; the sentence names everything that is wrong.
    """
    read = _json(text)
    if not isinstance(read, dict):
        raise BadInput("The answers have to be a JSON object.", _HINT)
    wrong = [f"{quoted(key)} is neither advisors nor board" for key in read if key not in _TOP]
    advisors, board = (_object(read.get(part), part, wrong) for part in _TOP)
    wrong += [
        f"{quoted(handle)} is nobody whom this review is about"
        for handle in advisors
        if handle not in asked
    ]
    given = {
        handle: _answer(_object(advisors[handle], handle, wrong), before, handle, today, wrong)
        for handle, before in asked.items()
        if handle in advisors
    }
    wrong += [
        f"{handle} is left out"
        for handle, before in asked.items()
        if handle not in advisors and lacks(before)
    ]
    noted = _board(board, wrong, of_board=of_board)
    if wrong:
        raise BadInput(f"The answers can't be taken: {'; '.join(wrong)}.", _HINT)
    return Answers(given, noted)


def _json(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"The answers are not JSON: {error.msg} in line {error.lineno}, column {error.colno}.",
            _HINT,
        ) from None
    except (RecursionError, ValueError):  # nested, or a number, beyond what can be read
        raise BadInput("The answers are no JSON that can be read.", _HINT) from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; a name that stands twice in it would lose what it said first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = [quoted(name) for name in found if names.count(name) > 1]
        raise BadInput(
            f"The answers say {join_words(twice)} twice in one place.",
            "Nothing was changed. Leave one of the two.",
        )
    return found


def _object(found: object, name: str, wrong: list[str]) -> dict[str, Any]:
    if found is None or isinstance(found, dict):
        return found or {}
    wrong.append(f"{name} has to be an object")
    return {}


def _board(board: dict[str, Any], wrong: list[str], *, of_board: bool) -> dict[str, str | None]:
    if board and not of_board:
        wrong.append("board has no place in the review of one advisor")
        return {}
    wrong += [f"board: {quoted(key)} is not note" for key in board if key != "note"]
    return (
        _checked({"note": board["note"]}, "board", {"note": _note}, wrong)
        if "note" in board
        else {}
    )


def _answer(
    told: dict[str, Any], before: Answer, handle: str, today: date, wrong: list[str]
) -> dict[str, Any]:
    """What is right of what was told about somebody; the rest is said to be `wrong`, and so is what is still lacking."""
    wrong += [
        f"{handle}: {quoted(key)} is none of {join_words(Answer._fields, 'or')}"
        for key in told
        if key not in Answer._fields
    ]
    known = {key: value for key, value in told.items() if key in Answer._fields}
    said: list[str] = []
    given = _checked(known, handle, {**_READ, "until_on": lambda value: _until(value, today)}, said)
    try:
        after = merged(before, given)
    except BadInput as error:
        said.append(f"{handle}: {_clause(error)}")
    else:
        if not said and (lacked := lacks(after)):
            said.append(f"{handle} lacks {lacked}")
    if (
        said
        and "decision" not in told
        and before.decision is None
        and f"{handle} lacks a decision" not in said
    ):
        said.append(f"{handle} lacks a decision")
    wrong += said
    return given


def _checked(
    told: Mapping[str, Any], who: str, readers: Mapping[str, Callable[[Any], Any]], wrong: list[str]
) -> dict[str, Any]:
    """Each value as it is kept, null as None; what can't be so is said to be `wrong`."""
    found = {}
    for key, value in told.items():
        try:
            found[key] = None if value is None else readers[key](value)
        except BadInput as error:
            wrong.append(f"{who}: {_clause(error)}")
    return found


def _clause(error: BadInput) -> str:
    """An error's sentence as a part of another."""
    return f"{error.message[:1].lower()}{error.message[1:].rstrip('.')}"


def _rating(field: str) -> Callable[[Any], int]:
    def read(value: object) -> int:
        if type(value) is not int or not 1 <= value <= 5:
            raise BadInput(f"{field} has to be a whole number from 1 to 5")
        return value

    return read


def _fits_next(value: object) -> bool:
    if not isinstance(value, bool):
        raise BadInput("fits_next has to be true or false")
    return value


def _text(field: str) -> Callable[[Any], str]:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise BadInput(f"{field} has to be text")
        return value

    return read


def _note(value: object) -> str | None:
    text = _text("note")(value)
    return clean(text, what="note") if text else None


def _decision(value: object) -> str | None:
    return merged(Answer(), {"decision": _text("decision")(value)}).decision


def _window(value: object) -> str | None:
    return merged(Answer(decision="adjust"), {"window": _text("window")(value)}).window


def _until(value: object, today: date) -> date:
    text = _text("until_on")(value)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise BadInput("until_on has to be a day like 2027-01-15")
    if day <= today:
        raise BadInput("until_on has to be a day to come")
    return day


_READ: dict[str, Callable[[Any], Any]] = {
    **{field: _rating(field) for field in RATINGS},
    "fits_next": _fits_next,
    "note": _note,
    "decision": _decision,
    "window": _window,
}
