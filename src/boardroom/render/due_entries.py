"""The words of an entry on the morning list: its facts, how many more there are, its command."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.queries.due import DueView
from boardroom.render.due_words import (
    next_command,
    phrase,
    second_command,
    subject_name,
    window_phrase,
)
from boardroom.render.page import Entry
from boardroom.rules import due_entries as rule
from boardroom.rules.due_items import ActiveAdvisor, PlannedMeeting


def entry_shown(entry: rule.Entry, view: DueView) -> Entry:
    """An entry with its most pressing facts and its command."""
    item = view.items[entry.next_item]
    return Entry(
        entry.severity,
        _who(entry, view),
        _what(entry, view),
        next_command(item, entry.next_kind),
        _also(entry, view),
    )


def folded_entry(entry: rule.Entry, view: DueView) -> str:
    """An entry as a part of the closing paragraph, which has no commands but the ids."""
    return f"{_who(entry, view)}: {_what(entry, view, with_refs=True)}"


def still_listed_words(view: DueView, handle: str) -> str:
    """What is listed of a person, as the end of a sentence; empty if nothing is."""
    entry = next((entry for entry in view.entries if entry.handle == handle), None)
    return "" if entry is None else f"; still listed: {_what(entry, view)}"


def _also(entry: rule.Entry, view: DueView) -> str:
    """A second command: for the item of the first, or for a question that stands in the entry."""
    shown = rule.most_pressing(
        rule.facts(entry, view.items, today=view.as_of), view.items, today=view.as_of
    )
    questions = [view.items[place] for place in shown if view.items[place].kind in _ASKED]
    items = [view.items[entry.next_item], *questions]
    return next(filter(None, (second_command(item, view.as_of) for item in items)), "")


def _who(entry: rule.Entry, view: DueView) -> str:
    return subject_name(view.items[entry.items[0]])


def _what(entry: rule.Entry, view: DueView, *, with_refs: bool = False) -> str:
    """The most pressing facts of an entry, and how many more there are.

    A fact that stands alone has its id only `with_refs`: its command has it.
    """
    places = rule.facts(entry, view.items, today=view.as_of)
    shown = rule.most_pressing(places, view.items, today=view.as_of)
    items = [view.items[place] for place in shown]
    has_plan = any(isinstance(item.subject, PlannedMeeting) for item in items)
    have_ref = sum(item.ref is not None and item.kind in _WITH_REF for item in items)
    with_ref = have_ref > (0 if with_refs else 1)
    phrases = []
    for item in items:
        words = (
            window_phrase(item.subject, view.as_of)
            if has_plan and isinstance(item.subject, ActiveAdvisor)
            else phrase(item, view.as_of)
        )
        phrases.append(f"{words} ({item.ref})" if with_ref and item.kind in _WITH_REF else words)
    if len(places) > len(shown):
        phrases.append(f"and {len(places) - len(shown)} more: {_more_command(entry)}")
    return _sentence(phrases)


def _sentence(phrases: Sequence[str]) -> str:
    """The phrases in one text; a new sentence begins after a question."""
    text = phrases[0]
    for words in phrases[1:]:
        is_after_question = text.endswith("?")
        text += f" {words[:1].upper()}{words[1:]}" if is_after_question else f"; {words}"
    return text


def _more_command(entry: rule.Entry) -> str:
    """The command that shows all of an entry."""
    return f"boardroom prep {entry.handle}" if entry.handle else f"boardroom goal show {entry.goal}"


_ASKED = ("agreement", "promise", "review")
"""Kinds of items whose second command is shown beside the command of another item."""
_WITH_REF = ("promise", "goal", "occasion")
"""Kinds of items that are told apart by their ids."""
