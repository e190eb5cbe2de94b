"""Refuses an option that is given twice with different values: only one of them could count.

Typer would take the last without a word. The lane leaves every repeated option to Typer, so the
check is made once, for both.
"""

from __future__ import annotations

from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import NotPlain, Option, signature
from boardroom.cli.tree import Leaf, function_of
from boardroom.errors import BadInput
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def check_given_once(argv: list[str]) -> None:
    """Checks that no option has two values. Those that collect values may, and `--db`.

    Raises:
        BadInput: one has; or two opposites are given, like `--near` and `--long`.
    """
    try:
        _, leaf, rest = resolve(argv, {})
        if not isinstance(leaf, Leaf) or leaf.passes_on:
            return
        options = signature(function_of(leaf)).options
    except NotPlain:
        return
    given: dict[str, tuple[str, str | bool]] = {}
    for option, word, value in _options_in(rest, options):
        earlier_word, earlier = given.setdefault(option.name, (word, value))
        if value == earlier or option.several or word == "--db":
            continue
        if option.flags:
            raise BadInput(f"{earlier_word} and {word} are opposites.", "Leave one of them out.")
        raise BadInput(
            f"{word} is given twice, with {quoted(str(earlier))} and {quoted(str(value))}.",
            "Leave one of them out.",
        )


def _options_in(
    words: list[str], options: Mapping[str, Option]
) -> Iterator[tuple[Option, str, str | bool]]:
    """Each option among the words, as it was written, and its value."""
    remaining = iter(words)
    for word in remaining:
        if word == "--":
            return
        name, equals, text = word.partition("=")
        option = None if is_text(word) else options.get(name)
        if option is None:
            continue
        if option.flags:
            yield option, name, option.flags[name]
        else:
            yield option, name, text if equals else next(remaining, "")
