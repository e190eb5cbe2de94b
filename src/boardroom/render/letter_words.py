"""What of a record stands in a letter: a goal, a promise, a criterion, a window in its words."""

from __future__ import annotations

from datetime import date

from boardroom.queries.advice import AdviceView
from boardroom.queries.goals import GoalView
from boardroom.queries.letter_views import Facts, Introduced
from boardroom.queries.promises import PromiseView
from boardroom.render.formatting import plural, their_time_words
from boardroom.render.letter_text import letter_day, paragraph, sentence
from boardroom.rules.settings import Seats
from boardroom.rules.windows import NUMBER_WORDS, UNITS, parse_window


def goal_line(goal: GoalView, today: date) -> str:
    """“Run a P&L, by Tuesday 1 June 2027”, and how the user will know, on a line of its own."""
    by = f", by {letter_day(goal.target_on, today)}" if goal.target_on else ""
    return f"{goal.title}{by}" + (f"\nI will know by this: {goal.measure}" if goal.measure else "")


def promise_line(promise: PromiseView, today: date) -> str:
    """“Send the memo, by Tuesday 24 November”."""
    by = f", by {letter_day(promise.due_on, today)}" if promise.due_on else ""
    return f"{promise.text}{by}"


def day_and_time(on: date, at: str | None, facts: Facts) -> str:
    """“Tuesday 24 November at 16:00 (17:00 in Berlin)”, with their time where it differs."""
    day = letter_day(on, facts.today)
    theirs = their_time_words(on, at, facts.advisor.timezone).removeprefix(", ")
    return f"{day} at {at}{f' ({theirs})' if theirs else ''}" if at else day


def outcome_words(piece: AdviceView, today: date) -> str:
    """“On Tuesday 24 November you advised me: … I did, and it worked: …”."""
    came_to = f": {piece.outcome}" if piece.outcome else ""
    day = letter_day(piece.given_on, today)
    return paragraph(
        sentence(f"On {day} you advised me: {piece.text}"),
        sentence(f"{_DID[piece.status]}{came_to}"),
    )


def introduced_words(introduced: Introduced, today: date) -> str:
    """“On Tuesday 24 November you introduced me to … I got in touch on …”."""
    gift, kept, _ = introduced
    day = letter_day(gift.exchanged_on, today)
    to = f"You introduced me to {gift.person}" if gift.person else f"You gave me: {gift.text}"
    note = f": {kept.note}" if kept.note else ""
    got_in_touch = letter_day(kept.done_on, today) if kept.done_on else ""
    return paragraph(
        sentence(f"On {day} you introduced me to {gift.person}" if gift.person else to),
        sentence(f"I got in touch on {got_in_touch}{note}"),
    )


def said_to_them(criterion: str) -> str:
    """A criterion said to the one who meets it: “You have run a P&L” for “Has run a P&L”."""
    verb, blank, rest = criterion.partition(" ")
    own = _SECOND_PERSON.get(verb.lower())
    return f"You {own}{blank}{rest}" if own and rest else criterion


def window_words(text: str) -> str:
    """“four to six weeks” for 4-6w, “week” for 1w."""
    shortest, longest = parse_window(text)
    unit = next(word for word, letter in UNITS.items() if letter == longest.unit and len(word) > 1)
    if shortest != longest:
        return f"{number_word(shortest.count)} to {number_word(longest.count)} {unit}s"
    return unit if longest.count == 1 else f"{number_word(longest.count)} {unit}s"


def seats_words(seats: Seats) -> str:
    """“three to five people”."""
    if seats.most == 1:
        return "one person"
    fewest = "" if seats.fewest == seats.most else f"{number_word(seats.fewest)} to "
    return f"{fewest}{number_word(seats.most)} people"


def length_words(minutes: int) -> str:
    """“an hour”, “45 minutes”, “two hours”, “90 minutes”."""
    if minutes == _HOUR:
        return "an hour"
    if minutes % _HOUR:
        return plural(minutes, "minute")
    return f"{number_word(minutes // _HOUR)} hours"


def times_words(count: int) -> str:
    """“once”, “twice”, “three times”."""
    return _TIMES.get(count, f"{number_word(count)} times")


def number_word(number: int) -> str:
    """“five”; in digits beyond twelve."""
    return _NUMBERS.get(number, str(number))


_DID = {
    "trying": "I am trying it",
    "worked": "I did, and it worked",
    "did_not_work": "I did, and it did not work",
    "set_aside": "I have set it aside",
}
_HOUR = 60
_TIMES = {1: "once", 2: "twice"}
_NUMBERS = {number: word for word, number in NUMBER_WORDS.items()}
_SECOND_PERSON = {
    "builds": "build",
    "can": "can",
    "comes": "come",
    "does": "do",
    "gives": "give",
    "has": "have",
    "is": "are",
    "knows": "know",
    "leads": "lead",
    "lives": "live",
    "runs": "run",
    "sits": "sit",
    "speaks": "speak",
    "teaches": "teach",
    "understands": "understand",
    "walked": "walked",
    "was": "were",
    "works": "work",
}
"""How a criterion about somebody begins, and how it is said to them."""
