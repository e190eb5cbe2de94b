"""One person's part of a report: meetings, promises, advice, give and take."""

from __future__ import annotations

from datetime import date

from boardroom.queries.advice import AdviceView
from boardroom.queries.advisors import AdvisorView
from boardroom.queries.meetings import MeetingView
from boardroom.queries.promises import PromiseView
from boardroom.queries.report import PersonYear, PromiseTotals
from boardroom.record import Record
from boardroom.render.board_mentees import window_words
from boardroom.render.charts import Axis, scale
from boardroom.render.formatting import plural
from boardroom.render.letter_words import times_words
from boardroom.render.report_charts import (
    advice_track,
    meeting_strip,
)
from boardroom.render.report_exchanges import exchange_figure, exchange_words
from boardroom.render.report_tables import (
    DataCell,
    DataTable,
    Figure,
    open_state,
    unbroken,
    unbroken_day,
)
from boardroom.rules.advice import status_words
from boardroom.rules.day_format import format_day
from boardroom.rules.due_items import can_be_overdue
from boardroom.rules.meetings import noun
from boardroom.rules.seats import takes_seat


class PersonPart(Record):
    """A person's part of the page; a table or figure is None if there is nothing for it."""

    name: str
    about: str
    standing: str
    meetings: Figure | None
    promise_counts: str
    promises: DataTable | None
    advice_counts: str
    advice: DataTable | None
    exchange_counts: str
    exchanges: Figure | None


def person_part(year: PersonYear, axis: Axis, *, today: date) -> PersonPart:
    """The part about one person, along the same axis as everybody's."""
    person = year.person
    return PersonPart(
        person.name,
        " · ".join(text for text in (person.seat, person.title, person.org) if text),
        _standing(person, today),
        _meetings(year, axis, today) if year.meetings or year.waits else None,
        _promise_counts(year),
        _promises(year, today) if year.promises else None,
        f"{plural(year.given_count, 'piece of advice')} given, {reported_words(year.told_count)}."
        if year.given_count or year.told_count or year.advice
        else "",
        _advice(year, today) if year.advice else None,
        exchange_words(year),
        exchange_figure(year, axis, today) if year.exchanges else None,
    )


def reported_words(count: int) -> str:
    """How often advice was reported back, whenever it was given: “reported back twice”."""
    return f"reported back {times_words(count)}" if count else "never reported back"


def _standing(person: AdvisorView, today: date) -> str:
    standing = person.standing
    if standing.status == "alumni":
        return f"Off the board since {format_day(standing.since)}."
    since = f", on the board since {format_day(standing.joined_on)}" if standing.joined_on else ""
    words = unbroken(window_words(person, today))
    met = "" if person.last_met_on else ", never met"
    return f"{words[:1].upper()}{words[1:]}{met}{since}."


def _meetings(year: PersonYear, axis: Axis, today: date) -> Figure:
    waits = {wait.until_on: wait for wait in year.waits}
    rows = []
    for meeting in year.meetings:
        wait = waits.pop(meeting.on, None) if meeting.status == "held" else None
        rows.append(
            (
                DataCell(format_day(meeting.on)),
                DataCell(f"{noun(meeting.way)}, {meeting.minutes} min"),
                _meeting_state(meeting, today),
                _wait(wait.days, year.person.window, within=wait.within) if wait else DataCell("–"),
            )
        )
    rows += [
        (
            DataCell(format_day(wait.until_on)),
            DataCell("today" if wait.until_on == today else "last day on the board"),
            DataCell("no meeting"),
            _wait(wait.days, year.person.window, within=wait.within),
        )
        for wait in waits.values()
    ]
    return Figure(
        meeting_strip(year, axis, today=today),
        "● held, ○ planned, × cancelled or missed; thick: a wait past"
        f" {unbroken(year.person.window)}; dotted: today",
        DataTable(
            f"Meetings with {year.person.name}", ("Day", "How", "State", "Wait before"), tuple(rows)
        ),
    )


def _meeting_state(meeting: MeetingView, today: date) -> DataCell:
    if meeting.status == "planned" and meeting.on < today:
        return DataCell("planned", "not logged", kind="due")
    return DataCell(meeting.status)


def _wait(days: int, window: str, *, within: bool) -> DataCell:
    if within:
        return DataCell(plural(days, "day"))
    return DataCell(plural(days, "day"), f"past {unbroken(window)}", kind="overdue")


def _promise_counts(year: PersonYear) -> str:
    sides = (
        _side("you", year.mine),
        _side("they", year.theirs),
    )
    words = "; ".join(side for side in sides if side)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _side(who: str, totals: PromiseTotals) -> str:
    counts = [
        f"{verb} {count}"
        for verb, count in (
            ("kept", totals.kept_count),
            ("dropped", totals.dropped_count),
            ("still owe", totals.open_count),
        )
        if count
    ]
    return f"{who} {', '.join(counts)}" if counts else ""


def _promises(year: PersonYear, today: date) -> DataTable:
    return DataTable(
        f"Promises between you and {year.person.name}",
        ("Promise", "Whose", "By", "State"),
        tuple(
            (
                DataCell(promise.text),
                DataCell("yours" if promise.by_whom == "me" else "theirs"),
                DataCell(unbroken_day(promise.due_on, today) if promise.due_on else "no day"),
                _promise_state(promise, today),
            )
            for promise in year.promises
        ),
    )


def _promise_state(promise: PromiseView, today: date) -> DataCell:
    can_be_late = can_be_overdue(promise.by_whom, promise.kind)
    if promise.done_on is not None:
        day = unbroken_day(promise.done_on, today)
        past = promise.due_on is not None and promise.done_on > promise.due_on
        if promise.status == "kept" and past and can_be_late:
            return DataCell("kept", f"{day}, late")
        return DataCell(promise.status, day, kind="good" if promise.status == "kept" else "")
    return open_state(promise.due_on, today, can_be_late=can_be_late)


def _advice(year: PersonYear, today: date) -> DataTable:
    axis = Axis(min(piece.given_on for piece in year.advice), today)
    return DataTable(
        f"{_advice_title(year.person)}, from the day it was given to the day it was reported back",
        ("Advice", "Given to told", "State"),
        tuple(
            (
                DataCell(piece.text, piece.outcome or ""),
                DataCell("", chart=advice_track(piece, axis, today=today)),
                _advice_state(piece, today),
            )
            for piece in year.advice
        ),
        scale(axis),
    )


def _advice_title(person: AdvisorView) -> str:
    return (
        f"Advice of {person.name}" if takes_seat(person.role) else f"Your advice to {person.name}"
    )


def _advice_state(piece: AdviceView, today: date) -> DataCell:
    words = status_words(piece.status)
    if piece.reported_on is not None:
        told = f"told {unbroken_day(piece.reported_on, today)}"
        return DataCell(words, told, kind="good" if piece.status == "worked" else "")
    if piece.status in ("new", "trying"):
        return DataCell(words)
    return DataCell(words, "not told yet", kind="due")
