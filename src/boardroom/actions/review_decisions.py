"""Carries out what a review decided about each person, and says so."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.actions.advisors import edit_advisor
from boardroom.actions.lifecycle import take_step
from boardroom.actions.parting import part
from boardroom.queries.private import is_private
from boardroom.rules.day_format import format_day
from boardroom.rules.names import Named
from boardroom.rules.promises import format_next_promise
from boardroom.rules.reviews import Answer
from boardroom.rules.text import join_words
from boardroom.store.rows import Promise
from boardroom.store.work import Work

_ADJUSTED = "adjusted"


def carry_out(
    work: Work, answers: Sequence[tuple[Named, Answer]]
) -> tuple[str, list[tuple[str, str]]]:
    """Carries out the decision about each person.

    Returns the decisions and the promises made in parting: in a sentence, and as labelled lines.
    """
    kept, adjusted, paused, parted, promises = [], [], [], [], []
    for person, answer in answers:
        if answer.decision == "keep":
            kept.append(person.name)
        elif answer.decision == "adjust":
            edit_advisor(work, person.id, {"window": answer.window})
            adjusted.append(f"{person.name}'s window is {answer.window} now")
        elif answer.decision == "pause":
            take_step(work, person.id, "paused", until=answer.until_on)
            until = f" until {format_day(answer.until_on)}" if answer.until_on else ""
            paused.append(f"{person.name}{until}")
        else:
            parted.append(person.name)
            promise_ids = part(work, person.id).ids[1:]
            promises += [_format_promise(work, promise_id) for promise_id in promise_ids]
    grouped = [
        ("kept", join_words(kept)),
        *((_ADJUSTED, words) for words in adjusted),
        ("paused", join_words(paused)),
        ("parted with", join_words(parted)),
    ]
    lines = [(label, words) for label, words in grouped if words]
    clauses = [words if label == _ADJUSTED else f"{label} {words}" for label, words in lines]
    lines += [("and", promise.removeprefix("; ")) for promise in promises]
    return f"{', '.join(clauses)}{''.join(promises)}", lines


def _format_promise(work: Work, promise_id: int) -> str:
    promise = work.get(Promise, promise_id)
    assert promise.due_on is not None  # thanks have a due day
    private = is_private(work.connection, "promise", promise_id)
    return format_next_promise(promise_id, promise.text, promise.due_on, private=private)
