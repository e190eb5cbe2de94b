"""The reply to a log: the meeting with everything logged in it."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.queries.bookings import open_window
from boardroom.queries.clashes import other_logs, overlapping, unlogged_plans
from boardroom.queries.meeting_contents import meeting_contents
from boardroom.queries.meetings import meeting
from boardroom.queries.private import is_private_by_agreement
from boardroom.queries.proposals import proposal
from boardroom.render.clashes import other_log_notices, overlap_notices, still_planned_notices
from boardroom.render.exchanges import format_name_offer, format_second_person
from boardroom.render.meeting_page import meeting_json
from boardroom.render.meeting_words import already_logged, echo, next_words
from boardroom.store.work import Done, Work


def log_reply(
    call: Call,
    work: Work,
    done: Done,
    new_item_count: int = 0,
    changes: tuple[str, ...] = (),
    notices: tuple[str, ...] = (),
) -> Reply:
    """The reply to a log: the meeting with its contents, and the number of new agenda items.

    `changes` says what changed of each record on file. Other meetings with the person that day,
    plans with them that are not logged yet, and overlapping times are said besides.
    """
    view = meeting(work.connection, done.id)
    contents = meeting_contents(work.connection, done.id)
    why_private = (
        f": as agreed with {view.name}"
        if view.private and is_private_by_agreement(work.connection, done.id)
        else ""
    )
    window = open_window(work.connection, done.id, today=call.today)
    following = ""
    if window:
        slots = proposal(work.connection, window.advisor_id, today=call.today).slots
        following = next_words(window, view.handle, slots, call.today)
    details: tuple[tuple[str, str], ...] = ()
    if call.on_screen and not call.json:
        from boardroom.render.log_details import log_details  # noqa: PLC0415  for a screen alone

        details = log_details(
            view,
            contents,
            call.today,
            new_item_count=new_item_count,
            changes=changes,
            following=following,
        )
    return Reply(
        meeting_json(view, contents, call.today),
        f"{echo(view, call.today, contents, new_item_count)}{why_private}"
        f"{''.join(f'; {change}' for change in changes)}{format_name_offer(contents.exchanges)}"
        f"{format_second_person(contents.exchanges)}"
        f"{f'; the next is {following}' if following else ''}",
        already_logged(view),
        (
            *notices,
            *other_log_notices(other_logs(work.connection, view)),
            *still_planned_notices(unlogged_plans(work.connection, view, today=call.today)),
            *overlap_notices(view, overlapping(work.connection, view)),
        ),
        details,
        f"{echo(view, call.today)}{why_private}",
    )
