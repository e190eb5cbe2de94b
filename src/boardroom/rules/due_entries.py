"""The entries of the morning list: the items of one person, one goal or the review, in one place.

An entry has the severity of its worst item, and one command to type next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from boardroom.record import Record
from boardroom.rules.due_items import GoalDate, Item, OpenPromise, PlannedMeeting

MOST_FACTS = 3


class Entry(Record):
    """The items of a person, of a goal, or of the review (neither), by their places in the list.

    `next_item` is the place of the item whose command is shown, and `next_kind` the kind of that
    command. `meets_first` is the place of the meeting of today or tomorrow, if there is one.
    """

    severity: str
    handle: str | None
    goal: str | None
    items: tuple[int, ...]
    next_item: int
    next_kind: str
    meets_first: int | None


def entries(items: Sequence[Item], *, today: date) -> list[Entry]:
    """The entries of a sorted list: those whom one meets today and tomorrow, then by severity."""
    places: dict[tuple[str | None, str | None], list[int]] = {}
    for place, item in enumerate(items):
        goal = item.subject.goal if isinstance(item.subject, GoalDate) else None
        places.setdefault((item.handle, goal), []).append(place)
    made = [
        _entry(items, handle, goal, tuple(group), today) for (handle, goal), group in places.items()
    ]
    meeting = [entry for entry in made if entry.meets_first is not None]
    meeting.sort(key=lambda entry: _when(items[entry.meets_first or 0]))
    return meeting + [entry for entry in made if entry.meets_first is None]


def count(entries: Iterable[Entry], severities: Iterable[str]) -> dict[str, int]:
    """The number of entries of each severity."""
    found = [entry.severity for entry in entries]
    return {severity: found.count(severity) for severity in severities}


def facts(entry: Entry, items: Sequence[Item], *, today: date) -> list[int]:
    """The places of the items to put into words, most pressing first.

    An empty agenda stands for its meeting, which comes first if it is today or tomorrow.
    """
    empty = {items[place].ref for place in entry.items if items[place].kind == "agenda"}
    places = [
        place
        for place in entry.items
        if items[place].kind != "upcoming" or items[place].ref not in empty
    ]
    return sorted(places, key=lambda place: not _is_meeting_ahead(items[place], today))


def most_pressing(places: Sequence[int], items: Sequence[Item], *, today: date) -> list[int]:
    """At most three of the places, and all that is the user's own and late or due today."""
    needed = [place for place in places if _is_needed(items[place], today)]
    room = max(MOST_FACTS - len(needed), 0)
    others = [place for place in places if place not in needed][:room]
    return [place for place in places if place in needed or place in others]


def _entry(
    items: Sequence[Item],
    handle: str | None,
    goal: str | None,
    places: tuple[int, ...],
    today: date,
) -> Entry:
    unlogged = next((place for place in places if items[place].kind == "unlogged"), None)
    ahead = [place for place in places if _is_meeting_ahead(items[place], today)]
    meets_first = min(ahead, key=lambda place: _when(items[place]), default=None)
    worst = places[0]
    next_item, next_kind = worst, items[worst].kind
    if unlogged is not None:
        next_item, next_kind = unlogged, "unlogged"
    elif meets_first is not None:
        plan = items[meets_first].subject
        has_agenda = isinstance(plan, PlannedMeeting) and plan.agenda_count > 0
        next_item, next_kind = meets_first, "upcoming" if has_agenda else "agenda"
    return Entry(items[worst].severity, handle, goal, places, next_item, next_kind, meets_first)


def _is_meeting_ahead(item: Item, today: date) -> bool:
    """Whether an item is a meeting of today or tomorrow."""
    return item.kind in ("upcoming", "agenda") and item.on <= today + timedelta(days=1)


def _is_needed(item: Item, today: date) -> bool:
    """Whether an item can't be left out of its entry."""
    if item.kind == "unlogged" or _is_meeting_ahead(item, today):
        return True
    if isinstance(item.subject, OpenPromise):
        return item.subject.by_whom == "me" and item.on <= today
    return item.kind in ("goal", "occasion") and item.severity != "soon"


def _when(item: Item) -> tuple[date, str, str]:
    """What the meetings ahead are sorted by: those without a time come last in their day."""
    plan = item.subject
    start_time = plan.start_time if isinstance(plan, PlannedMeeting) else None
    return item.on, start_time or "~", item.handle or ""
