"""What came of a logged meeting, as labelled lines for a screen; `meeting_words` has a sentence."""

from __future__ import annotations

from datetime import date

from boardroom.queries.exchanges import ExchangeView
from boardroom.queries.meeting_contents import MeetingContents
from boardroom.queries.meetings import MeetingView
from boardroom.render.exchanges import format_name_offer, format_second_person
from boardroom.render.meeting_words import promise_and_day
from boardroom.rules.text import brief

_FIRST_WORDS = 100


def log_details(
    view: MeetingView,
    contents: MeetingContents,
    today: date,
    *,
    new_item_count: int = 0,
    changes: tuple[str, ...] = (),
    following: str = "",
) -> tuple[tuple[str, str], ...]:
    """A line for each record of the meeting and each change of one on file, and the first words.

    `new_item_count` is how many items it put on the agenda, and `following` when the next meeting
    is due.
    """
    rows = [("covered", f"{item.ref} {brief(item.text)}") for item in contents.covered]
    if new_item_count:
        rows.append(("agenda", f"{new_item_count} new"))
    rows += [
        ("you advised" if piece.role == "mentee" else "advice", f"{piece.ref} {brief(piece.text)}")
        for piece in contents.advice
    ]
    rows += [("promises", promise_and_day(promise, today)) for promise in contents.promises]
    rows += [("exchange", _exchange_words(exchange)) for exchange in contents.exchanges]
    rows += [("changed", change) for change in changes]
    if view.notes:
        rows.append(("notes", brief(view.notes, _FIRST_WORDS)))
    if following:
        rows.append(("next", following))
    return tuple(rows)


def _exchange_words(exchange: ExchangeView) -> str:
    verb = "gave" if exchange.direction == "given" else "got"
    offer = f"{format_name_offer([exchange])}{format_second_person([exchange])}"
    return f"{exchange.ref} {verb} {brief(exchange.text)}{offer}"
