"""The answers of a review: their fields, and which of them a review needs to be completed.

The prompt line loads this, because a review in progress is on the morning list. Source: evaluate
mentors and network every six months to a year; needs change, and so should advisors (article 004).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.text import clean, join_words, quoted
from boardroom.rules.windows import parse_window

LOWEST_RATING, HIGHEST_RATING = 1, 5
RATINGS = ("value", "chemistry", "trust")
DECISIONS = ("keep", "adjust", "pause", "part")
BOARD_ANSWERS = {
    "note": "the note about the board",
    "need": "what you need",
    "seek": "what you seek",
    "bring": "what you bring",
}
"""The answers about the board and the user, in words; the note says what to look for next."""
_MISSING = {"decision": "a decision", "window": "a new window"}
_YES, _NO = ("y", "yes"), ("n", "no")


class Answer(Record):
    """The answers about one advisor; None is an open question. Ratings run from 1 to 5, the best.

    `fits_next` says whether they fit the user's next six months, `outcome_met` whether a formal
    relationship came to what was agreed. `window` belongs to the decision
    `adjust`, and `until_on`, the end of a pause, to `pause`.
    """

    value: int | None = None
    chemistry: int | None = None
    trust: int | None = None
    fits_next: bool | None = None
    outcome_met: bool | None = None
    note: str | None = None
    decision: str | None = None
    window: str | None = None
    until_on: date | None = None


UNANSWERED = Answer()
"""The answer about an advisor with all questions open."""


def parse_rating(text: str) -> int:
    """Parses a rating from 1 to 5.

    Raises:
        BadInput: the text is not a rating.
    """
    digits = text.strip()
    if len(digits) != 1 or digits not in "12345":
        raise BadInput(
            f"{quoted(text)} is not a rating.", "Use a whole number from 1 to 5; 5 is the best."
        )
    return int(digits)


def parse_yes_no(text: str) -> bool:
    """Parses `yes` or `y` (True), `no` or `n` (False).

    Raises:
        BadInput: the text is another word.
    """
    word = text.strip().lower()
    if word not in (*_YES, *_NO):
        raise BadInput(f"{quoted(text)} is neither yes nor no.", "Use yes or no.")
    return word in _YES


def parse_decision(text: str) -> str:
    """Parses a decision, or the unambiguous start of one: `k` is `keep`.

    Raises:
        BadInput: the text matches no decision, or two, as `pa` does.
    """
    word = text.strip().lower()
    matches = [decision for decision in DECISIONS if word and decision.startswith(word)]
    if len(matches) == 1:
        return matches[0]
    why = f"could be {join_words(matches, 'or')}" if matches else "is not a decision"
    raise BadInput(f"{quoted(text)} {why}.", f"Use one of {', '.join(DECISIONS)}.")


def merge_answer(answer: Answer, changes: Mapping[str, object]) -> Answer:
    """Returns the answer with `changes` to its fields; None clears a field.

    Another decision clears the window of `adjust`, or the end of a `pause`.

    Raises:
        BadInput: a rating is out of range, the note can't be stored, the window can't be parsed,
            or a field does not go with the decision.
    """
    merged = answer._replace(**changes)  # type: ignore[arg-type]  # checked below, but for the types
    for rating in RATINGS:
        if (value := getattr(merged, rating)) is not None:
            parse_rating(str(value))
    if merged.note is not None:
        merged = merged._replace(note=clean(merged.note, what="note") if merged.note else None)
    if merged.decision is not None:
        merged = merged._replace(decision=parse_decision(merged.decision))
    if merged.decision != "adjust":
        if changes.get("window") is not None:
            raise BadInput(
                "A new window is only for the decision adjust.",
                "Decide to adjust, or leave the window out.",
            )
        merged = merged._replace(window=None)
    elif merged.window is not None:
        merged = merged._replace(window=str(parse_window(merged.window)))
    if merged.decision != "pause":
        if changes.get("until_on") is not None:
            raise BadInput(
                "The end of a pause is only for the decision pause.",
                "Decide to pause, or leave the day out.",
            )
        merged = merged._replace(until_on=None)
    return merged


def missing_fields(answer: Answer) -> tuple[str, ...]:
    """The open fields that a review needs: the decision, and for `adjust` the window."""
    if answer.decision is None:
        return ("decision",)
    return ("window",) if answer.decision == "adjust" and answer.window is None else ()


def format_missing(answer: Answer) -> str:
    """The missing fields in words: “a decision”; empty if none are missing."""
    return join_words([_MISSING[field] for field in missing_fields(answer)])


def done_count(answers: Iterable[Answer | None]) -> int:
    """The number of complete answers; None is an advisor without an answer."""
    return sum(answer is not None and not missing_fields(answer) for answer in answers)


def not_active(name: str, handle: str) -> Refused:
    """The error for reviewing a person who is not active."""
    return Refused(
        f"{name} is not an active advisor, so there is nothing to review.",
        f"See their status with: boardroom advisor show {handle}",
    )


def nobody_active() -> Refused:
    """The error for reviewing a board without active advisors."""
    return Refused(
        "There are no active advisors, so there is nothing to review.",
        'Start with: boardroom advisor add "NAME"',
    )


def check_open(ref: str, completed_on: date | None) -> None:
    """Checks that a review is still open.

    Raises:
        Refused: it was completed.
    """
    if completed_on is not None:
        raise Refused(
            f"{ref} was completed on {format_day(completed_on)}.",
            f"See it with: boardroom review --show {ref}",
        )


def format_answer(answer: Answer, fields: Iterable[str]) -> str:
    """Some fields of an answer in a few words: “value 4, chemistry 5”."""
    chosen = set(fields)
    return ", ".join(_format_field(answer, field) for field in Answer._fields if field in chosen)


def _format_field(answer: Answer, field: str) -> str:
    value = getattr(answer, field)
    label = _LABELS.get(field, field)
    if value is None:
        return f"no {label}"
    if field == "fits_next":
        return "fits what comes next" if value else "does not fit what comes next"
    if field == "outcome_met":
        return "outcome met" if value else "outcome not met"
    if field == "until_on":
        return f"until {format_day(value)}"
    if field == "note":
        return "a note"
    return str(value) if field == "decision" else f"{label} {value}"


_LABELS = {
    "fits_next": "answer on what comes next",
    "outcome_met": "answer on the outcome",
    "window": "new window",
    "until_on": "end of the pause",
}
