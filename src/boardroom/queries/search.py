"""Everything that the user wrote, for `search`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from boardroom.queries.lifecycle import day
from boardroom.queries.people import people
from boardroom.rules.ids import Ref
from boardroom.rules.phrase_search import Excerpt, Phrase


class Hit(NamedTuple):
    """Where the phrase stands: in which `field` of which record, about whom, and of which day (None where the record has none)."""

    kind: str
    ref: Ref | None
    handle: str | None
    name: str | None
    on: date | None
    field: str
    excerpt: Excerpt


class HitList(NamedTuple):
    """What has no day first, as it holds today; then the newest. And how many more there are."""

    hits: tuple[Hit, ...]
    left_out_count: int


def search(
    connection: sqlite3.Connection,
    phrase: Phrase,
    *,
    advisor_id: int | None = None,
    since: date | None = None,
    limit: int | None = None,
) -> HitList:
    """Where the phrase stands, one hit a field; of one person, or of everybody (None); `since` leaves out what is older, or has no day.

    `limit` keeps the first that many.
    """
    connection.create_function("holds", 1, phrase.is_in, deterministic=True)
    found = [
        place
        for source in _SOURCES
        if source.of_people or advisor_id is None
        for place in _places(connection, source, phrase, advisor_id)
        if since is None or (place.on is not None and place.on >= since.isoformat())
    ]
    found.sort(key=lambda place: (place.on or "9", place.row[0]), reverse=True)
    shown = found if limit is None else found[:limit]
    called = {person.id: (person.handle, person.name) for person in people(connection)}
    return HitList(tuple(_hit(place, phrase, called) for place in shown), len(found) - len(shown))


class _Source(NamedTuple):
    """A table: which records it holds, whose they are, and its columns of text, each with the day that it was written.

    In SQL are the days, `whose` the record is, its number `as_id`, and what somebody was `called` whose row may be gone.
    """

    kind: str
    letter: str
    table: str
    columns: dict[str, str]
    whose: str = "advisor_id"
    as_id: str = "id"
    called: str = "NULL, NULL"
    of_people: bool = True


class _Place(NamedTuple):
    source: _Source
    field: str
    text: str
    on: str | None
    row: tuple[int, int | None, str | None, str | None]
    """The number of the record, the row id of whom it is about, and what they were called where that is gone."""


def _places(
    connection: sqlite3.Connection, source: _Source, phrase: Phrase, advisor_id: int | None
) -> Iterator[_Place]:
    columns = list(source.columns)
    # LIKE knows the capitals of ASCII alone, so a text that holds more goes through the phrase itself, at ten times the cost.
    # JSON may write a letter otherwise.
    likely = " OR ".join(
        "TRUE"
        if column in _JSON
        else f"{column} LIKE :like ESCAPE '\\' OR length({column}) < length(CAST({column} AS BLOB)) AND holds({column})"
        for column in columns
    )
    whose = _IS_THEIRS.get(source.kind, f"{source.whose} = :advisor_id")
    days = ", ".join(source.columns.values())
    rows = connection.execute(
        f"SELECT {source.as_id}, {source.whose}, {source.called}, {', '.join(columns)}, {days} FROM {source.table}"  # noqa: S608  our own words
        f" WHERE (:advisor_id IS NULL OR {whose}) AND ({likely})",
        {"advisor_id": advisor_id, "like": f"%{_escaped(phrase.longest[:_LIKE_LIMIT])}%"},
    )
    written = [
        (column, 4 + number, 4 + number + len(columns)) for number, column in enumerate(columns)
    ]
    is_in = phrase.is_in  # of a common word there are many thousands, so the loop is kept short
    for row in rows:
        for column, text_at, day_at in written:
            text = row[text_at]
            if text is None:
                continue
            for part in _entries(text) if column in _JSON else (text,):
                if is_in(part):
                    yield _Place(source, column, part, row[day_at], row[:4])


def _entries(text: str) -> list[str]:
    """What the user wrote in a column that holds JSON."""
    kept: list[str] | dict[str, str] = json.loads(text)
    return (
        [f"{dimension}: {value}" for dimension, value in kept.items()]
        if isinstance(kept, dict)
        else kept
    )


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _hit(place: _Place, phrase: Phrase, called: dict[int, tuple[str, str]]) -> Hit:
    source = place.source
    row_id, advisor_id, *last_called = place.row
    handle, name = last_called if advisor_id is None else called[advisor_id]
    ref = Ref(source.letter, row_id) if source.letter else None
    return Hit(
        source.kind, ref, handle, name, day(place.on), place.field, phrase.excerpt(place.text)
    )


_LIKE_LIMIT = (
    1_000  # SQLite refuses a pattern over 50,000 bytes, and one letter may fold to eighteen
)
_JSON = ("nicknames", "strengths", "perspectives", "focus")
_ADVISOR = (
    *("name", "nicknames", "seat", "org", "how_met", "strengths", "perspectives", "their_goals"),
    *("email", "phone", "link", "city", "notes"),
)
_COVERED_ON = "coalesce(closed_on, added_on)"
_GOAL_OF_STEP = "(SELECT added_on FROM goal WHERE goal.id = goal_id)"
_REVIEWED_ON = "(SELECT coalesce(completed_on, started_on) FROM review WHERE review.id = review_id)"
_SOURCES = (
    _Source("advisor", "", "advisor", dict.fromkeys(_ADVISOR, "NULL"), whose="id"),
    _Source("transition", "", "transition", dict.fromkeys(("how", "about", "note"), "changed_on")),
    _Source("meeting", "m", "meeting", dict.fromkeys(("place", "notes"), "met_on")),
    _Source("agenda", "a", "agenda_item", {"text": "added_on", "answer": _COVERED_ON}),
    _Source("promise", "p", "promise", {"text": "made_on", "note": "coalesce(done_on, made_on)"}),
    _Source(
        "advice", "v", "advice", {"text": "given_on", "outcome": "coalesce(outcome_on, given_on)"}
    ),
    _Source("exchange", "x", "exchange", dict.fromkeys(("text", "person"), "exchanged_on")),
    _Source(
        "agreement", "", "agreement", dict.fromkeys(("hopes", "focus", "boundaries"), "agreed_on")
    ),
    _Source(
        "goal",
        "g",
        "goal",
        {"title": "added_on", "why": "added_on", "note": _COVERED_ON},
        whose="NULL",
    ),
    _Source(
        "step",
        "s",
        "goal_step",
        dict.fromkeys(("text", "note"), f"coalesce(done_on, due_on, {_GOAL_OF_STEP})"),
        whose="NULL",
    ),
    _Source(
        "snooze",
        "",
        "snooze",
        {"why": "snoozed_on"},
        whose="coalesce(advisor_id, (SELECT promise.advisor_id FROM promise WHERE promise.id = promise_id))",
    ),
    _Source("criterion", "c", "criterion", {"text": "NULL"}, whose="NULL", of_people=False),
    _Source(
        "review",
        "r",
        "review",
        {"board_note": "coalesce(completed_on, started_on)"},
        whose="NULL",
        of_people=False,
    ),
    _Source(
        "review",
        "r",
        "review_answer",
        {"note": _REVIEWED_ON},
        as_id="review_id",
        called="handle, name",
    ),
)
# A goal is nobody's, but those who help with it are asked about it.
_IS_THEIRS = {
    "goal": "id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)",
    "step": "goal_id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)",
}
