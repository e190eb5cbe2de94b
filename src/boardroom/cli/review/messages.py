"""What the review says before its first question, and when it is left before its end."""

from __future__ import annotations

from datetime import date

from boardroom.cli.call import Call
from boardroom.cli.messages import print_message
from boardroom.cli.review.session import ReviewSession
from boardroom.render.formatting import short_day
from boardroom.render.review_record import review_json
from boardroom.rules.day_format import from_today
from boardroom.rules.text import join_words

_HOW = (
    "Each answer is saved at once. Enter skips a question but for the decision, ? explains it, b"
    " goes back, q quits; you can continue any day."
)


def opening(session: ReviewSession, due_from: date | None) -> str:
    """What a review begins with: how far it is, or whom it is about, and how to answer."""
    progress, today = session.progress, session.call.today
    if progress.review is not None:
        started_on = progress.review.started_on
        day = f"{short_day(started_on, today)} ({from_today(started_on, today)})"
        done = f": {_done(session)}" if progress.of_board else ""
        return f"The review started {day} continues{done}. {_HOW}"
    names = join_words([advisor.person.name for advisor in progress.advisors])
    board = ", then the board" if session.person is None else ""
    early = f" It is early: due from {short_day(due_from, today)}." if due_from else ""
    return f"{names}{board}.{early} {_HOW}"


def say_left(session: ReviewSession) -> None:
    """Says how to continue a review that the user left."""
    progress, call = session.progress, session.call
    is_alone = session.person is not None and not progress.of_board
    alone = f" --advisor {session.person.handle}" if session.person and is_alone else ""
    if progress.review is None:
        if not call.json:
            _say(call, f"There are no answers yet. Start any day with: boardroom review{alone}")
    elif call.json:
        call.print_json(review_json(progress.review))
    else:
        done = f", {_done(session)}" if progress.of_board else ""
        _say(
            call,
            f"Left {progress.review.ref}{done}; your answers are saved."
            f" Continue any day with: boardroom review{alone}",
        )


def say_answered(session: ReviewSession) -> None:
    """Says how to continue the review of the board, after answers about one person in it."""
    current = session.progress.review
    assert current is not None  # something was answered
    if session.call.json:
        session.call.print_json(review_json(current))
    else:
        _say(
            session.call,
            f"Saved in {current.ref}, the review of the board ({_done(session)})."
            " Continue it with: boardroom review",
        )


def _done(session: ReviewSession) -> str:
    """“2 of 5 done”, of all advisors in the review."""
    return f"{session.progress.done_count} of {session.progress.covered_count} done"


def _say(call: Call, text: str) -> None:
    print_message("In a demo nothing is kept." if call.is_demo else call.with_commands(text))
