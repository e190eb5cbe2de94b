"""The notices about a plan: what else is planned with the person, and whose time it overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.queries.meetings import MeetingView
from boardroom.rules.clashes import Slot, end_time
from boardroom.rules.day_format import format_day
from boardroom.rules.meetings import noun

_LISTED = 3


def other_plan_notices(others: Sequence[MeetingView]) -> list[str]:
    """A line for each of the first other plans, with the commands to move and to cancel it."""
    lines = [
        f"Also planned: {_meeting(view)}, {format_day(view.on, view.at)}"
        f" (boardroom meeting move {view.ref} WHEN or boardroom meeting cancel {view.ref})"
        for view in others[:_LISTED]
    ]
    if len(others) > _LISTED:
        more_count = len(others) - _LISTED
        lines.append(f"And {more_count} more: boardroom meeting list {others[0].handle}")
    return lines


def unlogged_notices(plans: Sequence[MeetingView]) -> list[str]:
    """A line for the last plan whose day has passed, with the command that logs it."""
    return [
        f"Not logged yet: {_meeting(view)}, {format_day(view.on, view.at)}"
        f" (boardroom log {view.handle} --meeting {view.ref})"
        for view in plans[-1:]
    ]


def still_planned_notices(plans: Sequence[MeetingView]) -> list[str]:
    """A line for each plan that a log left unlogged, with the commands to log and to cancel it."""
    return [
        f"Not logged yet: {_meeting(view)}, {format_day(view.on, view.at)}"
        f" (boardroom log {view.handle} --meeting {view.ref}"
        f" or boardroom meeting cancel {view.ref})"
        for view in plans
    ]


def overlap_notices(subject: MeetingView, others: Sequence[MeetingView]) -> list[str]:
    """A line for each meeting whose time overlaps that of `subject`."""
    return [
        f"{subject.ref} overlaps {_meeting(view)}, {_times(view, subject.on)}" for view in others
    ]


def other_log_notices(others: Sequence[MeetingView]) -> list[str]:
    """A line for each other meeting held with the person that day, with the command to edit it."""
    return [
        f"Also logged that day: {_meeting(view)} (boardroom meeting edit {view.ref})"
        for view in others
    ]


def _meeting(view: MeetingView) -> str:
    return f"{view.ref}, {noun(view.way)} with {view.name}"


def _times(view: MeetingView, on: date) -> str:
    times = f"{view.at} to {end_time(Slot(view.on, view.at, view.minutes))}"
    return times if view.on == on else f"{format_day(view.on)} {times}"
