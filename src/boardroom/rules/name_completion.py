"""The ways to go on with a WHO that is being typed, for shell completion.

Every completion begins with what was typed, because some shells drop the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardroom.rules.names import Named, find_matches, fold, name_words
from boardroom.rules.text import join_words


def name_completions(
    before: Sequence[str], start: str, people: Sequence[Named]
) -> Iterator[tuple[str, str]]:
    """Yields the words that can follow `before` in a WHO, each with the names that it then means.

    The first word is a handle or, once a letter is typed, any word of a name. A later one is
    another word of the same name; without a letter, only if the words so far leave a choice.
    """
    folded = fold(start)
    candidates = find_matches(" ".join(before), people) if before else tuple(people)
    if before and not folded and len(candidates) == 1:
        return
    used = {fold(word) for word in before}
    words = [] if before else [person.handle for person in candidates]
    if before or folded:
        words += [word for person in candidates for word in name_words(person)]
    for word in dict.fromkeys(words):
        if not word.startswith(folded) or word in used or not _needs_no_quotes(word):
            continue
        matches = find_matches(" ".join([*before, word]), candidates)
        if matches:
            yield _in_spelling_of(start, folded, word), join_words([who.name for who in matches])


def _in_spelling_of(start: str, folded: str, word: str) -> str:
    """The word with its beginning as it was typed: `Mar` goes on as `Marcus`."""
    return start + word[len(start) :] if len(start) == len(folded) else word


def _needs_no_quotes(word: str) -> bool:
    return all(letter.isalnum() or letter == "-" or not letter.isascii() for letter in word)
