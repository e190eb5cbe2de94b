"""The letters in words: short sentences around the user's own, and nothing that is not on file."""

from __future__ import annotations

from boardroom.queries.letter_views import (
    Agenda,
    Ask,
    Facts,
    News,
    Nudge,
    Thanks,
    Together,
)
from boardroom.render.formatting import safe
from boardroom.render.letter_ask import ask_parts
from boardroom.render.letter_text import (
    body,
    letter_day,
    listed,
    sentence,
)
from boardroom.render.letter_words import (
    day_and_time,
    introduced_words,
    length_words,
    outcome_words,
    promise_line,
    times_words,
    window_words,
)
from boardroom.rules.letters import Letter, first_name, is_address, one_line, recipient
from boardroom.rules.meetings import noun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def letter(facts: Facts) -> Letter:
    """The letter that is made of these facts."""
    subject, parts = _subject_and_parts(facts)
    who = facts.advisor
    address = who.email if who.email and is_address(who.email) else None
    return Letter(
        to=safe(recipient(who.name, address)) if address else "",
        subject=subject,
        body=body([f"Dear {first_name(who.name)},", *parts]),
    )


def letter_json(facts: Facts, written: Letter) -> dict[str, Any]:
    """The record of a letter."""
    return {
        "schema": "boardroom.letter/1",
        "kind": facts.kind,
        "advisor": facts.advisor.handle,
        "to": written.to or None,
        "subject": written.subject,
        "body": written.body,
        "left_out_count": sum(facts.left_out.values()),
    }


def _subject_and_parts(facts: Facts) -> tuple[str, list[str]]:
    match facts.subject:
        case Ask() as ask:
            written = "Would you be one of my advisors?", ask_parts(facts, ask)
        case Agenda() as agenda:
            written = _agenda(facts, agenda)
        case Thanks() as thanks:
            written = _thanks(facts, thanks)
        case News() as news:
            what = "advice" if news.advice else "introduction"
            written = f"What came of your {what}", _news(facts, news)
        case Nudge() as nudge:
            written = "A small reminder", _nudge(facts, nudge)
        case together if facts.kind == "renew":
            written = "Shall we go on?", _renew(facts, together)
        case together:
            written = "Thank you", _part(facts, together)
    return written


def _agenda(facts: Facts, agenda: Agenda) -> tuple[str, list[str]]:
    assert agenda.plan is not None  # checked before
    plan = agenda.plan
    day = letter_day(plan.on, facts.today)
    place = f"{one_line(plan.place)}, " if plan.place else ""
    when = day_and_time(plan.on, plan.at, facts)
    to_raise = [item.text for item in agenda.items if item.kind != "update"]
    to_tell = [item.text for item in agenda.items if item.kind == "update"]
    return f"Our {noun(plan.way)} on {day}", [
        f"We meet on {when}{_FOR.get(plan.way, '')} ({place}{length_words(plan.minutes)}).",
        listed("What I would like to raise:", to_raise),
        listed("What I have to tell you:", to_tell),
        "What would you like to add?",
    ]


def _thanks(facts: Facts, thanks: Thanks) -> tuple[str, list[str]]:
    assert thanks.meeting is not None  # checked before
    meeting = thanks.meeting
    the_meeting = f"the {noun(meeting.way)} on {letter_day(meeting.on, facts.today)}"
    answers = [f"{sentence(item.text)}\n{item.answer}" for item in thanks.answered]
    is_mentee = facts.advisor.role == "mentee"
    took = "This is what we came to." if is_mentee else "This is what I took from it."
    advised = "What I suggested:" if is_mentee else "What you advised:"
    return f"Thank you for {the_meeting}", [
        f"Thank you for {the_meeting}. {took}",
        listed(advised, [piece.text for piece in thanks.advice]),
        listed("What you answered:", answers),
        listed("What you gave me:", [gift.text for gift in thanks.received]),
        listed(
            "What I promised:", [promise_line(promise, facts.today) for promise in thanks.promises]
        ),
    ]


def _news(facts: Facts, news: News) -> list[str]:
    return [
        *(outcome_words(piece, facts.today) for piece in news.advice),
        *(introduced_words(introduced, facts.today) for introduced in news.introduced),
        "Thank you.",
    ]


def _nudge(facts: Facts, nudge: Nudge) -> list[str]:
    made_on = min(promise.made_on for promise in nudge.promises)
    one = len(nudge.promises) == 1
    when = f"On {letter_day(made_on, facts.today)} you" if one else "You"
    return [
        listed(
            f"{when} kindly said you would:",
            [promise_line(promise, facts.today) for promise in nudge.promises],
        ),
        (
            "Is there anything that I can do to make it easier? And if it does not suit you any"
            " more, that is fine too."
        ),
    ]


def _renew(facts: Facts, together: Together) -> list[str]:
    agreed = together.agreement
    assert agreed is not None  # checked before
    until = f", until {letter_day(agreed.until_on, facts.today)}" if agreed.until_on else ""
    return [
        (
            # What is on file is today's window, which may have changed since.
            f"On {letter_day(agreed.agreed_on, facts.today)} we agreed to meet regularly{until}."
            f" At present that is every {window_words(facts.advisor.window)}."
        ),
        sentence(f"What I hoped for: {agreed.hopes}") if agreed.hopes else "",
        listed("What we wanted to work on:", agreed.focus),
        sentence(f"How we wanted to measure it: {agreed.outcome}") if agreed.outcome else "",
        *_came_of_it(facts, together, "Since then we met"),
        (
            "Would you like to go on? If so, is there anything you would change? If not, that is a"
            " fine answer. Thank you for all of it."
        ),
    ]


def _part(facts: Facts, together: Together) -> list[str]:
    since = letter_day(together.history.since_on, facts.today)
    has_ended = facts.advisor.standing.status == "alumni"
    return [
        "" if has_ended else "I would like to end our regular meetings here, and to thank you.",
        *_came_of_it(facts, together, f"Since {since} we met"),
        "Thank you for all of it. I would like to stay in touch.",
    ]


def _came_of_it(facts: Facts, together: Together, met: str) -> list[str]:
    history = together.history
    advised = "What I suggested" if facts.advisor.role == "mentee" else "What you advised"
    count = history.meetings_count
    return [
        f"{met} {times_words(count)}, for {length_words(history.minutes)} in all." if count else "",
        listed("What I reached with your help:", [goal.text for goal in history.goals]),
        listed(f"{advised}, and what worked:", [piece.text for piece in history.advice]),
        listed("What you gave me:", [gift.text for gift in reversed(together.received)]),
    ]


_FOR = {
    "coffee": " for coffee",
    "lunch": " for lunch",
    "call": " for a call",
    "video": " for a video call",
    "walk": " for a walk",
}
"""What the two meet for, after when."""
