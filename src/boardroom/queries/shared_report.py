"""What of a report may be shared: days, counts and states, without private words and names."""

from __future__ import annotations

from boardroom.queries.report import PersonYear, ReportView
from boardroom.queries.report_events import DatedEvent
from boardroom.queries.sharing import Sharing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MADE_OF_WORDS = ("goal", "exchange", "promise", "advice", "occasion")
"""The kinds of records that are left out whole."""
_LATER_TEXTS = {
    "promise": ("note", "promise_note"),
    "advice": ("outcome", "outcome"),
    "occasion": ("note", "occasion_note"),
}
"""By kind, the fact that a record got later, and what it counts as."""
_WORDS = {
    "meeting": {"place": "place", "notes": "notes"},
    "agreement": dict.fromkeys(("hopes", "focus"), "agreement"),
    "transition": dict.fromkeys(("how", "about", "note"), "status_words"),
    "review": dict.fromkeys(("value", "chemistry", "trust", "note", "decision"), "review_answer"),
}
"""By kind, the words among the facts of what stays as a day, and what each counts as."""
_NOTHING = {"focus": "[]"}
"""The facts that are not None if there is nothing."""


def shared_report(view: ReportView, sharing: Sharing) -> ReportView:
    """The report without what is private, which `sharing` counts, each record once."""
    if sharing.everything:
        return view
    gaps = view.board.gaps
    goals = tuple(
        goal._replace(title="")
        if sharing.leaves_out("goal", goal.ref, private=goal.private)
        else goal
        for goal in gaps.goals
    )
    events = (_event(dated, view, sharing, number) for number, dated in enumerate(view.events))
    return view._replace(
        board=view.board._replace(gaps=gaps._replace(goals=goals)),
        people=tuple(_person(year, sharing) for year in view.people),
        goals=tuple(
            goal
            for goal in view.goals
            if not sharing.leaves_out("goal", goal.ref, private=goal.private)
        ),
        events=tuple(event for event in events if event is not None),
    )


def _person(year: PersonYear, sharing: Sharing) -> PersonYear:
    handle = year.person.handle
    return year._replace(
        promises=tuple(
            promise
            for promise in year.promises
            if not sharing.leaves_out("promise", promise.ref, private=promise.private)
        ),
        advice=tuple(
            piece._replace(outcome=None)
            if sharing.leaves_out("outcome", piece.ref, private=piece.outcome_private)
            else piece
            for piece in year.advice
            if not sharing.leaves_out("advice", piece.ref, private=piece.private)
        ),
        ratings=tuple(
            rated
            for rated in year.ratings
            if not sharing.leaves_out(
                "review_answer", f"{rated.review} {handle}", private=rated.private
            )
        ),
    )


def _event(dated: DatedEvent, view: ReportView, sharing: Sharing, number: int) -> DatedEvent | None:
    """An event without its private words; None if it is nothing but words."""
    event, kind = dated.event, dated.event.kind
    ref = str(event.ref)
    if not event.private:
        return dated
    if kind in _MADE_OF_WORDS:
        if kind not in _LATER_TEXTS or ref in view.private_refs:
            sharing.leaves_out(kind, ref, private=True)
            return None
        fact, counted_as = _LATER_TEXTS[kind]
        sharing.leaves_out(counted_as, ref, private=True)
        return _with(dated, {fact: None})
    # A review is of several people; a change of status has no id.
    key = f"{ref if event.ref else number} {dated.handles[0]}"
    blank = {fact: _NOTHING.get(fact) for fact in _WORDS[kind]}
    for fact, counted_as in _WORDS[kind].items():
        if event.facts[fact] != blank[fact]:
            sharing.leaves_out(counted_as, key, private=True)
    return _with(dated, blank)


def _with(dated: DatedEvent, facts: dict[str, Any]) -> DatedEvent:
    return dated._replace(event=dated.event._replace(facts=dated.event.facts | facts))
