"""A window as a bar of fixed width, with today on it or past its end."""

from __future__ import annotations

from datetime import date

from boardroom.rules.window_state import Clock

LEGEND = ("━ time to meet", "● today")
"""The meanings of the bar's signs."""

_INSIDE_SIGNS, _BEYOND_SIGNS = 10, 2


def window_bar(began_on: date, clock: Clock, *, today: date) -> str:
    """The bar of a window that runs from `began_on`, up to 12 characters.

    It shows the days of waiting, the days to meet on, and today, which is past its end if overdue.
    """
    days = (clock.due_by - began_on).days + 1  # both ends count
    wait_days = (clock.due_from - began_on).days
    opens = max(wait_days * _INSIDE_SIGNS // days, 1) if wait_days else 0
    signs = ["·"] * opens + ["━"] * (_INSIDE_SIGNS - opens) + [" "] * _BEYOND_SIGNS
    at = (today - began_on).days * _INSIDE_SIGNS // days
    match clock.state:  # on the right side of the opening, even within one sign
        case "overdue":
            at = len(signs) - 1
        case "due":
            at = max(at, opens)
        case _:
            at = min(at, opens - 1)
    signs[at] = "●"
    return "".join(signs).rstrip()
