"""The brief as Markdown, to print or send."""

from __future__ import annotations

from boardroom.queries.prep import PrepView
from boardroom.queries.sharing import Sharing
from boardroom.render.markdown import markdown
from boardroom.render.page import Block, Cell, Heading, Page, Prose, Table, Text
from boardroom.render.prep import sections, titles
from boardroom.render.privacy import left_out_words
from boardroom.rules.day_format import format_day, long_day

_NOTES_TO_ONESELF = ("offer", "not known")


def prep_markdown(view: PrepView, *, everything: bool = False) -> tuple[str, str]:
    """The brief, and a sentence on what was left out as private; empty if nothing was.

    With `everything`, private records are in it too. What the user may offer, and what is not
    known, are notes to oneself, and stay out.
    """
    sharing = Sharing(everything=everything)
    shared = sharing.prep(view)
    heading = Heading(view.advisor.name, tuple(Cell(title) for title in titles(view)[1:]))
    blocks: list[Block] = [heading, Prose(f"Brief of {long_day(view.today)}")]
    for label, lines in sections(shared, whole=True, commands=False):
        if label in _NOTES_TO_ONESELF:
            continue
        if label == "notes":
            for meeting in shared.meetings:
                if meeting.notes:
                    blocks += [Heading(f"Notes of {format_day(meeting.on)}"), Text(meeting.notes)]
        else:
            blocks += [
                Heading(label.capitalize()),
                Table((), tuple((Cell(ref), Cell(text)) for ref, text in lines)),
            ]
    return markdown(Page(tuple(blocks))), left_out_words(sharing.left_out)
