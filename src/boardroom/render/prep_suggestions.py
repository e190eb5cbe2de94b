"""What would make for a better meeting: something to offer, and commands while they are needed."""

from __future__ import annotations

from datetime import timedelta

from boardroom.queries.prep import PrepView
from boardroom.render.advisors import known_since
from boardroom.render.exchanges import balance_words

_AGENDA_AHEAD = timedelta(days=3)


def suggestions(view: PrepView) -> str:
    """Commands that would make for a better meeting; empty if there are none."""
    advisor = view.advisor
    words = []
    if advisor.standing.status == "prospect":
        words.append(f"Ask them: boardroom letter ask {advisor.handle}")
    if not view.agenda:
        words.append(f"Nothing to raise yet: boardroom agenda add {advisor.handle} TEXT")
    if advisor.last_met_on and not view.balance.given:
        words.append(f"Nothing offered lately: boardroom give {advisor.handle} TEXT")
    if not advisor.their_goals:
        edit = f"boardroom advisor edit {advisor.handle} --their-goals TEXT"
        words.append(f"Their goals unknown: {edit}")
    return "\n".join(words)


def give_and_take(view: PrepView) -> str:
    """The balance, and the advisor's own goals: together they suggest something to offer."""
    balance = balance_words(view.balance, known_since(view.advisor), view.today)
    their_goals = view.advisor.their_goals
    return f"{balance}; their goals: {their_goals}" if their_goals else balance


def send_agenda_hint(view: PrepView) -> str:
    """The command that sends the agenda, shortly before a meeting; empty once it is sent."""
    plan = view.planned
    if plan is None or view.agenda_sent or plan.on - view.today > _AGENDA_AHEAD:
        return ""
    return f" · send: boardroom letter agenda {view.advisor.handle}"
