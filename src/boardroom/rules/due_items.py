"""The items of the morning list, and the facts behind each.

`rules.due` decides which facts become an item, and its severity.
"""

from __future__ import annotations

from datetime import date

from boardroom.record import Record
from boardroom.rules.window_state import Clock, window_start

SEVERITIES = ("overdue", "due", "soon")


class ActiveAdvisor(Record):
    """An active advisor, with the clocks for meeting and reviewing them.

    A booking is their first planned meeting of today or later; `booking_delay` is the number of
    days by which it misses the window. `has_usual` says that a usual slot is on file, and
    `called_off_count` how many meetings were cancelled or missed since the last one.
    """

    handle: str
    name: str
    seat: str | None
    window: str
    joined_on: date
    returned_on: date | None
    last_met_on: date | None
    booked_on: date | None
    snoozed_until: date | None
    meeting_clock: Clock
    reviewed_on: date | None
    review_clock: Clock
    booked_ref: str | None = None
    booking_delay: int = 0
    role: str = "advisor"
    has_usual: bool = False
    called_off_count: int = 0

    @property
    def window_start(self) -> date:
        """The day that the window for meeting them is counted from."""
        return window_start(
            max(self.joined_on, self.returned_on or self.joined_on), self.last_met_on
        )


class PlannedMeeting(Record):
    """A planned meeting, and the number of open agenda items for it.

    `starters` are what could be raised if nothing is on the agenda, each after its id. `timezone`,
    `phone` and `link` are those of the other person.
    """

    ref: str
    handle: str
    name: str
    on: date
    start_time: str | None
    way: str
    place: str | None
    agenda_count: int
    starters: tuple[str, ...] = ()
    private: bool = False
    timezone: str | None = None
    phone: str | None = None
    link: str | None = None


class PauseEnd(Record):
    """The last day of a pause."""

    handle: str
    name: str
    until: date


class UnansweredAsk(Record):
    """A person who has not answered, and the last of the days on which they were asked."""

    handle: str
    name: str
    on: date
    times: int = 1


class AgreementEnd(Record):
    """The last day of the agreement with an active advisor.

    `hopes` are what was hoped for, and `private` if its text is. Since it was made, they helped
    with `achieved_count` goals achieved, and `worked_count` pieces of their advice worked.
    `asked_on` is the day of the letter that asked whether to go on, since its end was agreed.
    """

    handle: str
    name: str
    until: date
    hopes: str | None = None
    private: bool = False
    achieved_count: int = 0
    worked_count: int = 0
    asked_on: date | None = None


class OpenPromise(Record):
    """An open promise with a due day, made by `me` or `them`.

    `reminded_on` is the day of the last letter that reminded them of one past its day.
    """

    ref: str
    handle: str
    name: str
    by_whom: str
    kind: str
    text: str
    on: date
    private: bool = False
    reminded_on: date | None = None


class GoalDate(Record):
    """The target day of an open goal, or the due day of an open step; `name` is the goal's title.

    `step` is the step's text, None for the goal itself; `goal` is the id of the goal.
    """

    ref: str
    name: str
    step: str | None
    on: date
    goal: str
    private: bool = False


class OccasionDay(Record):
    """An occasion in somebody's life; `occurs_on` is its first day if it is `yearly`."""

    ref: str
    handle: str
    name: str
    text: str
    occurs_on: date
    yearly: bool
    done_on: date | None
    private: bool = False


class ReviewDue(Record):
    """A review that is due: of the board, or of the advisors in `names`, ordered by handle.

    `since` is the day from which the first of them has been due.
    """

    names: tuple[str, ...]
    clock: Clock
    since: date
    of_board: bool = False


class ReviewInProgress(Record):
    """An open review, of one advisor or (no `handle`) of the board.

    `done_count` of its `of_count` advisors have a complete answer; both are 0 if that is not known.
    """

    handle: str | None
    name: str | None
    on: date
    done_count: int
    of_count: int


class Item(Record):
    """One line of the list. `days` is `on` minus today; `subject` has the facts to show.

    `is_mentee` says that the item is about somebody whom the user mentors, and is no advisor.
    """

    kind: str
    severity: str
    handle: str | None
    ref: str | None
    on: date
    days: int
    booked_on: date | None
    subject: (
        ActiveAdvisor
        | PlannedMeeting
        | PauseEnd
        | UnansweredAsk
        | AgreementEnd
        | OpenPromise
        | GoalDate
        | OccasionDay
        | ReviewDue
        | ReviewInProgress
    )
    is_mentee: bool = False


def can_be_overdue(by_whom: str, kind: str) -> bool:
    """Whether a promise can be late. Theirs and a thank-you past their day are no more than due.

    `queries.review_counts` has this rule in SQL.
    """
    return by_whom == "me" and kind != "thanks"
