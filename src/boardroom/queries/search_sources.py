"""The tables and columns that hold the user's texts, for `search`."""

from __future__ import annotations

from boardroom.queries import private
from boardroom.record import Record
from boardroom.rules.ids import (
    ADVICE,
    AGENDA_ITEM,
    CRITERION,
    EXCHANGE,
    GOAL,
    MEETING,
    OCCASION,
    PROMISE,
    REVIEW,
    STEP,
    Kind,
)


class Source(Record):
    """A table and its text columns, each with SQL for the day it was written.

    `advisor` is SQL for the advisor's row id, `record_id` for the number in the id, and
    `last_known` for the stored handle and name of an advisor who may have been removed. `private`
    is SQL for whether the text of a column is.
    """

    kind: str
    id_kind: Kind | None
    table: str
    columns: dict[str, str]
    advisor: str = "advisor_id"
    record_id: str = "id"
    last_known: str = "NULL AS last_handle, NULL AS last_name"
    is_about_people: bool = True
    private: dict[str, str] = {}  # noqa: RUF012  a record's fields are never changed


JSON_COLUMNS = ("nicknames", "strengths", "perspectives", "focus")
"""The columns that hold a list or an object of texts."""

_ADVISOR = (
    *("name", "nicknames", "seat", "org", "how_met", "strengths", "perspectives", "their_goals"),
    *("email", "phone", "link", "city", "notes", "title", "timezone"),
)
_AGREEMENT = ("hopes", "focus", "boundaries", "programme", "outcome")
_STEP_ADDED_ON = "coalesce(added_on, (SELECT added_on FROM goal WHERE goal.id = goal_id))"
_PROMISE_ADVISOR = "(SELECT promise.advisor_id FROM promise WHERE promise.id = promise_id)"
_STARTED_OR_COMPLETED = "coalesce(completed_on, started_on)"
_REVIEWED_ON = "(SELECT coalesce(completed_on, started_on) FROM review WHERE review.id = review_id)"
_STEP_WORDS = ("how", "about", "note")
_STEP_PRIVATE = f"(SELECT {private.GOAL} FROM goal WHERE goal.id = goal_id)"
_ANSWER_PRIVATE = (
    f"(SELECT {private.REVIEW_ANSWER} FROM review WHERE review.id = review_answer.review_id)"
)
SOURCES = (
    Source("advisor", None, "advisor", dict.fromkeys(_ADVISOR, "NULL"), advisor="id"),
    Source(
        *("transition", None, "transition", dict.fromkeys(_STEP_WORDS, "changed_on")),
        private=dict.fromkeys(_STEP_WORDS, private.TRANSITION),
    ),
    Source(
        *("meeting", MEETING, "meeting", dict.fromkeys(("place", "notes"), "met_on")),
        private=dict.fromkeys(("place", "notes"), private.MEETING),
    ),
    Source(
        "agenda",
        AGENDA_ITEM,
        "agenda_item",
        {"text": "added_on", "answer": "coalesce(closed_on, added_on)"},
        private={"text": private.AGENDA_ITEM, "answer": private.AGENDA_ANSWER},
    ),
    Source(
        *("promise", PROMISE, "promise"),
        {"text": "made_on", "note": "coalesce(done_on, made_on)"},
        private={"text": private.PROMISE, "note": private.PROMISE_NOTE},
    ),
    Source(
        "advice",
        ADVICE,
        "advice",
        {"text": "given_on", "outcome": "coalesce(outcome_on, given_on)"},
        private={"text": private.ADVICE, "outcome": private.ADVICE_OUTCOME},
    ),
    Source(
        *("exchange", EXCHANGE, "exchange", dict.fromkeys(("text", "person"), "exchanged_on")),
        private=dict.fromkeys(("text", "person"), private.EXCHANGE),
    ),
    Source(
        *("occasion", OCCASION, "occasion"),
        {"text": "added_on", "note": "coalesce(done_on, added_on)"},
        private={"text": private.OCCASION, "note": private.OCCASION_NOTE},
    ),
    Source(
        *("agreement", None, "agreement", dict.fromkeys(_AGREEMENT, "agreed_on")),
        private=dict.fromkeys(_AGREEMENT, private.AGREEMENT),
    ),
    Source(
        "goal",
        GOAL,
        "goal",
        {
            **dict.fromkeys(("title", "measure", "why"), "added_on"),
            "note": "coalesce(closed_on, added_on)",
        },
        advisor="NULL",
        private=dict.fromkeys(("title", "measure", "why", "note"), private.GOAL),
    ),
    Source(
        "step",
        STEP,
        "goal_step",
        dict.fromkeys(("text", "note"), f"coalesce(done_on, due_on, {_STEP_ADDED_ON})"),
        advisor="NULL",
        private=dict.fromkeys(("text", "note"), _STEP_PRIVATE),
    ),
    Source(
        "snooze",
        None,
        "snooze",
        {"why": "snoozed_on"},
        advisor=f"coalesce(advisor_id, {_PROMISE_ADVISOR})",
        private={"why": "1"},
    ),
    Source(
        "criterion", CRITERION, "criterion", {"text": "NULL"}, advisor="NULL", is_about_people=False
    ),
    Source(
        "review",
        REVIEW,
        "review",
        dict.fromkeys(("board_note", "need", "seek", "bring"), _STARTED_OR_COMPLETED),
        advisor="NULL",
        is_about_people=False,
    ),
    Source(
        "review",
        REVIEW,
        "review_answer",
        {"note": _REVIEWED_ON},
        private={"note": _ANSWER_PRIVATE},
        record_id="review_id",
        last_known="handle AS last_handle, name AS last_name",
    ),
)
IS_THEIRS = {
    "goal": "id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)",
    "step": "goal_id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)",
}
"""The condition on a goal or step to be about an advisor: they help with the goal."""
