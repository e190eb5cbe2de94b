"""A window drawn as a bar of fixed width, with today on it or past its end."""

from __future__ import annotations

from datetime import date

from boardroom.rules.window_state import Clock

LEGEND = ("━ time to meet", "● today")
"""What the bar's signs mean."""

_WITHIN, _BEYOND = 10, 2


def window_bar(began_on: date, clock: Clock, *, today: date) -> str:
    """The bar of a window that runs from `began_on`, up to 12 characters.

    First the days of waiting, then those to meet on, and beyond its end a today that is overdue.
    """
    days = (clock.due_by - began_on).days + 1  # both ends count
    wait_days = (clock.due_from - began_on).days
    opens = max(wait_days * _WITHIN // days, 1) if wait_days else 0
    signs = ["·"] * opens + ["━"] * (_WITHIN - opens) + [" "] * _BEYOND
    at = (today - began_on).days * _WITHIN // days
    match clock.state:  # today is drawn on the right side even if the window opens within a sign
        case "overdue":
            at = len(signs) - 1
        case "due":
            at = max(at, opens)
        case _:
            at = min(at, opens - 1)
    signs[at] = "●"
    return "".join(signs).rstrip()
