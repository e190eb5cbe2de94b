"""Fills in the command that was meant with what was typed.

The words are in `first_guesses`; `guessing` says when they are looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from shlex import join

from boardroom.cli import first_guesses as table
from boardroom.cli.filled_command import FILLERS, Filler
from boardroom.cli.letter_guess import fitting_letter
from boardroom.cli.parameters import is_text
from boardroom.cli.records import command_for
from boardroom.cli.special_guesses import (
    introduction,
    is_question,
    noted,
    renamed,
    set_back,
    yearly,
)
from boardroom.cli.tree import TREE, Branch, Leaf, commands
from boardroom.cli.verb_guesses import (
    BELOW_NOUN,
    ENGLISH,
    either,
    is_no_text,
    without_noun,
)
from boardroom.rules import ids

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call

_COMMANDS = dict(commands(TREE))
_LONGEST = 40  # difflib takes long for long words


class Guesser:
    """Finds the command that is meant, by the words that were typed."""

    def __init__(self, call: Call) -> None:
        filler = Filler(call)
        self._call = call
        self._filler = filler
        self._fill = filler.filled
        self._is_name = filler.is_name

    def lines(self, names: Sequence[str], word: str, rest: Sequence[str]) -> list[str]:
        """The command that is meant by a word after `names`, which has no such command.

        Without the program's name. They are two if either may be meant, none if none is known.
        """
        if not word.strip():
            return []
        two = noted(self._call, self._filler, names, word, rest)
        if two := two or either(self._filler, names, word, rest):
            return two
        readings = (
            self._below(" ".join(names), word, [*rest])
            if names
            else self._at_root(word, word.casefold(), [*rest])
        )
        return [*islice(filter(None, readings), 1)]

    def near(self, names: Sequence[str], word: str, rest: Sequence[str]) -> list[str]:
        """The commands below `names` that are spelt like the word, with the other words."""
        if word.casefold() in ENGLISH:
            return []
        close = get_close_matches(word[:_LONGEST].casefold(), list(_leaves(" ".join(names))))
        return [join([*names, name, *rest]) for name in close]

    def verbs(self, names: Sequence[str]) -> list[str]:
        """What is below `names`, in the order of the help."""
        return [*_leaves(" ".join(names))]

    def _at_root(self, as_typed: str, word: str, rest: list[str]) -> Iterator[str | None]:
        """What a first word may mean, the likeliest first."""
        if word in TREE:
            yield join([word, *rest])
        yield from self._with_words_of_its_own(word, rest)
        noun = _meant(word, table.NOUNS)
        verb = _meant(word, table.VERBS)
        if noun is not None and word not in table.FIRST:
            yield self._noun(noun, rest)
        if verb is not None and rest:
            yield self._verb_first(verb, rest)
        template = table.FIRST.get(word) or table.FIRST.get(verb or "")
        if template is not None:
            yield self._fill(template, rest)
        if verb in TREE:
            yield self._fill(str(verb), rest)
        yield self._only_noun_with(verb or word, rest)
        yield self._about(as_typed, rest)

    def _with_words_of_its_own(self, word: str, rest: list[str]) -> Iterator[str | None]:
        """What a first word means after which the others are no plain arguments."""
        if word in table.INTRODUCING:
            yield introduction(rest)
        if word == "rename":
            noun_first = rest[1:] if rest and _meant(rest[0], table.NOUNS) else rest
            yield renamed(self._filler, noun_first)
        if word in table.YEARLY:
            yield yearly(self._call, self._filler, word, rest)
        if word in table.WRITING:
            yield self._letter(rest)
        if word == "ask":
            yield self._fill(table.ASKING[is_question(rest)], rest)

    def _below(self, noun: str, word: str, rest: list[str]) -> Iterator[str | None]:
        """What a word after a noun may mean, where a verb should stand."""
        if word.casefold() == "help" and (not rest or rest[0] in _leaves(noun)):
            yield f"help {noun}"
        if word.casefold() == "rename":
            yield renamed(self._filler, rest)
        if noun == "config":
            yield set_back(word, rest)
        yield self._with_verb(noun, word.casefold(), rest)
        if rest and not _begins_text(noun, rest):
            yield self._with_verb(noun, rest[0].casefold(), [word, *rest[1:]])
        if ids.looks_like_id(word) and not (noun == "goal step" and rest):
            yield self._of_id(word, "edit" if rest else "show", rest)
        is_name = self._is_name([word])
        if not is_name and is_no_text(self._filler, noun, word, rest):
            return
        if is_name or noun == "config" or " " in word or not self.near(noun.split(), word, ()):
            yield self._of_noun(noun, [word, *rest])

    def _of_noun(self, noun: str, words: list[str]) -> str:
        """What a noun means before a WHO or a text."""
        if noun == "letter":
            return self._letter(words[words[0].casefold() in table.WRITING :])
        is_name = self._is_name(words)
        if noun in ("advisor", "mentee") and not is_name:
            return self._fill(f"{noun} add", words)
        alone, _, with_words = table.NOUN_ALONE[noun].partition(" | ")
        return self._fill(with_words if with_words and words[1:] and not is_name else alone, words)

    def _with_verb(self, noun: str, word: str, rest: list[str]) -> str | None:
        """The command for a verb after a noun; None if the word is no verb."""
        verb = _meant(word, table.VERBS) or word
        for owner in (noun, table.VERBS_OF.get(noun, noun)):
            if f"{owner} {verb}" in _COMMANDS:
                return self._fill(f"{owner} {verb}", rest)
        template = BELOW_NOUN.get(f"{noun} {verb}")
        if template is not None:
            return self._fill(template, rest)
        if verb in table.VERBS and rest and ids.looks_like_id(rest[0]):
            return self._of_id(rest[0], verb, rest[1:])
        if verb == "show" and f"{noun} list" in _COMMANDS:
            return self._fill(f"{noun} list", rest)
        return without_noun(self._filler, noun, [verb, word], rest)

    def _noun(self, noun: str, rest: list[str]) -> str:
        """The command of a noun by another name, with its words."""
        if not rest and "list" in _leaves(noun):
            return f"{noun} list"
        if not rest:
            return f"help {noun}"
        if rest[0] in _leaves(noun) or not is_text(rest[0]):
            verb = [] if is_text(rest[0]) else ["list"]
            return join([*noun.split(), *verb, *rest])
        readings = self._below(noun, rest[0], rest[1:])
        return next((line for line in readings if line), f"help {noun}")

    def _verb_first(self, verb: str, rest: list[str]) -> str | None:
        """What is meant by `VERB NOUN …` and `VERB ID …`."""
        if isinstance(TREE.get(rest[0]), Leaf):
            return join(rest)
        noun = _meant(rest[0].casefold(), table.NOUNS)
        if noun is not None:
            return self._with_verb(noun, verb, rest[1:])
        if ids.looks_like_id(rest[0]):
            return self._of_id(rest[0], verb, rest[1:])
        return None

    def _of_id(self, word: str, verb: str, rest: list[str]) -> str:
        """The command for a record."""
        if verb == "done":
            return join(["done", word, *rest])
        ref = ids.parse(word)
        command = command_for(ref, verb) or "boardroom goal list"
        line = command.removeprefix("boardroom ")
        if line.endswith("list") or " --show " in line:
            return line
        return self._fill(" ".join(line.split()[:-1]), [word, *rest])

    def _letter(self, words: list[str]) -> str:
        """The letter that can be written to a WHO; the help if that is not known."""
        texts = [word for word in words if word.casefold() not in FILLERS]
        kind = fitting_letter(self._call, " ".join(filter(is_text, texts)))
        return "help letter" if kind is None else self._fill(f"letter {kind}", texts)

    def _only_noun_with(self, verb: str, rest: list[str]) -> str | None:
        """The command of the only noun that has that verb."""
        nouns = [noun for noun in TREE if verb in _leaves(noun)]
        return self._fill(f"{nouns[0]} {verb}", rest) if len(nouns) == 1 else None

    def _about(self, word: str, rest: list[str]) -> str | None:
        """What is meant by an id, or by the name of somebody on file."""
        if ids.looks_like_id(word):
            return self._of_id(word, "show", rest)
        if rest and (verb := rest[0].casefold()) in TREE:
            return join([verb, word, *rest[1:]]) if self._is_name([word]) else None
        return self._fill("advisor show", [word, *rest]) if self._is_name([word, *rest]) else None


def _meant(word: str, synonyms: Mapping[str, Sequence[str]]) -> str | None:
    """The word of the program for a word of the user's."""
    return next((key for key, others in synonyms.items() if word == key or word in others), None)


def _begins_text(noun: str, words: Sequence[str]) -> bool:
    """Whether the words after a WHO are what is noted: `agenda ana call the bank`, no `call`."""
    verb = _meant(words[0].casefold(), table.VERBS) or words[0].casefold()
    return noun in table.NOTED and len(words) > 1 and verb not in ("add", "list")


def _leaves(noun: str) -> Mapping[str, Leaf | Branch]:
    """What is below a noun, “” for the program; nothing for a command."""
    tree: Mapping[str, Leaf | Branch] = TREE
    for name in noun.split():
        entry = tree[name]
        tree = entry.leaves if isinstance(entry, Branch) else {}
    return tree
