"""Verbs that a noun does not have, the commands that they mean, and when a word is a verb at all.

A word after a noun may begin a name or a text. Taken for one where it was a verb, it would be
stored: “advisor accept marcus” would seat somebody called Accept Marcus.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from boardroom.cli import first_guesses as table
from boardroom.cli.filled_command import Filler
from boardroom.cli.signature import signature
from boardroom.cli.tree import TREE, Leaf, commands, function_of
from boardroom.rules import ids
from boardroom.rules.advice import OUTCOMES, split_outcome

_COMMANDS = dict(commands(TREE))
_END = ("end", "stop", "terminate", "finish", "close", "done")
_EXTEND = ("extend", "prolong")

BELOW_NOUN = {
    "meeting add": "plan",
    "meeting log": "log",
    "meeting done": "log",
    "exchange add": "give",
    "agreement add": "agreement set",
    "agreement edit": "agreement set",
    "agreement drop": "agreement set --until today",
    "agreement rm": "agreement set --until today",
    "advisor drop": "advisor part",
    "advisor evaluate": "review --advisor",
    **{f"advisor {verb}": "advisor part" for verb in ("end", "stop", "dismiss", "leave")},
    "advice done": "advice outcome",
    **{f"agenda {verb}": "agenda add" for verb in ("ask", "note")},
    **{f"agenda {verb}": "done" for verb in ("cover", "covered")},
    "calendar add": "plan",
    "calendar export": "calendar write",
    "calendar import": "calendar read",
    "calendar show": "meeting list",
    "calendar sync": "calendar vdir",
    "config edit": "config set",
    "config show": "config list | config get",
    "criterion rate": "advisor rate",
    "criterion drop": "criterion rm",
    "goal missed": "goal drop",
    **{f"goal {verb}": "goal show" for verb in ("steps", "progress")},
    "letter remind": "letter nudge",
    **{f"goal {verb}": "goal edit --target DATE" for verb in _EXTEND},
    "occasion done": "done",
    **{f"occasion {verb}": "done" for verb in ("ask", "asked", "celebrate")},
    "occasion remember": "occasion add",
    "promise release": "promise drop",
    "promise renew": "promise edit --by DATE",
    **{f"promise {verb}": "promise edit --by DATE" for verb in (*_EXTEND, "move")},
}
"""Verbs that a noun does not have."""

_ANSWER = ("advisor seat", "advisor decline")
_RENEW = ("letter renew", "agreement set --until DATE")
_PART = ("agreement set --until today", "advisor part")
EITHER = {
    **{f"{noun}{verb}": _ANSWER for noun in ("", "advisor ") for verb in ("answer", "reply")},
    **{
        f"{noun} {verb}": _RENEW
        for noun in ("advisor", "agreement")
        for verb in ("renew", *_EXTEND)
    },
    **{f"agreement {verb}": _PART for verb in _END},
    "end": _PART,
}
"""Words that mean one of two commands; below a noun, after its name."""

_YES = ("yes", "y", "accepted", "joins")
_NO = ("no", "n", "declined")
_VERBS = (
    "accept accepted agree answer approve archive ask assign attend begin break cancel "
    "celebrate check close comment confirm contact convert count decide decision decline "
    "dismiss end email evaluate extend finish fix forgive hire hold introduce invite join "
    "keep kick leave log mail message miss nominate note notes nudge pause phone ping plan "
    "prepare prioritize prolong promote quit rank rate read reassign reject release remind "
    "reopen renew reply report respond response restart resume review score send sign skip "
    "snooze start stop suspend swap talk terminate thank thanks track transfer unpause vote "
    "waive welcome write"
)
ENGLISH = frozenset(_VERBS.split())
"""Verbs of English that some command could have."""
_OF_NAMES = ("advisor", "mentee")
OF_TEXTS = ("goal", "goal step", "criterion")


def is_no_text(filler: Filler, noun: str, word: str, rest: Sequence[str]) -> bool:
    """Whether a word after a noun is a verb that is not known, rather than a name or a text.

    It is if somebody on file or an id follows, or if it is a verb in English. A goal begins with a
    verb: it is none only if nothing else is in it.
    """
    is_verb = word.casefold() in ENGLISH or word.casefold() in table.FIRST
    count = count_of_records(filler, rest)
    if noun in OF_TEXTS:
        return bool(count) and (is_verb or count == len(rest))
    return noun in (*_OF_NAMES, *table.NOTED, "agreement", "meeting") and (bool(count) or is_verb)


def count_of_records(filler: Filler, words: Sequence[str]) -> int:
    """How many of the first words are ids, or else the name of somebody on file; 0 for none."""
    refs = [*takewhile(ids.looks_like_id, words)]
    return len(refs) or filler.begins_with_name(words)


def without_noun(
    filler: Filler, noun: str, verbs: Sequence[str], rest: Sequence[str]
) -> str | None:
    """The command for a word after a noun that has a meaning without the noun; else None.

    `verbs` are the program's word for it and the one that was typed.
    """
    if noun in OF_TEXTS and rest and not count_of_records(filler, rest):
        return None  # “goal Plan a launch”
    meant = table.FIRST.get(verbs[-1], "")
    is_of_person = noun in _OF_NAMES and filler.begins_with_name(rest)
    if meant.startswith(f"{noun} ") or (meant and is_of_person and _may_take(filler, meant, rest)):
        return filler.filled(meant, rest)
    for command in (verbs[0], meant.partition(" | ")[0]):
        if isinstance(TREE.get(command.partition(" ")[0]), Leaf) and _may_take(
            filler, command, rest
        ):
            return filler.filled(command, rest)
    return None


def _may_take(filler: Filler, template: str, rest: Sequence[str]) -> bool:
    """Whether a command takes words: an id or a name is for one that takes ids or a WHO."""
    path = template.rpartition(" | ")[2].partition(" --")[0]
    if path not in _COMMANDS:  # an option, like --version
        return False
    if template.endswith("--advisor") or not rest:
        return True
    arguments = [argument.metavar for argument in signature(function_of(_COMMANDS[path])).arguments]
    is_record = bool(count_of_records(filler, rest))
    return any(not is_record or "ID" in metavar or "WHO" in metavar for metavar in arguments)


def either(filler: Filler, names: Sequence[str], word: str, rest: Sequence[str]) -> list[str]:
    """The two commands that a word may mean, or the one that the last word decides; mostly none."""
    if [*names] == ["advice"] and rest and ids.looks_like_id(rest[0]):
        status, left = split_outcome([word, *rest[1:]])
        if status in OUTCOMES:  # “advice worked v3 They said yes”
            return [filler.filled("advice outcome", [rest[0], status, *left])]
    templates = EITHER.get(" ".join([*names, word.casefold()]))
    if templates is None:
        return []
    if templates is _ANSWER and rest[1:] and rest[-1].casefold() in (*_YES, *_NO):
        return [filler.filled(templates[rest[-1].casefold() in _NO], rest[:-1])]
    return [filler.filled(template, rest) for template in templates]
