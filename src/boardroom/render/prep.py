"""The brief before a meeting: cut to one screen, and whole for a pipe."""

from __future__ import annotations

from boardroom.queries.agenda import AgendaView
from boardroom.queries.agreements import AgreementView
from boardroom.queries.goals import StepView
from boardroom.queries.meetings import MeetingView
from boardroom.queries.prep import HelpedGoal, PrepView
from boardroom.render.agreed import ended_lines, first_formal_lines
from boardroom.render.formatting import cut_to_line, plural, short_day
from boardroom.render.goals import raised_words, steps_words
from boardroom.render.occasion_words import lines_to_raise
from boardroom.render.open_questions import always_busy_words
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Prose, for_pipe
from boardroom.render.prep_advice import advice_sections
from boardroom.render.prep_fit import LINE, shorter_lines
from boardroom.render.prep_meeting import meet_lines
from boardroom.render.prep_person import (
    introduction_lines,
    offer_line,
    unknown_lines,
    who_line,
)
from boardroom.render.prep_promises import promise_lines
from boardroom.render.prep_suggestions import (
    give_and_take,
    next_step_lines,
    nothing_agreed,
    send_agenda_hint,
    starter_lines,
    suggestions,
)
from boardroom.render.privacy import (
    marked,
    marked_unless_private,
    private_words,
    split_mark,
    unmarked,
)
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.ids import GOAL
from boardroom.rules.lifecycle import status_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Mark = Callable[[str, str], str]

_LINE_ON_SCREEN = 200
_NOTES_ON_SCREEN = 120  # two lines of 80 columns
_CUT_NOTES_ON_SCREEN = 90  # leaves room for the command that shows them whole


def prep_page(view: PrepView, *, for_others: bool = False) -> Page:
    """The sections that are not empty; `for_others`, without privacy marks and next steps."""
    shown = sections(view, commands=not for_others)
    labels = [label for label, lines in shown for _ in lines]
    cells = [_line(ref, text) for _, lines in shown for ref, text in lines]
    rows = [
        ("" if before == label else label, cell)
        for before, label, cell in zip(["", *labels], labels, cells, strict=False)
    ]
    fields = Fields(tuple(rows), tuple(shorter_lines(labels, cells)))
    heading = Heading(view.advisor.name, tuple(Cell(text, "quiet") for text in titles(view)))
    blocks: list[Block] = [heading, fields]
    hints = "" if for_others else suggestions(view)
    blocks += [Prose(hints, "quiet")] if hints else []
    pipe = for_pipe(
        (label, ref, text) for label, lines in sections(view, whole=True) for ref, text in lines
    )
    return Page(tuple(blocks), (pipe,))


def titles(view: PrepView) -> list[str]:
    """What follows the name: handle, seat, whether they are a mentee, and another status."""
    advisor = view.advisor
    is_usual = advisor.active and advisor.role != "mentee"
    status = "" if is_usual else status_words(advisor.standing.status, advisor.role)
    also = "also your mentee" if advisor.role == "both" else ""
    return [text for text in (advisor.handle, advisor.seat, also, status) if text]


def sections(
    view: PrepView, *, whole: bool = False, commands: bool = True
) -> list[tuple[str, list[tuple[str, str]]]]:
    """The label and the lines of each section; a line is an id, or "", and a text.

    Advice, promises and notes are cut to fit a screen, unless `whole`. What is private is marked,
    or if the agreement is confidential, what is not. A brief for somebody else has neither marks
    nor `commands` to type.
    """
    goals = {goal.id for goal, _ in view.goals}
    mark_private = marked if commands else unmarked
    is_confidential = view.agreement is not None and view.agreement.confidential
    agreed = []
    if view.agreement is not None:
        # “confidential” says that its text is private.
        privacy = private_words(view.agreement.private and not is_confidential)
        words = _agreement(view.agreement, view, commands=commands)
        agreed = [("", mark_private(words, privacy))]
    else:
        agreed = nothing_agreed(view, commands=commands)
    mark = marked_unless_private if commands and is_confidential else mark_private
    goal_lines = [
        (helped.goal.ref, mark_private(_goal(helped, view), private_words(helped.goal.private)))
        for helped in view.goals
    ]
    is_mentee = view.advisor.role == "mentee"
    after = view.advisor.their_goals if is_mentee else None
    all_sections = [
        ("their goals", [("", after)] if after else []),
        ("meet", meet_lines(view, mark, whole=whole, commands=commands)),
        ("last met", [("", _last_met(view, commands=commands))]),
        ("next step", next_step_lines(view) if commands else []),
        ("who", [("", who)] if (who := who_line(view, whole=whole)) else []),
        ("introduced", introduction_lines(view, mark, whole=whole, commands=commands)),
        ("agreed", agreed),
        ("came of it", ended_lines(view) if commands else []),
        ("ask", first_formal_lines(view)),
        (
            "agenda",
            starter_lines(view, mark, mark_private, commands=commands)
            if view.starters
            else _agenda(view, goals, mark, whole=whole, commands=commands),
        ),
        *advice_sections(view, mark, whole=whole),
        ("promises", promise_lines(view, mark, whole=whole)),
        ("goals", [] if is_mentee else goal_lines),
        ("occasions", lines_to_raise(view, mark_private, whole=whole)),
        ("notes", [_notes(meeting, view, mark, whole=whole) for meeting in view.meetings]),
        ("give, take", [("", words)] if (words := give_and_take(view)) else []),
        ("offer", [("", words)] if (words := offer_line(view, mark)) else []),
        ("not known", unknown_lines(view, whole=whole, commands=commands)),
    ]
    return [(label, lines) for label, lines in all_sections if lines]


def _last_met(view: PrepView, *, commands: bool) -> str:
    """The last meeting, and for the user alone, that those since fell through."""
    met_on = view.advisor.last_met_on
    met = f"{format_day(met_on)} ({from_today(met_on, view.today)})" if met_on else "never yet"
    is_waiting = view.may_meet and view.planned is None and view.advisor.role != "mentee"
    busy = always_busy_words(view.called_off_count) if commands and is_waiting else ""
    return "; ".join(filter(None, (met, busy)))


def _agreement(agreement: AgreementView, view: PrepView, *, commands: bool) -> str:
    until = agreement.until_on
    parts = [", ".join(agreement.focus)]
    if until is not None:
        parts.append(f"{'ended' if until < view.today else 'until'} {format_day(until)}")
    elif view.advisor.standing.status in ("active", "paused"):
        hint = f" (boardroom agreement set {view.advisor.handle} --until DATE)"
        parts.append(f"open-ended{hint if commands else ''}")
    if agreement.confidential:
        parts.append("confidential")
    if agreement.hopes:
        parts.append(f"hopes: {agreement.hopes}")
    if agreement.boundaries:
        parts.append(f"boundaries: {agreement.boundaries}")
    return "; ".join(part for part in parts if part) or f"on {format_day(agreement.agreed_on)}"


def _agenda(
    view: PrepView, goals: set[int], mark: _Mark, *, whole: bool, commands: bool
) -> list[tuple[str, str]]:
    """The open items, the last that stays on one line with the command that sends them."""
    lines = [
        (item.ref, mark(_agenda_item(item, goals), private_words(item.private)))
        for item in view.agenda
    ]
    hint = send_agenda_hint(view) if commands else ""
    for number, (ref, words) in reversed([*enumerate(lines)] if hint else []):
        if whole or len(f"{ref} {words}{hint}") <= LINE:
            lines[number] = (ref, f"{words}{hint}")
            break
    return lines


def _agenda_item(item: AgendaView, goals: set[int]) -> str:
    """The text of an item, with the id of its goal if the brief lists the goal."""
    if item.goal_id is None or item.goal_id not in goals:
        return item.text
    return f"{item.text} ({GOAL.ref(item.goal_id)})"


def _goal(helped: HelpedGoal, view: PrepView) -> str:
    """A goal: its progress, the steps taken since the last meeting, and the next step."""
    goal, new_steps = helped
    done = f"done: {', '.join(step.text for step in new_steps)}" if new_steps else ""
    if goal.status == "achieved":
        return "; ".join(part for part in (f"{goal.title}: achieved", done) if part)
    # If it is on this advisor's agenda, the agenda section says so.
    handles = {helper.handle for helper in goal.raising_with}
    raised = "" if view.advisor.handle in handles else raised_words(goal, view.today)
    open_steps = [step for step in goal.steps if step.done_on is None]
    undated_count = sum(step.due_on is None for step in open_steps)
    parts = (
        ", ".join(part for part in (steps_words(goal), raised) if part),
        done,
        f"next: {_step(open_steps[0], view)}" if open_steps else "",
        f"{plural(undated_count, 'step')} without a day" if undated_count else "",
        "no step since you met" if not new_steps and view.advisor.last_met_on else "",
    )
    target = f" (by {short_day(goal.target_on, view.today)})" if goal.target_on else ""
    return f"{goal.title}{target}: {'; '.join(part for part in parts if part)}".rstrip(": ")


def _step(step: StepView, view: PrepView) -> str:
    return f"{step.text} by {short_day(step.due_on, view.today)}" if step.due_on else step.text


def _notes(meeting: MeetingView, view: PrepView, mark: _Mark, *, whole: bool) -> tuple[str, str]:
    """A meeting's notes, or their beginning and the command that shows the rest."""
    notes = meeting.notes or ""
    day = short_day(meeting.on, view.today)
    if whole:
        return meeting.ref, mark(f"{day}: {notes}", private_words(meeting.private))
    line = " ".join(notes.split())
    if len(line) > _NOTES_ON_SCREEN:
        line = f"{cut_to_line(line, _CUT_NOTES_ON_SCREEN)} (boardroom meeting show {meeting.ref})"
    return "", mark(f"{day}: {line}", private_words(meeting.private))


def _line(ref: str, text: str) -> Cell:
    text, mark = split_mark(text)
    shown = f"{cut_to_line(text, _LINE_ON_SCREEN)}{mark}"
    return Cell(f"{ref} {shown}", mark=(0, len(ref))) if ref else Cell(shown)
