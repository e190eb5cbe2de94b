"""One person's part of a report: meetings, promises, advice, give and take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from boardroom.queries.advice import AdviceView
from boardroom.queries.advisors import AdvisorView
from boardroom.queries.promises import PromiseView
from boardroom.queries.report import PersonYear, PromiseTotals
from boardroom.record import Record
from boardroom.render.board_mentees import window_words
from boardroom.render.charts import Axis
from boardroom.render.formatting import plural
from boardroom.render.report_charts import (
    advice_track,
    exchange_counts,
    give_and_take,
    meeting_strip,
)
from boardroom.render.report_tables import (
    DataCell,
    DataTable,
    Figure,
    unbroken,
    unbroken_day,
)
from boardroom.rules.advice import status_words
from boardroom.rules.day_format import format_day, long_month
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
    period = Axis(axis.first, today)
    return PersonPart(
        person.name,
        " · ".join(text for text in (person.seat, person.title, person.org) if text),
        _standing(person, today),
        _meetings(year, axis, today) if year.meetings or year.waits else None,
        _promise_counts(year),
        _promises(year, today) if year.promises else None,
        f"{plural(year.given_count, 'piece of advice')} given, {year.told_count} reported back."
        if year.given_count or year.told_count
        else "",
        _advice(year, period, today) if year.advice else None,
        _exchange_words(year),
        _exchanges(year, period, today) if year.exchanges else None,
    )


def _standing(person: AdvisorView, today: date) -> str:
    standing = person.standing
    if standing.status == "alumni":
        return f"Off the board since {format_day(standing.since)}."
    since = f", on the board since {format_day(standing.joined_on)}" if standing.joined_on else ""
    words = unbroken(window_words(person, today), person.window)
    return f"{words[:1].upper()}{words[1:]}{since}."


def _meetings(year: PersonYear, axis: Axis, today: date) -> Figure:
    waits = {wait.until_on: wait for wait in year.waits}
    rows = []
    for meeting in year.meetings:
        wait = waits.pop(meeting.on, None) if meeting.status == "held" else None
        rows.append(
            (
                DataCell(format_day(meeting.on)),
                DataCell(f"{noun(meeting.way)}, {meeting.minutes} min"),
                DataCell(meeting.status),
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
        f"● held  ○ planned  × cancelled or missed; thick: a wait past"
        f" {unbroken(year.person.window, year.person.window)}",
        DataTable(
            f"Meetings with {year.person.name}", ("Day", "How", "State", "Wait before"), tuple(rows)
        ),
    )


def _wait(days: int, window: str, *, within: bool) -> DataCell:
    if within:
        return DataCell(plural(days, "day"))
    return DataCell(plural(days, "day"), f"past {unbroken(window, window)}", kind="overdue")


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
                DataCell("you" if promise.by_whom == "me" else "they"),
                DataCell(unbroken_day(promise.due_on, today) if promise.due_on else "no day"),
                _promise_state(promise, today),
            )
            for promise in year.promises
        ),
    )


def _promise_state(promise: PromiseView, today: date) -> DataCell:
    if promise.done_on is not None:
        day = unbroken_day(promise.done_on, today)
        if promise.status == "kept" and promise.due_on and promise.done_on > promise.due_on:
            return DataCell("kept", f"{day}, late")
        return DataCell(promise.status, day, kind="good" if promise.status == "kept" else "")
    if promise.due_on is not None and promise.due_on < today:
        late_days = plural((today - promise.due_on).days, "day")
        return DataCell("open", f"{late_days} late", kind="overdue")
    return DataCell("open")


def _advice(year: PersonYear, axis: Axis, today: date) -> DataTable:
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


def _exchange_words(year: PersonYear) -> str:
    directions = [exchange.direction for exchange in year.exchanges]
    if not directions:
        return ""
    return f"You gave {directions.count('given')}, and got {directions.count('received')}."


def _exchanges(year: PersonYear, axis: Axis, today: date) -> Figure:
    return Figure(
        give_and_take(year.exchanges, axis, year.person.name, today=today),
        "Above the line what you gave, below it what you got",
        DataTable(
            f"Give and take with {year.person.name}",
            ("From", "You gave", "You got"),
            tuple(_exchange_rows(year, axis)),
        ),
    )


def _exchange_rows(year: PersonYear, axis: Axis) -> Iterator[tuple[DataCell, ...]]:
    for first, given, received in exchange_counts(year.exchanges, axis):
        if given or received:
            yield (
                DataCell(f"{long_month(first)} {first.year}"),
                DataCell(str(given)),
                DataCell(str(received)),
            )
