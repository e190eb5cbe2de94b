"""The brief as Markdown, to print or to send: nothing in it was said in private."""

from __future__ import annotations

from boardroom.queries.prep import PrepView
from boardroom.render.formatting import plural
from boardroom.render.markdown import markdown
from boardroom.render.page import Block, Cell, Heading, Page, Prose, Table, Text
from boardroom.render.prep import sections, titles
from boardroom.rules.day_format import format_day, long_day


def prep_markdown(view: PrepView) -> tuple[str, str]:
    """The brief, and the sentence that says how much was left out as private; that is empty where nothing was."""
    shared, left_out = _shared(view)
    heading = Heading(view.advisor.name, tuple(map(Cell, titles(view)[1:])))
    blocks: list[Block] = [heading, Prose(f"Brief of {long_day(view.today)}")]
    for label, lines in sections(shared, whole=True, to_type=False):
        if label == "notes":
            for meeting in shared.meetings:
                blocks += [Heading(f"Notes of {format_day(meeting.on)}"), Text(meeting.notes or "")]
        else:
            blocks += [
                Heading(label.capitalize()),
                Table((), tuple((Cell(ref), Cell(text)) for ref, text in lines)),
            ]
    return markdown(Page(tuple(blocks))), left_out


def _shared(view: PrepView) -> tuple[PrepView, str]:
    shared = view._replace(
        balance=view.shared_balance,
        advice=tuple(piece for piece in view.advice if not piece.private),
        # A snooze, and the reason for it, is the user's own affair.
        promises=tuple(
            promise._replace(snoozed_until=None, snoozed_why=None)
            for promise in view.promises
            if not promise.private
        ),
        meetings=tuple(meeting for meeting in view.meetings if not meeting.private),
    )
    given, received, _ = view.balance
    exchanges_count = given + received - view.shared_balance.given - view.shared_balance.received
    counts = (
        (len(view.advice) - len(shared.advice), "piece of advice", "pieces of advice"),
        (len(view.promises) - len(shared.promises), "promise", "promises"),
        (exchanges_count, "exchange", "exchanges"),
        (len(view.meetings) - len(shared.meetings), "meeting's notes", "meetings' notes"),
    )
    said = [
        plural(count, one) if count == 1 else f"{count} {many}"
        for count, one, many in counts
        if count
    ]
    return shared, f"Left out as private: {', '.join(said)}." if said else ""
