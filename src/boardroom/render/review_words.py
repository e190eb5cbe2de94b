"""The answers of a review in words: each beside the one of the last review, and what a decision changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardroom.queries.reviews import AnswerView, ReviewView
from boardroom.render.formatting import short_day
from boardroom.rules.criteria import as_looked_for, looked_for
from boardroom.rules.reviews import DECISIONS, RATINGS, Answer

Before = Mapping[str, tuple[date, Answer]]
"""The last answers about each advisor, by handle, and the day on which they were completed."""

JUDGED = (*RATINGS, "fits_next")
LABELS = {"fits_next": "fits next"}


def answer_words(answer: Answer, key: str) -> str:
    """A judgement (“4”, “yes”); empty where it was left open."""
    value = getattr(answer, key)
    if value is None:
        return ""
    return ("no", "yes")[value] if key == "fits_next" else str(value)


def moved_words(now: str, before: str) -> str:
    """“4 (was 3)”, “4 (same)”, or “4” where nothing stands beside it."""
    if not before:
        return now
    return f"{now} (same)" if now == before else f"{now or 'open'} (was {before})"


def decision_words(answer: Answer, today: date) -> str:
    """“keep”, “adjust to 6-8w”, “pause until Tue 1 Dec”; empty where nothing is decided yet."""
    match answer.decision:
        case "adjust" if answer.window:
            return f"adjust to {answer.window}"
        case "pause" if answer.until_on:
            return f"pause until {short_day(answer.until_on, today)}"
        case decision:
            return decision or ""


def change_words(view: AnswerView, today: date) -> str:
    """What a decision changes (“window 6-8w (was 4-6w)”, “part”); empty where all stays as it is."""
    answer = view.answer
    match answer.decision:
        case "adjust" if answer.window:
            return f"window {moved_words(answer.window, view.facts.window if view.facts else '')}"
        case "pause":
            return decision_words(answer, today) if answer.until_on else "pause, open-ended"
        case "part":
            return "part"
        case _:
            return ""


def changes(view: ReviewView, today: date) -> list[tuple[str, str]]:
    """What changes, and for whom, in the order of the review; then whom to look for next, as criteria."""
    found = [
        (about.name, words) for about in covered(view) if (words := change_words(about, today))
    ]
    return [
        *found,
        *(
            ("look for", as_looked_for(text, must=must))
            for must, text in map(looked_for, lines(view.board_note))
            if must is not None
        ),
    ]


def covered(view: ReviewView) -> tuple[AnswerView, ...]:
    """Whom a review is about: all who were answered about, and of a completed one those about whom it kept facts."""
    return (
        tuple(about for about in view.answers if about.facts is not None)
        if view.completed_on
        else view.answers
    )


def lines(note: str | None) -> list[str]:
    """The lines on what to look for next."""
    return note.split("\n") if note else []


def decided_words(view: ReviewView) -> str:
    """Who goes on how: “keep ana, tom; adjust marcus”."""
    by_decision = {
        word: [about.handle for about in covered(view) if about.answer.decision == word]
        for word in DECISIONS
    }
    return "; ".join(
        f"{word} {', '.join(handles)}" for word, handles in by_decision.items() if handles
    )


def beside_words(view: ReviewView, before: Before, today: date) -> str:
    """The day of the review that this one stands beside; empty where it is the first."""
    days = {before[about.handle][0] for about in view.answers if about.handle in before}
    if not days:
        return ""
    return f"beside {'the review' if len(days) == 1 else 'reviews up to that'} of {short_day(max(days), today)}"
