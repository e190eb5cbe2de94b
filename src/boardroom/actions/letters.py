"""Noting that a letter was sent: it keeps a promise, reports advice, or stands on the timeline."""

from __future__ import annotations

from boardroom.actions.advice import report_back
from boardroom.actions.lifecycle import take_step
from boardroom.actions.promises import keep_promises
from boardroom.queries.letter_views import News
from boardroom.queries.letters import letter_facts
from boardroom.rules.letters import BY_LETTER, NAMES
from boardroom.rules.text import join_words
from boardroom.store.rows import Advice, Letter, Promise, Transition
from boardroom.store.work import Done, Work


def send_letter(work: Work, advisor_id: int, kind: str) -> Done:
    """Notes that a letter was sent today.

    The ask is a step of the lifecycle. Thanks keep the promise to thank them, and news report the
    advice and keep the promises that they tell of. Anything else, and thanks that nothing was
    promised of, is an event. A letter of the same kind on the same day is noted once.

    Raises:
        Refused: it is no letter for somebody of their status.
        NotFound: there is no such person.
    """
    if kind == "ask":
        asked_today = work.find(
            Transition, advisor_id=advisor_id, status="asked", changed_on=work.today
        )
        how = None if asked_today else BY_LETTER  # the letter may be that very ask
        return take_step(work, advisor_id, "asked", how=how, verb="ask")
    facts = letter_facts(work.connection, kind, advisor_id, today=work.today)
    if isinstance(facts.subject, News):
        done = _tell(work, facts.subject)
    else:
        done = _keep_thanks(work, advisor_id) if kind in ("thanks", "part") else ""
    if not done and was_sent_today(work, advisor_id, kind):
        work.note(f"Already noted today that you sent {facts.advisor.name} {NAMES[kind]}")
        return work.did(f"Sent {facts.advisor.name} {NAMES[kind]} before", advisor_id)
    if kind == "part" or not done:
        work.add(Letter(advisor_id=advisor_id, kind=kind, sent_on=work.today))
    return work.did(f"Sent {facts.advisor.name} {NAMES[kind]}{done and f'; {done}'}", advisor_id)


def was_sent_today(work: Work, advisor_id: int, kind: str) -> bool:
    """Whether a letter of that kind was noted today, by whatever it did."""
    today = {"advisor_id": advisor_id}
    if work.find(Letter, **today, kind=kind, sent_on=work.today):
        return True
    if kind == "news":
        return bool(work.find(Advice, **today, reported_on=work.today))
    kept = {**today, "kind": "thanks", "status": "kept", "done_on": work.today}
    return kind == "thanks" and bool(work.find(Promise, **kept))


def _tell(work: Work, news: News) -> str:
    """Reports what the news tell of. Returns what that did; empty if there was nothing to tell."""
    for piece in news.advice:
        report_back(work, piece.id)
    told = [introduced.telling for introduced in news.introduced]
    keep_promises(work, [promise.id for promise in told])
    parts = {
        "reported": [piece.ref for piece in news.advice],
        "kept": [promise.ref for promise in told],
    }
    return ", ".join(f"{verb} {join_words(refs)}" for verb, refs in parts.items() if refs)


def _keep_thanks(work: Work, advisor_id: int) -> str:
    """Keeps the open promises to thank them. Returns what that did; empty if there were none."""
    promised = work.find(Promise, advisor_id=advisor_id, kind="thanks", status="open")
    if not promised:
        return ""
    keep_promises(work, [promise.id for promise in promised])
    return f"kept {join_words([promise.ref for promise in promised])}"
