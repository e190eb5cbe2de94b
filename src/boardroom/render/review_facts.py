"""The facts of a review on a screen: a few lines about each advisor, and about the board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from boardroom.queries.agreed import Agreed
from boardroom.queries.review_facts import FactsView
from boardroom.render.agreed import agreed_rows
from boardroom.render.fact_words import (
    advice_words,
    agenda_words,
    called_off_words,
    clauses,
    exchange_words,
    gaps_words,
    goals_words,
    met_words,
    promises_words,
)
from boardroom.render.formatting import NOBODY, plural, short_day
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Prose, for_pipe
from boardroom.render.perspectives import diversity_blocks
from boardroom.render.review_facts_record import facts_rows
from boardroom.render.week_strip import strip_words
from boardroom.rules.active_periods import Period
from boardroom.rules.review_facts import BoardFacts, Facts
from boardroom.rules.settings import Seats
from boardroom.rules.text import brief, join_words

_MOST_GOALS = 3


def facts_page(view: FactsView) -> Page:
    """A few lines about each advisor and the board; in a pipe, a row per fact."""
    if not view.advisors:
        return Page((Prose(NOBODY),), ())
    blocks: list[Block] = []
    for advisor in view.advisors:
        place = "mentee" if advisor.role == "mentee" else advisor.seat
        aside = tuple(Cell(text, "quiet") for text in (advisor.handle, place) if text)
        fields = facts_fields(advisor.facts, view.as_of, advisor.agreed, role=advisor.role)
        blocks += [Heading(advisor.name, aside), fields]
    if view.board is not None:
        names = {advisor.handle: advisor.name for advisor in view.advisors}
        blocks += [Heading("The board"), board_fields(view.board, names, view.as_of)]
    if view.diversity is not None:
        blocks += diversity_blocks(view.diversity)
    return Page(tuple(blocks), (for_pipe(facts_rows(view)),))


_WEEKS = "weeks"  # a strip of signs; the row above has its count and its longest gaps


def facts_fields(
    facts: Facts, today: date, agreed: Agreed | None = None, *, role: str = "advisor"
) -> Fields:
    """The facts about a person, in words; `agreed` adds what was hoped for and came of it.

    To a mentee, the advice is the user's own.
    """
    is_mentee = role == "mentee"
    since = ("since", _since(facts.from_on, facts.until_on, facts.active_days, today))
    if not facts.period.days:
        return _fields([since, *agreed_rows(agreed, role)])
    met = met_words(facts.meetings_count, facts.minutes_total)
    return _fields(
        [
            since,
            ("met", clauses(met, gaps_words(facts), called_off_words(facts))),
            (_WEEKS, strip_words(facts.weekly_meetings_counts)),
            ("agenda", agenda_words(facts)),
            ("you advised" if is_mentee else "advice", advice_words(facts, told=not is_mentee)),
            *zip(("promises", ""), promises_words(facts), strict=False),
            ("exchange", exchange_words(facts)),
            *(() if is_mentee else [("goals", goals_words(facts))]),
            *agreed_rows(agreed, role),
        ]
    )


def board_fields(facts: BoardFacts, names: Mapping[str, str], today: date) -> Fields:
    """The facts about the board, in words; `names` are those of the advisors, by handle."""
    seats = Seats(facts.seats_fewest_count, facts.seats_most_count)
    rows = [("seats", f"{facts.seats_taken_count} taken of {seats}")]
    if facts.from_on is not None:
        rows.append(("since", _since(facts.from_on, facts.until_on, None, today)))
    if facts.from_on is not None and facts.from_on <= facts.until_on:
        days, handle = facts.longest_gap_days, facts.longest_gap_advisor or ""
        gap = f"{plural(days, 'day')}, {names.get(handle, handle)}" if days else "none yet"
        met = met_words(facts.meetings_count, facts.minutes_total)
        rows += [("met", met), ("longest gap", gap)]
    rows += [(label, text) for label, text in _missing(facts, names) if text]
    return _fields(rows)


def _fields(rows: Iterable[tuple[str, str]]) -> Fields:
    return Fields(tuple((label, Cell(text, drawn=label == _WEEKS)) for label, text in rows))


def _missing(facts: BoardFacts, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """The gaps of the board: goals without help, shared perspectives, idle advisors."""
    # A title left out as private is empty.
    titled = [goal for goal in facts.goals_without_help if goal.title][:_MOST_GOALS]
    goals = [f"{goal.id} {brief(goal.title)}" for goal in titled]
    more = len(facts.goals_without_help) - len(goals)
    goals += [f"{more} more" if goals else plural(more, "goal")] if more else []
    alike = [f"{shared.dimension}: {brief(shared.value)}" for shared in facts.perspectives_alike]
    idle = [names.get(handle, handle) for handle in facts.idle_advisors]
    return [
        ("no help", f"nobody helps with {join_words(goals)}" if goals else ""),
        ("alike", f"everybody has {join_words(alike)}" if alike else ""),
        ("idle", f"{join_words(idle)}: no open goal to help with" if idle else ""),
    ]


def _since(from_on: date, until_on: date, active_days: int | None, today: date) -> str:
    days = Period(from_on, until_on).days
    if not days:
        return f"the review of {short_day(until_on, today)}: nothing yet"
    away = f" ({days - active_days} away)" if active_days is not None and active_days < days else ""
    until = f" to {short_day(until_on, today)}" if until_on != today else ""
    return f"{short_day(from_on, today)}{until}, {plural(days, 'day')}{away}"
