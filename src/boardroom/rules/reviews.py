"""What a review asks about an advisor, and what it has to be told before it can be completed.

Read at every prompt (a review left half done is on the list of what is due), so without `typing`.
Source: evaluate mentors and network every six months to a year; needs change, and so should advisors (article 004).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.text import clean, join_words, quoted
from boardroom.rules.windows import parse_window

RATINGS = ("value", "chemistry", "trust")
DECISIONS = ("keep", "adjust", "pause", "part")
_LACKED = {"decision": "a decision", "window": "a new window"}
_YES, _NO = ("y", "yes"), ("n", "no")


class Answer(Record):
    """What the user said about one advisor; None where nothing (yet). Ratings are 1 to 5, the best.

    `fits_next` is whether they fit what comes next, `window` the new one of `adjust`, `until_on` the last day of a `pause`.
    """

    value: int | None = None
    chemistry: int | None = None
    trust: int | None = None
    fits_next: bool | None = None
    note: str | None = None
    decision: str | None = None
    window: str | None = None
    until_on: date | None = None


def parse_rating(text: str) -> int:
    """A rating from 1 to 5.

    Raises:
        BadInput: it is none.
    """
    digits = text.strip()
    if len(digits) != 1 or digits not in "12345":
        raise BadInput(
            f"{quoted(text)} is not a rating.", "Use a whole number from 1 to 5, 5 the best."
        )
    return int(digits)


def parse_yes_no(text: str) -> bool:
    """Whether that says yes, or no; `y` and `n` do.

    Raises:
        BadInput: it says neither.
    """
    word = text.strip().lower()
    if word not in (*_YES, *_NO):
        raise BadInput(f"{quoted(text)} is neither yes nor no.", "Use yes or no.")
    return word in _YES


def parse_decision(text: str) -> str:
    """The decision that the text is, or that alone begins with it: `k` is `keep`, but `pa` is either of two.

    Raises:
        BadInput: it begins none of them, or two.
    """
    word = text.strip().lower()
    found = [decision for decision in DECISIONS if word and decision.startswith(word)]
    if len(found) == 1:
        return found[0]
    meant = f"may be {join_words(found, 'or')}" if found else "is not a decision"
    raise BadInput(f"{quoted(text)} {meant}.", f"Use one of {', '.join(DECISIONS)}.")


def merged(before: Answer, given: Mapping[str, object]) -> Answer:
    """An answer with what is `given` (by the names of its fields) in place of what was said; None takes that back.

    What belongs to another decision goes with it: the window of `adjust`, the last day of a `pause`.

    Raises:
        BadInput: a rating is out of range, a note can't be kept, a window can't be read or is of no use to the decision, and so on.
    """
    after = before._replace(**given)  # type: ignore[arg-type]  # checked below, but for the types
    for rating in RATINGS:
        if (value := getattr(after, rating)) is not None:
            parse_rating(str(value))
    if after.note is not None:
        after = after._replace(note=clean(after.note, what="note") if after.note else None)
    if after.decision is not None:
        after = after._replace(decision=parse_decision(after.decision))
    if after.decision != "adjust":
        if given.get("window") is not None:
            raise BadInput(
                "A new window goes with the decision adjust.",
                "Decide to adjust, or leave the window out.",
            )
        after = after._replace(window=None)
    elif after.window is not None:
        after = after._replace(window=str(parse_window(after.window)))
    if after.decision != "pause":
        if given.get("until_on") is not None:
            raise BadInput(
                "A day until when goes with the decision pause.",
                "Decide to pause, or leave the day out.",
            )
        after = after._replace(until_on=None)
    return after


def missing(answer: Answer) -> tuple[str, ...]:
    """The fields without which a review can't be completed: the decision, and the window of one to adjust."""
    if answer.decision is None:
        return ("decision",)
    return ("window",) if answer.decision == "adjust" and answer.window is None else ()


def lacks(answer: Answer) -> str:
    """What is missing of an answer, in words: “a decision”; empty where nothing is."""
    return join_words([_LACKED[field] for field in missing(answer)])


def done_count(answers: Iterable[Answer | None]) -> int:
    """Of how many nothing is missing; None is nobody's answer yet."""
    return sum(answer is not None and not missing(answer) for answer in answers)


def not_active(name: str, handle: str) -> Refused:
    """Nobody is reviewed by the days on which they are not on the board."""
    return Refused(
        f"{name} is not active on the board, so there is nothing to review.",
        f"See where they stand with: boardroom advisor show {handle}",
    )


def nobody_active() -> Refused:
    """A board of nobody has nothing to review."""
    return Refused(
        "Nobody is active on the board, so there is nothing to review.",
        'Begin with: boardroom advisor add "NAME"',
    )


def said(answer: Answer, fields: Mapping[str, object]) -> str:
    """What those `fields` of an answer say, in a few words: “value 4, chemistry 5”."""
    return ", ".join(_said(answer, field) for field in Answer._fields if field in fields)


def _said(answer: Answer, field: str) -> str:
    value = getattr(answer, field)
    called = _CALLED.get(field, field)
    if value is None:
        return f"no {called}"
    if field == "fits_next":
        return "fits what is next" if value else "does not fit what is next"
    if field == "until_on":
        return f"until {format_day(value)}"
    return "a note" if field == "note" else value if field == "decision" else f"{called} {value}"


_CALLED = {
    "fits_next": "word on what is next",
    "window": "new window",
    "until_on": "day to come back",
}
