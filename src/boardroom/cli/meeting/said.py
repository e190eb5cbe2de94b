"""What every change of a meeting answers with: the meeting as it now is."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.queries.agreements import stays_between_the_two
from boardroom.queries.meeting_contents import meeting_contents
from boardroom.queries.meetings import meeting
from boardroom.render.formatting import safe
from boardroom.render.meetings import already, echo, meeting_json, whole_meeting_json
from boardroom.store.work import Work


def say(call: Call, work: Work, meeting_id: int) -> None:
    """Says what was done to a meeting."""
    with call.reading() as board:
        view = meeting(board, meeting_id)
    call.did(work, meeting_json(view), echo=echo(view, call.today))


def say_whole(call: Call, work: Work, meeting_id: int, *, raised_count: int = 0) -> None:
    """Says what was logged, and how many new items are on the agenda; the JSON holds all that came of the meeting."""
    with call.reading() as board:
        view = meeting(board, meeting_id)
        within = meeting_contents(board, meeting_id)
        confidential = stays_between_the_two(board, meeting_id)
    record = whole_meeting_json(view, within, call.today)
    if work.changed or call.json:
        because = f": your agreement with {view.name} is confidential" if confidential else ""
        call.did(work, record, echo=f"{echo(view, call.today, within, raised_count)}{because}")
    else:
        print(safe(already(view)))
