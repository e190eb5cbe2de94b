"""Give and take: noting what was given to an advisor and received from one, and what an introduction then asks for."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from boardroom.actions.promises import add_promise, and_promised
from boardroom.models import Advisor, Exchange, Promise
from boardroom.rules import exchanges as rule
from boardroom.rules.advisor import one_of, optional
from boardroom.rules.past import check_come
from boardroom.rules.promises import follow_up_due_on
from boardroom.rules.text import brief, clean
from boardroom.store.work import Work


def note_exchange(
    work: Work,
    advisor_id: int,
    direction: str,
    text: str,
    *,
    kind: str | None = None,
    person: str | None = None,
    on: date | None = None,
    meeting_id: int | None = None,
) -> int:
    """Notes what was `given` to somebody or `received` from them, today where `on` is None; returns the row id.

    Kind and person are read from the text where they are None. A received introduction makes the promise to contact that person.

    Raises:
        BadInput: a text can't be kept, there is no such kind, or the day is ahead.
    """
    advisor = work.get(Advisor, advisor_id)
    cleaned = clean(text, what="text")
    chosen = rule.kind_of(cleaned) if kind is None else _kind(kind)
    exchange = Exchange(
        advisor_id=advisor_id,
        direction=direction,
        kind=chosen,
        text=cleaned,
        person=rule.person_in(chosen, cleaned)
        if person is None
        else optional(person, "person's name"),
        exchanged_on=on or work.today,
        meeting_id=meeting_id,
    )
    check_come(exchange.exchanged_on, direction, today=work.today)
    work.add(exchange)
    promised = _keep_follow_up(work, exchange, None)
    did = (
        f"Gave {advisor.name} {_ref(exchange)}"
        if direction == "given"
        else f"Got {_ref(exchange)} from {advisor.name}"
    )
    work.summary = f"{did}: {brief(cleaned)}{_about(exchange)}{promised}"
    return _id(exchange)


def edit_exchange(
    work: Work,
    exchange_id: int,
    *,
    text: str | None = None,
    kind: str | None = None,
    person: str | None = None,
    on: date | None = None,
    direction: str | None = None,
) -> None:
    """Changes what is given of an exchange; an empty person takes them away.

    A person that was read from the text follows it, and so does the promise that a received introduction made, as long as it is open.

    Raises:
        NotFound: there is no such exchange.
        BadInput: a text can't be kept, there is no such kind or direction, or the day is ahead.
    """
    exchange = _exchange(work, exchange_id)
    was_read = rule.person_in(exchange.kind, exchange.text)
    was_owed, was_about = _owed(exchange), exchange.person
    if text is not None:
        exchange.text = clean(text, what="text")
    if kind is not None:
        exchange.kind = _kind(kind)
    if direction is not None:
        exchange.direction = one_of(direction, rule.DIRECTIONS, "direction")
    if on is not None:
        check_come(on, exchange.direction, today=work.today)
        exchange.exchanged_on = on
    if person is not None:
        exchange.person = optional(person, "person's name")
    elif exchange.person == was_read:
        exchange.person = rule.person_in(exchange.kind, exchange.text)
    promised = _keep_follow_up(work, exchange, was_owed)
    about = _about(exchange) if exchange.person != was_about else ""
    about = (
        ", about nobody" if person is not None and was_about and exchange.person is None else about
    )
    work.summary = f"Changed {_named(work, exchange)}: {brief(exchange.text)}{about}{promised}"


def remove_exchange(work: Work, exchange_id: int) -> None:
    """Takes an exchange off file, with the promises that followed from it.

    Raises:
        NotFound: there is no such exchange.
    """
    exchange = _exchange(work, exchange_id)
    along = " and ".join(f"p{promise.id}" for promise in _promises(work, exchange))
    work.summary = f"Removed {_named(work, exchange)}: {brief(exchange.text)}{f', and with it {along}' if along else ''}"
    work.session.delete(exchange)  # the schema's cascade takes the promises


def _keep_follow_up(work: Work, exchange: Exchange, was_owed: str | None) -> str:
    """Lets what the user owes for an introduction be as the exchange now is; returns what that adds to the summary."""
    owed = _owed(exchange)
    followed = _promises(work, exchange)
    still_open = [promise for promise in followed if promise.done_on is None]
    if owed is None:
        for promise in still_open:
            work.session.delete(promise)
        return "".join(f", without p{promise.id}" for promise in still_open)
    following = [promise for promise in still_open if promise.text == was_owed and owed != was_owed]
    for promise in following:
        promise.text = owed
    if followed or was_owed is not None:
        return "".join(f"; your promise p{promise.id}: {owed}" for promise in following)
    due_on = follow_up_due_on(exchange.exchanged_on, today=work.today)
    promise_id = add_promise(
        work,
        exchange.advisor_id,
        owed,
        by_whom="me",
        due_on=due_on,
        kind="follow_up",
        meeting_id=exchange.meeting_id,
        exchange_id=exchange.id,
    )
    return and_promised(promise_id, owed, due_on)


def _about(exchange: Exchange) -> str:
    """Whom it is about, where the text does not say so itself."""
    return (
        f", about {exchange.person}"
        if exchange.person and exchange.person not in exchange.text
        else ""
    )


def _owed(exchange: Exchange) -> str | None:
    return rule.follow_up(exchange.direction, exchange.kind, exchange.text, exchange.person)


def _promises(work: Work, exchange: Exchange) -> list[Promise]:
    """The promises that followed from an exchange, as they were made."""
    return list(
        work.session.exec(
            select(Promise).where(Promise.exchange_id == exchange.id).order_by(col(Promise.id))
        )
    )


def _kind(given: str) -> str:
    return one_of(given, rule.KINDS, "kind of exchange")


def _named(work: Work, exchange: Exchange) -> str:
    name = work.get(Advisor, exchange.advisor_id).name
    return f"{_ref(exchange)}, {'given to' if exchange.direction == 'given' else 'received from'} {name}"


def _exchange(work: Work, exchange_id: int) -> Exchange:
    return work.get(Exchange, exchange_id)


def _ref(exchange: Exchange) -> str:
    return f"x{exchange.id}"


def _id(exchange: Exchange) -> int:
    assert exchange.id is not None  # it has been flushed
    return exchange.id
