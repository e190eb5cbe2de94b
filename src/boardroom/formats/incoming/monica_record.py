"""A record of an export of Monica, with every value checked as it is read."""

from __future__ import annotations

from boardroom.formats.incoming.column_days import Day, read_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_OF_THE_PROGRAM = frozenset(
    {"avatar", "is_starred", "is_active", "is_partial", "is_dead", "last_consulted_at", "vcard"}
    | {"number_of_views", "stay_in_touch_trigger_date", "distant_etag", "is_favorite"}
    | {"is_favorited", "favorited_at", "contact_called", "contact_field_type"}
)
"""The properties that say nothing of a person."""


class Wrong(Exception):
    """A value of a wrong type, or a day that does not exist."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__()
        self.field, self.problem = field, problem


class Contact:
    """A record of an export: where it is, its uuid, its properties and its parts.

    Raises:
        Wrong: it is no such record.
    """

    def __init__(self, place: str, record: object) -> None:
        self.place = place
        if not isinstance(record, dict):
            raise Wrong("", "it is no record")
        self._record: dict[str, Any] = record
        properties = record.get("properties")
        if not isinstance(properties, dict):
            raise Wrong("properties", "they are missing")
        self._properties = properties
        self._read: set[str] = set()
        self.parts = record.get("data")
        self.uuid = record.get("uuid")
        if not isinstance(self.uuid, str) or not self.uuid:
            raise Wrong("uuid", "it has to be a text")

    def text(self, field: str) -> str:
        """A text with LF line ends, empty if it is missing."""
        value = self.value(field)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise Wrong(field, "it has to be a text")
        return value.replace("\r\n", "\n").strip()

    def flag(self, field: str) -> bool:
        """A flag, false if it is missing."""
        return self.value(field) in (True, 1)

    def number(self, field: str) -> int | None:
        """A whole number, None if it is missing."""
        value = self.value(field)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise Wrong(field, "it has to be a whole number")

    def record(self, field: str) -> dict[str, Any]:
        """A property that is a record in itself, empty if it is missing."""
        value = self.value(field)
        if value is None or isinstance(value, dict):
            return value or {}
        raise Wrong(field, "it has to be a record")

    def items(self, field: str) -> list[Any]:
        """A list, empty if it is missing."""
        value = self.value(field)
        if value is None or isinstance(value, list):
            return value or []
        raise Wrong(field, "it has to be a list")

    def value(self, field: str) -> object:
        """A property of any type."""
        self._read.add(field)
        return self._properties.get(field)

    def unread(self) -> list[str]:
        """The properties with something in them that nobody has asked for."""
        return [
            field
            for field, value in self._properties.items()
            if value not in (None, "", False, [], {})
            and field not in self._read
            and field not in _OF_THE_PROGRAM
        ]

    def day(self, *fields: str) -> Day | None:
        """The first of these days that there is; `created_at` and `updated_at` are the record's."""
        for field in fields:
            value = self._record.get(field) if self.value(field) is None else self.value(field)
            if value is None:
                continue
            if not isinstance(value, str):
                raise Wrong(field, "it has to be a text")
            return day_in(field, value)
        return None


def day_in(field: str, text: str) -> Day:
    """The local day and time in a text.

    Raises:
        Wrong: there is none.
    """
    try:
        return read_day(text, None)
    except ValueError as error:
        raise Wrong(field, str(error)) from None


def messages_of(talk: Contact) -> str:
    """What was written in a conversation, a line a message."""
    lines = []
    for message in talk.items("messages"):
        properties = message.get("properties", message) if isinstance(message, dict) else {}
        content = properties.get("content") if isinstance(properties, dict) else None
        if isinstance(content, str) and content.strip():
            lines.append(content.strip())
    return "\n".join(lines)
