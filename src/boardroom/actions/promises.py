"""Promises, both ways: changing, keeping and dropping them.

Keeping the promise to follow up on an introduction makes the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.actions.new_promises import make_promise
from boardroom.actions.on_file import check_new_words
from boardroom.actions.privacy import edited_fields, set_private
from boardroom.queries.private import is_private
from boardroom.rules import promises as rule
from boardroom.rules.calendar import check_not_future
from boardroom.rules.fields import Change, format_edit
from boardroom.rules.ids import PROMISE
from boardroom.rules.repetition import first_with_words
from boardroom.rules.text import brief, clean, one_of, optional
from boardroom.store.rows import Advisor, Exchange, Promise
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


def edit_promise(
    work: Work,
    promise_id: int,
    *,
    text: str | None = None,
    by_whom: str | None = None,
    due_on: date | Literal[""] | None = None,
    done_on: date | Literal[""] | None = None,
    note: str | None = None,
    private: bool | None = None,
) -> Done:
    """Changes the given fields; an empty day or note clears the field.

    `done_on` is the day it was kept; an empty one reopens a kept or dropped promise. A follow-up
    that becomes kept makes the next promise, as in `keep_promises`.

    Raises:
        NotFound: there is no such promise.
        BadInput: a text is not valid, there is no such side, or `done_on` is in the future.
        Refused: another open promise of that side has the same words.
    """
    promise = work.get(Promise, promise_id)
    was_private = is_private(work.connection, Promise.TABLE, promise_id)
    status = promise.status
    if by_whom is not None:
        promise.by_whom = one_of(by_whom, rule.SIDES, "side of a promise")
    if text is not None:
        text = clean(text, what=PROMISE.noun)
        if status == "open":
            open_promises = work.find(
                Promise, advisor_id=promise.advisor_id, by_whom=promise.by_whom, status="open"
            )
            check_new_words(promise, text, open_promises)
        promise.text = text
    if due_on is not None:
        promise.due_on = due_on or None
    if done_on is not None:
        if isinstance(done_on, date):
            check_not_future(done_on, "kept", today=work.today)
        promise.done_on = done_on or None
        promise.status = "kept" if done_on else "open"
    if note is not None:
        promise.note = optional(note, "note")
    set_private(work, promise, private=private)
    changes = _changes(work, promise, status, was_private=was_private)
    is_newly_kept = status != "kept" and promise.status == "kept"
    next_promise = _follow_up(work, promise) if is_newly_kept else ""
    return work.did(
        f"{format_edit(promise.ref, promise.text, _whose(work, promise), changes)}{next_promise}",
        promise.id,
        changes=changes,
    )


def drop_promise(work: Work, promise_id: int, *, note: str | None = None) -> Done:
    """Drops an open promise, dated today.

    Raises:
        NotFound: there is no such promise.
        Refused: it was kept, or already dropped.
        BadInput: the note is not valid.
    """
    promise = work.get(Promise, promise_id)
    rule.check_open(promise.ref, promise.status, promise.done_on, "dropped")
    promise.status, promise.done_on = "dropped", work.today
    if note is not None:
        promise.note = clean(note, what="note")
    return work.did(f"Dropped {_name(work, promise)}: {brief(promise.text)}", promise.id)


def drop_promises(work: Work, promise_ids: Sequence[int], *, note: str | None = None) -> Done:
    """Drops several open promises, all or none.

    Raises:
        NotFound, Refused, BadInput: see `drop_promise`.
    """
    drops = [drop_promise(work, promise_id, note=note) for promise_id in promise_ids]
    if len(drops) == 1:
        return drops[0]
    dropped = [work.get(Promise, promise_id) for promise_id in promise_ids]
    texts = "; ".join(f"{promise.ref} {brief(promise.text)}" for promise in dropped)
    return work.did(f"Dropped {texts}", *promise_ids)


def remove_promise(work: Work, promise_id: int) -> Done:
    """Removes a promise.

    Raises:
        NotFound: there is no such promise.
    """
    promise = work.get(Promise, promise_id)
    summary = f"Removed {_name(work, promise)}: {brief(promise.text)}"
    work.delete(promise)
    return work.did(summary, promise_id)


def keep_promises(
    work: Work, promise_ids: Sequence[int], *, on: date | None = None, note: str | None = None
) -> Done:
    """Closes promises as kept, all or none, on a day (default: today), with the same note.

    Following up on an introduction makes the promise to tell the advisor how it went.

    Raises:
        NotFound: there is no such promise.
        Refused: one was already kept, or dropped.
        BadInput: the day is in the future, or the note is not valid.
    """
    day = on or work.today
    check_not_future(day, "kept", today=work.today)
    words = None if note is None else clean(note, what="note")
    promises = [work.get(Promise, promise_id) for promise_id in dict.fromkeys(promise_ids)]
    next_promises = []
    for promise in promises:
        rule.check_open(promise.ref, promise.status, promise.done_on, "kept")
        promise.status, promise.done_on = "kept", day
        promise.note = words or promise.note
        next_promises.append(_follow_up(work, promise))
    names = "; ".join(f"{_name(work, promise)}: {brief(promise.text)}" for promise in promises)
    return work.did(f"Kept {names}{''.join(next_promises)}", *(promise.id for promise in promises))


def add_follow_up(
    work: Work,
    advisor_id: int,
    text: str,
    *,
    since: date,
    meeting_id: int | None,
    exchange_id: int,
) -> str:
    """Promises a next step after an introduction. Returns the end of the summary.

    `since` is the day the introduction was made, or the day of the previous step. If an open one
    has the same words, no second one is made.
    """
    open_ones = work.find(Promise, advisor_id=advisor_id, kind="follow_up", status="open")
    if known := first_with_words(text, open_ones):
        return f"; your promise {known.ref} stands: {known.text}"
    due_on = rule.follow_up_due_on(since, today=work.today)
    promise = make_promise(
        work,
        advisor_id,
        text,
        due_on=due_on,
        kind="follow_up",
        meeting_id=meeting_id,
        exchange_id=exchange_id,
    )
    private = is_private(work.connection, "promise", promise.id)
    return rule.format_next_promise(promise.id, text, due_on, private=private)


def _follow_up(work: Work, promise: Promise) -> str:
    """Promises to tell the advisor how an introduction went, after its first promise was kept.

    Returns the end of the summary.
    """
    if promise.kind != "follow_up" or promise.exchange_id is None:
        return ""
    if len(work.find(Promise, exchange_id=promise.exchange_id, kind="follow_up")) > 1:
        return ""
    assert promise.done_on is not None  # it was just kept
    advisor = work.get(Advisor, promise.advisor_id)
    text = rule.report_text(advisor.name, work.get(Exchange, promise.exchange_id).person)
    return add_follow_up(
        work,
        advisor.id,
        text,
        since=promise.done_on,
        meeting_id=promise.meeting_id,
        exchange_id=promise.exchange_id,
    )


def _changes(work: Work, promise: Promise, status: str, *, was_private: bool) -> tuple[Change, ...]:
    """The changes of a promise that had that status; the day of dropping has its own label."""
    changes = edited_fields(work, promise, rule.FIELDS, was_private=was_private)
    if status != "dropped":
        return changes
    return tuple(
        change
        if change.label != "kept"
        else Change("dropped", change.old, change.new)
        if promise.status == "open"
        else Change("kept", "none", change.new)
        for change in changes
    )


def _name(work: Work, promise: Promise) -> str:
    return f"{promise.ref}{_whose(work, promise)}"


def _whose(work: Work, promise: Promise) -> str:
    name = work.get(Advisor, promise.advisor_id).name
    return f", your promise to {name}" if promise.by_whom == "me" else f", {name}'s promise"
