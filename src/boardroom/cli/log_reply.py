"""The reply to a log: the meeting with everything logged in it."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.queries.clashes import other_logs, overlapping
from boardroom.queries.meeting_contents import meeting_contents
from boardroom.queries.meetings import meeting
from boardroom.queries.private import is_private_by_agreement
from boardroom.render.clashes import other_log_notices, overlap_notices
from boardroom.render.exchanges import format_name_offer
from boardroom.render.meeting_page import meeting_json
from boardroom.render.meeting_words import already_logged, echo
from boardroom.store.work import Done, Work


def log_reply(
    call: Call,
    work: Work,
    done: Done,
    new_item_count: int = 0,
    changes: str = "",
    notices: tuple[str, ...] = (),
) -> Reply:
    """The reply to a log: the meeting with its contents, and the number of new agenda items.

    `changes` says what changed of records on file. Other meetings with the person that day, and
    overlapping times, are said besides.
    """
    view = meeting(work.connection, done.id)
    contents = meeting_contents(work.connection, done.id)
    why_private = (
        f": as agreed with {view.name}"
        if view.private and is_private_by_agreement(work.connection, done.id)
        else ""
    )
    return Reply(
        meeting_json(view, contents, call.today),
        f"{echo(view, call.today, contents, new_item_count)}{why_private}{changes}"
        f"{format_name_offer(contents.exchanges)}",
        already_logged(view),
        (
            *notices,
            *other_log_notices(other_logs(work.connection, view)),
            *overlap_notices(view, overlapping(work.connection, view)),
        ),
    )
