"""Days as the program says them, the same in every locale: “Tue 24 Nov 2026 15:30 (in 3 days)”."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spoken_day(on: date, at: str | None = None) -> str:
    """“Tue 24 Nov 2026”, and the time of day where there is one."""
    day = f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]} {on.year}"
    return f"{day} {at}" if at else day


def from_today(on: date, today: date) -> str:
    """“in 3 days”, “yesterday”: how far a day is from today."""
    days = (on - today).days
    if abs(days) <= 1:
        return ("yesterday", "today", "tomorrow")[days + 1]
    return f"in {days} days" if days > 0 else f"{-days} days ago"
