"""Repetitions: what counts as the same words, and what a repetition says anew.

Nothing is made twice by accident. A repetition that says nothing new changes nothing; one that says
more is refused with the command that adds it, so that nothing new is taken for a double.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from boardroom.errors import Refused
from boardroom.record import Record
from boardroom.rules.characters import with_plain_signs
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field, change_of, format_changes
from boardroom.rules.text import brief, join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    R = TypeVar("R")

_OPTIONS = {"day": "--on", "time": "--at", "minutes": "--for"}
"""The options that are not called like their field."""
_FLAGS = {"near": "--near", "long": "--long", "must-have": "--must", "nice-to-have": "--nice"}
"""The options that stand for a value."""


_LONGEST = 200
"""The length of a text in a command; a longer one, or one of several lines, comes from a pipe."""


class OnFile(Record):
    """A record on file, for the answer to a repetition.

    `where` follows “already”, like “on the agenda with Marcus Ojo since Thu 26 Nov 2026”; `text` is
    its words, and `command` is the one that edits it.
    """

    ref: str
    where: str
    text: str
    command: str

    @property
    def sentence(self) -> str:
        """“Already on the agenda with Marcus Ojo since Thu 26 Nov 2026: a3 Which budget?”."""
        return f"Already {self.where}: {self.ref} {brief(self.text)}"


def same_words(text: str | None) -> str:
    """The words of a text, equal for texts that differ in case, blanks and typography alone.

    Typography is the form of quotes and dashes, and what nobody sees: a phone writes ’ for '.
    """
    words = " ".join(with_plain_signs(text or "").casefold().split())
    return words if words.isascii() else unicodedata.normalize("NFC", words)


def first_with_words(text: str, records: Iterable[R], *, field: str = "text") -> R | None:
    """The first record whose text has the same words; None if there is none."""
    words = same_words(text)
    return next((record for record in records if same_words(getattr(record, field)) == words), None)


def check_nothing_new(
    on_file: OnFile,
    record: object,
    given: Mapping[str, Any],
    fields: Iterable[Field],
    *,
    more: Sequence[tuple[str, str]] = (),
    another: str = "",
) -> None:
    """Checks that a repetition says nothing that the record on file does not say.

    `given` has the values that were given, by column; None says nothing. `more` is what else is
    new, each with the command that adds it. `another` ends the hint.

    Raises:
        Refused: something is new. The hint is the command that adds it.
    """
    by_name = {field.name: field for field in fields}
    changes, options = [], []
    for name, value in given.items():
        if value is None:
            continue
        change = change_of(by_name[name], getattr(record, name), value)
        if change is not None:
            changes.append(change)
            options.append(option_of(by_name[name], value))
    news = [*([format_changes(changes)] if changes else []), *(words for words, _ in more)]
    edit = [f"{on_file.command} {' '.join(options)}"] if options else []
    commands = [f"boardroom {command}" for command in (*edit, *(command for _, command in more))]
    if news:
        raise Refused(
            f"{on_file.ref} is on file already: {on_file.where}. New would be: {join_words(news)}.",
            f"To add that: {' && '.join(commands)}{another}",
        )


def option_of(field: Field, value: object) -> str:
    """The option that sets a field to a value, as typed in a shell."""
    name = _OPTIONS.get(field.label, f"--{field.label.lower()}")
    match value:
        case bool():
            return _FLAGS.get(field.flag[value], name if value else f"--no-{name[2:]}")
        case date():
            return f"{name} {quote(format_day(value))}"
        case int() if field.name == "minutes":
            return f"{name} {value}m"
        case int():
            return f"{name} {field.letter}{value}"
        case str() if field.text and ("\n" in value or len(value) > _LONGEST):
            return f"{name} -"
        case _:
            text = str(value)
            return _FLAGS.get(text) or f"{name} {quote(text)}"


def quote(text: str) -> str:
    """A text as one word of a shell."""
    from shlex import quote as quote_for_shell  # noqa: PLC0415  only for what is refused

    return quote_for_shell(text)
