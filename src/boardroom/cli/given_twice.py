"""Refuses an option that is given twice with different values, or another option for its value.

Of two values only one could count; Typer would take the last without a word, and any word for a
value. The lane leaves both to Typer, so the checks are made once, for both.
"""

from __future__ import annotations

from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import NotPlain, Option, everywhere, signature
from boardroom.cli.tree import Leaf, function_of
from boardroom.errors import BadInput
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def check_options(argv: list[str]) -> None:
    """Checks that each option has a value of its own, and one alone unless it collects them.

    `--db` may be repeated. A value that is spelt like an option is joined: `--notes=--json`.

    Raises:
        BadInput: one has not; or two opposites are given, like `--near` and `--long`.
    """
    try:
        _, leaf, rest = resolve(argv, {})
        if not isinstance(leaf, Leaf) or leaf.passes_on:
            return
        options = signature(function_of(leaf)).options
    except NotPlain:
        return
    _check_values(rest, options)
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


def _check_values(words: list[str], options: Mapping[str, Option]) -> None:
    known = {*options, *everywhere(), "--help"}
    for option, word, value in _options_in(words, options):
        if option.flags or not isinstance(value, str) or value.partition("=")[0] not in known:
            continue
        if value.startswith("--") and f"{word}={value}" not in words:
            raise BadInput(
                f"The value of {word} is missing; {value.partition('=')[0]} after it is an option.",
                f"Write {word} {option.metavar}, or leave it out.",
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
