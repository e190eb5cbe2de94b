"""What is planned with a person on the day of a new plan: that meeting already, or another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardroom.actions.meeting_rows import format_without_day
from boardroom.actions.privacy import new_privacy
from boardroom.errors import Refused
from boardroom.rules import meetings as rule
from boardroom.rules.clashes import Slot, end_time
from boardroom.rules.dates import Moment
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field
from boardroom.rules.repetition import OnFile, check_nothing_new, option_of
from boardroom.rules.text import join_words
from boardroom.store.rows import Advisor, Meeting
from boardroom.store.work import Work


def plan_on_file(
    work: Work,
    advisor: Advisor,
    when: Moment,
    given: Mapping[str, object],
    *,
    private: bool | None,
) -> Meeting | None:
    """The meeting planned with a person on that day and at that time, if there is one.

    A day without a time is any time of it. `given` has the values given besides, by column.

    Raises:
        Refused: one of them differs.
    """
    same = (
        plan
        for plan in plans_of_day(work, advisor.id, when.on)
        if when.at in (None, plan.start_time)
    )
    plan = next(same, None)
    if plan is not None:
        day = format_day(plan.met_on, plan.start_time)
        what = f"{rule.noun(plan.way)} with {advisor.name}"
        on_file = OnFile(plan.ref, f"planned for {day}", what, f"meeting edit {plan.ref}")
        another = "; to plan a second meeting, add --another."
        given = {**given, "private": new_privacy(work, plan, private)}
        check_nothing_new(on_file, plan, given, rule.FIELDS, another=another)
        work.note(f"Already planned: {_meeting(plan, advisor)}")
    return plan


def check_day_free(work: Work, advisor: Advisor, when: Moment, given: Mapping[str, object]) -> None:
    """Checks that no plan with a person stands on a day.

    Raises:
        Refused: one does. The hint is the command that moves it, and changes what was `given`.
    """
    plans = plans_of_day(work, advisor.id, when.on)
    if not plans:
        return
    planned = join_words([_meeting(plan, advisor) for plan in plans])
    ref = plans[0].ref
    options = [
        option_of(field, given[field.name])
        for field in rule.FIELDS
        if given.get(field.name) is not None and not _is_of_moment(field, when)
    ]
    edit = f" && boardroom meeting edit {ref} {' '.join(options)}" if options else ""
    raise Refused(
        f"That day has a plan with {advisor.name} already: {planned}.",
        f"To move it: boardroom meeting move {ref} {when_words(when)}{edit};"
        " to plan a second meeting, add --another.",
        tuple(plan.ref for plan in plans),
    )


def check_no_same_plan(work: Work, meeting: Meeting, advisor: Advisor) -> None:
    """Checks that no other meeting is planned with a person where one was moved.

    Raises:
        Refused: one is.
    """
    before = work.before(meeting)
    moved = (meeting.met_on, meeting.start_time) != (before.met_on, before.start_time)
    if meeting.status != "planned" or not moved:
        return
    for plan in plans_of_day(work, meeting.advisor_id, meeting.met_on):
        if plan is not meeting and plan.start_time == meeting.start_time:
            raise Refused(
                f"The same is planned already: {_meeting(plan, advisor)}.",
                f"To keep only that: boardroom meeting cancel {meeting.ref}",
                (plan.ref,),
            )


def plans_of_day(work: Work, advisor_id: int, on: date) -> list[Meeting]:
    """The meetings planned with a person on a day, in the order of adding."""
    return work.find(Meeting, advisor_id=advisor_id, status="planned", met_on=on)


def when_words(when: Moment) -> str:
    """A day and time as typed on the command line: “Tue 24 Nov 2026 09:00-10:00”."""
    words = format_day(when.on, when.at)
    if when.at is None or when.minutes is None:
        return words
    return f"{words}-{end_time(Slot(when.on, when.at, when.minutes))}"


def _is_of_moment(field: Field, when: Moment) -> bool:
    """Whether the day and time set the field already, as a range sets the length."""
    return field.name == "minutes" and when.minutes is not None


def _meeting(plan: Meeting, advisor: Advisor) -> str:
    return f"{format_without_day(plan, advisor)}, {format_day(plan.met_on, plan.start_time)}"
