"""The timeline of one person, in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date

from boardroom.queries.long_list import convert
from boardroom.queries.timeline import Event, Timeline
from boardroom.render.formatting import short_day
from boardroom.render.page import Cell, Column, Heading, Page, Prose, Table, for_pipe
from boardroom.rules.advice import status_words
from boardroom.rules.day_format import format_day
from boardroom.rules.letters import NAMES
from boardroom.rules.meetings import noun
from boardroom.rules.occasions import calls_for_wishes, format_occasion_day
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    _Facts = dict[str, Any]
    _Cut = Callable[[str], str]

_COLUMNS = (
    Column("day", fixed=True, lead=True),
    Column("id", fixed=True, lead=True),
    Column("what happened", bare=True, least=24),
)


def timeline_json(timeline: Timeline, today: date) -> Iterable[dict[str, Any]]:
    """The records of the events."""
    return convert(timeline.events, lambda event: _record(event, today))


def with_timeline(
    page: Page, timeline: Timeline, today: date, *, since: date | None, all_: str
) -> Page:
    """The page followed by the timeline; `all_` is the command that shows the whole of it."""
    rows = convert(
        timeline.events,
        lambda event: (
            Cell(short_day(event.on, today)),
            Cell(_ref(event) or "", "strong"),
            Cell(f"{event_words(event, today, brief)}{' (private)' if event.private else ''}"),
        ),
    )
    more = f"More, and older: {all_}" if timeline.has_more else ""
    nothing = f"Nothing since {format_day(since)}." if since else "Nothing yet."
    block = Table(_COLUMNS, rows, more) if timeline.events else Prose(nothing, "quiet")
    pipe = for_pipe(_pipe_row(event, today) for event in timeline.events)
    return Page(
        (*page.blocks, Heading("Timeline"), block),
        (*(page.blocks if page.pipe is None else page.pipe), pipe),
    )


def event_words(event: Event, today: date, cut: Callable[[str], str] = str) -> str:
    """The event in one line; `cut` shortens the user's texts. Notes are always cut."""
    return _WORDS[event.kind](event.event, event.facts, today, cut)


def _ref(event: Event) -> str | None:
    return str(event.ref) if event.ref else None


def _record(event: Event, today: date) -> dict[str, Any]:
    return {
        "on": event.on.isoformat(),
        "kind": event.kind,
        "event": event.event,
        "ref": _ref(event),
        "text": event_words(event, today),
        "private": event.private,
    }


def _pipe_row(event: Event, today: date) -> tuple[str | date | None, ...]:
    return (
        event.on,
        event.kind,
        event.event,
        _ref(event),
        event_words(event, today),
        "private" if event.private else None,
    )


def _step(event: str, facts: _Facts, today: date, cut: _Cut) -> str:
    how = f" {cut(facts['how'])}" if facts["how"] else ""
    about = f", about {cut(facts['about'])}" if facts["about"] else ""
    step = "joined" if event == "active" and facts.get("role") == "mentee" else _STEPS[event]
    step = "stepped back" if facts.get("by_whom") == "them" else step
    return f"{step}{how}{about}{_until(facts, today)}{_note(facts['note'], cut)}"


def _meeting(event: str, facts: _Facts, _: date, cut: _Cut) -> str:
    place = f" at {cut(facts['place'])}" if facts["place"] else ""
    status = "" if event == "held" else f" {event}"
    return f"{noun(facts['way'])}{place}{status}{_note(facts['notes'], brief)}"


def _promise(event: str, facts: _Facts, today: date, cut: _Cut) -> str:
    who = "you" if facts["by_whom"] == "me" else "they"
    if event in ("kept", "dropped"):
        return f"{who} {event}: {_with_outcome(facts['text'], facts['note'], cut)}"
    by = f", by {_day(facts['due_on'], today)}" if facts["due_on"] else ""
    return f"{who} promised: {cut(facts['text'])}{by}"


def _advice(event: str, facts: _Facts, _: date, cut: _Cut) -> str:
    if event == "given":
        by = "you advised" if facts.get("role") == "mentee" else "advised"
        return f"{by}: {cut(facts['text'])}"
    if event == "reported":
        return f"told what came of: {cut(facts['text'])}"
    return f"{status_words(event)}: {_with_outcome(facts['text'], facts['outcome'], cut)}"


def _exchange(event: str, facts: _Facts, _: date, cut: _Cut) -> str:
    text, person = facts["text"], facts["person"]
    about = f" ({cut(person)})" if person and person not in text else ""
    return f"{'you gave' if event == 'given' else 'you got'}: {cut(text)}{about}"


def _agreement(_: str, facts: _Facts, today: date, cut: _Cut) -> str:
    focus = ", ".join(map(cut, json.loads(facts["focus"])))
    confidential = ", confidential" if facts["confidential"] else ""
    on_focus = f" on {focus}" if focus else ""
    until, hopes = _until(facts, today), _note(facts["hopes"], cut)
    return f"agreed{on_focus}{until}{confidential}{hopes}"


def _review(_: str, facts: _Facts, __: date, cut: _Cut) -> str:
    scores = [f"{name} {facts[name]}" for name in _SCORES if facts[name] is not None]
    decision = [facts["decision"]] if facts["decision"] else []
    return f"{', '.join(['reviewed', *scores, *decision])}{_note(facts['note'], cut)}"


def _goal(event: str, facts: _Facts, _: date, cut: _Cut) -> str:
    return f"goal {event}: {_with_outcome(facts['title'], facts.get('note'), cut)}"


def _occasion(event: str, facts: _Facts, today: date, cut: _Cut) -> str:
    if event == "occurred":
        return f"occasion: {cut(facts['text'])}"
    if event == "asked_after":
        is_for_wishes = calls_for_wishes(facts["text"], bool(facts["yearly"]))
        did = "wished them well" if is_for_wishes else "asked after"
        return f"you {did}: {_with_outcome(facts['text'], facts['note'], cut)}"
    on, yearly = date.fromisoformat(facts["occurs_on"]), facts["yearly"]
    day = format_occasion_day(on, yearly) if yearly else short_day(on, today)
    return f"occasion noted: {cut(facts['text'])}, {day}"


def _letter(_: str, facts: _Facts, __: date, ___: _Cut) -> str:
    return f"you sent {NAMES[facts['kind']]}"


def _with_outcome(text: str, outcome: str | None, cut: _Cut) -> str:
    return f"{cut(text)} → {cut(outcome)}" if outcome else cut(text)


def _note(text: str | None, cut: _Cut) -> str:
    return f": {cut(text)}" if text else ""


def _until(facts: _Facts, today: date) -> str:
    return f" until {_day(facts['until_on'], today)}" if facts["until_on"] else ""


def _day(text: str, today: date) -> str:
    return short_day(date.fromisoformat(text), today)


_SCORES = ("value", "chemistry", "trust")
_STEPS = {
    "prospect": "considered",
    "asked": "asked",
    "active": "seated",
    "resumed": "resumed",
    "paused": "paused",
    "declined": "said no",
    "alumni": "parted",
}
_WORDS: dict[str, Callable[[str, _Facts, date, _Cut], str]] = {
    "transition": _step,
    "meeting": _meeting,
    "promise": _promise,
    "advice": _advice,
    "exchange": _exchange,
    "agreement": _agreement,
    "review": _review,
    "goal": _goal,
    "occasion": _occasion,
    "letter": _letter,
}
