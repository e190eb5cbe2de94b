"""Every field of an advisor, as a user gives it and as the board stores it."""

from __future__ import annotations

from typing import Any

from tests.boards import Board

GIVEN: dict[str, Any] = {
    "nicknames": ["Marc"],
    "seat": "Finance",
    "org": "Northgate Foods",
    "how_met": "Alumni dinner",
    "kind": "formal",
    "strengths": ["P&L"],
    "perspectives": ["industry=food"],
    "their_goals": "A second board seat",
    "email": "m@example.com",
    "phone": "+351",
    "link": "https://example.com",
    "city": "Porto",
    "way": "Lunch",
    "window": "6 weeks",
    "minutes": "1h30",
    "notes": "Two\r\nlines",
    "role": "Both",
    "title": "CFO",
    "timezone": "europe/lisbon",
    "usual": "Thursdays at 4pm",
}
AS_KEPT = (
    '["Marc"]',
    "Finance",
    "Northgate Foods",
    "Alumni dinner",
    "formal",
    '["P&L"]',
    '{"industry": "food"}',
    "A second board seat",
    "m@example.com",
    "+351",
    "https://example.com",
    "Porto",
    "lunch",
    "6w",
    90,
    "Two\nlines",
    "both",
    "CFO",
    "Europe/Lisbon",
    "FREQ=WEEKLY;BYDAY=TH;BYHOUR=16;BYMINUTE=0",
)
NOTHING_KEPT = (
    "[]",
    None,
    None,
    None,
    "informal",
    "[]",
    "{}",
    None,
    None,
    None,
    None,
    None,
    None,
    None,
    None,
    None,
    "advisor",
    None,
    None,
    None,
)


def kept(board: Board) -> list[tuple[Any, ...]]:
    """The handle, the name and the other fields of everybody."""
    return board.sql(
        "SELECT handle, name, nicknames, seat, org, how_met, kind, strengths, perspectives,"
        " their_goals, email, phone, link, city, way, window, minutes, notes,"
        " role, title, timezone, usual FROM advisor ORDER BY id"
    )
