"""What every change of a meeting answers with: the meeting as it now is."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.queries.agenda import covered_in
from boardroom.queries.meetings import meeting
from boardroom.render.meetings import echo, meeting_json, whole_meeting_json
from boardroom.store.work import Work


def say(call: Call, work: Work, meeting_id: int, *, whole: bool = False) -> None:
    """Says what was done to a meeting; its JSON holds what was covered, promised, advised and exchanged in it where `whole`."""
    with call.reading() as board:
        view = meeting(board, meeting_id)
        covered = covered_in(board, meeting_id) if whole else ()
    record = whole_meeting_json(view, covered) if whole else meeting_json(view)
    call.did(work, record, echo=echo(view, len(covered), call.today))
