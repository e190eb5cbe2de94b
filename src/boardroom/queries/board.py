"""The seats at a glance and the gaps of the board, for `boardroom board`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.advisors import AdvisorView, advisors
from boardroom.queries.exchanges import balances
from boardroom.queries.people import is_mentee, people, standings
from boardroom.queries.perspectives import Diversity, diversity_of
from boardroom.queries.review_dates import last_reviews, reviews_in_progress
from boardroom.queries.settings import settings
from boardroom.queries.snoozes import review_snoozed_until
from boardroom.record import Record
from boardroom.rules.balance import NOTHING, Balance
from boardroom.rules.board_gaps import Gaps, Member, OpenGoal, find_gaps
from boardroom.rules.due_items import ReviewInProgress
from boardroom.rules.ids import GOAL
from boardroom.rules.seats import takes_seat
from boardroom.rules.settings import Seats
from boardroom.rules.window_state import Clock, board_review_clock, review_start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class PromiseCounts(Record):
    """How many promises are open: the user's and the advisor's."""

    mine: int
    theirs: int


class Dealings(Record):
    """Open promises, exchange balance and ids of the open goals of one advisor."""

    promises: PromiseCounts
    balance: Balance
    goals: tuple[int, ...]

    @property
    def goal_refs(self) -> tuple[str, ...]:
        """The ids of the goals as the user types them."""
        return tuple(GOAL.ref(goal_id) for goal_id in self.goals)


class BoardView(Record):
    """The active and paused advisors, the dealings with each by handle, and the gaps.

    `mentees` are the active and paused ones, who take no seat.

    `review` is the clock of the board's next review, or None if nobody is active; `open_review`
    is the one in progress.
    """

    today: date
    seats: Seats
    active: tuple[AdvisorView, ...]
    paused: tuple[AdvisorView, ...]
    mentees: tuple[AdvisorView, ...]
    dealings: dict[str, Dealings]
    gaps: Gaps
    review_snoozed_until: date | None
    reviewed_on: date | None
    review: Clock | None
    open_review: ReviewInProgress | None
    diversity: Diversity
    has_prospects: bool


def board(connection: sqlite3.Connection, *, today: date, in_past: bool = False) -> BoardView:
    """The board as of `today`, its advisors sorted by handle.

    `in_past` counts plans, pauses and what was open as they stood at the end of that day.
    """
    defaults = settings(connection)
    present = advisors(connection, today=today, statuses=("active", "paused"), in_past=in_past)
    everybody = [view for view in present if takes_seat(view.role)]
    active = tuple(view for view in everybody if view.standing.status == "active")
    members = [Member(view.handle, view.name, view.perspectives) for view in active]
    goals = open_goals(connection, as_of=today if in_past else None)
    reviewed_on = last_reviews(connection, today=today).get(None)
    under_review = {view.handle: view.name for view in present if view.standing.status == "active"}
    reviews = reviews_in_progress(connection, under_review, today=today, in_past=in_past)
    return BoardView(
        today=today,
        seats=defaults.seats,
        active=active,
        paused=tuple(view for view in everybody if view.standing.status == "paused"),
        mentees=tuple(view for view in present if not takes_seat(view.role)),
        dealings=_dealings(
            connection, [view.handle for view in present], goals, today, in_past=in_past
        ),
        gaps=_gaps(connection, members, goals, defaults.seats, today, in_past=in_past),
        review_snoozed_until=review_snoozed_until(connection, today=today),
        reviewed_on=reviewed_on,
        review=board_review_clock(
            [
                review_start(view.standing, view.active.reviewed_on)
                for view in active
                if view.active is not None
            ],
            reviewed_on,
            defaults.review,
            today=today,
        ),
        open_review=next((review for review in reviews if review.handle is None), None),
        diversity=diversity_of(members),
        has_prospects=any(
            standing.status in ("prospect", "asked") and not is_mentee(connection, advisor_id)
            for advisor_id, standing in standings(connection, as_of=today).items()
        ),
    )


def _gaps(
    connection: sqlite3.Connection,
    members: Sequence[Member],
    goals: Sequence[OpenGoal],
    seats: Seats,
    today: date,
    *,
    in_past: bool,
) -> Gaps:
    """What the board lacks."""
    gaps = find_gaps(members, goals, seats)
    agreed = (
        connection.execute(_AGREED_THEN, {"today": today.isoformat()})
        if in_past
        else (connection.execute(_AGREED))
    )
    until_by_handle = dict(agreed.fetchall())
    return gaps._replace(
        unagreed=tuple(member for member in members if member.handle not in until_by_handle),
        open_ended=tuple(
            member for member in members if until_by_handle.get(member.handle, "") is None
        ),
    )


def open_goals(connection: sqlite3.Connection, *, as_of: date | None = None) -> list[OpenGoal]:
    """The goals open now, or at the end of a past day, by target, then near before long ones."""
    helpers: dict[int, set[str]] = {}
    for goal_id, handle in connection.execute(
        "SELECT goal_id, handle FROM goal_helper JOIN advisor ON advisor.id = advisor_id"
    ):
        helpers.setdefault(goal_id, set()).add(handle)
    return [
        OpenGoal(goal_id, title, frozenset(helpers.get(goal_id, ())), bool(private))
        for goal_id, title, private in connection.execute(
            _OPEN_GOALS.format(which=_OPEN_THEN if as_of else "status = 'open'"),
            {"today": as_of.isoformat()} if as_of else {},
        )
    ]


def _dealings(
    connection: sqlite3.Connection,
    handles: list[str],
    goals: list[OpenGoal],
    today: date,
    *,
    in_past: bool,
) -> dict[str, Dealings]:
    ids = {person.handle: person.id for person in people(connection)}
    balance_by_id = balances(connection, today=today)
    promises = {
        advisor_id: PromiseCounts(mine, theirs)
        for advisor_id, mine, theirs in connection.execute(
            _OPEN_PROMISES.format(open=_PROMISED_THEN if in_past else "done_on IS NULL"),
            {"today": today.isoformat()} if in_past else {},
        )
    }
    return {
        handle: Dealings(
            promises.get(ids[handle], PromiseCounts(0, 0)),
            balance_by_id.get(ids[handle], NOTHING),
            tuple(goal.id for goal in goals if handle in goal.helpers),
        )
        for handle in handles
    }


_OPEN_THEN = "added_on <= :today AND (status = 'open' OR closed_on > :today)"
_PROMISED_THEN = "made_on <= :today AND (done_on IS NULL OR done_on > :today)"
# By advisor, so that the index finds the open promises without reading the kept ones.
_OPEN_PROMISES = """
SELECT advisor.id, sum(by_whom = 'me'), sum(by_whom = 'them')
FROM advisor CROSS JOIN promise ON advisor.id = advisor_id AND {open}
GROUP BY advisor.id"""
_AGREED = "SELECT handle, until_on FROM agreement JOIN advisor ON advisor.id = advisor_id"
_AGREED_THEN = """
SELECT handle, agreement_term.until_on
FROM agreement_term JOIN agreement ON agreement.id = agreement_id
    JOIN advisor ON advisor.id = advisor_id
WHERE agreed_on <= :today AND recorded_on = (
    SELECT max(recorded_on) FROM agreement_term AS other
    WHERE other.agreement_id = agreement.id AND recorded_on <= :today
)"""
_OPEN_GOALS = """
SELECT id, title, private FROM goal WHERE {which}
ORDER BY target_on IS NULL, target_on, horizon DESC, id"""
