"""The commands that the program prints, and running them on the demonstration board."""

from __future__ import annotations

import re
import shlex

from tests.cli.typed import Ran, typed_at_screen

ENDS_WELL = {0, 5, 10, 11}
"""Done, nothing saved in the editor or no answer, and what `due --exit-code` says."""

FILLED = {
    "WHO": "marcus",
    "WHEN": "next tue 15:30",
    "DATE": "2027-03-01",
    "TEXT": "'some words'",
    "TITLE": "'a title'",
    "NAME": "'Bo Lund'",
    "KEY": "soon",
    "VALUE": "9d",
    "gID": "g1",
    "mID": "m1",
    "cID": "c1",
    "pID": "p1",
    "yes|no": "yes",
    "STATUS": "worked",
}
"""What stands for each placeholder on the demonstration board."""

_COMMAND = re.compile(
    r"boardroom(?= [a-z-])(?: (?:'[^']*'|\"[^\"]*\"|(?!(?:or|and|takes|brings|lists|·)\b)[^\s'\"();·&]+))+"
)
_USAGE = re.compile("Usage: [^·]*")
_PLACEHOLDER = re.compile("|".join(sorted(map(re.escape, FILLED), key=len, reverse=True)))


def printed(text: str) -> list[str]:
    """The commands in a text, but for the usage."""
    return [match.group().rstrip(".,:?") for match in _COMMAND.finditer(_USAGE.sub("", text))]


def run(command: str) -> Ran:
    """Runs a printed command on a terminal, where nobody answers."""
    filled = _PLACEHOLDER.sub(lambda match: FILLED[match.group()], command)
    return typed_at_screen(*shlex.split(filled)[1:])
