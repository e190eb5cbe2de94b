"""`boardroom plan --all`: plans the next meeting with everybody who has no booking."""

from __future__ import annotations

from boardroom.actions.meetings import plan_meetings
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.queries.clashes import overlapping
from boardroom.queries.meetings import MeetingList, meeting, planned_meetings
from boardroom.queries.proposals import Proposal, proposals
from boardroom.render.clashes import overlap_notices, unlogged_notices
from boardroom.render.formatting import plural
from boardroom.render.meetings import meetings_json
from boardroom.render.proposals import proposals_json, proposals_page, without_words
from boardroom.rules.moments import Moment
from boardroom.store.work import Work


def plan_all(call: Call, *, yes: bool) -> None:
    """Shows what would be planned, and plans it once that is confirmed.

    Raises:
        BadInput: there is no terminal to confirm on, and not `yes`.
        Cancelled: the answer was no.
    """
    if not yes and not call.may_ask:
        listed = call.read(lambda board: proposals(board, today=call.today))
        if _slots(listed):
            call.show(proposals_page(listed), proposals_json(listed))
            call.confirm(_consequence(listed), yes=False)

    def action(work: Work) -> Reply:
        proposed = proposals(work.connection, today=call.today)
        without = without_words(proposed)
        slots = _slots(proposed)
        if not slots:
            nothing = without or "Nothing to plan: everybody active is booked."
            return Reply(meetings_json(MeetingList([], 0)), unchanged=f"{nothing.rstrip('.')}.")
        if not yes:
            # Without the rows for a pipe, which can't be compared when it is asked again.
            call.show_with_question(proposals_page(proposed)._replace(pipe=None))
            call.confirm(_consequence(proposed), yes=False)
        elif without:
            work.note(f"{without}.")
        done = plan_meetings(work, slots)
        views = [meeting(work.connection, meeting_id) for meeting_id in done.ids]
        notices = []
        for (advisor_id, _), view in zip(slots, views, strict=True):
            earlier = planned_meetings(work.connection, advisor_id)
            notices += unlogged_notices([plan for plan in earlier if plan.on < call.today])
            notices += overlap_notices(view, overlapping(work.connection, view))
        return Reply(meetings_json(MeetingList(views, 0)), notices=tuple(notices))

    call.change(action)


def _slots(proposed: list[Proposal]) -> list[tuple[int, Moment]]:
    return [(one.id, one.slots[0]) for one in proposed if one.slots]


def _consequence(proposed: list[Proposal]) -> str:
    return f"This plans {plural(len(_slots(proposed)), 'meeting')}."
