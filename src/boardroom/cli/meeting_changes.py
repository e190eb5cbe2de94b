"""`boardroom meeting move`, `cancel`, `missed` and `rm`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boardroom.actions.meetings import cancel_meeting, miss_meeting, move_meeting, remove_meeting
from boardroom.cli.call import Call
from boardroom.cli.meeting import MeetingId
from boardroom.cli.meeting_of import ask_which, find_planned, meeting_id_of, parse_new_day
from boardroom.cli.meeting_record import record_of
from boardroom.cli.printer import Reply
from boardroom.cli.records import Yes, id_of
from boardroom.cli.when_at import check_new_day
from boardroom.cli.who import find_person
from boardroom.queries.bookings import late_booking
from boardroom.queries.clashes import other_plans, overlapping
from boardroom.queries.meetings import belongings, meeting
from boardroom.queries.people import people
from boardroom.render.clashes import other_plan_notices, overlap_notices
from boardroom.render.formatting import their_time_words
from boardroom.render.meeting_words import echo, late_words, removal
from boardroom.rules.ids import MEETING, looks_like_id
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

    import typer

WhoseMeeting: TypeAlias = (
    "Annotated[list[str] | None, typer.Argument(metavar='mID|WHO', show_default=False, "
    "help='The id of the meeting, or whom it is with, if only one fits.')]"
)

PlannedMeeting: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='mID|WHO', show_default=False, "
    "help='The id of the meeting, or whom it is with, if only one is planned.')]"
)


def move(
    context: typer.Context,
    meeting_: PlannedMeeting = None,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHEN...", show_default=False, help="The new day, like next thu 10:00."
        ),
    ] = None,
) -> None:
    """Move a meeting to another day.

    Without a time, the meeting keeps its own; a time alone keeps its day. A cancelled or missed
    meeting becomes planned again. With WHO in place of the id, it is the one meeting planned with
    that person.

    Examples:
        boardroom meeting move m9 next thu 10:00
        boardroom meeting move ana fri
        boardroom meeting move m9 10:30
    """
    call = Call.of(context)
    which = _which(call, meeting_, "move")
    if when is None:
        when = [
            call.ask_if_missing(
                None,
                "WHEN",
                "Move it to when? (like next thu 10:00)",
                check=lambda text: call.read(lambda board: check_new_day(call, board, text)),
            )
        ]
    call.text_argument(when)

    def action(work: Work) -> Reply:
        meeting_id, words = _find(call, work, which, "move", when)
        text = call.text_argument(words) or ""
        moment = parse_new_day(call, work.connection, meeting_id, text)
        done = move_meeting(work, meeting_id, moment)
        moved = meeting(work.connection, done.id)
        others = other_plans(work.connection, moved, today=call.today)
        that_day = [view for view in others if view.on == moved.on]
        return meeting_reply(
            call,
            work,
            done,
            has_length=moment.minutes is not None,
            notices=other_plan_notices(that_day),
        )

    call.change(action)


def cancel(
    context: typer.Context,
    meeting_: PlannedMeeting = None,
    why: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHY...]", show_default=False, help="The reason, for its notes."),
    ] = None,
) -> None:
    """Cancel a planned meeting.

    The meeting stays on file, with the reason in its notes; meeting move plans it again by its id.

    Examples:
        boardroom meeting cancel m9
        boardroom meeting cancel ana she is ill
    """
    call = Call.of(context)
    which = _which(call, meeting_, "cancel")
    call.text_argument(why)

    def action(work: Work) -> Reply:
        meeting_id, words = _find(call, work, which, "cancel", why)
        if words and words != ["-"]:
            _check_reason(call, work, meeting_id, words)
        reason = call.text_argument(words)
        reply = meeting_reply(call, work, cancel_meeting(work, meeting_id, why=reason))
        return reply._replace(echo="") if reason else reply  # the reason stands last

    call.change(action)


def missed(context: typer.Context, meeting_: WhoseMeeting = None) -> None:
    """Mark a planned meeting as missed.

    The meeting stays on file; meeting move plans it again by its id. Its day must not be in the
    future.

    Examples:
        boardroom meeting missed m9
        boardroom meeting missed ana
    """
    _take_step(context, meeting_, "missed", miss_meeting)


def rm(
    context: typer.Context,
    meeting_: MeetingId = None,
    yes: Yes = False,
) -> None:
    """Remove a meeting and everything logged in it.

    This removes its advice, promises and exchanges, and reopens the agenda items it covered,
    without their answers.

    Examples:
        boardroom meeting rm m1 --yes
    """
    call = Call.of(context)
    meeting_id = meeting_id_of(call, meeting_, "rm")

    def action(work: Work) -> Reply:
        view = meeting(work.connection, meeting_id)
        call.confirm(removal(view, belongings(work.connection, meeting_id)), yes=yes)
        record = record_of(call, work, view)
        remove_meeting(work, meeting_id)
        return Reply(record, echo(view, call.today))

    call.change(action)


def meeting_reply(
    call: Call,
    work: Work,
    done: Done,
    *,
    has_length: bool = False,
    why: str = "",
    notices: Sequence[str] = (),
) -> Reply:
    """The reply to a change that sets or confirms the day of a meeting, and perhaps its length.

    It says what time a plan is for the other person, by how much it misses the window, `why` it is
    on that day, and what the meeting overlaps.
    """
    view = meeting(work.connection, done.id)
    late = late_booking(work.connection, done.id, today=call.today)
    past_window = "" if late is None else f", {late_words(late)}"
    length = f" · {view.minutes} minutes" if has_length else ""
    planned = view.status == "planned"
    overlaps = overlap_notices(view, overlapping(work.connection, view)) if planned else []
    theirs = their_time_words(view.on, view.at, view.timezone) if planned else ""
    echoed = f"{echo(view, call.today)}{theirs}{past_window}{length}{why}"
    return Reply(record_of(call, work, view), echoed, notices=(*notices, *overlaps))


def _which(call: Call, given: str | None, verb: str) -> tuple[str, int | None]:
    """The meeting as it was typed, and its row id if that is an id; asks if it is missing."""

    def check(text: str) -> None:
        if looks_like_id(text):
            id_of(call, text, MEETING, verb)
        else:
            call.read(lambda board: find_person(call, board, text))

    text = given if given is not None else ask_which(call, check, verb, or_whom=True)
    return text, id_of(call, text, MEETING, verb) if looks_like_id(text) else None


def _check_reason(call: Call, work: Work, meeting_id: int, words: list[str]) -> None:
    """Refuses a reason that is the id or the person of another meeting."""
    from boardroom.cli.words_after_who import no_reason  # noqa: PLC0415  for a reason alone

    error = no_reason(call, MEETING.ref(meeting_id), words, people(work.connection))
    if error is not None:
        raise error


def _find(
    call: Call,
    work: Work,
    which: tuple[str, int | None],
    verb: str,
    words: list[str] | None = None,
) -> tuple[int, list[str] | None]:
    """The row id of the meeting that `_which` returned, and the words that follow its name."""
    given, given_id = which
    if given_id is not None:
        return given_id, words
    return find_planned(call, work.connection, given, verb, words)


def _take_step(
    context: typer.Context, words: list[str] | None, verb: str, step: Callable[[Work, int], Done]
) -> None:
    call = Call.of(context)
    which = _which(call, " ".join(words) if words else None, verb)

    def action(work: Work) -> Reply:
        meeting_id, _ = _find(call, work, which, verb)
        return meeting_reply(call, work, step(work, meeting_id))

    call.change(action)
