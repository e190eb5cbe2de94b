"""What an entry in the tree of commands is: its one-line help, examples, and the function that runs it, imported only then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Leaf(NamedTuple):
    """A command: `where` it is (`module:function` below `boardroom.cli`), what it does, and how it is typed.

    One that `passes_on` its words leaves the options after the first of them to the command they name.
    """

    where: str
    help: str
    examples: tuple[str, ...]
    passes_on: bool = False


class Branch(NamedTuple):
    """A noun, and the commands on it; a part of it may be a noun of its own."""

    help: str
    leaves: Mapping[str, Leaf | Branch]


def commands(tree: Mapping[str, Leaf | Branch], under: str = "") -> Iterator[tuple[str, Leaf]]:
    """Every command of a tree, by its whole name: “goal step add”."""
    for name, entry in tree.items():
        if isinstance(entry, Leaf):
            yield f"{under}{name}", entry
        else:
            yield from commands(entry.leaves, f"{under}{name} ")
