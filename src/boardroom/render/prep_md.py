"""The brief as Markdown, to print or send, without anything private."""

from __future__ import annotations

from boardroom.queries.prep import PrepView
from boardroom.render.formatting import plural
from boardroom.render.markdown import markdown
from boardroom.render.page import Block, Cell, Heading, Page, Prose, Table, Text
from boardroom.render.prep import sections, titles
from boardroom.rules.day_format import format_day, long_day


def prep_markdown(view: PrepView) -> tuple[str, str]:
    """The brief, and a sentence on what was left out as private; empty if nothing was."""
    shared = _shared(view)
    heading = Heading(view.advisor.name, tuple(Cell(title) for title in titles(view)[1:]))
    blocks: list[Block] = [heading, Prose(f"Brief of {long_day(view.today)}")]
    for label, lines in sections(shared, whole=True, commands=False):
        if label == "notes":
            for meeting in shared.meetings:
                blocks += [Heading(f"Notes of {format_day(meeting.on)}"), Text(meeting.notes or "")]
        else:
            blocks += [
                Heading(label.capitalize()),
                Table((), tuple((Cell(ref), Cell(text)) for ref, text in lines)),
            ]
    return markdown(Page(tuple(blocks))), _left_out(view, shared)


def _shared(view: PrepView) -> PrepView:
    """The part of the brief that is not private."""
    return view._replace(
        balance=view.shared_balance,
        advice=tuple(piece for piece in view.advice if not piece.private),
        # A snooze and its reason are nobody else's business.
        promises=tuple(
            promise._replace(snoozed_until=None, snoozed_why=None)
            for promise in view.promises
            if not promise.private
        ),
        meetings=tuple(meeting for meeting in view.meetings if not meeting.private),
    )


def _left_out(view: PrepView, shared: PrepView) -> str:
    private = view.balance.given + view.balance.received
    private -= view.shared_balance.given + view.shared_balance.received
    notes_count = len(view.meetings) - len(shared.meetings)
    counts = (
        (len(view.advice) - len(shared.advice), "piece of advice"),
        (len(view.promises) - len(shared.promises), "promise"),
        (private, "exchange"),
    )
    parts = [plural(count, noun) for count, noun in counts if count]
    if notes_count:
        parts.append("1 meeting's notes" if notes_count == 1 else f"{notes_count} meetings' notes")
    return f"Left out as private: {', '.join(parts)}." if parts else ""
