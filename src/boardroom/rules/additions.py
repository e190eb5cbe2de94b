"""What a log adds to a meeting on file: below what is there, so that nothing is lost."""

from __future__ import annotations

from boardroom.rules.log_entry import LogEntry, LoggedItem


def contains(stored: str | None, added: str | None) -> bool:
    """Whether the words of a text are part of a stored one, however both are wrapped."""
    return not added or f" {_words(added)} " in f" {_words(stored)} "


def append_notes(stored: str | None, added: str) -> str:
    """The stored notes with `added` at the end, or only `added` if it contains them."""
    return added if stored is None or stored in added else f"{stored}\n\n{added}".rstrip()


def add_notes(stored: str | None, notes: str) -> str:
    """The stored notes with others below them, without the paragraphs that both begin with.

    Two forms of a plan begin with its notes.
    """
    old, new = (stored or "").split("\n\n"), notes.split("\n\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    return append_notes(stored, "\n\n".join(new).strip("\n"))


def additions(changes: LogEntry, stored: LogEntry) -> LogEntry:
    """The changes that a form of another time or window makes to a meeting, as additions to it.

    An open box says nothing of an item covered since, and an answer goes below the one on file.
    """
    answers = {item.id: item.answer for item in stored.agenda}
    items = (
        item._replace(
            covered=item.covered or None,
            answer=None
            if contains(answers.get(item.id), item.answer)
            else append_notes(answers.get(item.id), item.answer or ""),
        )
        for item in changes.agenda
        if item.id is not None
    )
    return changes._replace(
        agenda=(
            *(item for item in items if item != LoggedItem(item.id, covered=None)),
            *(item for item in changes.agenda if item.id is None),
        )
    )


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
