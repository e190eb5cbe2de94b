"""The answers of a review in words, compared with the last ones, and what a decision changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardroom.queries.previous_answers import PreviousAnswer
from boardroom.queries.reviews import AnswerView, ReviewView
from boardroom.render.formatting import short_day
from boardroom.rules.criteria import format_criterion, parse_criterion
from boardroom.rules.reviews import DECISIONS, RATINGS, Answer

PreviousAnswers = Mapping[str, PreviousAnswer]
"""The last answer about each advisor, by handle."""

JUDGEMENTS = (*RATINGS, "fits_next", "outcome_met")
LABELS = {"fits_next": "fits next", "outcome_met": "outcome met"}
YES_NO = ("fits_next", "outcome_met")


def judgement_words(answer: Answer, field: str) -> str:
    """A judgement (“4”, “yes”); empty if there is none."""
    value = getattr(answer, field)
    if value is None:
        return ""
    return ("no", "yes")[value] if field in YES_NO else str(value)


def compared_words(current: str, previous: str) -> str:
    """“4 (was 3)”, “4 (same)”, or “4” if there is no previous one."""
    if not previous:
        return current
    return f"{current} (same)" if current == previous else f"{current or 'open'} (was {previous})"


def decision_words(answer: Answer, today: date) -> str:
    """“keep”, “adjust to 6-8w”, “pause until Tue 1 Dec”; empty if nothing was decided."""
    match answer.decision:
        case "adjust" if answer.window:
            return f"adjust to {answer.window}"
        case "pause" if answer.until_on:
            return f"pause until {short_day(answer.until_on, today)}"
        case decision:
            return decision or ""


def change_words(view: AnswerView, today: date) -> str:
    """What a decision changes (“window 6-8w (was 4-6w)”, “part”); empty if nothing."""
    answer = view.answer
    match answer.decision:
        case "adjust" if answer.window:
            window = view.facts.window if view.facts else ""
            return f"window {compared_words(answer.window, window)}"
        case "pause":
            return decision_words(answer, today) if answer.until_on else "pause, open-ended"
        case "part":
            return "part"
        case _:
            return ""


def changes(view: ReviewView, today: date) -> list[tuple[str, str]]:
    """Names and changes, in the order of the answers; then the criteria to add."""
    decided = [(answer.name, change_words(answer, today)) for answer in view.covered]
    return [
        *((name, words) for name, words in decided if words),
        *(
            ("look for", format_criterion(text, must=must))
            for must, text in map(parse_criterion, note_lines(view.board_note))
            if must is not None
        ),
    ]


def note_lines(note: str | None) -> list[str]:
    """The lines of a board note; each is something to look for in the next advisor."""
    return note.split("\n") if note else []


def decisions_words(view: ReviewView) -> str:
    """The advisors by decision: “keep ana, tom; adjust marcus”."""
    handles = {
        decision: [answer.handle for answer in view.covered if answer.answer.decision == decision]
        for decision in DECISIONS
    }
    return "; ".join(
        f"{decision} {', '.join(decided)}" for decision, decided in handles.items() if decided
    )


def comparison_words(view: ReviewView, previous: PreviousAnswers, today: date) -> str:
    """“beside the review of Tue 1 Sep”, compared with this one; empty for the first."""
    days = {
        previous[answer.handle].completed_on for answer in view.answers if answer.handle in previous
    }
    if not days:
        return ""
    last = short_day(max(days), today)
    return f"beside the review of {last}" if len(days) == 1 else f"beside reviews up to {last}"
