"""What a form changed of the records on file, for the echo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from boardroom.rules import advice, agenda, exchanges, promises
from boardroom.rules.fields import Change, Field, change_of, format_changes
from boardroom.rules.ids import ADVICE, AGENDA_ITEM, EXCHANGE, PROMISE, Kind
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Logged = TypeVar("Logged", LoggedItem, LoggedAdvice, LoggedPromise, LoggedExchange)

_STATUS = Field("status", "status", unset="new")


def changes_echo(changes: LogEntry, known: LogEntry) -> str:
    """What changed of the `known` records, as the end of a sentence: “; a1: answered “Yes””."""
    return "".join(f"; {part}" for part in changed_records(changes, known))


def changed_records(changes: LogEntry, known: LogEntry) -> tuple[str, ...]:
    """What changed of each of the `known` records: “a1: answered “Yes””.

    What came of advice that was given before is told in the meeting.
    """
    items = (
        item._replace(
            text=item.text or old.text,
            answer=old.answer if item.answer is None else item.answer or None,
        )
        for item in changes.agenda
        for old in known.agenda
        if item.id == old.id
    )
    return (
        *_changes(AGENDA_ITEM, items, known.agenda, agenda.FIELDS),
        *_changes(
            ADVICE,
            map(_in_words, changes.advice),
            map(_in_words, known.advice),
            (_STATUS, *advice.FIELDS),
            _told,
        ),
        *_changes(PROMISE, changes.promises, known.promises, promises.FIELDS),
        *_changes(EXCHANGE, changes.exchanges, known.exchanges, exchanges.FIELDS),
    )


def _in_words(piece: LoggedAdvice) -> LoggedAdvice:
    return piece._replace(status=advice.status_words(piece.status))


def _words(change: Change) -> str:
    """“text “Budget” → “Which round?””; a first answer is “answered “Yes””."""
    if change.label == "answer" and change.old == "none":
        return f"answered {change.new}"
    return format_changes((change,))


def _told(piece: LoggedAdvice, before: LoggedAdvice) -> str:
    is_told = piece.status not in (before.status, "trying")
    return ", told in the meeting" if is_told else ""


def _changes(
    kind: Kind,
    records: Iterable[Logged],
    known: Iterable[Logged],
    fields: Sequence[Field],
    ending: Callable[[Logged, Logged], str] = lambda _record, _before: "",
) -> list[str]:
    by_id = {record.id: record for record in known}
    parts = []
    for record in records:
        if record.id is None or record.id not in by_id:
            continue
        old = by_id[record.id]
        changes = [
            change
            for field in fields
            if hasattr(record, field.name)
            if (change := change_of(field, getattr(old, field.name), getattr(record, field.name)))
        ]
        if changes:
            words = ", ".join(_words(change) for change in changes)
            parts.append(f"{kind.ref(record.id)}: {words}{ending(record, old)}")
    return parts
