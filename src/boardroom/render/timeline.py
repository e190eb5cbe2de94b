"""What happened with somebody, in words, on one timeline."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from boardroom.queries.timeline import Happened, Timeline
from boardroom.render.formatting import short_day
from boardroom.render.page import Cell, Column, Heading, Page, Prose, Table, for_pipe
from boardroom.rules.advice import said
from boardroom.rules.day_format import format_day
from boardroom.rules.meetings import noun
from boardroom.rules.text import brief

COLUMNS = (
    Column("day", fixed=True, lead=True),
    Column("id", fixed=True, lead=True),
    Column("what happened", bare=True, least=24),
)


def timeline_json(found: Timeline, today: date) -> list[dict[str, Any]]:
    """What happened, inside another record."""
    return [
        {
            "on": each.on.isoformat(),
            "kind": each.kind,
            "event": each.event,
            "ref": str(each.ref) if each.ref else None,
            "text": words(each, today),
            "private": each.private,
        }
        for each in found.happened
    ]


def with_timeline(
    page: Page, found: Timeline, today: date, *, since: date | None, all_: str
) -> Page:
    """The page with the timeline after it; `all_` is the command that shows what was left out."""
    rows = tuple(
        (
            Cell(short_day(each.on, today)),
            Cell(str(each.ref) if each.ref else "", "strong"),
            Cell(f"{words(each, today, brief)}{' (private)' if each.private else ''}"),
        )
        for each in found.happened
    )
    more = f"More, and older: {all_}" if found.left_out else ""
    shown = (
        Table(COLUMNS, rows, more)
        if rows
        else Prose(f"Nothing since {format_day(since)}." if since else "Nothing yet.", "quiet")
    )
    pipe = for_pipe(
        (
            each.on,
            each.kind,
            each.event,
            str(each.ref) if each.ref else None,
            words(each, today),
            "private" if each.private else None,
        )
        for each in found.happened
    )
    return Page(
        (*page.blocks, Heading("Timeline"), shown),
        (*(page.blocks if page.pipe is None else page.pipe), pipe),
    )


def words(happened: Happened, today: date, cut: Callable[[str], str] = str) -> str:
    """What happened, in one line; `cut` makes a text of the user's short enough. Of a meeting's notes only the beginning is told."""
    return _WORDS[happened.kind](happened.event, happened.facts, today, cut)


_Facts = dict[str, Any]
_Cut = Callable[[str], str]


def _step(event: str, facts: _Facts, today: date, cut: _Cut) -> str:
    how = f" {cut(facts['how'])}" if facts["how"] else ""
    about = f", about {cut(facts['about'])}" if facts["about"] else ""
    return f"{_STEPS[event]}{how}{about}{_until(facts, today)}{_more(facts['note'], cut)}"


def _meeting(event: str, facts: _Facts, _: date, cut: _Cut) -> str:
    place = f" at {cut(facts['place'])}" if facts["place"] else ""
    came = "" if event == "held" else f" {event}"
    return f"{noun(facts['way'])}{place}{came}{_more(facts['notes'], brief)}"


def _promise(event: str, facts: _Facts, today: date, cut: _Cut) -> str:
    who = "you" if facts["by_whom"] == "me" else "they"
    if event == "kept":
        return f"{who} kept: {_came(facts['text'], facts['note'], cut)}"
    by = f", by {_day(facts['due_on'], today)}" if facts["due_on"] else ""
    return f"{who} promised: {cut(facts['text'])}{by}"


def _advice(event: str, facts: _Facts, _: date, cut: _Cut) -> str:
    if event == "given":
        return f"advised: {cut(facts['text'])}"
    if event == "reported":
        return f"told what came of: {cut(facts['text'])}"
    return f"{said(event)}: {_came(facts['text'], facts['outcome'], cut)}"


def _exchange(event: str, facts: _Facts, _: date, cut: _Cut) -> str:
    text, person = facts["text"], facts["person"]
    whom = f" ({cut(person)})" if person and person not in text else ""
    return f"{'you gave' if event == 'given' else 'you got'}: {cut(text)}{whom}"


def _agreement(_: str, facts: _Facts, today: date, cut: _Cut) -> str:
    focus = ", ".join(map(cut, json.loads(facts["focus"])))
    confidential = ", confidential" if facts["confidential"] else ""
    return f"agreed{f' on {focus}' if focus else ''}{_until(facts, today)}{confidential}{_more(facts['hopes'], cut)}"


def _review(_: str, facts: _Facts, __: date, cut: _Cut) -> str:
    given = [
        f"{key} {facts[key]}" for key in ("value", "chemistry", "trust") if facts[key] is not None
    ]
    return f"{', '.join(['reviewed', *given, *([facts['decision']] if facts['decision'] else [])])}{_more(facts['note'], cut)}"


def _goal(event: str, facts: _Facts, _: date, cut: _Cut) -> str:
    return f"goal {event}: {_came(facts['title'], facts.get('note'), cut)}"


def _came(text: str, outcome: str | None, cut: _Cut) -> str:
    return f"{cut(text)} → {cut(outcome)}" if outcome else cut(text)


def _more(text: str | None, cut: _Cut) -> str:
    return f": {cut(text)}" if text else ""


def _until(facts: _Facts, today: date) -> str:
    return f" until {_day(facts['until_on'], today)}" if facts["until_on"] else ""


def _day(text: str, today: date) -> str:
    return short_day(date.fromisoformat(text), today)


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
}
