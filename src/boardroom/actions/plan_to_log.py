"""The planned meeting that a log belongs to."""

from __future__ import annotations

from boardroom.errors import BadInput
from boardroom.rules import meetings as rule
from boardroom.rules.dates import Moment
from boardroom.store.rows import Advisor, Meeting
from boardroom.store.work import Work


def find_plan(
    work: Work, advisor: Advisor, on: Moment | None, meeting_id: int | None
) -> Meeting | None:
    """The planned meeting that a log belongs to; None if there is none.

    It is the one with `meeting_id`, else the one on that day, or without a day the one in the last
    14 days.

    Raises:
        Ambiguous: several plans match.
        BadInput: the meeting belongs to another person, or is already logged.
        NotFound: there is no such meeting.
        Refused: it was cancelled or missed.
    """
    if meeting_id is not None:
        meeting = work.get(Meeting, meeting_id)
        other = work.get(Advisor, meeting.advisor_id)
        if other is not advisor:
            raise BadInput(
                f"{meeting.ref} is a meeting with {other.name}, not with {advisor.name}.",
                f"Log it with: boardroom log {other.handle} --meeting {meeting.ref}",
            )
        rule.check_step(meeting.ref, other.handle, meeting.status, "held")
        return meeting
    planned = work.find(Meeting, advisor_id=advisor.id, status="planned")
    plans = {plan.ref: plan for plan in sorted(planned, key=lambda plan: (plan.met_on, plan.id))}
    match = rule.plan_to_log(
        [rule.Plan(ref, plan.met_on, plan.start_time) for ref, plan in plans.items()],
        on.on if on else None,
        today=work.today,
    )
    return None if match is None else plans[match.ref]
