"""The parts that letters are made of: sentences, lists and days, in lines of a usual mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from boardroom.render.formatting import safe
from boardroom.render.wrapping import breaks, cells
from boardroom.rules.day_format import long_day
from boardroom.rules.letters import one_line
from boardroom.rules.text import join_words

_COLUMNS = 72
_MARK = "- "
_ENDS = (".", "!", "?", "…", ":")


def body(parts: Iterable[str]) -> str:
    """The parts of a letter as paragraphs, without empty ones, wrapped at words."""
    return "\n\n".join(_wrapped(part) for part in parts if part)


def listed(heading: str, texts: Sequence[str]) -> str:
    """A heading with a line for each text below it; empty without texts."""
    if not texts:
        return ""
    return "\n".join([heading, *(f"{_MARK}{_indented(text)}" for text in texts)])


def sentence(text: str) -> str:
    """A text on one line, with a full stop unless it ends like a sentence."""
    line = one_line(text)
    return line if line.endswith(_ENDS) else f"{line}."


def paragraph(*sentences: str) -> str:
    """The sentences that are not empty."""
    return " ".join(sentence for sentence in sentences if sentence)


def labelled(label: str, texts: Sequence[str]) -> str:
    """“Your strengths: P&L and pricing”; empty without texts."""
    return f"{label}: {join_words([one_line(text) for text in texts])}" if texts else ""


def letter_day(on: date, today: date) -> str:
    """“Tuesday 24 November”, with its year unless that is this year."""
    day = long_day(on)
    return day if on.year != today.year else day.rpartition(" ")[0]


def _indented(text: str) -> str:
    return "\n".join(
        line if number == 0 else f"{' ' * len(_MARK)}{line}"
        for number, line in enumerate(text.split("\n"))
    )


def _wrapped(part: str) -> str:
    return "\n".join(_lines(safe(line)) for line in part.split("\n"))


def _lines(line: str) -> str:
    """A line broken at words, those of a list indented below their mark."""
    indent = " " * len(_MARK) if line.startswith((_MARK, " " * len(_MARK))) else ""
    places = [0, *breaks(line, _COLUMNS - len(indent), cells), len(line)]
    pieces = [line[start:end].rstrip() for start, end in pairwise(places)]
    return "\n".join(
        piece if number == 0 else f"{indent}{piece}" for number, piece in enumerate(pieces)
    )
