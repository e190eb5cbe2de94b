"""Promises, both ways: making, changing and keeping them, and those that a meeting or an introduction makes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from sqlmodel import col, select

from boardroom.models import Advisor, Exchange, Meeting, Promise
from boardroom.queries.settings import settings
from boardroom.rules import promises as rule
from boardroom.rules.advisor import one_of, optional
from boardroom.rules.day_format import format_day
from boardroom.rules.past import check_come
from boardroom.rules.text import brief, clean
from boardroom.store.work import Work


def add_promise(
    work: Work,
    advisor_id: int,
    text: str,
    *,
    by_whom: str,
    due_on: date | None = None,
    kind: str = "promise",
    meeting_id: int | None = None,
    exchange_id: int | None = None,
) -> int:
    """Notes what `me` or `them` promised; returns the row id. One made in a meeting is of its day, any other of today.

    Raises:
        BadInput: the text can't be kept.
    """
    advisor = work.get(Advisor, advisor_id)
    made_on = work.today if meeting_id is None else work.get(Meeting, meeting_id).met_on
    promise = Promise(
        advisor_id=advisor_id,
        by_whom=by_whom,
        text=clean(text, what="promise"),
        kind=kind,
        made_on=made_on,
        due_on=due_on,
        meeting_id=meeting_id,
        exchange_id=exchange_id,
    )
    work.add(promise)
    by = f", by {format_day(due_on)}" if due_on else ""
    whose = f"Promised {advisor.name}" if by_whom == "me" else f"{advisor.name} promised"
    work.summary = f"{whose} {_ref(promise)}: {brief(promise.text)}{by}"
    return _id(promise)


def edit_promise(
    work: Work,
    promise_id: int,
    *,
    text: str | None = None,
    by_whom: str | None = None,
    due_on: date | Literal[""] | None = None,
    done_on: date | Literal[""] | None = None,
    note: str | None = None,
) -> None:
    """Changes what is given of a promise; an empty day or note takes it away, so that one without `done_on` is open again.

    One that was open and is kept then asks for what `keep_promises` asks for.

    Raises:
        NotFound: there is no such promise.
        BadInput: a text can't be kept, it is nobody's, or it would be kept on a day to come.
    """
    promise = _promise(work, promise_id)
    was_open, had_day = promise.done_on is None, promise.due_on is not None
    if text is not None:
        promise.text = clean(text, what="promise")
    if by_whom is not None:
        promise.by_whom = one_of(by_whom, rule.WHOSE, "side of a promise")
    if due_on is not None:
        promise.due_on = due_on or None
    if done_on is not None:
        if isinstance(done_on, date):
            check_come(done_on, "kept", today=work.today)
        promise.done_on = done_on or None
    if note is not None:
        promise.note = optional(note, "note")
    follow_up = _follow_up(work, promise) if was_open and promise.done_on else ""
    came = ", open again" if done_on == "" and not was_open else ""
    came += ", by no day any more" if due_on == "" and had_day else ""
    work.summary = f"Changed {_ref(promise)}, {_between(work, promise)}: {brief(promise.text)}{came}{follow_up}"


def remove_promise(work: Work, promise_id: int) -> None:
    """Takes a promise off file.

    Raises:
        NotFound: there is no such promise.
    """
    promise = _promise(work, promise_id)
    work.summary = f"Removed {_ref(promise)}, {_between(work, promise)}: {brief(promise.text)}"
    work.session.delete(promise)


def keep_promises(
    work: Work, promise_ids: Sequence[int], *, on: date | None = None, note: str | None = None
) -> None:
    """Notes that promises were kept, all or none, today where `on` is None; the note, if there is one, is each promise's.

    Having contacted somebody whom an advisor introduced makes the promise to tell the advisor how it went.

    Raises:
        NotFound: one of them is gone, or never was.
        Refused: one was kept already.
        BadInput: the day is ahead, or the note can't be kept.
    """
    day = on or work.today
    check_come(day, "kept", today=work.today)
    said = None if note is None else clean(note, what="note")
    kept, follow_ups = [], []
    for promise in [_promise(work, promise_id) for promise_id in dict.fromkeys(promise_ids)]:
        rule.check_open(_ref(promise), promise.done_on)
        promise.done_on, promise.note = day, said or promise.note
        follow_ups.append(_follow_up(work, promise))
        kept.append(f"{_ref(promise)}, {_between(work, promise)}: {brief(promise.text)}")
    work.summary = f"Kept {'; '.join(kept)}{''.join(follow_ups)}"


def and_promised(promise_id: int, text: str, due_on: date) -> str:
    """What a promise that was made by itself adds to the summary of the change that it follows from."""
    return f"; your promise p{promise_id}: {text}, by {format_day(due_on)}"


def thank(work: Work, advisor_id: int, *, meeting_id: int, met_on: date) -> int | None:
    """Makes the promise to thank somebody for a meeting of the last 7 days; returns its row id.

    None is made where one to them is still open, or where the setting `thanks` is off.
    """
    span = settings(work.connection).thanks
    due_on = None if span is None else rule.thanks_due_on(met_on, span, today=work.today)
    if due_on is None or thanks_wait(work, advisor_id):
        return None
    name = work.get(Advisor, advisor_id).name
    return add_promise(
        work,
        advisor_id,
        f"Thank {name}",
        by_whom="me",
        due_on=due_on,
        kind="thanks",
        meeting_id=meeting_id,
    )


def thanks_wait(work: Work, advisor_id: int) -> bool:
    """Whether a promise to thank somebody is still open."""
    waiting = select(Promise).where(
        Promise.advisor_id == advisor_id, Promise.kind == "thanks", col(Promise.done_on).is_(None)
    )
    return work.session.exec(waiting).first() is not None


def _follow_up(work: Work, promise: Promise) -> str:
    """Makes the promise to tell how it went, where the one kept was the first of an introduction; what that adds to the summary."""
    if promise.kind != "follow_up" or promise.exchange_id is None:
        return ""
    of_it = select(Promise).where(
        Promise.exchange_id == promise.exchange_id,
        Promise.kind == "follow_up",
        Promise.id != promise.id,
    )
    if work.session.exec(of_it).first() is not None:
        return ""
    person = work.get(Exchange, promise.exchange_id).person
    assert promise.done_on is not None  # it was just kept
    text = rule.how_it_went(work.get(Advisor, promise.advisor_id).name, person)
    due_on = rule.follow_up_due_on(promise.done_on, today=work.today)
    told = add_promise(
        work,
        promise.advisor_id,
        text,
        by_whom="me",
        due_on=due_on,
        kind="follow_up",
        meeting_id=promise.meeting_id,
        exchange_id=promise.exchange_id,
    )
    return and_promised(told, text, due_on)


def _promise(work: Work, promise_id: int) -> Promise:
    return work.get(Promise, promise_id)


def _between(work: Work, promise: Promise) -> str:
    name = work.get(Advisor, promise.advisor_id).name
    return f"your promise to {name}" if promise.by_whom == "me" else f"{name}'s promise"


def _ref(promise: Promise) -> str:
    return f"p{promise.id}"


def _id(promise: Promise) -> int:
    assert promise.id is not None  # it has been flushed
    return promise.id
