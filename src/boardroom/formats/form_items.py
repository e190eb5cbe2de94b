"""The lists of a form: agenda items, advice, promises and exchanges.

Each item begins with a bullet, and includes the indented lines under it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from textwrap import dedent
from typing import NamedTuple, TypeVar

from boardroom.errors import BadInput
from boardroom.formats.markup import escape_line, unescape_line
from boardroom.rules.days_in_texts import DatedText, split_day
from boardroom.rules.ids import (
    ADVICE,
    AGENDA_ITEM,
    EXCHANGE,
    PROMISE,
    Kind,
    looks_like_id,
    parse,
)
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.rules.text import clean, quoted

SECTIONS = ("Agenda", "Notes", "Advice", "Promises", "Exchange")
"""The headings of a form, in order."""

_INDENT = "  "
_BULLET = re.compile(r"[-*+](?:[ \t]+(?P<rest>.*))?", re.DOTALL)
_COMMENT = re.compile(r"<!--.*-->\s*")
_BOX = re.compile(r"\[(?P<mark>[ xX]?)\]\s*(?P<rest>.*)", re.DOTALL)
_WRONG_BOX = re.compile(r"\[.\](?:\s.*)?|[xX✓✗]\s+[aA][1-9][0-9]*\b.*", re.DOTALL)
_SIDE = re.compile(r"(?P<side>me|them)[ \t]*:(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_VERB = re.compile(r"(?P<verb>gave|got)[ \t]*:(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_BEFORE_DAY_WORD = re.compile(r"(?<=\s)(\\*)(?=[(\[]?(?:@|by)(?:\s|$))", re.IGNORECASE)
_DIRECTIONS = {"gave": "given", "got": "received"}
_VERBS = {direction: verb for verb, direction in _DIRECTIONS.items()}

Logged = TypeVar("Logged", LoggedItem, LoggedAdvice, LoggedPromise, LoggedExchange)


class _Item(NamedTuple):
    """A line of a list, its text after the bullet, and the indented lines under it."""

    number: int
    line: str
    text: str
    under: list[str]


def agenda_lines(items: Iterable[LoggedItem]) -> list[str]:
    """Each agenda item on one line, its answer indented under it.

    Line breaks in the item become blanks.
    """
    lines = []
    for item in items:
        text = " ".join(item.text.split())
        lines.append(f"- [{'x' if item.covered else ' '}] {_with_id(AGENDA_ITEM, item.id, text)}")
        lines += _indented(item.answer.split("\n") if item.answer else [])
    return lines


def advice_lines(advice: Iterable[LoggedAdvice]) -> list[str]:
    """Each piece of advice, with a bullet."""
    return [line for piece in advice for line in _bulleted(_with_id(ADVICE, piece.id, piece.text))]


def promise_lines(
    promises: Iterable[LoggedPromise], *, today: date, date_order: str | None
) -> list[str]:
    """Each promise, with a bullet, its day after ` by `."""
    lines = []
    for promise in promises:
        by = "" if promise.due_on is None else f" by {promise.due_on.isoformat()}"
        text = f"{promise.text}{by}"
        if _parsed(text, today, date_order) != DatedText(promise.text, promise.due_on):
            text = _BEFORE_DAY_WORD.sub(r"\1\\", promise.text) + by
        lines += _bulleted(_with_id(PROMISE, promise.id, f"{promise.by_whom}: {text}"))
    return lines


def exchange_lines(exchanges: Iterable[LoggedExchange]) -> list[str]:
    """Each exchange, with a bullet."""
    return [
        line
        for item in exchanges
        for line in _bulleted(_with_id(EXCHANGE, item.id, f"{_VERBS[item.direction]}: {item.text}"))
    ]


def read_items(
    sections: Mapping[str, Sequence[tuple[int, str]]],
    entry: LogEntry,
    wrong: list[tuple[int, str]],
    *,
    today: date,
    date_order: str | None,
) -> LogEntry:
    """Adds the items of these sections to the entry; a section is a list of numbered lines.

    Appends lines that can't be read to `wrong`.
    """

    def promise(item: _Item) -> LoggedPromise:
        row_id, rest = _split_id(item, PROMISE)
        side, first = _split_prefix(
            rest, _SIDE, "whose promise it is: begin it with “me:” or “them:”"
        )
        text, due_on = split_day(
            _whole_text(item, first), what=PROMISE.noun, today=today, date_order=date_order
        )
        return LoggedPromise(row_id, side, _unescape_day_words(text), due_on)

    def read(section: str, reader: Callable[[_Item], Logged]) -> tuple[Logged, ...]:
        records: list[Logged] = []
        for item in _items(sections.get(section, ()), wrong):
            if section == "agenda" and item.text in ("[]", "[ ]") and not item.under:
                continue
            try:
                record = reader(item)
            except BadInput as error:
                why = f"{quoted(item.line)}: {error.message} {error.hint}".rstrip()
                wrong.append((item.number, why))
                continue
            if record.id is not None and record.id in [other.id for other in records]:
                why = f"{quoted(item.line)}: its id is in a line above already."
                wrong.append((item.number, why))
            records.append(record)
        return tuple(records)

    return entry._replace(
        agenda=read("agenda", _agenda_item),
        advice=read("advice", _advice),
        promises=read("promises", promise),
        exchanges=read("exchange", _exchange),
    )


def _parsed(text: str, today: date, date_order: str | None) -> DatedText | None:
    try:
        text, due_on = split_day(text, what=PROMISE.noun, today=today, date_order=date_order)
    except BadInput:
        return None
    return DatedText(_unescape_day_words(text), due_on)


def _unescape_day_words(text: str) -> str:
    return _BEFORE_DAY_WORD.sub(lambda backslashes: backslashes[1][1:], text)


def _with_id(kind: Kind, row_id: int | None, text: str) -> str:
    if row_id is not None:
        return f"{kind.ref(row_id)} {text}"
    return escape_line(text, lambda line: _begins_with_id(line, kind))


def _bulleted(text: str) -> list[str]:
    first, *rest = text.split("\n")
    return [f"- {first}", *_indented(rest)]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"{_INDENT}{line}" if line.strip() else "" for line in lines]


def _items(lines: Iterable[tuple[int, str]], wrong: list[tuple[int, str]]) -> list[_Item]:
    """The non-empty items of a list. An item keeps the blank lines between its lines."""
    items: list[_Item] = []
    blank_count = 0
    for number, line in lines:
        bullet = _BULLET.fullmatch(line)
        if not line.strip():
            blank_count += 1
        elif bullet:
            items.append(_Item(number, line, (bullet["rest"] or "").strip(), []))
            blank_count = 0
        elif items and line[0] in " \t":
            items[-1].under.extend([""] * blank_count + [line])
            blank_count = 0
        elif not _COMMENT.fullmatch(line):
            wrong.append((number, f"{quoted(line)} does not begin with “- ”."))
    return [item for item in items if item.text or item.under]


def _agenda_item(item: _Item) -> LoggedItem:
    box = _BOX.fullmatch(item.text)
    if box is None and _WRONG_BOX.fullmatch(item.text):
        raise BadInput("What was covered begins with “- [x]”, what is still open with “- [ ]”.")
    row_id, rest = _split_id(item._replace(text=box["rest"] if box else item.text), AGENDA_ITEM)
    text = clean(rest, what=AGENDA_ITEM.noun) if row_id is None or rest else ""
    answer = dedent("\n".join(item.under)).strip()
    return LoggedItem(row_id, text, box is not None and box["mark"] in ("x", "X"), answer or None)


def _advice(item: _Item) -> LoggedAdvice:
    row_id, first = _split_id(item, ADVICE)
    return LoggedAdvice(row_id, clean(_whole_text(item, first), what=ADVICE.noun))


def _exchange(item: _Item) -> LoggedExchange:
    row_id, rest = _split_id(item, EXCHANGE)
    verb, first = _split_prefix(rest, _VERB, "which way it went: begin it with “gave:” or “got:”")
    text = clean(_whole_text(item, first), what=EXCHANGE.noun)
    return LoggedExchange(row_id, _DIRECTIONS[verb], text)


def _split_id(item: _Item, kind: Kind) -> tuple[int | None, str]:
    """The id that an item's text begins with (None for a new one), and the rest of the text."""
    if _begins_with_id(item.text, kind):
        first, *rest = item.text.split(maxsplit=1)
        return parse(first.removesuffix(":")).number, "".join(rest)
    return None, unescape_line(item.text, lambda line: _begins_with_id(line, kind))


def _begins_with_id(text: str, kind: Kind) -> bool:
    first = "".join(text.split(maxsplit=1)[:1]).lower().removesuffix(":")
    return first.startswith(kind.letter) and looks_like_id(first)


def _split_prefix(text: str, prefix: re.Pattern[str], missing: str) -> tuple[str, str]:
    parts = prefix.fullmatch(text)
    if parts is None:
        raise BadInput(f"It does not say {missing}.")
    return parts[1].lower(), parts["rest"].strip()


def _whole_text(item: _Item, first: str) -> str:
    """The text of an item, from its `first` line on, without the indent of those under it."""
    under = (line[len(_INDENT) if line.startswith(_INDENT) else 1 :] for line in item.under)
    return "\n".join([first, *under])
