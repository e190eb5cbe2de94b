r"""The Markdown form of a meeting: a log entry as a text to edit, and back.

The user's words are literal, except for a backslash before what would be read as markup: a line
like one of our headings, a first word like an id, ` @ ` or ` by ` before something not a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.form_header import Header, find_header, write_header
from boardroom.formats.form_items import Reader
from boardroom.formats.form_lines import Lines, with_headings_apart
from boardroom.formats.form_text import escape_headings
from boardroom.formats.form_writing import Writer
from boardroom.formats.markup import note, strip_notes
from boardroom.rules.log_entry import NOTHING, LogEntry

_FIRST_HINT = 'x: covered. A "- " line without an id is new. "> " under an item: the answer.'
_HINT = (
    f'{_FIRST_HINT} A promise begins with "me:" or "them:" and may end with "by DATE"; an exchange'
    ' begins with "gave:" or "got:".'
)
_EARLIER_HINT = f'{_FIRST_HINT} "by DATE" ends a promise.'
"""That of forms written before the beginnings of lines were named."""
_NOTHING_ON_AGENDA = "Nothing was on the agenda. Raised after all, or for next time?"
# The comment as it was written, or as an editor wrapped it.
_STARTERS = re.compile(
    r"(?m)^(## Agenda[ \t]*\n)\s*<!--\s+Nothing\s+was\s+on\s+the\s+agenda\."
    r"(?:(?!\n[ \t]*[-*+#]).)*?-->",
    re.DOTALL,
)
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_MOST_QUOTED = 20


class Form(NamedTuple):
    """The contents of a text: a form, or (not `is_form`) notes, perhaps under a form's header.

    `has_notes` says that it has a section of notes; without one, the notes of the entry are what
    the user wrote outside of the form's sections. `deep_headings` are those in the notes that are
    called like a section, and `ticked` the items with a ticked box that are not on the agenda.
    """

    header: Header | None
    entry: LogEntry
    is_form: bool
    has_notes: bool = False
    deep_headings: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()


def write_form(
    header: Header | None,
    entry: LogEntry,
    *,
    closing: str,
    today: date,
    date_order: str | None,
    starters: Sequence[str] = (),
) -> str:
    """The form of an entry, with every section. `closing` is the end of the header's comment.

    An empty agenda has the `starters`, what could be on it, in a comment.
    """
    writer = Writer(today=today, date_order=date_order)
    sections = {
        "Agenda": writer.agenda(entry.agenda) or _as_comment(starters),
        "Notes": escape_headings(entry.notes).split("\n") if entry.notes else [],
        "Advice": writer.advice(entry.advice),
        "Promises": writer.promises(entry.promises),
        "Exchange": writer.exchanges(entry.exchanges),
    }
    lines = [line for name, contents in sections.items() for line in (f"## {name}", *contents)]
    comments = write_header(header, closing) + note(_HINT) if header else ""
    return comments + "\n".join([*lines, ""])


def read_form(
    text: str,
    *,
    today: date,
    date_order: str | None,
    known: LogEntry = NOTHING,
    names: Sequence[str] = (),
) -> Form:
    """Reads a form, or plain notes if the text has none of our headings.

    A missing section leaves its records unchanged; an empty Notes section clears the notes. An
    item without an id is new. Items with the id of a record in `known` are compared with its words,
    which tell where an answer begins. `names` are those of the other person. Days count from the
    day the form was written, or else from `today`.

    Raises:
        BadInput: some lines can't be read; the message quotes each.
    """
    text = strip_notes(text)
    wrong: list[tuple[int, str]] = []
    header, body = None, text
    try:
        header, body = find_header(text, today=today, date_order=date_order, is_hint=_is_hint)
    except BadInput as error:
        wrong.append((1, f"The first comment can't be read. {error.message} {error.hint}"))
    if header is not None and header.is_ours:
        body = _STARTERS.sub(_without_comment, with_headings_apart(body))
    written_on = today if header is None or header.written_on is None else header.written_on
    writer = Writer(today=written_on, date_order=date_order)
    lines = Lines(writer.known(known))
    lines.read(enumerate(body.split("\n"), 1))
    wrong += lines.wrong
    if not lines.is_form:
        _refuse(wrong)
        plain = _BLANK_LINES.sub("", body) if header else body
        return Form(
            header, LogEntry(plain), is_form=False, deep_headings=tuple(lines.deep_headings)
        )
    reader = Reader(known, names, today=written_on, date_order=date_order)
    entry = reader.entry(lines.items, wrong)
    _refuse(wrong)
    notes = lines.notes if lines.has_notes else lines.notes or None
    return Form(
        header,
        entry._replace(notes=notes),
        is_form=True,
        has_notes=lines.has_notes,
        deep_headings=tuple(lines.deep_headings),
        ticked=tuple(
            item.first for items in lines.items.values() for item in items if item.is_ticked
        ),
    )


def _as_comment(starters: Sequence[str]) -> list[str]:
    if not starters:
        return []
    words = [" ".join(starter.split()) for starter in starters]
    return note(f"{_NOTHING_ON_AGENDA} {' · '.join(words)}").rstrip("\n").split("\n")


def _without_comment(match: re.Match[str]) -> str:
    """The heading and as many lines as the comment had, so that line numbers stay."""
    return match[1] + "\n" * match[0].removeprefix(match[1]).count("\n")


def _is_hint(words: str) -> bool:
    return words in (_HINT, _EARLIER_HINT)


class BadLines(BadInput):
    """Some lines of a form can't be read. `wrong` has their numbers, and why."""

    def __init__(self, wrong: list[tuple[int, str]]) -> None:
        self.wrong = sorted(wrong)
        super().__init__(
            self.message_below(0),
            "Free words go under ## Notes, anything else on a line that begins with “- ”.",
        )

    def message_below(self, above: int) -> str:
        """The message about a text with so many lines above it."""
        sentences = [f"Line {number + above}: {why}" for number, why in self.wrong]
        if len(sentences) > _MOST_QUOTED:
            more = len(sentences) - _MOST_QUOTED
            sentences[_MOST_QUOTED:] = [f"And {more} more {'line' if more == 1 else 'lines'}."]
        return " ".join(sentences)


def _refuse(wrong: list[tuple[int, str]]) -> None:
    """Raises BadInput if any lines are wrong."""
    if wrong:
        raise BadLines(wrong)
