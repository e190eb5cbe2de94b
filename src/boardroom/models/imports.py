"""What an import and a calendar remember, so that the same file asks and adds nothing twice.

They hold none of the user's words but the headers of a spreadsheet and the ids of events.
"""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from boardroom.models.fields import (
    Model,
    choice,
    json_object,
    optional_text,
    primary_key,
    required_text,
)
from boardroom.rules.imports import CALENDAR_ANSWERS


class Source(Model, table=True):
    """The row that a record of another program's file became; the row may be gone since."""

    __tablename__ = "source"

    id: int | None = primary_key()
    kind: str = required_text(20)
    origin_id: str = Field(min_length=36, max_length=36)
    """A UUID made of the file's own id."""
    table_name: str = required_text(40)
    row_uid: str = Field(min_length=36, max_length=36)
    columns: dict[str, str] = json_object()
    """A digest of what the file said in each column, by which a newer file is known to differ."""
    read_on: date


class ColumnMapping(Model, table=True):
    """What each column of a spreadsheet is to the board; `header` is a digest of its columns."""

    __tablename__ = "column_mapping"

    id: int | None = primary_key()
    header: str = Field(min_length=36, max_length=36)
    columns: dict[str, str] = json_object()


class CalendarAnswer(Model, table=True):
    """What the user answered about an event of another calendar, or about one of its days."""

    __tablename__ = "calendar_answer"

    id: int | None = primary_key()
    event_uid: str = required_text()
    recurrence: str | None = optional_text(100)
    answer: str = choice(CALENDAR_ANSWERS)
    answered_on: date
