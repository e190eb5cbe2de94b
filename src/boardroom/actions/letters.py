"""Noting that a letter was sent: it keeps a promise, reports advice, or stands on the timeline."""

from __future__ import annotations

from datetime import date

from boardroom.actions.advice import report_back
from boardroom.actions.lifecycle import take_step
from boardroom.actions.promises import keep_promises
from boardroom.queries.letter_views import News
from boardroom.queries.letters import letter_facts
from boardroom.rules.day_format import format_day
from boardroom.rules.letters import BY_LETTER, NAMES
from boardroom.rules.text import join_words
from boardroom.store.rows import Advice, Letter, Promise, Transition
from boardroom.store.work import Done, Work


def send_letter(work: Work, advisor_id: int, kind: str, *, on: date) -> Done:
    """Notes that a letter was sent on a day, today or earlier.

    The ask is a step of the lifecycle. Thanks keep the promise to thank them, and news report the
    advice and keep the promises that they tell of. Anything else, and thanks that nothing was
    promised of, is an event. A letter of the same kind on the same day is noted once.

    Raises:
        Refused: it is no letter for somebody of their status.
        NotFound: there is no such person.
    """
    if kind == "ask":
        asked_then = work.find(Transition, advisor_id=advisor_id, status="asked", changed_on=on)
        how = None if asked_then else BY_LETTER  # the letter may be that very ask
        return take_step(work, advisor_id, "asked", on=on, how=how, verb="ask")
    facts = letter_facts(work.connection, kind, advisor_id, today=on)
    sent = f"{facts.advisor.name} {NAMES[kind]}"
    if isinstance(facts.subject, News):
        done = _tell(work, facts.subject, on)
    else:
        done = _keep_thanks(work, advisor_id, on) if kind in ("thanks", "part") else ""
    if not done and was_sent(work, advisor_id, kind, on=on):
        when = "today" if on == work.today else f"for {format_day(on)}"
        work.note(f"Already noted {when} that you sent {sent}")
        return work.did(f"Sent {sent} before", advisor_id)
    if kind == "part" or not done:
        work.add(Letter(advisor_id=advisor_id, kind=kind, sent_on=on))
    day = "" if on == work.today else f", {format_day(on)}"
    return work.did(f"Sent {sent}{day}{done and f'; {done}'}", advisor_id)


def was_sent(work: Work, advisor_id: int, kind: str, *, on: date) -> bool:
    """Whether a letter of that kind was noted for that day, by whatever it did."""
    theirs = {"advisor_id": advisor_id}
    if work.find(Letter, **theirs, kind=kind, sent_on=on):
        return True
    if kind == "news":
        return bool(work.find(Advice, **theirs, reported_on=on))
    kept = {**theirs, "kind": "thanks", "status": "kept", "done_on": on}
    return kind == "thanks" and bool(work.find(Promise, **kept))


def _tell(work: Work, news: News, on: date) -> str:
    """Reports what the news tell of. Returns what that did; empty if there was nothing to tell."""
    for piece in news.advice:
        report_back(work, piece.id, on=on)
    told = [introduced.telling for introduced in news.introduced]
    keep_promises(work, [promise.id for promise in told], on=on)
    parts = {
        "reported": [piece.ref for piece in news.advice],
        "kept": [promise.ref for promise in told],
    }
    return ", ".join(f"{verb} {join_words(refs)}" for verb, refs in parts.items() if refs)


def _keep_thanks(work: Work, advisor_id: int, on: date) -> str:
    """Keeps the open promises to thank them. Returns what that did; empty if there were none."""
    promised = work.find(Promise, advisor_id=advisor_id, kind="thanks", status="open")
    if not promised:
        return ""
    keep_promises(work, [promise.id for promise in promised], on=on)
    return f"kept {join_words([promise.ref for promise in promised])}"
