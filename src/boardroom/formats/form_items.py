"""The lists of a form: agenda items, advice, promises and exchanges, an item a line, and lines set in under it that belong to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from textwrap import dedent
from typing import NamedTuple, TypeVar

from boardroom.errors import BadInput
from boardroom.formats.literal import escape_line, unescape_line
from boardroom.rules import ids
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.rules.promises import Said, parse_promise
from boardroom.rules.text import clean, quoted

SECTIONS = ("Agenda", "Notes", "Advice", "Promises", "Exchange")
"""The headings of a form, in their order."""

_SET_IN = "  "
_BULLET = re.compile(r"[-*+](?:[ \t]+(?P<rest>.*))?", re.DOTALL)
_COMMENT = re.compile(r"<!--.*-->\s*")
_BOX = re.compile(r"\[(?P<mark>[ xX]?)\]\s*(?P<rest>.*)", re.DOTALL)
_NO_BOX = re.compile(r"\[.\](?:\s.*)?|[xX✓✗]\s+[aA][1-9][0-9]*\b.*", re.DOTALL)
_WHOSE = re.compile(r"(?P<whose>me|them)[ \t]*:(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_WAY = re.compile(r"(?P<way>gave|got)[ \t]*:(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_DAY_WORD = re.compile(r"(?<= )(\\*)(?=(?:@|by)(?: |$))")
_DIRECTIONS = {"gave": "given", "got": "received"}
_WORDS = {direction: word for word, direction in _DIRECTIONS.items()}

Item = TypeVar("Item", LoggedItem, LoggedAdvice, LoggedPromise, LoggedExchange)


class _Item(NamedTuple):
    """A line of a list after its bullet, and the lines set in under it."""

    number: int
    line: str
    text: str
    under: list[str]


def agenda_lines(items: Iterable[LoggedItem]) -> list[str]:
    """Each item on one line, what has none of its words or line breaks lost by it being so; its answer set in under it."""
    lines = []
    for item in items:
        text = " ".join(item.text.split())
        lines.append(f"- [{'x' if item.covered else ' '}] {_named('a', item.id, text)}")
        lines += _set_in(item.answer.split("\n") if item.answer else [])
    return lines


def advice_lines(advice: Iterable[LoggedAdvice]) -> list[str]:
    """Each piece of advice."""
    return [line for piece in advice for line in _several(_named("v", piece.id, piece.text))]


def promise_lines(
    promises: Iterable[LoggedPromise], *, today: date, date_order: str | None
) -> list[str]:
    """Each promise, its day after ` by `."""
    lines = []
    for promise in promises:
        said = (
            promise.text
            if promise.due_on is None
            else f"{promise.text} by {promise.due_on.isoformat()}"
        )
        if _read_as(said, today, date_order) != Said(promise.text, promise.due_on):
            text = _DAY_WORD.sub(r"\1\\", promise.text)
            said = text if promise.due_on is None else f"{text} by {promise.due_on.isoformat()}"
        lines += _several(_named("p", promise.id, f"{promise.by_whom}: {said}"))
    return lines


def exchange_lines(exchanges: Iterable[LoggedExchange]) -> list[str]:
    """Each exchange."""
    return [
        line
        for item in exchanges
        for line in _several(_named("x", item.id, f"{_WORDS[item.direction]}: {item.text}"))
    ]


def read_items(
    sections: Mapping[str, Sequence[tuple[int, str]]],
    noted: LogEntry,
    wrong: list[tuple[int, str]],
    *,
    today: date,
    date_order: str | None,
) -> LogEntry:
    """What was noted, with the items of these sections, given by their numbered lines; those that can't be read go to `wrong`."""

    def promise(item: _Item) -> LoggedPromise:
        row_id, text = _id(item, "p")
        whose, said = _prefixed(text, _WHOSE, "whose promise it is: begin it with “me:” or “them:”")
        text, due_on = parse_promise(_continued(item, said), today=today, date_order=date_order)
        return LoggedPromise(row_id, whose, _unescaped(text), due_on)

    def of(section: str, reader: Callable[[_Item], Item]) -> tuple[Item, ...]:
        found: list[Item] = []
        for item in _items(sections.get(section, ()), wrong):
            if section == "agenda" and item.text in ("[]", "[ ]") and not item.under:
                continue
            try:
                read = reader(item)
            except BadInput as error:
                wrong.append(
                    (item.number, f"{quoted(item.line)}: {error.message} {error.hint}".rstrip())
                )
            else:
                if read.id is not None and read.id in [other.id for other in found]:
                    wrong.append(
                        (
                            item.number,
                            f"{quoted(item.line)}: its id stands in a line above already.",
                        )
                    )
                found.append(read)
        return tuple(found)

    return noted._replace(
        agenda=of("agenda", _agenda_item),
        advice=of("advice", _advice),
        promises=of("promises", promise),
        exchanges=of("exchange", _exchange),
    )


def _read_as(said: str, today: date, date_order: str | None) -> Said | None:
    try:
        text, due_on = parse_promise(said, today=today, date_order=date_order)
    except BadInput:
        return None
    return Said(_unescaped(text), due_on)


def _unescaped(text: str) -> str:
    return _DAY_WORD.sub(lambda found: found[1][1:], text)


def _named(letter: str, row_id: int | None, text: str) -> str:
    if row_id is not None:
        return f"{letter}{row_id} {text}"
    return escape_line(text, lambda line: _reads_as_id(line, letter))


def _several(text: str) -> list[str]:
    first, *rest = text.split("\n")
    return [f"- {first}", *_set_in(rest)]


def _set_in(lines: Iterable[str]) -> list[str]:
    return [f"{_SET_IN}{line}" if line.strip() else "" for line in lines]


def _items(lines: Iterable[tuple[int, str]], wrong: list[tuple[int, str]]) -> list[_Item]:
    """The items of a list, without empty bullets; a blank line between the lines of an item is part of it."""
    items: list[_Item] = []
    blank = 0
    for number, line in lines:
        bullet = _BULLET.fullmatch(line)
        if not line.strip():
            blank += 1
        elif bullet:
            items.append(_Item(number, line, (bullet["rest"] or "").strip(), []))
            blank = 0
        elif items and line[0] in " \t":
            items[-1].under.extend([""] * blank + [line])
            blank = 0
        elif not _COMMENT.fullmatch(line):
            wrong.append((number, f"{quoted(line)} does not begin with “- ”."))
    return [item for item in items if item.text or item.under]


def _agenda_item(item: _Item) -> LoggedItem:
    box = _BOX.fullmatch(item.text)
    if box is None and _NO_BOX.fullmatch(item.text):
        raise BadInput("What was covered begins with “- [x]”, what is still open with “- [ ]”.")
    row_id, text = _id(item._replace(text=box["rest"] if box else item.text), "a")
    said = clean(text, what="agenda item") if row_id is None or text else ""
    answer = dedent("\n".join(item.under)).strip()
    return LoggedItem(row_id, said, box is not None and box["mark"] in ("x", "X"), answer or None)


def _advice(item: _Item) -> LoggedAdvice:
    row_id, text = _id(item, "v")
    return LoggedAdvice(row_id, clean(_continued(item, text), what="advice"))


def _exchange(item: _Item) -> LoggedExchange:
    row_id, text = _id(item, "x")
    way, said = _prefixed(text, _WAY, "which way it went: begin it with “gave:” or “got:”")
    return LoggedExchange(row_id, _DIRECTIONS[way], clean(_continued(item, said), what="exchange"))


def _id(item: _Item, letter: str) -> tuple[int | None, str]:
    """The id that an item's text begins with, and the rest of it; None where it is new."""
    if _reads_as_id(item.text, letter):
        first, *rest = item.text.split(maxsplit=1)
        return ids.parse(first.removesuffix(":")).number, "".join(rest)
    return None, unescape_line(item.text, lambda line: _reads_as_id(line, letter))


def _reads_as_id(text: str, letter: str) -> bool:
    first = "".join(text.split(maxsplit=1)[:1]).lower().removesuffix(":")
    return first.startswith(letter) and ids.looks_like_id(first)


def _prefixed(text: str, prefix: re.Pattern[str], missing: str) -> tuple[str, str]:
    found = prefix.fullmatch(text)
    if found is None:
        raise BadInput(f"It does not say {missing}.")
    return found[1].lower(), found["rest"].strip()


def _continued(item: _Item, first: str) -> str:
    return "\n".join(
        [first, *(line[len(_SET_IN) if line.startswith(_SET_IN) else 1 :] for line in item.under)]
    )
