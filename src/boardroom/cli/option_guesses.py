"""Options that a command does not have, and those that are meant: the table, and how it is used.

A command is printed with the right options, to be typed. An option is corrected by its spelling
only where a slip of the keyboard explains it; one that merely looks like it is never offered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from shlex import join

from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import NotPlain, Signature, signature
from boardroom.cli.tree import TREE, Branch, Leaf, function_of

_TIME = re.compile(r"\d{1,2}(?::\d\d)?(?:am|pm)|\d{1,2}:\d\d", re.IGNORECASE)
"""What is a time of day and no place, after `--at`."""
_ALIKE = 0.75
"""From this ratio on, an option is a slip of the keyboard; below, another word."""

OPTIONS = {
    "--promise": ("--i-owe",),
    "--promised": ("--i-owe",),
    "--owe": ("--i-owe",),
    "--owes": ("--they-owe",),
    "--date": ("--on", "--by", "--target", "WHEN", "--until"),
    "--day": ("--on", "--by", "--target", "WHEN", "--until"),
    "--when": ("--on", "--by", "--target", "WHEN", "--until"),
    "--on": ("--by", "--target", "WHEN", "--since", "--as-of"),
    "--by": ("--target", "--until", "--on", "WHEN"),
    "--due": ("--by", "--target", "--until"),
    "--deadline": ("--by", "--target", "--until"),
    "--until": ("--by", "--target"),
    "--from": ("--since",),
    "--after": ("--since",),
    "--start": ("--since", "--on"),
    "--joined": ("--since",),
    "--days": ("--within",),
    "--ahead": ("--within",),
    "--last-seen": ("--last-met",),
    "--last": ("--last-met", "--limit"),
    "--met": ("--last-met", "--on"),
    "--at": ("--place", "WHEN"),
    "--time": ("--at", "WHEN", "--on"),
    "--where": ("--place", "--city"),
    "--location": ("--place", "--city"),
    "--how": ("--way",),
    "--length": ("--for", "--minutes"),
    "--duration": ("--for", "--minutes"),
    "--minutes": ("--for",),
    "--note": ("NOTES", "--notes", "--why", "TEXT"),
    "--notes": ("NOTES", "--note", "TEXT"),
    "--comment": ("NOTES", "--note", "--notes", "--why"),
    "--reason": ("--why", "--note"),
    "--who": ("WHO", "--helps", "--advisor"),
    "--with": ("WHO", "--helps"),
    "--advisor": ("WHO", "--who", "--helps"),
    "--name": ("NAME", "WHO", "--person"),
    "--text": ("TEXT", "TITLE", "NOTES"),
    "--title": ("TITLE", "--seat"),
    "--question": ("TEXT",),
    "--topic": ("TEXT",),
    "--answer": ("--note",),
    "--type": ("--kind", "--way"),
    "--role": ("--seat",),
    "--company": ("--org",),
    "--position": ("--title",),
    "--job": ("--title",),
    "--tz": ("--timezone",),
    "--time-zone": ("--timezone",),
    "--slot": ("--usual",),
    "--usually": ("--usual",),
    "--weekday": ("--usual",),
    "--mail": ("--email",),
    "--tel": ("--phone",),
    "--url": ("--link",),
    "--every": ("--window",),
    "--frequency": ("--window",),
    "--agenda": ("--covered",),
    "--done": ("--covered", "--kept", "--all"),
    "--given": ("--gave",),
    "--give": ("--gave",),
    "--received": ("--got",),
    "--limit": ("--last",),
    "--for": ("--until", "--minutes", "--within"),
    "--count": ("--limit", "--last"),
    "-n": ("--limit", "--last"),
    "-m": ("NOTES", "--note", "TEXT"),
    "--format": ("--to",),
    "--out": ("--output",),
    "--file": ("--output", "FILE"),
    "--force": ("--yes", "--another"),
    "--confirm": ("--yes",),
    "--markdown": ("--md",),
    "--secret": ("--private", "--confidential"),
}
"""Options that a command does not have, and what is meant: the first of these that it has.

Names in capitals are arguments.
"""


LISTED = {
    "agenda list": {"--open": "Open items are listed by default"},
    "promise list": {
        "--open": "Open promises are listed by default",
        **dict.fromkeys(("--mine", "--me", "--theirs"), "Promises both ways are listed together"),
    },
    "goal list": {"--open": "Open goals are listed by default"},
}
"""What a list shows anyway, and the options that are typed for it."""

OCCASIONS = {
    **dict.fromkeys(("--birthday", "--bday", "--born", "--birthdate"), "birthday"),
    "--anniversary": "anniversary",
}
"""Options that a person does not have, and the occasion of every year that is meant."""
_OF_PEOPLE = (["advisor", "add"], ["advisor", "edit"], ["mentee", "add"])


def listed_anyway(argv: Sequence[str], option: str) -> tuple[str, str] | None:
    """Why an option is needless, and the command line without it; None if it is not."""
    listed = LISTED.get(" ".join(_names_before(argv, option)), {}).get(option)
    if listed is None or option not in argv:
        return None
    return listed, join([word for word in argv if word != option])


def as_occasion(argv: Sequence[str], option: str) -> tuple[str, str] | None:
    """What an option like `--birthday` of a person is, and the commands for it; None for others."""
    what = OCCASIONS.get(option)
    names = _names_before(argv, option)
    if what is None or names not in _OF_PEOPLE:
        return None
    at = next(n for n, word in enumerate(argv) if word.partition("=")[0] == option)
    _, equals, day = argv[at].partition("=")
    after = at + 1
    if not equals:
        day, after = next(iter(argv[after:]), ""), after + 1
    others = [*argv[:at], *argv[after:]]
    who = " ".join(takewhile(is_text, others[len(names) :]))
    if not who or not day:
        return None
    occasion = join(["occasion", "add", who, what, "--on", day, "--yearly"])
    is_alone = names[-1] == "edit" and all(map(is_text, others))
    first = "" if is_alone else f"{join(others)} && boardroom "
    return "That is an occasion", f"{first}{occasion}"


def guessed_option(argv: Sequence[str], option: str) -> str | None:
    """The command line with the options that are meant; None if that is not known."""
    names = _names_before(argv, option)
    entry: Leaf | Branch | None = None
    for name in names:
        entry = (entry.leaves if isinstance(entry, Branch) else TREE)[name]
    if not isinstance(entry, Leaf):
        default = "due" if entry is None else "list"
        leaf = (TREE if entry is None else entry.leaves).get(default)
        if not isinstance(leaf, Leaf) or option not in signature(function_of(leaf)).options:
            return None
        return join([*names, default, *argv[len(names) :]])
    start = len(argv) - len(resolve(list(argv), {})[2])
    words = _with_known_options(argv[start:], signature(function_of(entry)))
    return None if words is None else join([*argv[:start], *words])


def alike(option: str, options: Sequence[str]) -> tuple[str, ...]:
    """Those of the options that a slip of the keyboard makes that one, or that begin with it."""
    bare = option.lstrip("-")
    return tuple(
        sorted(
            other
            for other in options
            if other.startswith(option)
            or SequenceMatcher(None, bare, other.lstrip("-")).ratio() >= _ALIKE
        )
    )


def _names_before(argv: Sequence[str], option: str) -> list[str]:
    """The names of the command before an option."""
    known = next((n for n, word in enumerate(argv) if word.partition("=")[0] == option), len(argv))
    try:
        return resolve(list(argv[:known]), {})[0]
    except NotPlain:
        return []


def _with_known_options(words: Sequence[str], takes: Signature) -> list[str] | None:
    """The words after a command, with the options that it has; None if one is not known."""
    texts: list[str] = []
    last: list[str] = []
    options: list[str] = []
    remaining = list(words)
    while remaining:
        word = remaining.pop(0)
        if word == "--":
            return None
        if is_text(word):
            texts.append(word)
            continue
        name, equals, value = word.partition("=")
        option = takes.options.get(name)
        asks_time = name == "--at" and _TIME.fullmatch(value or next(iter(remaining), ""))
        guess = "--time" if asks_time else name
        meant = name if option is not None else _meant(guess, takes)
        if meant is None:
            return None
        target = takes.options.get(meant)
        if target is not None and target.flags:
            options.append(meant)
            continue
        if not equals:
            has_value = remaining and is_text(remaining[0])
            value = remaining.pop(0) if has_value else target.metavar if target else meant
        if target is not None:
            options += [meant, value]
        elif meant == "WHO":
            texts.insert(0, value)
        else:
            last.append(value)
    return [*texts, *last, *options]


def _meant(option: str, takes: Signature) -> str | None:
    """The option, or the argument in capitals, that is meant by one that a command lacks."""
    arguments = [argument.metavar for argument in takes.arguments]
    for candidate in OPTIONS.get(option, ()):
        if candidate in takes.options or any(candidate in metavar for metavar in arguments):
            return candidate
    return None
