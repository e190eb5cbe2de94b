"""The facts of a review: a few lines about each advisor and about the board, for a screen, a pipe and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from boardroom.queries.review_facts import FactsView
from boardroom.render.formatting import NOBODY, plural, short_day
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Prose, for_pipe
from boardroom.rules.active_periods import Period
from boardroom.rules.review_facts import BoardFacts, Facts, as_kept
from boardroom.rules.settings import Seats
from boardroom.rules.text import brief, join_words

_NONE, _ONE, _MORE, _AWAY = "▁▄█·"
_MOST_CELLS = 52  # a year; on a narrow screen that is two lines
_MOST_GOALS = 3


def facts_json(view: FactsView) -> dict[str, Any]:
    """The facts about each advisor and about the board, which is null where one person was asked for."""
    return {
        "schema": "boardroom.facts/1",
        "as_of": view.as_of.isoformat(),
        "advisors": [{"advisor": about.handle, **as_kept(about.facts)} for about in view.advisors],
        "board": None if view.board is None else as_kept(view.board),
    }


def facts_page(view: FactsView) -> Page:
    """A heading and a few lines about each advisor, and about the board; for a pipe a row a fact, under the names of JSON."""
    if not view.advisors:
        return Page((Prose(NOBODY),), ())
    blocks: list[Block] = []
    for about in view.advisors:
        aside = tuple(Cell(text, "quiet") for text in (about.handle, about.seat) if text)
        blocks += [Heading(about.name, aside), facts_fields(about.facts, view.as_of)]
    if view.board is not None:
        blocks += [Heading("The board"), board_fields(view.board, view.as_of)]
    return Page(tuple(blocks), (for_pipe(_pipe_rows(view)),))


def facts_fields(facts: Facts, today: date) -> Fields:
    """What happened with an advisor, in words."""
    since = ("since", Cell(_since(facts.from_on, facts.until_on, facts.active_days, today)))
    if not facts.period.days:
        return Fields((since,))
    return Fields(
        (
            since,
            (
                "met",
                Cell(
                    _joined(met_words(facts.meetings_count, facts.minutes_total), gaps_words(facts))
                ),
            ),
            ("weeks", Cell(strip_words(facts.weekly_meetings_counts))),
            ("agenda", Cell(agenda_words(facts))),
            ("advice", Cell(advice_words(facts))),
            *(
                (label, Cell(words))
                for label, words in zip(("promises", ""), promises_words(facts), strict=False)
            ),
            ("exchange", Cell(exchange_words(facts))),
            ("goals", Cell(goals_words(facts))),
        )
    )


def board_fields(facts: BoardFacts, today: date) -> Fields:
    """What happened with the whole board, in words."""
    rows = [
        (
            "seats",
            f"{facts.seats_taken_count} taken, of {Seats(facts.seats_fewest_count, facts.seats_most_count)}",
        )
    ]
    if facts.from_on is not None:
        rows.append(("since", _since(facts.from_on, facts.until_on, None, today)))
    if facts.from_on is not None and facts.from_on <= facts.until_on:
        longest = (
            f"{plural(facts.longest_gap_days, 'day')}, {facts.longest_gap_advisor}"
            if facts.longest_gap_days
            else "none yet"
        )
        rows += [
            ("met", met_words(facts.meetings_count, facts.minutes_total)),
            ("longest gap", longest),
        ]
    rows += [(label, text) for label, text in _lacking(facts) if text]
    return Fields(tuple((label, Cell(text)) for label, text in rows))


def met_words(count: int, minutes: int) -> str:
    """“5 times, 4 h 30 min”."""
    if not count:
        return "never"
    hours, rest = divmod(minutes, 60)
    length = " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part
    )
    return f"{'once' if count == 1 else f'{count} times'}, {length}"


def gaps_words(facts: Facts) -> str:
    """“3 of 5 gaps within 4-6w, longest 61 days”; empty where there is none to judge."""
    count, within, days = (
        facts.gaps_count,
        facts.gaps_within_count,
        plural(facts.longest_gap_days or 0, "day"),
    )
    if count == 0:
        return ""
    if count == 1:
        return f"the one gap {'within' if within else 'past'} {facts.window}, {days}"
    how_many = f"all {count}" if within == count else f"{within or 'none'} of {count}"
    return f"{how_many} gaps within {facts.window}, longest {days}"


def strip_words(weeks: Sequence[int | None]) -> str:
    """The meetings of each week as a strip, of several weeks to a cell where they are too many, and what its dots mean."""
    per_cell = -(-len(weeks) // _MOST_CELLS) or 1
    cells = [_together(weeks[start : start + per_cell]) for start in range(0, len(weeks), per_cell)]
    strip = "".join(_AWAY if cell is None else (_NONE, _ONE, _MORE)[min(cell, 2)] for cell in cells)
    legend = _listed(
        f"{_AWAY} away" if _AWAY in strip else "",
        f"{per_cell} weeks a cell" if per_cell > 1 else "",
    )
    return f"{strip}  {legend}" if legend else strip


def agenda_words(facts: Facts) -> str:
    """What was asked, and what never was."""
    return (
        _listed(
            f"{facts.agenda_asked_count} asked" if facts.agenda_asked_count else "",
            f"{facts.agenda_open_count} to ask" if facts.agenda_open_count else "",
            f"{facts.agenda_dropped_count} dropped" if facts.agenda_dropped_count else "",
        )
        or "nothing raised"
    )


def advice_words(facts: Facts) -> str:
    """How far advice came: given, tried, worked, reported back; and what is still to tell of advice from before."""
    given, before = facts.advice_given_count, facts.advice_untold_before_count
    tried = f"{facts.advice_tried_count} tried → {facts.advice_worked_count} worked → {facts.advice_reported_count} reported back"
    way = (
        f"{given} given{f' → {tried}' if facts.advice_tried_count else ', none tried'}"
        if given
        else "none given"
    )
    return _joined(way, f"{before} older to report back" if before else "")


def promises_words(facts: Facts) -> tuple[str, ...]:
    """What the user promised, kept, late, open and overdue; then what they promised, which is never called late."""
    mine = _promised(
        "you",
        _of(facts.promises_mine_kept_count, facts.promises_mine_late_count, "late"),
        _of(facts.promises_mine_open_count, facts.promises_mine_overdue_count, "overdue", " open"),
    )
    theirs = _promised(
        "they",
        _of(facts.promises_theirs_kept_count, facts.promises_theirs_late_count, "after its day"),
        _of(
            facts.promises_theirs_open_count,
            facts.promises_theirs_overdue_count,
            "past its day",
            " open",
        ),
    )
    return tuple(said for said in (mine, theirs) if said) or ("none either way",)


def exchange_words(facts: Facts) -> str:
    """What went to and fro, as counts and never as a score."""
    if not facts.given_count and not facts.received_count:
        return "nothing given or got"
    return f"you gave {facts.given_count or 'nothing'}, got {facts.received_count or 'nothing'}"


def goals_words(facts: Facts) -> str:
    """What moved of the goals that they help with."""
    steps, achieved = facts.steps_taken_count, facts.goals_achieved_count
    return (
        _listed(
            f"{plural(steps, 'step')} taken" if steps else "",
            f"{achieved} achieved" if achieved else "",
        )
        or "nothing moved"
    )


def pipe_rows(who: str, kept: Mapping[str, Any]) -> list[tuple[str | int | None, ...]]:
    """What JSON says of somebody as rows for a pipe: who, the name of it, and its value; of what is a list, a row each."""
    return [(who, key, value) for key, found in kept.items() for value in _piped(key, found)]


def _lacking(facts: BoardFacts) -> list[tuple[str, str]]:
    """What the board lacks beside people: help, another perspective, and something for each advisor to help with."""
    goals = [f"{goal.id} {brief(goal.title)}" for goal in facts.goals_without_help[:_MOST_GOALS]]
    more = len(facts.goals_without_help) - len(goals)
    goals += [f"{more} more"] if more else []
    return [
        ("no help", f"nobody helps with {join_words(goals)}" if goals else ""),
        (
            "alike",
            f"everybody has {join_words([f'{same.dimension}: {brief(same.value)}' for same in facts.perspectives_alike])}"
            if facts.perspectives_alike
            else "",
        ),
        (
            "idle",
            f"{join_words(facts.idle_advisors)}: no open goal to help with"
            if facts.idle_advisors
            else "",
        ),
    ]


def _since(from_on: date, until_on: date, active_days: int | None, today: date) -> str:
    days = Period(from_on, until_on).days
    if not days:
        return f"the review of {short_day(until_on, today)}: nothing yet"
    away = f" ({days - active_days} away)" if active_days is not None and active_days < days else ""
    until = f" to {short_day(until_on, today)}" if until_on != today else ""
    return f"{short_day(from_on, today)}{until}, {plural(days, 'day')}{away}"


def _together(weeks: Sequence[int | None]) -> int | None:
    known = [week for week in weeks if week is not None]
    return sum(known) if known else None


def _of(count: int, of_them: int, which: str, what: str = "") -> str:
    """“4 open (1 late)”; empty where there is none."""
    return f"{count}{what}{f' ({of_them} {which})' if of_them else ''}" if count else ""


def _promised(who: str, kept: str, still: str) -> str:
    return _listed(f"{who} kept {kept or 'none'}", still) if kept or still else ""


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _pipe_rows(view: FactsView) -> list[tuple[str | int | None, ...]]:
    """Whom a fact is about (nobody: the board), its name and its value; of what the board lacks a row each."""
    rows = [row for about in view.advisors for row in pipe_rows(about.handle, as_kept(about.facts))]
    return rows if view.board is None else [*rows, *pipe_rows("", as_kept(view.board))]


def _piped(key: str, found: Any) -> list[str | int | None]:  # noqa: ANN401  any value of JSON
    """The values of a fact, one a row: weeks are one, set apart by commas."""
    if key.endswith("weekly_meetings_counts"):
        return [",".join("" if week is None else str(week) for week in found)]
    if isinstance(found, list):
        return [": ".join(each.values()) if isinstance(each, dict) else each for each in found]
    return [found]
