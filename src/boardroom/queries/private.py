"""What is private, as SQL, for every query that shows or shares a record.

Privacy is worked out when a record is read. A record marked private is; one released is not; for
any other, the day that it happened on decides, or the record that it was made from. Whatever
happened with an advisor in a confidential period is private, even after the period, the agreement
or the relationship ended. What is said of a record later, like the outcome of advice, has a day of
its own.

Source: agree on confidentiality up front (articles 002, 003).
"""

from __future__ import annotations

import sqlite3
from datetime import date

_FOREVER = "'9999-12-31'"


def _overlaps(advisor_id: str, first_on: str, last_on: str) -> str:
    """Whether a confidential period has one of these days; False if a day is NULL."""
    return (
        "EXISTS (SELECT 1 FROM confidential_period AS period"
        f" WHERE period.advisor_id = {advisor_id} AND period.from_on <= {last_on}"
        f" AND coalesce(period.until_on, {_FOREVER}) >= {first_on})"
    )


def _on(table: str, day: str) -> str:
    return _overlaps(f"{table}.advisor_id", f"{table}.{day}", f"{table}.{day}")


def _later(table: str, day: str, added: str) -> str:
    """Whether a text that a record got on `day` is confidential by it.

    Without that day, it was written on an unknown day after `added`.
    """
    since = _overlaps(f"{table}.advisor_id", f"{table}.{added}", _FOREVER)
    return f"CASE WHEN {table}.{day} IS NULL THEN {since} ELSE {_on(table, day)} END"


def made_from(source: str, table: str, private: str) -> str:
    """Whether the record of `source` that one was made from is `private`."""
    return f"coalesce((SELECT {private} FROM {source} WHERE id = {table}.{source}_id), 0)"


def private_if(table: str, *reasons: str) -> str:
    """Whether a record is marked private, or has one of the reasons and is not released."""
    return f"coalesce({table}.private, {' OR '.join(reasons)})"


def _text_private(table: str, column: str, record: str, *reasons: str) -> str:
    """Whether a later text is, as the `record` or for its own reasons; False if there is none."""
    return f"({table}.{column} IS NOT NULL AND ({record} OR {private_if(table, *reasons)}))"


GOAL = "coalesce(goal.private, 0)"
"""A goal is with nobody alone, so it is private only if it is marked; its steps are like it."""
MEETING = private_if("meeting", _on("meeting", "met_on"))
EXCHANGE = private_if(
    "exchange", _on("exchange", "exchanged_on"), made_from("meeting", "exchange", MEETING)
)
PROMISE = private_if(
    "promise",
    _on("promise", "made_on"),
    made_from("meeting", "promise", MEETING),
    made_from("exchange", "promise", EXCHANGE),
)
PROMISE_NOTE = _text_private("promise", "note", PROMISE, _later("promise", "done_on", "made_on"))
ADVICE = private_if("advice", _on("advice", "given_on"), made_from("meeting", "advice", MEETING))
ADVICE_OUTCOME = _text_private(
    "advice", "outcome", ADVICE, _later("advice", "outcome_on", "given_on")
)
AGENDA_ITEM = private_if(
    "agenda_item",
    _on("agenda_item", "added_on"),
    made_from("goal", "agenda_item", GOAL),
)
AGENDA_ANSWER = _text_private(
    "agenda_item",
    "answer",
    AGENDA_ITEM,
    made_from("meeting", "agenda_item", MEETING),
    _later("agenda_item", "closed_on", "added_on"),
)
OCCASION = private_if("occasion", _on("occasion", "added_on"), _on("occasion", "occurs_on"))
"""Either day decides: a birthday told in confidence may be of any year."""
OCCASION_NOTE = _text_private(
    "occasion", "note", OCCASION, _later("occasion", "done_on", "added_on")
)
TRANSITION = _on("transition", "changed_on")
"""The words of a change of status: how, about and the note. It has no mark of its own."""
REVIEW_ANSWER = private_if(
    "review_answer",
    _overlaps(
        "review_answer.advisor_id",
        "review.started_on",
        "coalesce(review.completed_on, review.started_on)",
    ),
)
"""In a query that joins `review`."""
AGREEMENT = _overlaps("agreement.advisor_id", "'0000-01-01'", _FOREVER)
"""The text of an agreement that ever was confidential, which keeps no day of each change."""
CONFIDENTIAL_SINCE = (
    "(SELECT min(from_on) FROM confidential_period AS period"
    " WHERE period.advisor_id = agreement.advisor_id AND period.until_on IS NULL)"
)
"""Since when an agreement is confidential; NULL if it is not."""

_BY_TABLE = {
    "meeting": MEETING,
    "exchange": EXCHANGE,
    "promise": PROMISE,
    "advice": ADVICE,
    "agenda_item": AGENDA_ITEM,
    "goal": GOAL,
    "occasion": OCCASION,
}


def is_private(connection: sqlite3.Connection, table: str, row_id: int) -> bool:
    """Whether a record is private."""
    query = f"SELECT {_BY_TABLE[table]} FROM {table} WHERE id = ?"
    return bool(connection.execute(query, (row_id,)).fetchone()[0])


def private_answers(connection: sqlite3.Connection, advisor_id: int) -> set[int]:
    """The ids of the review answers about an advisor that are private."""
    query = (
        "SELECT review_answer.id FROM review_answer JOIN review ON review.id = review_id"
        f" WHERE advisor_id = ? AND {REVIEW_ANSWER}"
    )
    return {answer_id for (answer_id,) in connection.execute(query, (advisor_id,))}


def is_confidential_on(connection: sqlite3.Connection, advisor_id: int, day: date) -> bool:
    """Whether what happened with an advisor on a day is private by agreement."""
    query = f"SELECT {_overlaps(':advisor_id', ':day', ':day')}"
    values = {"advisor_id": advisor_id, "day": day.isoformat()}
    return bool(connection.execute(query, values).fetchone()[0])


def open_meetings_count(connection: sqlite3.Connection, advisor_id: int) -> int:
    """How many meetings held with an advisor are not private."""
    query = (
        f"SELECT count(*) FROM meeting WHERE advisor_id = ? AND status = 'held' AND NOT {MEETING}"
    )
    count: int = connection.execute(query, (advisor_id,)).fetchone()[0]
    return count


def is_private_by_agreement(connection: sqlite3.Connection, meeting_id: int) -> bool:
    """Whether a meeting is private because of its day, and not because it was marked."""
    query = f"SELECT private IS NULL AND {MEETING} FROM meeting WHERE id = ?"
    return bool(connection.execute(query, (meeting_id,)).fetchone()[0])
