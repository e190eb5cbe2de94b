"""The record of a meeting, which every command that changes one prints with `--json`."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.queries.meetings import MeetingView
from boardroom.store.work import Work

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
