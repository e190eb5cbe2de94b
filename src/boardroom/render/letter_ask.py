"""The letter that asks somebody to be an advisor.

Source: say up front what you hope for, and take no for an answer (articles 000, 003, 004).
"""

from __future__ import annotations

from boardroom.queries.letter_views import Ask, Facts
from boardroom.render.letter_text import labelled, letter_day, listed, paragraph, sentence
from boardroom.render.letter_words import (
    day_and_time,
    goal_line,
    length_words,
    said_to_them,
    seats_words,
    window_words,
)
from boardroom.rules.meetings import DEFAULT_WAY


def ask_parts(facts: Facts, ask: Ask) -> list[str]:
    """The parts of the letter that asks somebody to be an advisor."""
    who = facts.advisor
    reasons = [
        *map(said_to_them, ask.reasons),
        *filter(None, [labelled("Your strengths", who.strengths)]),
    ]
    rhythm = f"{length_words(who.minutes)} every {window_words(who.window)}"
    over = f", {_OVER[who.way]}" if who.way in _OVER else ""
    until = letter_day(ask.until_on, facts.today)
    goals = [goal_line(goal, facts.today) for goal in ask.goals]
    return [
        paragraph(
            _known_before(facts),
            sentence(f"How we met: {who.how_met}") if who.how_met else "",
            f"I am looking for {seats_words(ask.seats)} to advise me, and I would like you to be"
            " one of them.",
        ),
        listed("Why I thought of you:", reasons),
        sentence(f"What I would ask you about: {ask.about}") if ask.about else "",
        listed(
            "What I want to reach:",
            goals,
        ),
        f"What I ask of you is {rhythm}{over}, until {until} to begin with.",
        _first_talk(facts, ask),
        "If that is not for you, or not now, a no is a fine answer.",
    ]


def _first_talk(facts: Facts, ask: Ask) -> str:
    """Where to talk about an ask: in the meeting planned, or over coffee.

    Source: ask over a coffee (articles 003, 004).
    """
    if ask.plan is not None:
        day = day_and_time(ask.plan.on, ask.plan.at, facts)
        return f"We meet on {day}: shall we talk about it then?"
    over = _OVER.get(facts.advisor.way or DEFAULT_WAY, "")
    question = f"Could we talk about it{f' {over}' if over else ''}"
    if ask.slot is None:
        return f"{question}? Tell me when it would suit you."
    day = day_and_time(ask.slot.on, ask.slot.at, facts)
    return f"{question}, say on {day}? Another day is just as fine."


def _known_before(facts: Facts) -> str:
    """What went before an ask: an earlier one without an answer, or a seat."""
    standing = facts.advisor.standing
    if standing.status == "asked" and standing.since < facts.today:
        asked_on = letter_day(standing.since, facts.today)
        return f"I asked you on {asked_on}, and would like to ask once more."
    return "You have been one of my advisors before." if standing.joined_on else ""


_OVER = {
    "coffee": "over coffee",
    "lunch": "over lunch",
    "call": "in a call",
    "video": "by video",
    "walk": "on a walk",
}
"""How the two meet."""
