"""Every record, defined once: its columns, and what each of them may hold.

`make rows` writes the plain classes of `boardroom.store.rows` from these models; daily commands
use those, because importing SQLModel takes longer than all else that they do. The models check
what comes from outside: `Model.model_validate(a_dict)` refuses what the program refuses.
`model_validate_json` and a Session check nothing of their own; see `boardroom.open_board`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from pydantic import ValidationInfo, field_validator
from sqlmodel import JSON, Field, SQLModel, String

from boardroom.errors import BoardroomError
from boardroom.rules import advice, agenda, exchanges, goals, lifecycle, meetings, promises, reviews
from boardroom.rules.advisor import KINDS, WAYS
from boardroom.rules.ids import new_uid
from boardroom.rules.names import HANDLE_LIMIT, check_handle
from boardroom.rules.settings import DEFAULTS, normalise
from boardroom.rules.snoozes import SUBJECTS
from boardroom.rules.text import NOTES_LIMIT, TEXT_LIMIT
from boardroom.rules.windows import DAY_MINUTES, parse_window

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_WINDOW_LIMIT = 20


class Record(SQLModel):
    """The base of every table: no unknown fields, and no value that SQLite would read otherwise."""

    # No error may quote what the user wrote.
    model_config = {"extra": "forbid", "hide_input_in_errors": True}

    @field_validator("*", mode="before")
    @classmethod
    def _is_as_declared(cls, value: Any, info: ValidationInfo) -> Any:
        assert info.field_name is not None  # this validates fields
        field = cls.model_fields[info.field_name]
        kinds = str(field.annotation)
        if isinstance(value, str):
            _check_text(value)
            if "date" in kinds and not _DAY.fullmatch(value):
                raise ValueError("a day is written YYYY-MM-DD")
            if "int" in kinds or "bool" in kinds:
                raise ValueError("a number or a flag is no text")
        if "date" in kinds and (not isinstance(value, str | date | None) or _has_time(value)):
            raise ValueError("a day is written YYYY-MM-DD")
        if "bool" in kinds and value not in (0, 1, None):  # True and False are among them
            raise ValueError("a flag is true or false")
        if "int" in kinds and isinstance(value, bool | float):
            raise ValueError("a whole number is wanted")
        choices = (field.json_schema_extra or {}) if not callable(field.json_schema_extra) else {}
        if value is not None and "enum" in choices and value not in _listed(choices["enum"]):
            raise ValueError(f"one of {', '.join(_listed(choices['enum']))} is wanted")
        return value


def _has_time(value: object) -> bool:
    return isinstance(value, datetime)


def _listed(choices: object) -> list[str]:
    assert isinstance(choices, list)  # made by `_word`
    return choices


def _check_text(value: str) -> None:
    if "\0" in value:
        raise ValueError("a NUL character can't be stored")
    if value and not value.strip():
        raise ValueError("a text of blanks alone can't be stored")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("bytes that are not UTF-8 can't be stored") from None


def _key() -> Any:
    return Field(default=None, primary_key=True)


def _uid() -> Any:
    return Field(default_factory=new_uid, min_length=36, max_length=36)


def _refers(to: str, ondelete: str = "CASCADE", **how: Any) -> Any:
    key = f"{to}.id"
    return Field(foreign_key=key, ondelete=ondelete, **how)  # type: ignore[call-overload]  # a word


def _may_refer(to: str, ondelete: str = "CASCADE") -> Any:
    return _refers(to, ondelete, default=None)


def _text(limit: int = TEXT_LIMIT) -> Any:
    return Field(default=None, min_length=1, max_length=limit)


def _needed(limit: int = TEXT_LIMIT) -> Any:
    return Field(min_length=1, max_length=limit)


def _word(choices: tuple[str, ...], default: Any = ...) -> Any:
    extra = {"json_schema_extra": {"enum": list(choices)}}
    return Field(default, sa_type=String, schema_extra=extra)


def _list() -> Any:
    return Field(default_factory=list, sa_type=JSON)


def _object() -> Any:
    return Field(default_factory=dict, sa_type=JSON)


def _rating() -> Any:
    return Field(default=None, ge=reviews.LOWEST_RATING, le=reviews.HIGHEST_RATING)


class Setting(Record, table=True):
    """A default that the user changed."""

    __tablename__ = "setting"

    id: int | None = _key()
    key: str = _word(tuple(DEFAULTS))
    value: str = _needed()

    @field_validator("value")
    @classmethod
    def _is_allowed(cls, value: str, info: ValidationInfo) -> str:
        key = info.data.get("key")  # absent where it was refused itself
        return value if key is None else _by_rule(lambda: normalise(key, value))


class Advisor(Record, table=True):
    """A person. Their status, and since when they have it, is in their transitions."""

    __tablename__ = "advisor"

    id: int | None = _key()
    uid: str = _uid()
    handle: str = _needed(HANDLE_LIMIT)
    name: str = _needed()
    nicknames: list[str] = _list()
    seat: str | None = _text()
    org: str | None = _text()
    how_met: str | None = _text()
    kind: str = _word(KINDS, "informal")
    strengths: list[str] = _list()
    perspectives: dict[str, str] = _object()
    their_goals: str | None = _text()
    email: str | None = _text()
    phone: str | None = _text()
    link: str | None = _text()
    city: str | None = _text()
    way: str | None = _word(WAYS, None)
    window: str | None = _text(_WINDOW_LIMIT)
    minutes: int | None = Field(default=None, ge=1, le=DAY_MINUTES)
    notes: str | None = _text(NOTES_LIMIT)

    @field_validator("handle")
    @classmethod
    def _is_a_handle(cls, value: str) -> str:
        return _by_rule(lambda: check_handle(value))

    @field_validator("window")
    @classmethod
    def _is_a_window(cls, value: str | None) -> str | None:
        return value and _by_rule(lambda: str(parse_window(value)))


class Transition(Record, table=True):
    """A dated step in an advisor's lifecycle: `status` from `changed_on` on."""

    __tablename__ = "transition"

    id: int | None = _key()
    uid: str = _uid()
    advisor_id: int = _refers("advisor")
    changed_on: date
    status: str = _word(lifecycle.STATUSES)
    until_on: date | None = None
    how: str | None = _text()
    about: str | None = _text()
    note: str | None = _text()


class Goal(Record, table=True):
    """Something specific to achieve, near or long term; open until `closed_on`."""

    __tablename__ = "goal"

    id: int | None = _key()
    uid: str = _uid()
    title: str = _needed()
    horizon: str = _word(goals.HORIZONS)
    why: str | None = _text()
    target_on: date | None = None
    status: str = _word(tuple(goals.NEXT), "open")
    added_on: date
    closed_on: date | None = None
    note: str | None = _text()


class GoalStep(Record, table=True):
    """A small step towards a goal, open until `done_on`."""

    __tablename__ = "goal_step"

    id: int | None = _key()
    uid: str = _uid()
    goal_id: int = _refers("goal")
    text: str = _needed()
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = _text()


class GoalHelper(Record, table=True):
    """An advisor who helps with a goal."""

    __tablename__ = "goal_helper"

    id: int | None = _key()
    goal_id: int = _refers("goal")
    advisor_id: int = _refers("advisor")


class Meeting(Record, table=True):
    """A conversation on a day: planned, held, cancelled or missed; `start_time` is local, HH:MM."""

    __tablename__ = "meeting"

    id: int | None = _key()
    uid: str = _uid()
    advisor_id: int = _refers("advisor")
    status: str = _word(tuple(meetings.NEXT))
    met_on: date
    start_time: str | None = None
    way: str = _word(WAYS)
    place: str | None = _text()
    minutes: int = Field(ge=1, le=DAY_MINUTES)
    notes: str | None = _text(NOTES_LIMIT)
    private: bool = False

    @field_validator("start_time")
    @classmethod
    def _is_a_time(cls, value: str | None) -> str | None:
        if value is not None and not _TIME.fullmatch(value):
            raise ValueError("a time is written HH:MM")
        return value


class AgendaItem(Record, table=True):
    """Something to raise with an advisor, open until it is covered or dropped."""

    __tablename__ = "agenda_item"

    id: int | None = _key()
    uid: str = _uid()
    advisor_id: int = _refers("advisor")
    kind: str = _word(agenda.KINDS)
    text: str = _needed()
    status: str = _word(tuple(agenda.NEXT), "open")
    answer: str | None = _text()
    goal_id: int | None = _may_refer("goal", "SET NULL")
    meeting_id: int | None = _may_refer("meeting", "SET NULL")
    added_on: date
    closed_on: date | None = None


class Promise(Record, table=True):
    """What one of the two said they would do; open until `done_on`."""

    __tablename__ = "promise"

    id: int | None = _key()
    uid: str = _uid()
    advisor_id: int = _refers("advisor")
    by_whom: str = _word(promises.SIDES)
    text: str = _needed()
    kind: str = _word(promises.KINDS, "promise")
    made_on: date
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = _text()
    meeting_id: int | None = _may_refer("meeting")
    exchange_id: int | None = _may_refer("exchange")


class Advice(Record, table=True):
    """What an advisor said to do or think, what came of it, and when they were told."""

    __tablename__ = "advice"

    id: int | None = _key()
    uid: str = _uid()
    advisor_id: int = _refers("advisor")
    text: str = _needed()
    given_on: date
    status: str = _word(tuple(advice.NEXT), "new")
    outcome: str | None = _text()
    outcome_on: date | None = None
    reported_on: date | None = None
    meeting_id: int | None = _may_refer("meeting")


class Exchange(Record, table=True):
    """Something given to an advisor or received from one; `person` is the one introduced."""

    __tablename__ = "exchange"

    id: int | None = _key()
    uid: str = _uid()
    advisor_id: int = _refers("advisor")
    direction: str = _word(exchanges.DIRECTIONS)
    kind: str = _word(exchanges.KINDS)
    text: str = _needed()
    person: str | None = _text()
    exchanged_on: date
    meeting_id: int | None = _may_refer("meeting")


class Snooze(Record, table=True):
    """What `due` leaves out until a day: a person's window, a promise, or every review."""

    __tablename__ = "snooze"

    id: int | None = _key()
    subject: str = _word(SUBJECTS)
    advisor_id: int | None = _may_refer("advisor")
    promise_id: int | None = _may_refer("promise")
    snoozed_on: date
    until_on: date
    why: str | None = _text()


class Criterion(Record, table=True):
    """A must-have or nice-to-have of the next advisor."""

    __tablename__ = "criterion"

    id: int | None = _key()
    uid: str = _uid()
    text: str = _needed()
    must: bool = False


class Rating(Record, table=True):
    """Whether a person meets a criterion. Without a rating, that is unknown."""

    __tablename__ = "rating"

    id: int | None = _key()
    advisor_id: int = _refers("advisor")
    criterion_id: int = _refers("criterion")
    meets: bool


class Agreement(Record, table=True):
    """What was agreed with an advisor. How often and how long they meet is in `Advisor`."""

    __tablename__ = "agreement"

    id: int | None = _key()
    uid: str = _uid()
    advisor_id: int = _refers("advisor")
    agreed_on: date
    hopes: str | None = _text()
    focus: list[str] = _list()
    until_on: date | None = None
    confidential: bool = False
    boundaries: str | None = _text()


class Review(Record, table=True):
    """A review of the board, or of one person (not `of_board`); frozen once `completed_on`."""

    __tablename__ = "review"

    id: int | None = _key()
    uid: str = _uid()
    started_on: date
    completed_on: date | None = None
    from_on: date | None = None
    of_board: bool = False
    board_facts: dict[str, Any] = _object()
    board_note: str | None = _text()


class ReviewAnswer(Record, table=True):
    """The answers about one advisor in a review; once it is completed, the facts beside them."""

    __tablename__ = "review_answer"

    id: int | None = _key()
    review_id: int = _refers("review")
    advisor_id: int | None = _may_refer("advisor", "SET NULL")
    handle: str
    name: str = _needed()
    facts: dict[str, Any] = _object()
    value: int | None = _rating()
    chemistry: int | None = _rating()
    trust: int | None = _rating()
    fits_next: bool | None = None
    note: str | None = _text()
    decision: str | None = _word(reviews.DECISIONS, None)
    window: str | None = _text(_WINDOW_LIMIT)
    until_on: date | None = None


def _by_rule(check: Callable[[], str]) -> str:
    """The canonical form of a value by its rule, whose refusal becomes pydantic's."""
    try:
        return check()
    except BoardroomError as error:
        raise ValueError(error.message) from None
