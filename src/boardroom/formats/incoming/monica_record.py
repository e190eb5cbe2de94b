"""A record of an export of Monica, with every value checked as it is read."""

from __future__ import annotations

from boardroom.formats.incoming.column_days import Day, read_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


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
        self.parts = record.get("data")
        self.uuid = record.get("uuid")
        if not isinstance(self.uuid, str) or not self.uuid:
            raise Wrong("uuid", "it has to be a text")

    def text(self, field: str) -> str:
        """A text with LF line ends, empty if it is missing."""
        value = self._properties.get(field)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise Wrong(field, "it has to be a text")
        return value.replace("\r\n", "\n").strip()

    def flag(self, field: str) -> bool:
        """A flag, false if it is missing."""
        return self._properties.get(field) in (True, 1)

    def value(self, field: str) -> object:
        """A property of any type."""
        return self._properties.get(field)

    def day(self, *fields: str) -> Day | None:
        """The first of these days that there is; `created_at` and `updated_at` are the record's."""
        for field in fields:
            value = self._properties.get(field, self._record.get(field))
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
    messages = talk.value("messages")
    lines = []
    for message in messages if isinstance(messages, list) else ():
        properties = message.get("properties", message) if isinstance(message, dict) else {}
        content = properties.get("content") if isinstance(properties, dict) else None
        if isinstance(content, str) and content.strip():
            lines.append(content.strip())
    return "\n".join(lines)
