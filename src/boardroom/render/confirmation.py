"""What a change did, in lines for a screen; in a pipe it is one sentence, made by the action."""

from __future__ import annotations

from boardroom.record import Record
from boardroom.rules.fields import Change, format_changes
from boardroom.store.done import Done

_NEXT_PART = "; "
_USUAL_WIDTH = 80


class Confirmation(Record):
    """A sentence and its end, labelled lines below it, and the sentences that follow those."""

    summary: str
    echo: str
    rows: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()


def confirmation(done: Done, echo: str, width: int | None) -> Confirmation:
    """The lines of a change: of an edit, one for each field; one in all if that is enough.

    `echo` follows the sentence. Where it is the distance of the last field's day, it stays there.
    """
    whole = f"{done.summary}{echo}"
    summary, rows = _in_rows(done)
    first, separator, rest = echo.partition(_NEXT_PART)
    is_short = len(rows) == 1 and len(whole) <= (width or _USUAL_WIDTH)
    if not rows or (is_short and not any(change.on_screen for change in done.changes)):
        return Confirmation(done.summary, echo)
    if first.startswith(" ("):
        label, text = rows[-1]
        rows[-1] = (label, f"{text}{first}")
        first = ""
    others = (f"{rest[0].upper()}{rest[1:]}",) if separator and rest else ()
    return Confirmation(summary, first, tuple(rows), others)


def parts(sentence: str) -> list[str]:
    """A sentence of several parts, such as one for each record, in a line for each."""
    return sentence.replace(_NEXT_PART, f"{_NEXT_PART.rstrip()}\n").split("\n")


def _in_rows(done: Done) -> tuple[str, list[tuple[str, str]]]:
    if done.rows:
        return done.summary.partition(": ")[0], list(done.rows)
    listed = format_changes(done.changes)
    for separator in (": ", ", ") if listed else ():
        sentence, found, rest = done.summary.partition(f"{separator}{listed}")
        if found:
            rows = [(change.label, _old_and_new(change)) for change in done.changes]
            if rest:
                rows.append(("also", rest.removeprefix(_NEXT_PART)))
            return sentence, rows
    return done.summary, []


def _old_and_new(change: Change) -> str:
    if change.on_screen:
        return change.on_screen
    if change.old == change.new:
        return change.new or "changed"
    return f"{change.old} → {change.new}"
