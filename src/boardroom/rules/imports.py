"""What an import did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from boardroom.record import Record
from boardroom.rules.text import join_words

NAMES_SHOWN = 5
"""How many records that differ the sentence names."""

HOW_TO_UPDATE = "To change what differs to what the file says, add --on-conflict update."

CALENDAR_ANSWERS = ("logged", "moved", "cancelled", "planned", "left", "never")
"""What became of an event of another calendar; `never` is for a series not to ask about again."""


class Imported(Record):
    """What an import did: how many records it added, changed, and found to be the same, by kind.

    `left` are those that differ from the board and were left as they are there, each with its
    fields.
    """

    added: dict[str, int]
    changed: dict[str, int]
    same_count: int
    left: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether it changed anything."""
        return bool(self.added or self.changed)


def joined_imports(imports: Sequence[Imported]) -> Imported:
    """What several imports did together."""
    added: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for imported in imports:
        added.update(imported.added)
        changed.update(imported.changed)
    return Imported(
        dict(added),
        dict(changed),
        sum(imported.same_count for imported in imports),
        tuple(words for imported in imports for words in imported.left),
    )


def format_imported(imported: Imported, *, dry_run: bool = False) -> str:
    """“Imported 2 advisors and 5 meetings”, with what was changed, left, or on file already.

    Of a `dry_run`, “Would import 2 advisors”.
    """
    parts = []
    if imported.added:
        verb = "Would import" if dry_run else "Imported"
        parts.append(f"{verb} {format_counts(imported.added)}")
    if imported.changed:
        verb = "would change" if dry_run else "changed"
        parts.append(f"{verb if parts else verb.capitalize()} {format_counts(imported.changed)}")
    if not parts:
        change = "would change" if dry_run else "changed"
        count = imported.same_count
        same = "1 record is the same" if count == 1 else f"{count} records are the same"
        parts.append(
            f"Nothing {change}: {same}"
            if imported.left
            else "Nothing to import: everything is on file already"
            if count
            else "Nothing to import"
        )
    if imported.left:
        shown = "; ".join(imported.left[:NAMES_SHOWN])
        more = len(imported.left) - NAMES_SHOWN
        rest = f"; and {more} more" if more > 0 else ""
        those = "that differs as it is" if len(imported.left) == 1 else "that differ as they are"
        left = "would leave" if dry_run else "left"
        parts.append(f"{left} {len(imported.left)} {those} ({shown}{rest})")
    return ", ".join(parts)


def format_counts(counts: dict[str, int]) -> str:
    """“2 advisors and 5 meetings”; the keys are those of an export."""
    return join_words([f"{count} {_named(key, count)}" for key, count in counts.items()], "and")


def _named(key: str, count: int) -> str:
    words = {"advice_list": "advice", "criteria": "criterion" if count == 1 else "criteria"}.get(
        key, key.replace("_", " ")
    )
    return words[:-1] if count == 1 and words.endswith("s") else words
