"""The facts of a review in words, a fact each."""

from __future__ import annotations

from boardroom.render.formatting import plural
from boardroom.rules.called_off import REPEATEDLY
from boardroom.rules.review_facts import Facts


def met_words(count: int, minutes: int) -> str:
    """“5 times, 4 h 30 min”."""
    if not count:
        return "no meetings"
    hours, rest = divmod(minutes, 60)
    length = " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part
    )
    return f"{'once' if count == 1 else f'{count} times'}, {length}"


def gaps_words(facts: Facts) -> str:
    """“3 of 5 gaps within 4-6w, longest 61 days”, “1 gap of 61 days, within 4-6w”, or nothing."""
    count, within = facts.gaps_count, facts.gaps_within_count
    days = plural(facts.longest_gap_days or 0, "day")
    if count == 0:
        return ""
    if count == 1:
        return f"1 gap of {days}, {'within' if within else 'longer than'} {facts.window}"
    if count == 2 and within != 1:
        how_many = "both gaps" if within else "neither gap"
    elif within == count:
        how_many = f"all {count} gaps"
    else:
        how_many = f"{within or 'none'} of {count} gaps"
    return f"{how_many} within {facts.window}, longest {days}"


def called_off_words(facts: Facts) -> str:
    """“1 meeting fell through”; where most did, the question whether they are always busy."""
    count = facts.meetings_called_off_count
    if not count:
        return ""
    busy = ": always busy?" if count >= max(REPEATEDLY, facts.meetings_count) else ""
    return f"{plural(count, 'meeting')} fell through{busy}"


def agenda_words(facts: Facts) -> str:
    """“9 asked, 2 to ask”: the items covered, open and dropped."""
    items = _listed(
        f"{facts.agenda_asked_count} asked" if facts.agenda_asked_count else "",
        f"{facts.agenda_open_count} to ask" if facts.agenda_open_count else "",
        f"{facts.agenda_dropped_count} dropped" if facts.agenda_dropped_count else "",
    )
    return items or "nothing raised"


def advice_words(facts: Facts, *, told: bool = True) -> str:
    """“5 given → 4 tried → 2 worked → 1 reported back”, and older advice still to report back.

    What is not to be `told` ends in what worked: the user's own advice, whose outcome they told.
    """
    given, older = facts.advice_given_count, facts.advice_untold_before_count if told else 0
    if not given:
        course = "none given"
    elif not facts.advice_tried_count:
        course = f"{given} given, none tried"
    else:
        course = (
            f"{given} given → {facts.advice_tried_count} tried → {facts.advice_worked_count} worked"
        )
        course += f" → {facts.advice_reported_count} reported back" if told else ""
    return clauses(course, f"{older} older to report back" if older else "")


def promises_words(facts: Facts) -> tuple[str, ...]:
    """The user's promises, then the advisor's, which are never called late or overdue."""
    mine = _promises(
        "you",
        (facts.promises_mine_kept_count, facts.promises_mine_late_count, "late"),
        (facts.promises_mine_open_count, facts.promises_mine_overdue_count, "overdue"),
    )
    theirs = _promises(
        "they",
        (facts.promises_theirs_kept_count, facts.promises_theirs_late_count, "after its day"),
        (facts.promises_theirs_open_count, facts.promises_theirs_overdue_count, "past its day"),
    )
    return tuple(words for words in (mine, theirs) if words) or ("none either way",)


def exchange_words(facts: Facts) -> str:
    """How much was given and received: counts, never a score."""
    if not facts.given_count and not facts.received_count:
        return "nothing given or got"
    return f"you gave {facts.given_count or 'nothing'}, got {facts.received_count or 'nothing'}"


def goals_words(facts: Facts) -> str:
    """The progress on the goals that they help with."""
    steps, achieved = facts.steps_taken_count, facts.goals_achieved_count
    progress = _listed(
        f"{plural(steps, 'step')} taken" if steps else "",
        f"{achieved} achieved" if achieved else "",
    )
    return progress or "no progress"


def _count(count: int, part: int, part_words: str, what: str = "") -> str:
    """“4 open (1 late)”; empty for none."""
    if not count:
        return ""
    words = f"{count} {what}" if what else str(count)
    return f"{words} ({part} {part_words})" if part else words


def _promises(who: str, kept: tuple[int, int, str], still_open: tuple[int, int, str]) -> str:
    words = _count(*kept), _count(*still_open, "open")
    return _listed(f"{who} kept {words[0] or 'none'}", words[1]) if any(words) else ""


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def clauses(*parts: str) -> str:
    """The parts that are not empty, between semicolons."""
    return "; ".join(part for part in parts if part)
