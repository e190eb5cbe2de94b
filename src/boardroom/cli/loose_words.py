"""Words that follow an option's value and may belong to it: `--on last fri`, `--org Blue Bottle`.

A shell takes the quotes away, so only the order of the words can show that they are missing.
"""

from __future__ import annotations

from shlex import quote

from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import NotPlain, Option, Signature, signature
from boardroom.cli.tree import Leaf, function_of
from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.text import quoted


class _Loose(Record):
    """An option, its value, the words right after it, and the number of other words before it."""

    option: str
    value: str
    words: tuple[str, ...]
    before_count: int

    @property
    def in_quotes(self) -> str:
        """The option with all its words as the value, quoted."""
        return f"{self.option} {quote(' '.join((self.value, *self.words)))}"


def check_together(argv: list[str]) -> None:
    """Refuses a text of several words that an option with its value cuts in two.

    Raises:
        BadInput: the words after the value may belong to either.
    """
    takes = _signature(argv)
    if takes is None or not takes.takes_words:
        return
    for loose in _loose_words(argv, takes):
        if loose.before_count >= len(takes.arguments):
            words = " ".join(loose.words)
            raise BadInput(
                f"{loose.option} takes one value, so {quoted(words)} after it may belong to it"
                " or to the words before it.",
                f"Write {loose.in_quotes}, or all other words before the options.",
            )


def with_quotes(error: BadInput, argv: list[str]) -> BadInput:
    """Adds the advice to quote an option's value if more words follow it."""
    takes = _signature(argv)
    for loose in () if takes is None else _loose_words(argv, takes):
        if error.message.startswith(f"{quoted(loose.value)} "):
            hint = f"If {quoted(' '.join(loose.words))} belongs to it, write {loose.in_quotes}."
            return BadInput(error.message, hint, error.candidates)
        if error.message == f"{quoted(loose.words[0])} is an unexpected argument.":
            return extra_words(argv, loose.words[0]) or error
    return error


def extra_words(argv: list[str], words: str) -> BadInput | None:
    """The error about unexpected words that follow an option's value; None for other words."""
    takes = _signature(argv)
    for loose in () if takes is None else _loose_words(argv, takes):
        if loose.words[0] in words.split():
            return BadInput(
                f"{loose.option} takes one value, but {quoted(' '.join(loose.words))} follows it.",
                f"Write {loose.in_quotes}.",
            )
    return None


def _signature(argv: list[str]) -> Signature | None:
    try:
        _, leaf, _ = resolve(argv, {})
        if not isinstance(leaf, Leaf) or leaf.passes_on:
            return None
        return signature(function_of(leaf))
    except NotPlain:
        return None


def _loose_words(argv: list[str], takes: Signature) -> list[_Loose]:
    """Each option followed by more than its value, in order."""
    _, _, rest = resolve(argv, {})
    found: list[_Loose] = []
    before_count = 0
    index = 0
    while index < len(rest) and rest[index] != "--":
        name, equals, value = rest[index].partition("=")
        option: Option | None = takes.options.get(name)
        index += 1
        if option is None or option.flags:
            before_count += is_text(rest[index - 1])
            continue
        if not equals:
            value = rest[index] if index < len(rest) else ""
            index += 1
        words = []
        for word in rest[index:]:
            if not is_text(word):
                break
            words.append(word)
        if words:
            found.append(_Loose(name, value, tuple(words), before_count))
    return found
