"""What an edit of a held meeting did to the records logged in it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardroom.record import Record
from boardroom.rules import advice, agenda, exchanges, promises
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import SHORT, Field, format_changes, format_named
from boardroom.rules.text import brief, join_words
from boardroom.store.rows import Advice, AgendaItem, Exchange, Promise
from boardroom.store.work import Work

_ENOUGH = 240
"""After so many characters, the remaining records are named by their ids alone."""

_STATUS = Field("status", "status")
_STATUS_WORDS = {"covered": "covered", "open": "reopened"}
# The day of advice and of an exchange is that of the meeting.
_FIELDS: tuple[tuple[type[Advice | Promise | Exchange], tuple[Field, ...]], ...] = (
    (Advice, tuple(field for field in advice.FIELDS if field.name != "given_on")),
    (Promise, promises.FIELDS),
    (Exchange, tuple(field for field in exchanges.FIELDS if field.name != "exchanged_on")),
)


class _Phrase(Record):
    ref: str
    words: str


def logged_texts(work: Work, meeting_id: int) -> dict[str, str]:
    """The advice, promises and exchanges of a meeting, with their texts."""
    return {
        row.ref: row.text for table, _ in _FIELDS for row in work.find(table, meeting_id=meeting_id)
    }


def format_record_changes(
    work: Work,
    meeting_id: int,
    before: dict[str, str],
    old_items: Sequence[int],
    items: Sequence[int],
) -> str:
    """“covered a1 (Budget); p2 (Send the deck): by none → Tue 1 Dec 2026; new v3 (Say no)”.

    `before` are the `logged_texts` before the edit. `items` are the agenda items it stored, those
    that were there before among them `old_items`.
    """
    phrases = [
        *_item_phrases(work, old_items, items),
        *_record_phrases(work, meeting_id, before),
    ]
    parts: list[str] = []
    refs: list[str] = []
    for phrase in phrases:
        if sum(map(len, parts)) < _ENOUGH:
            parts.append(phrase.words)
        else:
            refs.append(phrase.ref)
    return "; ".join([*parts, *([f"also {join_words(refs)}"] if refs else [])])


def _item_phrases(work: Work, old_items: Sequence[int], items: Sequence[int]) -> Iterator[_Phrase]:
    for item_id in items:
        item = work.get(AgendaItem, item_id)
        if item_id not in old_items:
            covered = ", covered" if item.status == "covered" else ""
            yield _Phrase(item.ref, f"new {item.ref} ({brief(item.text, SHORT)}){covered}")
            continue
        changes = work.changes(item, agenda.FIELDS)
        named = format_named(item.ref, item.text, changes, SHORT)
        details = format_changes(changes)
        if work.changes(item, (_STATUS,)):
            what = f"{_STATUS_WORDS[item.status]} {named}"
            yield _Phrase(item.ref, f"{what}, {details}" if details else what)
        elif details:
            yield _Phrase(item.ref, f"{named}: {details}")


def _record_phrases(work: Work, meeting_id: int, before: dict[str, str]) -> Iterator[_Phrase]:
    removed = dict(before)
    for table, fields in _FIELDS:
        for row in work.find(table, meeting_id=meeting_id):
            if removed.pop(row.ref, None) is None:
                yield _Phrase(row.ref, f"new {row.ref} ({brief(row.text, SHORT)}){_terms(row)}")
            elif changes := work.changes(row, fields):
                named = format_named(row.ref, row.text, changes, SHORT)
                yield _Phrase(row.ref, f"{named}: {format_changes(changes)}")
    for ref, text in removed.items():
        yield _Phrase(ref, f"removed {ref} ({brief(text, SHORT)})")


def _terms(row: Advice | Promise | Exchange) -> str:
    """Whose promise a new one is, and its day: “, theirs, by Tue 1 Dec 2026”."""
    if not isinstance(row, Promise):
        return ""
    theirs = ", theirs" if row.by_whom == "them" else ""
    return f"{theirs}, by {format_day(row.due_on)}" if row.due_on else theirs
