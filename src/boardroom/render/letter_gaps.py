"""What a letter lacks, each with the command that would give it, and letters that lack too much."""

from __future__ import annotations

from boardroom.errors import Refused
from boardroom.queries.letter_views import (
    Agenda,
    Ask,
    Facts,
    News,
    Nudge,
    Thanks,
    Together,
)
from boardroom.record import Record
from boardroom.render.privacy import left_out_count_words
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.letters import is_address
from boardroom.rules.meetings import noun
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.queries.advisors import AdvisorView


class Missing(Record):
    """Why a letter can't be written, and what to do first."""

    reason: str
    hint: str


def check_has_facts(facts: Facts) -> None:
    """Checks that a letter can say what it is for.

    Raises:
        Refused: it can't; the hint is the command that gives it facts.
    """
    missing = _missing(facts)
    if missing is None:
        return
    left_out = left_out_count_words(facts.left_out)
    raise Refused(" ".join(filter(None, (missing.reason, left_out))), missing.hint)


def gaps(facts: Facts) -> list[str]:
    """What else a letter could say, and its missing address, a sentence each."""
    who = facts.advisor
    sentences = []
    edit = f"boardroom advisor edit {who.handle} --email ADDRESS"
    if not who.email:
        sentences.append(f"No address of {who.name} is on file: {edit}")
    elif not is_address(who.email):
        sentences.append(f"{quoted(who.email)} is no address that a letter can go to: {edit}")
    match facts.subject:
        case Ask(reasons=reasons, goals=goals, plan=plan, slot=slot):
            if not reasons and not who.strengths:
                sentences.append(
                    f"It does not say why them: boardroom advisor edit {who.handle} --strength TEXT"
                )
            if not goals:
                sentences.append("It does not say what for: boardroom goal add TITLE")
            if plan is None and slot is None:
                sentences.append(
                    f"It proposes no day: boardroom advisor edit {who.handle} --usual 'thu 16:00'"
                )
        case Together(agreement=agreement) if agreement is not None:
            if not agreement.hopes and not agreement.focus:
                sentences.append(
                    "It does not say what you hoped for:"
                    f" boardroom agreement set {who.handle} --hopes TEXT"
                )
    return sentences


def _missing(facts: Facts) -> Missing | None:
    """Why a letter can't say what it is for, and the command that helps; None if it can."""
    match facts.subject:
        case Ask():
            missing = None
        case Agenda() as agenda:
            missing = _of_agenda(facts.advisor, agenda)
        case Thanks() as thanks:
            missing = _of_thanks(facts.advisor, thanks)
        case News() as news:
            missing = _of_news(facts.advisor, news)
        case Nudge() as nudge:
            missing = _of_nudge(facts, nudge)
        case together:
            missing = _of_together(facts.advisor, together, renew=facts.kind == "renew")
    return missing


def _of_agenda(who: AdvisorView, agenda: Agenda) -> Missing | None:
    if agenda.plan is None:
        return Missing(
            f"No meeting with {who.name} is planned.",
            f"Plan it first: boardroom plan {who.handle} WHEN",
        )
    if agenda.items:
        return None
    return Missing(
        f"Nothing is on the agenda with {who.name} that a letter can say.",
        f"Add something: boardroom agenda add {who.handle} TEXT",
    )


def _of_thanks(who: AdvisorView, thanks: Thanks) -> Missing | None:
    meeting = thanks.meeting
    if meeting is None:
        return Missing(
            f"No meeting with {who.name} is on file.",
            f"Log it first: boardroom log {who.handle}",
        )
    if thanks.advice or thanks.answered or thanks.received:
        return None
    return Missing(
        f"Nothing on file says what came of the {noun(meeting.way)} with {who.name}"
        f" on {format_day(meeting.on)}.",
        f"Add it: boardroom log {who.handle} --meeting {meeting.ref} --advice TEXT,"
        f" or boardroom got {who.handle} TEXT",
    )


def _of_news(who: AdvisorView, news: News) -> Missing | None:
    if news.advice or news.introduced:
        return None
    if who.role == "mentee":
        return Missing(
            f"{who.name} is your mentee, so what came of advice is theirs to tell.",
            f"Once they told you: boardroom advice list {who.handle}",
        )
    reason = f"Nothing came of {who.name}'s advice that is on file and not told yet."
    if news.without_outcome is None:
        return Missing(reason, f"Note their advice first: boardroom advice add {who.handle} TEXT")
    outcome = f"boardroom advice outcome {news.without_outcome.ref} worked TEXT"
    return Missing(reason, f"Note what came of it: {outcome}")


def _of_nudge(facts: Facts, nudge: Nudge) -> Missing | None:
    who, today = facts.advisor, facts.today
    if nudge.promises:
        return None
    if nudge.coming and not facts.left_out:  # else one is due that no letter may hold
        first = nudge.coming[0]
        assert first.due_on is not None  # those without a day are not to come
        return Missing(
            f"No promise of {who.name}'s is due yet; the first, {first.ref}, is due"
            f" {format_day(first.due_on)} ({from_today(first.due_on, today)}).",
            f"If it was to be earlier: boardroom promise edit {first.ref} --by DATE",
        )
    return Missing(
        f"No open promise of {who.name}'s is on file that a letter can say.",
        f"Note it first: boardroom promise add {who.handle} TEXT --theirs",
    )


def _of_together(who: AdvisorView, together: Together, *, renew: bool) -> Missing | None:
    agreed = together.agreement
    if renew and agreed is None:
        return Missing(
            f"Nothing is agreed with {who.name} yet.",
            f"Write it down: boardroom agreement set {who.handle}",
        )
    hoped = agreed is not None and (agreed.hopes or agreed.focus)
    if hoped or _happened(together):
        return None
    return Missing(
        f"Nothing on file says what you and {who.name} did together.",
        f"Log a meeting: boardroom log {who.handle}",
    )


def _happened(together: Together) -> bool:
    history = together.history
    return bool(history.meetings_count or history.goals or history.advice or together.received)
