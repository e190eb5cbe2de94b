"""Give and take: exchanges given to an advisor and received from one.

A received introduction makes a promise to follow up, which is updated with it.
"""

from __future__ import annotations

from datetime import date

from boardroom.actions.on_file import exchange_on_file
from boardroom.actions.privacy import edited_fields, set_private
from boardroom.actions.promises import add_follow_up
from boardroom.queries.private import is_private
from boardroom.rules import exchanges as rule
from boardroom.rules.calendar import check_not_future
from boardroom.rules.fields import format_edit
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
    private: bool | None = None,
) -> Done:
    """Adds an exchange, `given` or `received`, on a day (default: today).

    Kind and person are detected from the text by default. A received introduction makes the promise
    to contact the person. If an exchange of that day has the same words, no second one is made.

    Raises:
        NotFound: there is no such advisor.
        BadInput: a text is not valid, there is no such kind, or the day is in the future.
        Refused: the exchange on file has another kind or person.
    """
    advisor = work.get(Advisor, advisor_id)
    cleaned = clean(text, what="text")
    given_kind = None if kind is None else _kind(kind)
    given_person = None if person is None else _person(person)
    exchanged_on = on or work.today
    check_not_future(exchanged_on, direction, today=work.today)
    known = exchange_on_file(
        work,
        advisor,
        direction,
        cleaned,
        on=exchanged_on,
        kind=given_kind,
        person=given_person,
        meeting_id=meeting_id,
        private=private,
        fields=rule.FIELDS,
    )
    if known is not None:
        return work.did(f"Noted {known.ref} with {advisor.name} before", known.id)
    kind = given_kind or rule.kind_of(cleaned)
    introduced = rule.person_in(kind, cleaned) if person is None else given_person
    exchange = work.add(
        Exchange(
            advisor_id=advisor_id,
            direction=direction,
            kind=kind,
            text=cleaned,
            person=introduced,
            exchanged_on=exchanged_on,
            meeting_id=meeting_id,
        )
    )
    set_private(work, exchange, private=private)
    promise = _update_follow_up(work, exchange, None)
    verb = (
        f"Gave {advisor.name} {exchange.ref}"
        if direction == "given"
        else f"Got {exchange.ref} from {advisor.name}"
    )
    about = f", about {introduced}" if introduced and introduced not in cleaned else ""
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
    private: bool | None = None,
) -> Done:
    """Changes the given fields; an empty person clears it.

    A person that was detected from the text changes with the text. So does the open promise of a
    received introduction.

    Raises:
        NotFound: there is no such exchange.
        BadInput: a text is not valid, there is no such kind or direction, or the day is in the
            future.
    """
    exchange = work.get(Exchange, exchange_id)
    was_private = is_private(work.connection, Exchange.TABLE, exchange_id)
    detected_person = rule.person_in(exchange.kind, exchange.text)
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
    elif exchange.person == detected_person:
        exchange.person = rule.person_in(exchange.kind, exchange.text)
    set_private(work, exchange, private=private)
    changes = edited_fields(work, exchange, rule.FIELDS, was_private=was_private)
    promise = _update_follow_up(work, exchange, old_follow_up)
    return work.did(
        f"{format_edit(exchange.ref, exchange.text, _whose(work, exchange), changes)}{promise}",
        exchange.id,
        changes=changes,
    )


def remove_exchange(work: Work, exchange_id: int) -> Done:
    """Removes an exchange, and the promises that followed from it.

    Raises:
        NotFound: there is no such exchange.
    """
    exchange = work.get(Exchange, exchange_id)
    promise_refs = " and ".join(promise.ref for promise in _promises(work, exchange))
    promises = f", and with it {promise_refs}" if promise_refs else ""
    summary = f"Removed {_name(work, exchange)}: {brief(exchange.text)}{promises}"
    work.delete(exchange)  # the schema's cascade takes the promises
    return work.did(summary, exchange_id)


def _update_follow_up(work: Work, exchange: Exchange, old: str | None) -> str:
    """Adds, changes or removes the follow-up promise; `old` is the text it had by default.

    Returns the end of the summary.
    """
    new = _follow_up(exchange)
    promises = _promises(work, exchange)
    open_promises = [promise for promise in promises if promise.done_on is None]
    if new is None:
        for promise in open_promises:
            work.delete(promise)
        return "".join(f", removed {promise.ref}" for promise in open_promises)
    if promises or old is not None:  # a promise was made, even if it has been removed since
        # A promise that the user reworded stays.
        outdated = [promise for promise in open_promises if promise.text == old != new]
        for promise in outdated:
            promise.text = new
        return "".join(f"; your promise {promise.ref}: {new}" for promise in outdated)
    return add_follow_up(
        work,
        exchange.advisor_id,
        new,
        since=exchange.exchanged_on,
        meeting_id=exchange.meeting_id,
        exchange_id=exchange.id,
    )


def _follow_up(exchange: Exchange) -> str | None:
    return rule.follow_up(exchange.direction, exchange.kind, exchange.text, exchange.person)


def _promises(work: Work, exchange: Exchange) -> list[Promise]:
    """The promises that an exchange made, in the order of adding."""
    return work.find(Promise, exchange_id=exchange.id)


def _kind(text: str) -> str:
    return one_of(text, rule.KINDS, "kind of exchange")


def _person(text: str) -> str | None:
    return optional(text, "person's name")


def _name(work: Work, exchange: Exchange) -> str:
    return f"{exchange.ref}{_whose(work, exchange)}"


def _whose(work: Work, exchange: Exchange) -> str:
    name = work.get(Advisor, exchange.advisor_id).name
    return f", {rule.direction_words(exchange.direction)} {name}"
