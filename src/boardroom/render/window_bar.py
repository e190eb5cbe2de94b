"""A window drawn as a bar of a fixed width: from the day it runs from to the day it ends, with today on it, or past its end."""

from __future__ import annotations

from datetime import date

from boardroom.rules.window_state import Clock

LEGEND = ("━ time to meet", "● today")
"""What the bar's signs mean."""

_WITHIN, _BEYOND = 10, 2


def window_bar(began_on: date, clock: Clock, *, today: date) -> str:
    """The bar, up to 12 characters: the days before the window opens, then its own, and beyond its end a today that is past it.

    `began_on` is the day that the window runs from.
    """
    days = (clock.due_by - began_on).days + 1  # its last day is one of them
    waits = (clock.due_from - began_on).days
    opens = max(waits * _WITHIN // days, 1) if waits else 0
    signs = ["·"] * opens + ["━"] * (_WITHIN - opens) + [" "] * _BEYOND
    at = (today - began_on).days * _WITHIN // days
    match clock.state:  # which today's sign shows even where the window opens within a character
        case "overdue":
            at = len(signs) - 1
        case "due":
            at = max(at, opens)
        case _:
            at = min(at, opens - 1)
    signs[at] = "●"
    return "".join(signs).rstrip()
