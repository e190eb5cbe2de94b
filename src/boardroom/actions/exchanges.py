"""Give and take: exchanges given to an advisor and received from one.

A received introduction makes the promise to follow it up, which is kept in step with it.
"""

from __future__ import annotations

from datetime import date

from boardroom.actions.promises import add_promise
from boardroom.rules import exchanges as rule
from boardroom.rules.calendar import check_not_future
from boardroom.rules.fields import format_changes
from boardroom.rules.promises import follow_up_due_on, format_next_promise
from boardroom.rules.text import brief, clean, one_of, optional
from boardroom.store.rows import Advisor, Exchange, Promise
from boardroom.store.work import Done, Work


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
) -> Done:
    """Notes what was `given` to an advisor or `received` from one, on a day (default: today).

    Kind and person default to those read from the text. A received introduction makes the promise
    to contact the person.

    Raises:
        NotFound: there is no such advisor.
        BadInput: a text can't be kept, there is no such kind, or the day is ahead.
    """
    advisor = work.get(Advisor, advisor_id)
    cleaned = clean(text, what="text")
    chosen = rule.kind_of(cleaned) if kind is None else _kind(kind)
    who = rule.person_in(chosen, cleaned) if person is None else _person(person)
    exchanged_on = on or work.today
    check_not_future(exchanged_on, direction, today=work.today)
    exchange = work.add(
        Exchange(
            advisor_id=advisor_id,
            direction=direction,
            kind=chosen,
            text=cleaned,
            person=who,
            exchanged_on=exchanged_on,
            meeting_id=meeting_id,
        )
    )
    promise = _update_follow_up(work, exchange, None)
    given = direction == "given"
    verb = (
        f"Gave {advisor.name} {exchange.ref}"
        if given
        else f"Got {exchange.ref} from {advisor.name}"
    )
    about = f", about {who}" if who and who not in cleaned else ""
    return work.did(f"{verb}: {brief(cleaned)}{about}{promise}", exchange.id)


def edit_exchange(
    work: Work,
    exchange_id: int,
    *,
    text: str | None = None,
    kind: str | None = None,
    person: str | None = None,
    exchanged_on: date | None = None,
    direction: str | None = None,
) -> Done:
    """Changes the fields given; an empty person clears it.

    A person that was read from the text follows the text. So does the promise that a received
    introduction made, while it is open.

    Raises:
        NotFound: there is no such exchange.
        BadInput: a text can't be kept, there is no such kind or direction, or the day is ahead.
    """
    exchange = work.get(Exchange, exchange_id)
    read_person = rule.person_in(exchange.kind, exchange.text)
    old_follow_up = _follow_up(exchange)
    if text is not None:
        exchange.text = clean(text, what="text")
    if kind is not None:
        exchange.kind = _kind(kind)
    if direction is not None:
        exchange.direction = one_of(direction, rule.DIRECTIONS, "direction")
    if exchanged_on is not None:
        check_not_future(exchanged_on, exchange.direction, today=work.today)
        exchange.exchanged_on = exchanged_on
    if person is not None:
        exchange.person = _person(person)
    elif exchange.person == read_person:
        exchange.person = rule.person_in(exchange.kind, exchange.text)
    changes = work.changes(exchange, rule.FIELDS)
    promise = _update_follow_up(work, exchange, old_follow_up)
    return work.did(
        f"Changed {_name(work, exchange)}: {format_changes(changes)}{promise}",
        exchange.id,
        changes=changes,
    )


def remove_exchange(work: Work, exchange_id: int) -> Done:
    """Removes an exchange, and the promises that followed from it.

    Raises:
        NotFound: there is no such exchange.
    """
    exchange = work.get(Exchange, exchange_id)
    refs = " and ".join(promise.ref for promise in _promises(work, exchange))
    along = f", and with it {refs}" if refs else ""
    summary = f"Removed {_name(work, exchange)}: {brief(exchange.text)}{along}"
    work.delete(exchange)  # the schema's cascade takes the promises
    return work.did(summary, exchange_id)


def _update_follow_up(work: Work, exchange: Exchange, old: str | None) -> str:
    """Adds, changes or removes the promise to follow up; `old` is the text it should have had.

    Returns what this adds to the summary.
    """
    new = _follow_up(exchange)
    promises = _promises(work, exchange)
    open_promises = [promise for promise in promises if promise.done_on is None]
    if new is None:
        for promise in open_promises:
            work.delete(promise)
        return "".join(f", without {promise.ref}" for promise in open_promises)
    if promises or old is not None:  # it was made, even if it has been removed since
        # One that the user reworded stays.
        outdated = [promise for promise in open_promises if promise.text == old != new]
        for promise in outdated:
            promise.text = new
        return "".join(f"; your promise {promise.ref}: {new}" for promise in outdated)
    due_on = follow_up_due_on(exchange.exchanged_on, today=work.today)
    done = add_promise(
        work,
        exchange.advisor_id,
        new,
        by_whom="me",
        due_on=due_on,
        kind="follow_up",
        meeting_id=exchange.meeting_id,
        exchange_id=exchange.id,
    )
    return format_next_promise(done.id, new, due_on)


def _follow_up(exchange: Exchange) -> str | None:
    return rule.follow_up(exchange.direction, exchange.kind, exchange.text, exchange.person)


def _promises(work: Work, exchange: Exchange) -> list[Promise]:
    """The promises that followed from an exchange, in the order of adding."""
    return work.find(Promise, exchange_id=exchange.id)


def _kind(given: str) -> str:
    return one_of(given, rule.KINDS, "kind of exchange")


def _person(given: str) -> str | None:
    return optional(given, "person's name")


def _name(work: Work, exchange: Exchange) -> str:
    name = work.get(Advisor, exchange.advisor_id).name
    return f"{exchange.ref}, {rule.direction_words(exchange.direction)} {name}"
