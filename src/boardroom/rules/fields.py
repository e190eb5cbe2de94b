"""Editable fields of records, and how an edit describes its changes.

A field is declared once, beside the rules of its kind. Its column, its line in the editor and its
name in “seat Truth-teller → Mirror” all come from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.text import BRIEF, brief, one_of

SHORT = 30
"""The most characters of a value, and of a record's words beside those of others."""
LONG = 100
"""The most characters of a value that has lines of its own, on a screen."""
_OWN_WORDS = ("text", "title")
"""The labels of the fields that name a record."""


class Field(Record):
    """An editable field: the `name` of its column, and the `label` that users see.

    In the editor, a long `text` has a heading, and a field with `several` values a line for each.
    `letter` is the kind of record whose id the column holds, `flag` the words for False and True,
    `unset` the word for an empty field, and `words` says a value that is stored in another form.
    The values of a `silent` field are not repeated in the history, which outlives the record. What
    a field is for, `about`, stands in a comment of the form.
    """

    name: str
    label: str
    text: bool = False
    several: bool = False
    letter: str = ""
    flag: tuple[str, str] = ("no", "yes")
    silent: bool = False
    unset: str = "none"
    about: str = ""
    words: Callable[[str], str] | None = None


PRIVATE = Field("private", "private", unset="no")
"""The field of every record that can be marked as private, or released."""


class Change(Record):
    """A change of one field: its label, and its old and new value as shown.

    `on_screen` is what a screen says in their place: longer values, or those of a silent field.
    """

    label: str
    old: str
    new: str
    on_screen: str = ""

    @property
    def is_silent(self) -> bool:
        """Whether the history keeps no value of it."""
        return not self.old and not self.new


def change_of(field: Field, old: object, new: object, *, default: object = None) -> Change | None:
    """The change of one field; None if both values are equal. `default` is shown for None."""
    if old == new:
        return None
    label = field.label.lower().replace("-", " ")
    values = [default if value is None else value for value in (old, new)]
    texts = _format_both(field, *values, limit=SHORT)
    if field.silent:
        return Change(label, "", "", f"{' → '.join(texts)}{_word_counts(*values)}")
    on_screen = _format_both(field, *values, limit=LONG)
    return Change(label, texts[0], texts[1], "" if on_screen == texts else " → ".join(on_screen))


def format_value(field: Field, value: object) -> str:
    """A value as it is shown in lines of its own; long ones are cut."""
    return _format_value(field, value, LONG)


def format_changes(changes: Sequence[Change]) -> str:
    """“seat Truth-teller → Mirror, window 4-6w → 6-8w”; empty if nothing changed."""
    return ", ".join(_format(change) for change in changes)


def format_named(ref: str, text: str, changes: Sequence[Change], limit: int = BRIEF) -> str:
    """“p1 (Thank Ana Lima)”: a record by its own words, or by its id alone if they changed."""
    if any(change.label in _OWN_WORDS for change in changes):
        return ref
    return f"{ref} ({brief(text, limit)})"


def format_edit(ref: str, text: str, whose: str, changes: Sequence[Change]) -> str:
    """“Changed p1 (Thank Ana Lima), your promise to Ana Lima: by none → Tue 1 Dec 2026”.

    `whose` follows the text: “, your promise to Ana Lima”.
    """
    return f"Changed {format_named(ref, text, changes)}{whose}: {format_changes(changes)}"


def parse_flag(word: str) -> bool:
    """Parses `yes` or `no`, as a flag is written in the editor; empty text means no.

    Raises:
        BadInput: the text is another word.
    """
    return one_of(word or "no", ("yes", "no"), "yes or no") == "yes"


def _format(change: Change) -> str:
    if change.old == change.new:
        # A silent field, a text that differs after the part shown, or a default that is now set.
        is_shown = change.old and not change.old.endswith("…”")
        return f"{change.label} {change.new}" if is_shown else change.label
    return f"{change.label} {change.old} → {change.new}"


def _format_both(field: Field, old: object, new: object, *, limit: int) -> list[str]:
    """Two values; of long texts, from where they differ."""
    texts = [_format_value(field, value, limit) for value in (old, new)]
    if field.text and len({text.rstrip("…”") for text in texts}) == 1:
        texts = [
            _format_value(field, value, limit) for value in _from_difference(str(old), str(new))
        ]
    return texts


def _format_value(field: Field, value: object, limit: int) -> str:
    match value:
        case bool():
            text = field.flag[value]
        case date():
            text = format_day(value)
        case str() if field.words and value:
            text = field.words(value)
        case str():
            text = f"“{brief(value, limit)}”" if field.text and value else brief(value, limit)
        case dict():
            text = _format_list((f"{key}={part}" for key, part in value.items()), limit)
        case list() | tuple():
            text = _format_list(map(str, value), limit)
        case int():
            text = f"{field.letter}{value}"
        case _:
            text = ""
    return text or field.unset


def _from_difference(old: str, new: str) -> tuple[str, str]:
    """Two texts from the last word on that they begin with alike."""
    same = 0
    old_words, new_words = old.split(), new.split()
    while same < min(len(old_words), len(new_words)) and old_words[same] == new_words[same]:
        same += 1
    if not same or old_words == new_words:
        return old, new
    start = ["…"] if same > 1 else []
    first, second = (" ".join([*start, *words[same - 1 :]]) for words in (old_words, new_words))
    return first, second


def _word_counts(old: object, new: object) -> str:
    """“ (12 words → 30)”, of texts that are not shown whole."""
    texts = [str(value or "") for value in (old, new)]
    if all(len(text) <= SHORT for text in texts):
        return ""
    before, after = (len(text.split()) for text in texts)
    return f" ({before} word{'' if before == 1 else 's'} → {after})"


def _format_list(parts: Iterable[str], limit: int) -> str:
    return brief(", ".join(parts), 2 * limit)
