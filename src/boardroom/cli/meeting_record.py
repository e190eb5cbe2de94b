"""What commands that change a meeting reply: its record for `--json`, and what an edit did."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.queries.clashes import overlapping
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.render.clashes import overlap_notices
from boardroom.render.privacy import edit_private_echo
from boardroom.rules.day_format import from_today
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def record_of(call: Call, work: Work, view: MeetingView) -> dict[str, Any]:
    """The JSON record of a meeting with its contents; empty without `--json`."""
    if not call.json:
        return {}
    # Imported late: a plan's own line needs none of the records that a meeting holds.
    from boardroom.queries.meeting_contents import meeting_contents  # noqa: PLC0415
    from boardroom.render.meeting_page import meeting_json  # noqa: PLC0415

    return meeting_json(view, meeting_contents(work.connection, view.id), call.today)


def edit_reply(call: Call, work: Work, done: Done) -> Reply:
    """The reply to an edit, with the distance of a new day and what a new time overlaps."""
    view = meeting(work.connection, done.id)
    moved = any(change.label == "day" for change in done.changes)
    moved_on = f" · {from_today(view.on, call.today)}" if moved else ""
    timed = any(change.label in ("day", "time", "minutes") for change in done.changes)
    overlaps = overlap_notices(view, overlapping(work.connection, view)) if timed else []
    private = edit_private_echo(view.private, done.changes)
    return Reply(record_of(call, work, view), f"{moved_on}{private}", notices=tuple(overlaps))
