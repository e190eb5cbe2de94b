"""What would make for a better meeting: something to offer, and commands while they are needed."""

from __future__ import annotations

from datetime import timedelta

from boardroom.queries.prep import PrepView
from boardroom.render.advisors import known_since
from boardroom.render.exchanges import balance_words
from boardroom.render.formatting import short_day
from boardroom.render.open_questions import unanswered_words
from boardroom.render.privacy import private_words
from boardroom.rules.called_off import REPEATEDLY
from boardroom.rules.ids import ADVICE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Lines = list[tuple[str, str]]
    Mark = Callable[[str, str], str]

_AGENDA_AHEAD = timedelta(days=3)


def suggestions(view: PrepView) -> str:
    """Commands that would make for a better meeting; empty if there are none."""
    advisor = view.advisor
    words = []
    if not view.may_meet:
        return ""
    if not view.agenda and not view.starters:
        words.append(f"Nothing to raise yet: boardroom agenda add {advisor.handle} TEXT")
    if advisor.last_met_on and not view.balance.given and advisor.role != "mentee":
        words.append(f"Nothing offered lately: boardroom give {advisor.handle} TEXT")
    if not advisor.their_goals and not view.is_first:
        edit = f"boardroom advisor edit {advisor.handle} --their-goals TEXT"
        words.append(f"Their goals unknown: {edit}")
    return "\n".join(words)


def next_step_lines(view: PrepView) -> Lines:
    """The step that comes next with somebody who is not on the board yet.

    Source: take no for an answer (articles 003, 004).
    """
    advisor = view.advisor
    handle, standing = advisor.handle, advisor.standing
    is_mentee = advisor.role == "mentee"
    ask = f"boardroom {'advisor' if is_mentee else 'letter'} ask {handle}"
    on = short_day(standing.since, view.today)
    match standing.status:
        case "prospect":
            seat = f"boardroom advisor seat {handle}"
            words = f"take them on: {seat}" if is_mentee else f"ask them to advise you: {ask}"
        case "asked" if view.asked_long_ago:
            decline = f"boardroom advisor decline {handle}"
            question = unanswered_words(standing.since, standing.asked_count, view.today)
            again = f"{ask} or " if standing.asked_count < REPEATEDLY else ""
            words = f"{question} {again}{decline}"
        case "asked":
            answers = f"boardroom advisor seat {handle} or boardroom advisor decline {handle}"
            words = f"asked {on}, no answer yet; once there is one: {answers}"
        case "declined":
            words = f"declined {on}; you can ask again later: {ask}"
        case _:
            return []
    return [("", words)]


def give_and_take(view: PrepView) -> str:
    """The balance, and the advisor's own goals, unless they stand beside something to offer.

    With a mentee, whose goals stand first, only the balance of what there was, or nothing.
    """
    balance = balance_words(view.balance, known_since(view.advisor), view.today)
    if view.advisor.role == "mentee":
        return balance if view.balance.given or view.balance.received else ""
    their_goals = None if view.offer else view.advisor.their_goals
    return f"{balance}; their goals: {their_goals}" if their_goals else balance


def nothing_agreed(view: PrepView, *, commands: bool) -> Lines:
    """What to agree on before a first meeting; later, that nothing is, on the board alone."""
    command = f"boardroom agreement set {view.advisor.handle}"
    if view.is_first:
        topics = "hopes, how often, until when and what stays confidential"
        return [("", f"nothing yet; agree on {topics}{f': {command}' if commands else ''}")]
    if commands and view.advisor.standing.status in ("active", "paused"):
        return [("", f"nothing yet: {command}")]
    return []


def starter_lines(view: PrepView, mark: Mark, mark_goal: Mark, *, commands: bool) -> Lines:
    """What could be on the empty agenda, and the command that puts it there.

    Goals are with nobody alone, so their privacy is marked by itself.
    """
    command = f"boardroom agenda add {view.advisor.handle} --starters"
    return [
        ("", f"nothing yet; take these: {command}" if commands else "nothing yet; to raise:"),
        *(
            (
                starter.ref,
                (mark if starter.ref.startswith(ADVICE.letter) else mark_goal)(
                    starter.text, private_words(starter.private)
                ),
            )
            for starter in view.starters
        ),
    ]


def send_agenda_hint(view: PrepView) -> str:
    """The command that sends the agenda, shortly before a meeting; empty once it is sent."""
    plan = view.planned
    if plan is None or view.agenda_sent or plan.on - view.today > _AGENDA_AHEAD:
        return ""
    return f" · send: boardroom letter agenda {view.advisor.handle}"
