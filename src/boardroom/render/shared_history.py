"""What the user and an advisor did together, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.render.formatting import plural
from boardroom.render.page import Cell, Fields, Heading, Page
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.ids import ADVICE, GOAL, Kind
from boardroom.rules.shared_history import Piece, SharedHistory
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.queries.advisors import AdvisorView
    from boardroom.queries.promises import PromiseView

_MOST_PIECES = 3


def shared_history_page(
    view: AdvisorView, history: SharedHistory, open_promises: Iterable[PromiseView], today: date
) -> Page:
    """What the two did together and what is still open, for a user who is about to part."""
    fields = (
        ("since", f"{format_day(history.since_on)} ({from_today(history.since_on, today)})"),
        (
            "met",
            f"{plural(history.meetings_count, 'time')}, {_length(history.minutes)}"
            if history.meetings_count
            else "no meetings",
        ),
        ("achieved", listed_pieces(history.goals, GOAL)),
        ("worked", listed_pieces(history.advice, ADVICE)),
        ("give, take", _exchanged(history)),
        ("still open", "; ".join(_open(view, open_promises))),
    )
    heading = Heading(view.name, (Cell("what you did together", "quiet"),))
    return Page((heading, Fields(tuple((label, Cell(text)) for label, text in fields if text))))


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(
        plural(count, noun) for count, noun in ((hours, "hour"), (rest, "minute")) if count
    )


def listed_pieces(pieces: Sequence[Piece], kind: Kind) -> str:
    """The newest pieces, newest first, and how many more there are."""
    newest = reversed(pieces[-_MOST_PIECES:])
    shown = [f"{kind.ref(piece.id)} {brief(piece.text)}" for piece in newest]
    more = len(pieces) - len(shown)
    return "; ".join([*shown, f"and {more} more"] if more else shown)


def _exchanged(history: SharedHistory) -> str:
    if not history.given_count and not history.received_count:
        return "nothing given or got"
    return f"you gave {history.given_count or 'nothing'}, got {history.received_count or 'nothing'}"


def _open(view: AdvisorView, open_promises: Iterable[PromiseView]) -> list[str]:
    refs: dict[str, list[str]] = {"me": [], "them": []}
    for promise in open_promises:
        refs[promise.by_whom].append(promise.ref)
    parts = [
        f"{words} {', '.join(refs[by_whom])}"
        for by_whom, words in (("me", "you promised"), ("them", "they promised"))
        if refs[by_whom]
    ]
    if view.next_meeting_on:
        parts.append(f"you meet on {format_day(view.next_meeting_on)}")
    return parts
