"""A believable board, relative to today: something of everything that the morning list can say."""

from __future__ import annotations

from datetime import date, timedelta

from boardroom.actions.advisors import add_advisor
from boardroom.actions.steps import take_step
from boardroom.models import AgendaItem, Meeting
from boardroom.store.work import Work, change

INES, MARCUS, ANA, TOM, PRIYA, DANA, NOOR, YUSUF = range(1, 9)
"""The row ids of a fresh board, in the order of adding."""


def make_demo(path: str, *, today: date) -> None:
    """Makes the demonstration board at `path`, as one change."""
    with change(path, "demo", today=today) as work:
        _people(work)
        _meetings(work)
        _agenda(work)
        work.summary = "Made a demonstration board"


def _people(work: Work) -> None:
    add_advisor(work, "Inês Duarte", {"seat": "Career", "notes": "Taught me to ask for the number."}, since=_ago(work, 600))
    take_step(work, INES, "alumni", on=_ago(work, 100), note="Moved to Lisbon; we write")
    add_advisor(
        work,
        "Marcus Ojo",
        {
            "seat": "Finance",
            "org": "Northgate Foods",
            "how_met": "Alumni dinner",
            "strengths": ["P&L", "pricing"],
            "perspectives": ["industry=food"],
            "their_goals": "A second board seat",
        },
        since=_ago(work, 226),
    )
    add_advisor(
        work,
        "Ana Lima",
        {"seat": "Truth-teller", "org": "Freelance", "nicknames": ["Aninha"], "city": "Porto", "way": "walk"},
        since=_ago(work, 220),
    )
    add_advisor(work, "Tom Berg", {"seat": "Retail", "kind": "formal", "window": "6-8w", "way": "lunch"}, since=_ago(work, 150))
    add_advisor(work, "Priya Nair", {"seat": "Engineering", "city": "Pune", "way": "video"}, since=_ago(work, 190))
    add_advisor(work, "Dana Reyes", {"seat": "Outside view", "how_met": "Introduced by Marcus"}, since=_ago(work, 9))
    add_advisor(work, "Noor Haddad", {"org": "Harbour Logistics", "how_met": "Panel on supply chains"}, prospect=True)
    add_advisor(work, "Yusuf Demir", {"org": "Kite"}, prospect=True)
    take_step(work, PRIYA, "paused", on=_ago(work, 40), until=work.today, note="New job; back in the autumn")
    take_step(work, YUSUF, "asked", on=work.today, how="over lunch", about="entering a field")


def _meetings(work: Work) -> None:
    held = (
        (MARCUS, 98, "coffee", "Blue Bottle", "The budget round is where decisions are made. Ask to shadow it."),
        (MARCUS, 61, "coffee", "Blue Bottle", "He would introduce me to Dana. Read the 10-K first."),
        (ANA, 72, "walk", "Parque da Cidade", "I talk past the question. Answer first, then explain."),
        (ANA, 36, "walk", None, "The deck is honest now. Cut the last third."),
        (TOM, 52, "lunch", "Canteen", "Store visits on Tuesdays; come along."),
        (TOM, 16, "lunch", "Canteen", "Margins per shelf metre. He wants feedback on the pilot."),
        (PRIYA, 64, "video", None, "Small teams, few handovers."),
        (INES, 130, "coffee", "Jardim", "We said goodbye properly."),
    )
    for advisor_id, days, way, place, notes in held:
        work.add(_meeting(work, advisor_id, -days, "held", way=way, place=place, notes=notes))
    planned = ((ANA, 0, "15:30", "walk", "Parque da Cidade"), (TOM, 12, "12:30", "lunch", "Canteen"), (DANA, -2, None, "call", None))
    for advisor_id, days, start_time, way, place in planned:
        work.add(_meeting(work, advisor_id, days, "planned", way=way, place=place, start_time=start_time))


def _meeting(
    work: Work,
    advisor_id: int,
    days: int,
    status: str,
    *,
    way: str,
    place: str | None,
    notes: str | None = None,
    start_time: str | None = None,
) -> Meeting:
    return Meeting(
        advisor_id=advisor_id,
        status=status,
        met_on=work.today + timedelta(days=days),
        start_time=start_time,
        way=way,
        place=place,
        minutes=60,
        notes=notes,
    )


def _agenda(work: Work) -> None:
    items = (
        (MARCUS, "question", "How do I get exposure to a P&L?", 20),
        (MARCUS, "update", "Read the 10-K", 18),
        (ANA, "topic", "Saying no to the steering group", 6),
        (ANA, "question", "Is the new opening better?", 2),
        (TOM, "update", "The pilot is live in two stores", 3),
    )
    for advisor_id, kind, text, days in items:
        work.add(AgendaItem(advisor_id=advisor_id, kind=kind, text=text, added_on=_ago(work, days)))


def _ago(work: Work, days: int) -> date:
    return work.today - timedelta(days=days)
