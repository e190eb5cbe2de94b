"""The people of the demonstration board, what was agreed with them, and their occasions."""

from __future__ import annotations

from datetime import date, timedelta

from boardroom.actions.advisors import add_advisor
from boardroom.actions.agreements import agree
from boardroom.actions.lifecycle import take_step
from boardroom.store.rows import Occasion
from boardroom.store.work import Work

INES, MARCUS, ANA, TOM, PRIYA, DANA, NOOR, YUSUF, LIA = range(1, 10)
"""The ids of the people, in the order of adding."""


def add_people(work: Work) -> None:
    """Puts nine people on file, in every status, one of them a mentee in another time zone."""
    ines = {"seat": "Career", "notes": "Taught me to ask for the number."}
    marcus = {
        "seat": "Finance",
        "org": "Northgate Foods",
        "how_met": "Alumni dinner",
        "strengths": ["P&L", "pricing"],
        "perspectives": ["industry=food"],
        "their_goals": "A second board seat",
    }
    ana = {
        "seat": "Truth-teller",
        "org": "Freelance",
        "nicknames": ["Aninha"],
        "email": "ana@lima.example",
        "city": "Porto",
        "way": "walk",
    }
    tom = {"seat": "Retail", "kind": "formal", "window": "6-8w", "way": "lunch"}
    priya = {"seat": "Engineering", "city": "Pune", "way": "video"}
    dana = {"seat": "Outside view", "how_met": "Introduced by Marcus"}
    noor = {
        "org": "Harbour Logistics",
        "how_met": "Panel on supply chains",
        "email": "noor@harbour.example",
    }
    lia = {
        "role": "mentee",
        "title": "Store manager",
        "city": "São Paulo",
        "timezone": "America/Sao_Paulo",
        "way": "video",
        "their_goals": "Lead a team of her own",
    }
    add_advisor(work, "Inês Duarte", ines, since=ago(work, 600))
    take_step(work, INES, "alumni", on=ago(work, 100), note="Moved to Lisbon; we write")
    add_advisor(work, "Marcus Ojo", marcus, since=ago(work, 226))
    add_advisor(work, "Ana Lima", ana, since=ago(work, 220))
    add_advisor(work, "Tom Berg", tom, since=ago(work, 150))
    add_advisor(work, "Priya Nair", priya, since=ago(work, 190))
    add_advisor(work, "Dana Reyes", dana, since=ago(work, 9))
    add_advisor(work, "Noor Haddad", noor, prospect=True, since=ago(work, 30))
    add_advisor(work, "Yusuf Demir", {"org": "Kite"}, prospect=True, since=ago(work, 30))
    add_advisor(work, "Lia Costa", lia, since=ago(work, 54))
    back = "New job; back in the autumn"
    take_step(work, PRIYA, "paused", on=ago(work, 40), until=work.today, note=back)
    take_step(work, YUSUF, "asked", on=ago(work, 18), how="over lunch", about="entering a field")


def add_agreements(work: Work) -> None:
    """Puts two agreements on file."""
    agree(
        work,
        MARCUS,
        agreed_on=ago(work, 226),
        hopes="A P&L of my own",
        focus=["pricing", "exposure to a P&L"],
        until_on=work.today + timedelta(days=139),
        boundaries="No names of colleagues",
    )
    agree(
        work,
        TOM,
        agreed_on=ago(work, 150),
        until_on=work.today + timedelta(days=20),
        focus=["the store pilot"],
    )


def add_occasions(work: Work) -> None:
    """Puts an occasion that is over and a birthday on file."""
    exhibition = ("exhibition in Braga", ago(work, 6), False)
    birthday = ("birthday", ago(work, 16 * 365), True)
    for advisor_id, (text, day, yearly) in ((ANA, exhibition), (TOM, birthday)):
        work.add(
            Occasion(
                advisor_id=advisor_id,
                text=text,
                occurs_on=day,
                yearly=yearly,
                added_on=ago(work, 52),
            )
        )


def ago(work: Work, days: int) -> date:
    """So many days before today."""
    return work.today - timedelta(days=days)
