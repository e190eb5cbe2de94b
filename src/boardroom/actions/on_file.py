"""The record on file that is added again in the same words, so that it is not made twice.

Most functions return that record and note it for the user, or refuse what would be new about it.
`fields` are the editable ones of its kind, passed so that no command loads the rules of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.actions.privacy import new_privacy
from boardroom.errors import Refused
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field
from boardroom.rules.ids import KINDS
from boardroom.rules.repetition import OnFile, check_nothing_new, first_with_words, same_words
from boardroom.rules.text import brief, join_words
from boardroom.store.row import Row
from boardroom.store.rows import (
    Advice,
    Advisor,
    AgendaItem,
    Exchange,
    Goal,
    GoalHelper,
    GoalStep,
    Meeting,
    Promise,
)
from boardroom.store.work import Work

_ANOTHER = "; a second one needs other words."


def item_on_file(
    work: Work,
    advisor: Advisor,
    text: str,
    *,
    kind: str | None,
    goal_id: int | None,
    private: bool | None,
    fields: Iterable[Field],
) -> AgendaItem | None:
    """The open agenda item with the same words; None if there is none.

    Raises:
        Refused: its kind, goal or privacy is another.
    """
    open_items = work.find(AgendaItem, advisor_id=advisor.id, status="open")
    item = first_with_words(text, open_items)
    if item is not None:
        where = f"on the agenda with {advisor.name} since {format_day(item.added_on)}"
        on_file = OnFile(item.ref, where, item.text, f"agenda edit {item.ref}")
        given = {"kind": kind, "goal_id": goal_id, "private": new_privacy(work, item, private)}
        check_nothing_new(on_file, item, given, fields)
        work.note(on_file.sentence)
    return item


def promise_on_file(
    work: Work,
    advisor: Advisor,
    text: str,
    *,
    by_whom: str,
    due_on: date | None,
    meeting_id: int | None,
    private: bool | None,
    fields: Iterable[Field],
) -> Promise | None:
    """The open promise of that side with the same words; None if there is none.

    Raises:
        Refused: its day or privacy is another.
    """
    open_promises = work.find(Promise, advisor_id=advisor.id, by_whom=by_whom, done_on=None)
    promise = first_with_words(text, open_promises)
    if promise is not None:
        side = f"promised to {advisor.name}" if by_whom == "me" else f"promised by {advisor.name}"
        by = "" if promise.due_on is None else f", by {format_day(promise.due_on)}"
        where = f"{side} on {format_day(promise.made_on)}"
        on_file = OnFile(promise.ref, where, promise.text, f"promise edit {promise.ref}")
        given = {"due_on": due_on, "private": new_privacy(work, promise, private)}
        check_nothing_new(on_file, promise, given, fields, another=_ANOTHER)
        if not _made_in(promise, meeting_id, work, promise.made_on):
            work.note(f"{on_file.sentence}{by}")
    return promise


def advice_on_file(
    work: Work,
    advisor: Advisor,
    text: str,
    *,
    on: date,
    meeting_id: int | None,
    private: bool | None,
    fields: Iterable[Field],
) -> Advice | None:
    """The advice of that day with the same words; None if there is none.

    That of another meeting of the day is other advice.

    Raises:
        Refused: its privacy is another.
    """
    of_day = work.find(Advice, advisor_id=advisor.id, given_on=on)
    advice = first_with_words(text, (piece for piece in of_day if _may_be_of(piece, meeting_id)))
    if advice is not None:
        where = f"noted from {advisor.name} on {format_day(on)}"
        on_file = OnFile(advice.ref, where, advice.text, f"advice edit {advice.ref}")
        check_nothing_new(on_file, advice, {"private": new_privacy(work, advice, private)}, fields)
        if not _made_in(advice, meeting_id, work, on):
            work.note(on_file.sentence)
    return advice


def exchange_on_file(
    work: Work,
    advisor: Advisor,
    direction: str,
    text: str,
    *,
    on: date,
    kind: str | None,
    person: str | None,
    meeting_id: int | None,
    private: bool | None,
    fields: Iterable[Field],
) -> Exchange | None:
    """The exchange of that direction and day with the same words; None if there is none.

    That of another meeting of the day is another exchange.

    Raises:
        Refused: its kind, person or privacy is another.
    """
    of_day = work.find(Exchange, advisor_id=advisor.id, direction=direction, exchanged_on=on)
    exchange = first_with_words(text, (row for row in of_day if _may_be_of(row, meeting_id)))
    if exchange is not None:
        side = "given to" if direction == "given" else "received from"
        where = f"{side} {advisor.name} on {format_day(on)}"
        on_file = OnFile(exchange.ref, where, exchange.text, f"exchange edit {exchange.ref}")
        given = {
            "kind": kind,
            "person": person,
            "private": new_privacy(work, exchange, private),
        }
        check_nothing_new(on_file, exchange, given, fields)
        if not _made_in(exchange, meeting_id, work, on):
            work.note(on_file.sentence)
    return exchange


def goal_on_file(
    work: Work,
    title: str,
    *,
    horizon: str | None,
    target_on: date | None,
    measure: str | None,
    why: str | None,
    helper_ids: Sequence[int],
    private: bool | None,
    fields: Iterable[Field],
) -> Goal | None:
    """The open goal with the same words; None if there is none.

    Raises:
        Refused: its term, target day, measure, reason, privacy or helpers are others.
    """
    goal = first_with_words(title, work.find(Goal, status="open"), field="title")
    if goal is not None:
        where = f"a goal since {format_day(goal.added_on)}"
        on_file = OnFile(goal.ref, where, goal.title, f"goal edit {goal.ref}")
        given = {
            "horizon": horizon,
            "target_on": target_on,
            "measure": measure,
            "why": why,
            "private": new_privacy(work, goal, private),
        }
        linked = {link.advisor_id for link in work.find(GoalHelper, goal_id=goal.id)}
        new = [work.get(Advisor, helper) for helper in helper_ids if helper not in linked]
        handles = " ".join(helper.handle for helper in new)
        names = f"helped by {join_words([helper.name for helper in new])}"
        more = [(names, f"goal link {goal.ref} {handles}")] if new else []
        check_nothing_new(on_file, goal, given, fields, more=more)
        work.note(on_file.sentence)
    return goal


def step_on_file(
    work: Work, goal: Goal, text: str, *, due_on: date | None, fields: Iterable[Field]
) -> GoalStep | None:
    """The open step of that goal with the same words; None if there is none.

    Raises:
        Refused: its day is another.
    """
    step = first_with_words(text, work.find(GoalStep, goal_id=goal.id, done_on=None))
    if step is not None:
        by = "" if step.due_on is None else f", by {format_day(step.due_on)}"
        on_file = OnFile(
            step.ref, f"a step towards {goal.ref}", step.text, f"goal step edit {step.ref}"
        )
        check_nothing_new(on_file, step, {"due_on": due_on}, fields, another=_ANOTHER)
        work.note(f"{on_file.sentence}{by}")
    return step


def check_new_words(record: Row, text: str, on_file: Iterable[Row], *, field: str = "text") -> None:
    """Checks that new words for a record are not those of another one on file.

    Raises:
        Refused: another one has them.
    """
    others = [other for other in on_file if other.id != record.id]
    other = first_with_words(text, others, field=field)
    if other is not None and same_words(text) != same_words(getattr(record, field)):
        raise Refused(
            f"{other.ref} has these words already: {brief(text)}.",
            f"To keep that one alone: boardroom {KINDS[record.LETTER].command} rm {record.ref}",
        )


def _may_be_of(record: Advice | Exchange, meeting_id: int | None) -> bool:
    """Whether a record may be one of that meeting: it is noted in none, or no meeting is meant."""
    return meeting_id is None or record.meeting_id in (None, meeting_id)


def _made_in(
    record: Promise | Advice | Exchange, meeting_id: int | None, work: Work, on: date
) -> bool:
    """Whether a record of the day `on` is now one of that meeting's, which is logged after it."""
    if meeting_id is None or record.meeting_id is not None:
        return False
    if work.get(Meeting, meeting_id).met_on != on:
        return False
    record.meeting_id = meeting_id
    return True
