"""The base class of every model, and the kinds of fields that models are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from pydantic import ValidationInfo, field_validator
from sqlmodel import JSON, Field, SQLModel, String

from boardroom.errors import BoardroomError
from boardroom.rules import reviews
from boardroom.rules.ids import new_uid
from boardroom.rules.text import TEXT_LIMIT

WINDOW_LIMIT = 20
"""The length of a window's text, in characters."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Model(SQLModel):
    """The base of every table. Refuses unknown fields and values that SQLite would change."""

    # No error may quote what the user wrote.
    model_config = {"extra": "forbid", "hide_input_in_errors": True}

    @field_validator("*", mode="before")
    @classmethod
    def _has_declared_type(cls, value: Any, info: ValidationInfo) -> Any:
        assert info.field_name is not None  # this validates fields
        declared = _declared(cls, info.field_name)
        if isinstance(value, str):
            _check_text(value)
            if declared.is_day and not _DAY.fullmatch(value):
                raise ValueError("a day is written YYYY-MM-DD")
            if declared.is_number or declared.is_flag:
                raise ValueError("a number or a flag can't be text")
        if declared.is_day and (
            not isinstance(value, str | date | None) or isinstance(value, datetime)
        ):
            raise ValueError("a day is written YYYY-MM-DD")
        if declared.is_flag and value not in (0, 1, None):  # True and False are among them
            raise ValueError("a flag has to be true or false")
        if declared.is_number and isinstance(value, bool | float):
            raise ValueError("has to be a whole number")
        if value is not None and declared.choices and value not in declared.choices:
            raise ValueError(f"has to be one of {', '.join(map(str, declared.choices))}")
        return value


class _Declared(NamedTuple):
    """What a field is declared to hold."""

    is_day: bool
    is_flag: bool
    is_number: bool
    choices: tuple[object, ...]


@cache
def _declared(model: type[Model], name: str) -> _Declared:
    field = model.model_fields[name]
    type_ = str(field.annotation)
    extra = (field.json_schema_extra or {}) if not callable(field.json_schema_extra) else {}
    choices = extra.get("enum", [])
    assert isinstance(choices, list)  # made by `choice`
    return _Declared("date" in type_, "bool" in type_, "int" in type_, tuple(choices))


def primary_key() -> Any:
    """A row's id, assigned when the row is stored."""
    return Field(default=None, primary_key=True)


def uid_field() -> Any:
    """A record's identity on every machine, a new one by default."""
    return Field(default_factory=new_uid, min_length=36, max_length=36)


def reference(table: str, ondelete: str = "CASCADE", **options: Any) -> Any:
    """The id of a row in another table; `ondelete` says what its removal does to this row."""
    key = f"{table}.id"
    return Field(foreign_key=key, ondelete=ondelete, **options)  # type: ignore[call-overload]  # a word


def optional_reference(table: str, ondelete: str = "CASCADE") -> Any:
    """The id of a row in another table, or None."""
    return reference(table, ondelete, default=None)


def required_text(limit: int = TEXT_LIMIT) -> Any:
    """A text of 1 to `limit` characters."""
    return Field(min_length=1, max_length=limit)


def optional_text(limit: int = TEXT_LIMIT) -> Any:
    """A text of 1 to `limit` characters, or None."""
    return Field(default=None, min_length=1, max_length=limit)


def choice(choices: tuple[str, ...], default: Any = ...) -> Any:
    """One of some words; required unless it has a default."""
    extra = {"json_schema_extra": {"enum": list(choices)}}
    return Field(default, sa_type=String, schema_extra=extra)


def json_list() -> Any:
    """A list, stored as JSON."""
    return Field(default_factory=list, sa_type=JSON)


def json_object() -> Any:
    """A dict, stored as JSON."""
    return Field(default_factory=dict, sa_type=JSON)


def rating_score() -> Any:
    """A score in a review, or None."""
    return Field(default=None, ge=reviews.LOWEST_RATING, le=reviews.HIGHEST_RATING)


def check_by_rule(check: Callable[[], str]) -> str:
    """Returns the value that a rule returns, and turns its refusal into pydantic's."""
    try:
        return check()
    except BoardroomError as error:
        raise ValueError(error.message) from None


def _check_text(value: str) -> None:
    if "\0" in value:
        raise ValueError("a NUL character can't be stored")
    if value and not value.strip():
        raise ValueError("a text of blanks alone can't be stored")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("bytes that are not UTF-8 can't be stored") from None
