"""The brief before a coffee: one screen, and the same whole for a pipe and as JSON."""

from __future__ import annotations

from typing import Any

from boardroom.queries.advice import AdviceView
from boardroom.queries.agenda import AgendaView
from boardroom.queries.agreements import AgreementView
from boardroom.queries.goals import StepView
from boardroom.queries.meetings import MeetingList, MeetingView
from boardroom.queries.prep import HelpedView, PrepView
from boardroom.queries.promises import PromiseView
from boardroom.render.advice import advice_record, with_outcome
from boardroom.render.advisors import advisors_json, known_since
from boardroom.render.agenda import agenda_record
from boardroom.render.agreements import agreement_record
from boardroom.render.exchanges import balance_json, balance_words
from boardroom.render.formatting import iso, plural, short_day
from boardroom.render.goals import goal_record, raised_words, steps_words
from boardroom.render.meetings import meetings_json
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Prose, for_pipe
from boardroom.render.promises import promise_record, snoozed_words, when
from boardroom.rules.advice import said
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.lifecycle import WORDS
from boardroom.rules.meetings import noun

_LINE_ON_SCREEN = 200
_PROMISES_ON_SCREEN = 5
# Two lines of a usual screen each: notes that are cut leave room for the command that shows the rest.
_NOTES_ON_SCREEN = 120
_CUT_NOTES_ON_SCREEN = 90


def prep_json(view: PrepView) -> dict[str, Any]:
    """The brief, every record whole."""
    met_on = view.advisor.last_met_on
    return {
        "schema": "boardroom.prep/1",
        "as_of": view.today.isoformat(),
        "advisor": advisors_json([view.advisor])["advisors"][0],
        "next_meeting": next(iter(_meeting_records(view.planned)), None),
        "last_met_on": iso(met_on),
        "days_since": None if met_on is None else (view.today - met_on).days,
        "agreement": None if view.agreement is None else agreement_record(view.agreement),
        "agenda": [agenda_record(item) for item in view.agenda],
        "advice": [advice_record(piece) for piece in view.advice],
        "promises": [promise_record(promise, view.today) for promise in view.promises],
        "goals": [
            {**goal_record(goal), "moved": [f"s{step.id}" for step in moved]}
            for goal, moved in view.goals
        ],
        "meetings": _meeting_records(*view.meetings),
        "balance": balance_json(view.balance),
        "their_goals": view.advisor.their_goals,
    }


def prep_page(view: PrepView) -> Page:
    """One screen, its sections in the order in which they are needed; those with nothing in them are left out."""
    who = view.advisor
    rows: list[tuple[str, Cell]] = []
    for label, lines in sections(view):
        rows += [
            (label if number == 0 else "", _line(ref, text))
            for number, (ref, text) in enumerate(lines)
        ]
    blocks: list[Block] = [
        Heading(who.name, tuple(Cell(text, "quiet") for text in titles(view))),
        Fields(tuple(rows)),
    ]
    missing = missing_words(view)
    if missing:
        blocks.append(Prose(missing, "quiet"))
    pipe = for_pipe(
        (label, ref, text) for label, lines in sections(view, whole=True) for ref, text in lines
    )
    return Page(tuple(blocks), (pipe,))


def titles(view: PrepView) -> list[str]:
    """What stands beside the name: the handle, the seat, and where somebody stands who is not on the board."""
    who = view.advisor
    status = "" if who.active else WORDS[who.standing.status]
    return [text for text in (who.handle, who.seat, status) if text]


def sections(
    view: PrepView, *, whole: bool = False, to_type: bool = True
) -> list[tuple[str, list[tuple[str, str]]]]:
    """What each section says, line by line, each with the id it is about; notes are cut for a screen unless `whole`.

    The commands `to_type` next are for who reads it here, not for somebody it is sent to.
    """
    goals = {f"g{goal.id}" for goal, _ in view.goals}
    found = [
        ("meet", [("", planned_words(view, to_type=to_type))]),
        ("last met", [("", last_met_words(view))]),
        ("agreed", [("", agreement_words(view.agreement, view))] if view.agreement else []),
        ("agenda", [(f"a{item.id}", agenda_words(item, goals)) for item in view.agenda]),
        ("report back", [(f"v{piece.id}", advice_words(piece)) for piece in view.advice]),
        ("promises", _promises(view, whole=whole)),
        ("goals", [(f"g{helped.goal.id}", goal_words(helped, view)) for helped in view.goals]),
        ("notes", [_notes(meeting, view, whole=whole) for meeting in view.meetings]),
        ("give, take", [("", give_and_take_words(view))]),
    ]
    return [(label, lines) for label, lines in found if lines]


def planned_words(view: PrepView, *, to_type: bool) -> str:
    """When and where they meet next; where nothing is planned, how to plan it if that is `to_type`."""
    plan = view.planned
    if plan is None:
        return (
            f"nothing is planned: boardroom plan {view.advisor.handle} WHEN"
            if to_type
            else "nothing is planned"
        )
    day = f"{format_day(plan.on, plan.at)} ({from_today(plan.on, view.today)})"
    return ", ".join(
        part for part in (day, noun(plan.way), plan.place, plural(plan.minutes, "minute")) if part
    )


def last_met_words(view: PrepView) -> str:
    """How long it is since last time."""
    met_on = view.advisor.last_met_on
    return (
        "never yet"
        if met_on is None
        else f"{format_day(met_on)} ({from_today(met_on, view.today)})"
    )


def agreement_words(agreement: AgreementView, view: PrepView) -> str:
    """What was agreed: on what, until when, and whether it stays between the two."""
    until = agreement.until_on
    parts = (
        ", ".join(agreement.focus),
        ""
        if until is None
        else f"{'ended' if until < view.today else 'until'} {format_day(until)}",
        "confidential" if agreement.confidential else "",
        f"hopes: {agreement.hopes}" if agreement.hopes else "",
        f"boundaries: {agreement.boundaries}" if agreement.boundaries else "",
    )
    return "; ".join(part for part in parts if part) or f"on {format_day(agreement.agreed_on)}"


def agenda_words(item: AgendaView, goals: set[str]) -> str:
    """What to raise, and the goal that it is about where that is listed too."""
    goal = f"g{item.goal_id}"
    return f"{item.text} ({goal})" if goal in goals else item.text


def advice_words(piece: AdviceView) -> str:
    """What they said, what came of it, and that they are still to hear."""
    return f"{with_outcome(piece)} ({said(piece.status)})"


def promise_words(promise: PromiseView, view: PrepView) -> str:
    """Who said they would do what, and by when."""
    by = when(promise, view.today).text
    by = f" (by {by})" if by and by != "today" else " (today)" if by else ""
    return f"{'you' if promise.by_whom == 'me' else 'they'}: {promise.text}{by}{snoozed_words(promise, view.today)}"


def goal_words(helped: HelpedView, view: PrepView) -> str:
    """The goal and how far it has come, what was done for it since they last met, and what comes next."""
    goal, moved = helped
    done = f"done: {', '.join(step.text for step in moved)}" if moved else ""
    if goal.status == "achieved":
        return "; ".join(part for part in (f"{goal.title}: achieved", done) if part)
    ahead = next((step for step in goal.steps if step.done_on is None), None)
    target = f" (by {short_day(goal.target_on, view.today)})" if goal.target_on else ""
    here = any(
        helper.handle == view.advisor.handle for helper in goal.raising_with
    )  # the agenda above says so
    parts = (
        ", ".join(
            part
            for part in (steps_words(goal), "" if here else raised_words(goal, view.today))
            if part
        ),
        done,
        f"next: {_step_words(ahead, view)}" if ahead else "",
        "nothing moved since" if not moved and view.advisor.last_met_on else "",
    )
    return f"{goal.title}{target}: {'; '.join(part for part in parts if part)}".rstrip(": ")


def give_and_take_words(view: PrepView) -> str:
    """How give and take stand, and what they are after: with both in mind there is one thing to offer."""
    after = view.advisor.their_goals
    return f"{balance_words(view.balance, known_since(view.advisor), view.today)}{f'; their goals: {after}' if after else ''}"


def missing_words(view: PrepView) -> str:
    """What would make a better coffee, and the commands for it; empty where nothing is missing."""
    handle = view.advisor.handle
    lacking = (
        (not view.agenda, f"something to raise (boardroom agenda add {handle} TEXT)"),
        (
            view.advisor.last_met_on and not view.balance.given,
            f"one thing to offer (boardroom give {handle} TEXT)",
        ),
        (
            not view.advisor.their_goals,
            f"what they are after (boardroom advisor edit {handle} --their-goals TEXT)",
        ),
    )
    wanted = [text for is_missing, text in lacking if is_missing]
    return f"Still to note: {'; '.join(wanted)}." if wanted else ""


def _step_words(step: StepView, view: PrepView) -> str:
    return f"{step.text} by {short_day(step.due_on, view.today)}" if step.due_on else step.text


def _promises(view: PrepView, *, whole: bool) -> list[tuple[str, str]]:
    """The promises open both ways; on a screen the first of them, and where to read the rest."""
    shown = view.promises if whole else view.promises[:_PROMISES_ON_SCREEN]
    lines = [(f"p{promise.id}", promise_words(promise, view)) for promise in shown]
    more = len(view.promises) - len(shown)
    return (
        [*lines, ("", f"and {more} more: boardroom promise list {view.advisor.handle}")]
        if more
        else lines
    )


def _notes(meeting: MeetingView, view: PrepView, *, whole: bool) -> tuple[str, str]:
    """The day of a meeting and its notes; on a screen their beginning, and where to read the rest."""
    notes = meeting.notes or ""
    day = short_day(meeting.on, view.today)
    if whole:
        return f"m{meeting.id}", f"{day}: {notes}"
    line = " ".join(notes.split())
    if len(line) > _NOTES_ON_SCREEN:
        line = f"{_cut(line, _CUT_NOTES_ON_SCREEN)} (boardroom meeting show m{meeting.id})"
    return "", f"{day}: {line}"


def _line(ref: str, text: str) -> Cell:
    shown = _cut(text, _LINE_ON_SCREEN)
    return Cell(f"{ref} {shown}", mark=(0, len(ref))) if ref else Cell(shown)


def _cut(text: str, limit: int) -> str:
    """The text on one line, its end cut off at a word where it is longer than a screen has room for."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    words = line[: limit + 1].rpartition(" ")[0]
    return (
        f"{words if len(words) > limit // 2 else line[:limit]}…"  # there are scripts without spaces
    )


def _meeting_records(*meetings: MeetingView | None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = meetings_json(
        MeetingList(tuple(view for view in meetings if view), 0)
    )["meetings"]
    return found
