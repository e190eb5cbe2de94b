"""Finds the words that follow an option's value on a command line."""

from __future__ import annotations

from itertools import takewhile
from shlex import quote

from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import Option, Signature
from boardroom.record import Record
from boardroom.rules.ids import looks_like_id


class Loose(Record):
    """An option, its value, the words right after it, and the number of other words before it.

    `start` and `end` are where they are on the command line.
    """

    option: str
    value: str
    words: tuple[str, ...]
    before_count: int
    start: int
    end: int

    @property
    def in_quotes(self) -> str:
        """The option with all its words as the value, quoted; ids parted by commas."""
        ids = [self.value, *self.words]
        if all(map(looks_like_id, ids)):
            return f"{self.option} {','.join(ids)}"
        return f"{self.option} {quote(' '.join((self.value, *self.words)))}"

    def counts(self, *, needs_words: bool) -> list[int]:
        """How many of the words the value may end with: capitals like its own, all, or none.

        If the command `needs_words`, not all.
        """
        bare = list(takewhile(lambda word: len(word.split()) == 1, self.words))
        name = takewhile(lambda word: word[:1].isupper(), bare if self.value[:1].isupper() else ())
        most = min(len(bare), len(self.words) - needs_words)
        capital_count = len(list(name))
        name_count = capital_count if 0 < capital_count <= most else min(1, most)
        counts = (name_count, name_count if needs_words else most)
        return [*dict.fromkeys(count for count in counts if count), 0]


def loose_words(argv: list[str], takes: Signature) -> list[Loose]:
    """Each option followed by more than its value, in order."""
    found: list[Loose] = []
    before_count = 0
    index = len(argv) - len(resolve(argv, {})[2])
    while index < len(argv) and argv[index] != "--":
        start = index
        name, equals, value = argv[index].partition("=")
        option: Option | None = takes.options.get(name)
        index += 1
        if option is None or option.flags:
            before_count += is_text(argv[start])
            continue
        if not equals:
            value = argv[index] if index < len(argv) else ""
            index += 1
        words = tuple(takewhile(is_text, argv[index:]))
        if words:
            found.append(Loose(name, value, words, before_count, start, index + len(words)))
    return found
