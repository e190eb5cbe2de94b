"""The demonstration board: made-up people, dated relative to today, with every kind of item."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from boardroom.actions.advice import note_advice, report_back, set_outcome
from boardroom.actions.agenda import add_items, cover_items, edit_item
from boardroom.actions.criteria import add_criterion, rate_advisor
from boardroom.actions.demo_people import (
    ANA,
    DANA,
    INES,
    LIA,
    MARCUS,
    NOOR,
    PRIYA,
    TOM,
    YUSUF,
    add_agreements,
    add_occasions,
    add_people,
    ago,
)
from boardroom.actions.exchanges import note_exchange
from boardroom.actions.goal_helpers import link_helpers
from boardroom.store.rows import (
    AgendaItem,
    Exchange,
    Goal,
    GoalStep,
    Meeting,
    Promise,
)
from boardroom.store.work import Work, change


def make_demo(path: str, *, today: date) -> None:
    """Makes the demonstration board at `path` in one change."""
    with change(path, "demo", today=today) as work:
        add_people(work)
        _meetings(work)
        _agenda(work)
        _promises(work)
        _advice(work)
        _give_and_take(work)
        _goals(work)
        add_occasions(work)
        add_agreements(work)
        _search(work)
        _mentoring(work)
        work.did("Made a demonstration board")


def _meetings(work: Work) -> None:
    coffee, walk, lunch = (
        ("coffee", "Blue Bottle"),
        ("walk", "Parque da Cidade"),
        ("lunch", "Canteen"),
    )
    held = (
        (MARCUS, 98, *coffee, "The budget round is where decisions are made. Ask to shadow it."),
        (MARCUS, 61, *coffee, "He would introduce me to Dana. Read the 10-K first."),
        (ANA, 72, *walk, "I talk past the question. Answer first, then explain."),
        (ANA, 36, "walk", None, "The deck is honest now. Cut the last third."),
        (TOM, 52, *lunch, "Store visits on Tuesdays; come along."),
        (TOM, 16, *lunch, "Margins per shelf metre. He wants feedback on the pilot."),
        (PRIYA, 64, "video", None, "Small teams, few handovers."),
        (INES, 130, "coffee", "Jardim", "We said goodbye properly."),
    )
    for advisor_id, days, way, place, notes in held:
        _add_meeting(work, advisor_id, -days, "held", way=way, place=place, notes=notes)
    planned = (
        (ANA, 0, "15:30", *walk),
        (TOM, 12, "12:30", *lunch),
        (DANA, -2, None, "call", None),
    )
    for advisor_id, days, time, way, place in planned:
        _add_meeting(work, advisor_id, days, "planned", way=way, place=place, start_time=time)


def _add_meeting(
    work: Work,
    advisor_id: int,
    days: int,
    status: str,
    **fields: Any,  # noqa: ANN401  its columns
) -> None:
    met_on = work.today + timedelta(days=days)
    work.add(Meeting(advisor_id=advisor_id, status=status, met_on=met_on, minutes=60, **fields))


def _agenda(work: Work) -> None:
    items = (
        (MARCUS, "question", "How do I get exposure to a P&L?", 20),
        (MARCUS, "update", "Read the 10-K", 18),
        (ANA, "topic", "Saying no to the steering group", 6),
        (ANA, "question", "Is the new opening better?", 2),
        (TOM, "update", "The pilot is live in two stores", 3),
    )
    for advisor_id, kind, text, days in items:
        work.add(AgendaItem(advisor_id=advisor_id, kind=kind, text=text, added_on=ago(work, days)))


def _promises(work: Work) -> None:
    made = (
        (MARCUS, "me", "Send the pricing memo", 61, -5, None),
        (ANA, "them", "Introduce me to her editor", 36, -2, None),
        (TOM, "me", "Bring the pilot figures", 16, 12, None),
        (ANA, "me", "Send the new opening", 36, -20, 21),
    )
    for advisor_id, by_whom, text, days, due_in, done_ago in made:
        made_on, due_on = ago(work, days), ago(work, -due_in)
        done_on = None if done_ago is None else ago(work, done_ago)
        row = Promise(advisor_id=advisor_id, by_whom=by_whom, text=text, made_on=made_on)
        row.due_on, row.done_on = due_on, done_on
        row.status = "open" if done_on is None else "kept"
        work.add(row)


def _advice(work: Work) -> None:
    given = (
        (MARCUS, "Ask to shadow the budget round", 98, "worked", "The CFO said yes at once", 20),
        (ANA, "Answer first, then explain", 72, "trying", None, 60),
        (TOM, "Walk three stores before the pilot review", 16, None, None, 0),
        (MARCUS, "Read the 10-K first", 61, "worked", None, 45),
        (ANA, "Cut the last third of the deck", 36, "did_not_work", "They missed the numbers", 12),
    )
    for advisor_id, text, days, status, outcome, outcome_days in given:
        advice_id = note_advice(work, advisor_id, text, on=ago(work, days)).id
        if status is not None:
            set_outcome(work, advice_id, status, outcome=outcome, on=ago(work, outcome_days))
        if text.startswith("Read"):
            report_back(work, advice_id, on=ago(work, 40))


def _give_and_take(work: Work) -> None:
    old = (
        (MARCUS, "received", "introduction", "introduction to Dana Reyes", "Dana Reyes", 61),
        (MARCUS, "received", "insight", "How the budget round is decided", None, 98),
        (MARCUS, "given", "resource", "Notes on the new analytics stack", None, 61),
        (TOM, "given", "feedback", "Feedback on the pilot", None, 15),
        (ANA, "received", "feedback", "A hard look at the deck", None, 36),
        (INES, "received", "help", "A rehearsal of the salary talk", None, 300),
    )
    for advisor_id, direction, kind, text, person, days in old:
        day = ago(work, days)
        work.add(
            Exchange(
                advisor_id=advisor_id,
                direction=direction,
                kind=kind,
                text=text,
                person=person,
                exchanged_on=day,
            )
        )
    note_exchange(
        work, TOM, "received", "introduction to Lena Vogt (runs the Porto stores)", on=ago(work, 4)
    )


def _goals(work: Work) -> None:
    goals = (
        ("Run a P&L", "long", 220, "To lead a company one day", (MARCUS, TOM)),
        ("Speak at the retail summit", "near", 75, None, (ANA,)),
        ("Sit on the board of a charity", "long", None, None, ()),
    )
    for number, (title, horizon, days, why, helpers) in enumerate(goals, 1):
        target_on = None if days is None else work.today + timedelta(days=days)
        work.add(
            Goal(
                title=title, horizon=horizon, target_on=target_on, why=why, added_on=ago(work, 120)
            )
        )
        link_helpers(work, number, helpers)
    budget, talk, _ = range(1, len(goals) + 1)
    steps = (
        (budget, "Shadow the budget round", -30, 20),
        (budget, "Own one line of the budget", 9, None),
        (budget, "Present it to the CFO", None, None),
        (talk, "Send the abstract", -3, None),
        (talk, "Rehearse it with Ana", 40, None),
    )
    for goal_id, text, due_in, done_ago in steps:
        due_on = None if due_in is None else work.today + timedelta(days=due_in)
        work.add(
            GoalStep(
                goal_id=goal_id,
                text=text,
                due_on=due_on,
                done_on=None if done_ago is None else ago(work, done_ago),
            )
        )
    edit_item(work, 1, goal_id=budget)
    item = add_items(work, ANA, ["Which story opens the talk?"], goal_id=talk).id
    cover_items(work, [item], on=ago(work, 36), answer="The one about the returns desk")


def _search(work: Work) -> None:
    criteria = (
        ("Has run a P&L", True, {NOOR: True, YUSUF: True}),
        ("Has an hour a month to give, now", True, {NOOR: True}),
        ("Knows logistics", False, {NOOR: True, YUSUF: False}),
    )
    for text, must, ratings in criteria:
        criterion_id = add_criterion(work, text, must=must).id
        for advisor_id, meets in ratings.items():
            rate_advisor(work, advisor_id, criterion_id, meets=meets)


def _mentoring(work: Work) -> None:
    """What happened with the mentee: a call, what the user advised her, and what comes next."""
    notes = "She knows the numbers; nobody above her knows that."
    _add_meeting(work, LIA, -12, "held", way="video", place=None, notes=notes)
    note_advice(work, LIA, "Ask to present the month yourself", on=ago(work, 12))
    add_items(work, LIA, ["What did they say to the first presentation?"])
