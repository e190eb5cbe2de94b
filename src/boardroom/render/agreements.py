"""Agreements with advisors, with their windows and minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.render.formatting import iso, plural, short_day
from boardroom.render.page import (
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Page,
    Prose,
    Table,
    for_pipe,
)
from boardroom.render.privacy import marked, private_words
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.lifecycle import ENDED
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.queries.advisors import AdvisorView
    from boardroom.queries.agreements import AgreementView


def agreement_json(who: AdvisorView, agreement: AgreementView | None) -> dict[str, Any]:
    """The record of the agreement with an advisor; its fields are empty if there is none."""
    return {
        "schema": "boardroom.agreement/1",
        **agreement_record(who, agreement),
    }


def agreement_record(who: AdvisorView, agreement: AgreementView | None) -> dict[str, Any]:
    """The fields of an agreement, for this record or another; empty if there is none."""
    return {
        "uid": agreement and agreement.uid,
        "advisor": who.handle,
        "agreed_on": agreement and agreement.agreed_on.isoformat(),
        "hopes": agreement and agreement.hopes,
        "focus": list(agreement.focus) if agreement else [],
        "until_on": agreement and iso(agreement.until_on),
        "confidential": agreement is not None and agreement.confidential,
        "boundaries": agreement and agreement.boundaries,
        "programme": agreement and agreement.programme,
        "outcome": agreement and agreement.outcome,
        "window": who.window,
        "minutes": who.minutes,
    }


def agreements_json(listed: Sequence[tuple[AdvisorView, AgreementView]]) -> dict[str, Any]:
    """The record of several agreements."""
    return {
        "schema": "boardroom.agreements/1",
        "agreements": [agreement_record(who, agreement) for who, agreement in listed],
    }


def agreements_page(listed: Sequence[tuple[AdvisorView, AgreementView]], today: date) -> Page:
    """The agreements, one per row."""
    if not listed:
        nothing = "Nothing is agreed with anybody yet. Write it down: boardroom agreement set WHO"
        return Page((Prose(nothing),), ())
    columns = (
        Column("with", lead=True),
        Column("until", fixed=True, lead=True),
        Column("every", fixed=True),
        Column("what for", bare=True, least=24),
    )
    rows = tuple(
        (
            Cell(who.name, "strong"),
            _until(agreement, today),
            Cell(who.window),
            Cell(marked(_what_for(agreement), private_words(agreement.private))),
        )
        for who, agreement in listed
    )
    endless = [who for who, agreement in listed if agreement.until_on is None and _may_agree(who)]
    hint = (Prose(_end_hint(endless), "quiet"),) if endless else ()
    pipe = for_pipe(
        (
            who.handle,
            agreement.until_on,
            who.window,
            who.minutes,
            agreement.agreed_on,
            _what_for(agreement),
            "private" if agreement.private else None,
        )
        for who, agreement in listed
    )
    return Page((Table(columns, rows), *hint), (pipe,))


def agreement_page(who: AdvisorView, agreement: AgreementView | None, today: date) -> Page:
    """The agreement with an advisor, or the command to write it down."""
    rhythm = (
        ("window", Cell(f"every {who.window}")),
        ("length", Cell(plural(who.minutes, "minute"))),
    )
    heading = Heading(who.name, (Cell("agreement", "quiet"),))
    blocks: list[Block] = [heading, Fields((*_fields(agreement, today), *rhythm))]
    if agreement is None:
        blocks.append(
            Prose(
                f"Nothing is agreed with {who.name} yet."
                f" Write it down: boardroom agreement set {who.handle}"
            )
        )
    elif agreement.until_on is None and _may_agree(who):
        blocks.append(Prose(_end_hint([who]), "quiet"))
    return Page(tuple(blocks))


def privacy_words(
    before: AgreementView | None, after: AgreementView | None, open_meetings_count: int, today: date
) -> str:
    """What a change of confidentiality means, as the end of a sentence; empty if unchanged.

    `open_meetings_count` is how many meetings with the advisor are not private.
    """
    was, now = (agreement and agreement.confidential_since for agreement in (before, after))
    if (was is None) == (now is None):
        return ""
    if now is None:
        return "; what happens after today is not private, what is private stays so"
    since = "today" if now == today else format_day(now)
    return f"; what happens from {since} on is private{_stays_open(open_meetings_count)}"


def end_words(agreement: AgreementView, today: date) -> str:
    """When an agreement ends, as the end of a sentence; empty if it is open-ended."""
    return "" if agreement.until_on is None else f"; it ends {_day(agreement.until_on, today)}"


def _stays_open(open_meetings_count: int) -> str:
    match open_meetings_count:
        case 0:
            return ""
        case 1:
            return ", 1 meeting before stays as it is"
        case count:
            return f", {count} meetings before stay as they are"


def _may_agree(who: AdvisorView) -> bool:
    return who.standing.status not in ENDED


def _end_hint(people: Sequence[AdvisorView]) -> str:
    """How to give an end to what is open-ended."""
    who = people[0].handle if len(people) == 1 else "WHO"
    return f"Open-ended; to give it an end: boardroom agreement set {who} --until DATE"


def _fields(agreement: AgreementView | None, today: date) -> tuple[tuple[str, Cell], ...]:
    if agreement is None:
        return ()
    until = agreement.until_on
    fields = (
        ("agreed", Cell(_day(agreement.agreed_on, today))),
        (
            "until",
            Cell("open-ended", "quiet")
            if until is None
            else Cell(_day(until, today), "overdue" if until < today else ""),
        ),
        ("programme", Cell(agreement.programme or "")),
        ("hopes", Cell(agreement.hopes or "")),
        ("outcome", Cell(agreement.outcome or "")),
        ("focus", Cell(", ".join(agreement.focus))),
        ("private", Cell(_privacy(agreement))),
        ("boundaries", Cell(agreement.boundaries or "")),
    )
    return tuple((label, cell) for label, cell in fields if cell.text)


def _until(agreement: AgreementView, today: date) -> Cell:
    until = agreement.until_on
    if until is None:
        return Cell("open-ended", "quiet")
    return Cell(short_day(until, today), "overdue" if until < today else "")


def _what_for(agreement: AgreementView) -> str:
    """The areas to work on, else the hopes, the outcome or the programme."""
    others = agreement.hopes or agreement.outcome or agreement.programme
    return ", ".join(agreement.focus) or brief(others or "")


def _privacy(agreement: AgreementView) -> str:
    if agreement.confidential_since is not None:
        return f"what happens from {format_day(agreement.confidential_since)} on is confidential"
    return "this text, since it was confidential" if agreement.private else ""


def _day(on: date, today: date) -> str:
    return f"{format_day(on)} ({from_today(on, today)})"
