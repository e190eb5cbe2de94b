"""The facts of a review on a screen, in a pipe and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from boardroom.queries.review_facts import FactsView
from boardroom.render.fact_rows import pipe_rows
from boardroom.render.formatting import NOBODY, plural, short_day
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Prose, for_pipe
from boardroom.render.week_strip import strip_words
from boardroom.rules.active_periods import Period
from boardroom.rules.review_facts import BoardFacts, Facts, facts_to_json
from boardroom.rules.settings import Seats
from boardroom.rules.text import brief, join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_GOALS = 3


def facts_json(view: FactsView) -> dict[str, Any]:
    """The record of the facts; `board` is null for the facts about one person."""
    return {
        "schema": "boardroom.facts/1",
        "as_of": view.as_of.isoformat(),
        "advisors": [
            {"advisor": advisor.handle, **facts_to_json(advisor.facts)} for advisor in view.advisors
        ],
        "board": None if view.board is None else facts_to_json(view.board),
    }


def facts_page(view: FactsView) -> Page:
    """A few lines about each advisor and the board; in a pipe, a row per fact."""
    if not view.advisors:
        return Page((Prose(NOBODY),), ())
    blocks: list[Block] = []
    for advisor in view.advisors:
        place = "mentee" if advisor.role == "mentee" else advisor.seat
        aside = tuple(Cell(text, "quiet") for text in (advisor.handle, place) if text)
        fields = facts_fields(advisor.facts, view.as_of, advisor.role)
        blocks += [Heading(advisor.name, aside), fields]
    if view.board is not None:
        names = {advisor.handle: advisor.name for advisor in view.advisors}
        blocks += [Heading("The board"), board_fields(view.board, names, view.as_of)]
    return Page(tuple(blocks), (for_pipe(_pipe_rows(view)),))


_WEEKS = "weeks"  # a strip of signs; the row above has its count and its longest gaps


def facts_fields(facts: Facts, today: date, role: str = "advisor") -> Fields:
    """The facts about an advisor, in words; to a mentee, the advice is the user's own."""
    is_mentee = role == "mentee"
    since = ("since", _since(facts.from_on, facts.until_on, facts.active_days, today))
    if not facts.period.days:
        return _fields([since])
    met = met_words(facts.meetings_count, facts.minutes_total)
    return _fields(
        [
            since,
            ("met", _clauses(met, gaps_words(facts))),
            (_WEEKS, strip_words(facts.weekly_meetings_counts)),
            ("agenda", agenda_words(facts)),
            ("you advised" if is_mentee else "advice", advice_words(facts, told=not is_mentee)),
            *zip(("promises", ""), promises_words(facts), strict=False),
            ("exchange", exchange_words(facts)),
            *(() if is_mentee else [("goals", goals_words(facts))]),
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


def met_words(count: int, minutes: int) -> str:
    """“5 times, 4 h 30 min”."""
    if not count:
        return "not once"
    hours, rest = divmod(minutes, 60)
    length = " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part
    )
    return f"{'once' if count == 1 else f'{count} times'}, {length}"


def gaps_words(facts: Facts) -> str:
    """“3 of 5 gaps within 4-6w, longest 61 days”, “1 gap of 61 days, within 4-6w”, or nothing."""
    count, within = facts.gaps_count, facts.gaps_within_count
    days = plural(facts.longest_gap_days or 0, "day")
    if count == 0:
        return ""
    if count == 1:
        return f"1 gap of {days}, {'within' if within else 'longer than'} {facts.window}"
    if count == 2 and within != 1:
        how_many = "both gaps" if within else "neither gap"
    elif within == count:
        how_many = f"all {count} gaps"
    else:
        how_many = f"{within or 'none'} of {count} gaps"
    return f"{how_many} within {facts.window}, longest {days}"


def agenda_words(facts: Facts) -> str:
    """“9 asked, 2 to ask”: the items covered, open and dropped."""
    items = _listed(
        f"{facts.agenda_asked_count} asked" if facts.agenda_asked_count else "",
        f"{facts.agenda_open_count} to ask" if facts.agenda_open_count else "",
        f"{facts.agenda_dropped_count} dropped" if facts.agenda_dropped_count else "",
    )
    return items or "nothing raised"


def advice_words(facts: Facts, *, told: bool = True) -> str:
    """“5 given → 4 tried → 2 worked → 1 reported back”, and older advice still to report back.

    What is not to be `told` ends in what worked: the user's own advice, whose outcome they told.
    """
    given, older = facts.advice_given_count, facts.advice_untold_before_count if told else 0
    if not given:
        course = "none given"
    elif not facts.advice_tried_count:
        course = f"{given} given, none tried"
    else:
        course = (
            f"{given} given → {facts.advice_tried_count} tried → {facts.advice_worked_count} worked"
        )
        course += f" → {facts.advice_reported_count} reported back" if told else ""
    return _clauses(course, f"{older} older to report back" if older else "")


def promises_words(facts: Facts) -> tuple[str, ...]:
    """The user's promises, then the advisor's, which are never called late or overdue."""
    mine = _promises(
        "you",
        (facts.promises_mine_kept_count, facts.promises_mine_late_count, "late"),
        (facts.promises_mine_open_count, facts.promises_mine_overdue_count, "overdue"),
    )
    theirs = _promises(
        "they",
        (facts.promises_theirs_kept_count, facts.promises_theirs_late_count, "after its day"),
        (facts.promises_theirs_open_count, facts.promises_theirs_overdue_count, "past its day"),
    )
    return tuple(words for words in (mine, theirs) if words) or ("none either way",)


def exchange_words(facts: Facts) -> str:
    """How much was given and received: counts, never a score."""
    if not facts.given_count and not facts.received_count:
        return "nothing given or got"
    return f"you gave {facts.given_count or 'nothing'}, got {facts.received_count or 'nothing'}"


def goals_words(facts: Facts) -> str:
    """The progress on the goals that they help with."""
    steps, achieved = facts.steps_taken_count, facts.goals_achieved_count
    progress = _listed(
        f"{plural(steps, 'step')} taken" if steps else "",
        f"{achieved} achieved" if achieved else "",
    )
    return progress or "nothing moved"


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


def _count(count: int, part: int, part_words: str, what: str = "") -> str:
    """“4 open (1 late)”; empty for none."""
    if not count:
        return ""
    words = f"{count} {what}" if what else str(count)
    return f"{words} ({part} {part_words})" if part else words


def _promises(who: str, kept: tuple[int, int, str], still_open: tuple[int, int, str]) -> str:
    words = _count(*kept), _count(*still_open, "open")
    return _listed(f"{who} kept {words[0] or 'none'}", words[1]) if any(words) else ""


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _clauses(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _pipe_rows(view: FactsView) -> list[tuple[str | int | None, ...]]:
    """The advisor (empty for the board), the name of a fact, and its value."""
    rows = [
        row
        for advisor in view.advisors
        for row in pipe_rows(advisor.handle, facts_to_json(advisor.facts))
    ]
    return rows if view.board is None else [*rows, *pipe_rows("", facts_to_json(view.board))]
