"""The lists of a form, read: agenda items, advice, promises and exchanges.

`form_lines` puts the lines of each item together, `form_writing` writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from textwrap import dedent
from typing import NamedTuple, TypeVar

from boardroom.errors import BadInput
from boardroom.formats.form_lines import Item, begins_with_box, begins_with_id
from boardroom.formats.form_outcomes import outcome_on_file, read_answer, split_new
from boardroom.formats.form_text import (
    is_marked,
    join_lines,
    unescape_words,
    unindented,
    unmarked,
)
from boardroom.formats.form_writing import unescape_day_words
from boardroom.formats.markup import unescape_line
from boardroom.rules.advice import parse_outcome
from boardroom.rules.days_in_texts import split_day
from boardroom.rules.exchanges import opens_a_door_to_me
from boardroom.rules.ids import ADVICE, AGENDA_ITEM, EXCHANGE, PROMISE, Kind
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.rules.promises import without_promiser
from boardroom.rules.text import clean, quoted

_FLAGS = re.IGNORECASE | re.DOTALL
_WILL = r"(?:['’]ll|\s+will|\s+shall)\s+(?P<rest>\S.*)|\s+\S.*"
_SIDE = re.compile(
    r"(?:(?P<me>me|I\s+owe)|them|(?:they|he|she)(?:\s+owes?)?)\s*:\s*(?P<rest>.*)", _FLAGS
)
_I = re.compile(rf"I(?:{_WILL})", _FLAGS)
_NAMED = rf"(?P<name>{{}})(?:\s*:\s*(?P<colon>.*)|{_WILL})"
_VERB = re.compile(r"(?:(?P<given>gave|given)|got|received)(?:\s*:\s*|\s+)(?P<rest>.*)", _FLAGS)

Logged = TypeVar("Logged", LoggedItem, LoggedAdvice, LoggedPromise, LoggedExchange)


class Reader:
    """Reads the items of a form.

    The records on file are in `known`; `names` are those that begin the other person's promise.
    """

    def __init__(
        self, known: LogEntry, names: Sequence[str], *, today: date, date_order: str | None
    ) -> None:
        self._known, self._names = known, names
        self._today, self._date_order = today, date_order
        spelt = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len))
        self._named = re.compile(_NAMED.format("|".join([*spelt][::-1]) or r"(?!)"), _FLAGS)

    def entry(self, items: Mapping[str, list[Item]], wrong: list[tuple[int, str]]) -> LogEntry:
        """The entry of a form's items, without notes. Appends what can't be read to `wrong`."""
        known = self._known
        return LogEntry(
            None,
            _read(items.get("agenda", ()), known.agenda, _agenda_item, wrong),
            _read(items.get("advice", ()), known.advice, _advice, wrong),
            _read(items.get("promises", ()), known.promises, self._promise, wrong),
            _read(items.get("exchange", ()), known.exchanges, self._exchange, wrong),
        )

    def _promise(self, item: Item, known: LoggedPromise | None) -> LoggedPromise:
        if known and item.is_unchanged:
            return known
        side, words = self._side(_whole_text(item))
        words = without_promiser(words, side, self._names)
        text, due_on = split_day(
            words, what=PROMISE.noun, today=self._today, date_order=self._date_order
        )
        return LoggedPromise(item.row_id, side, unescape_day_words(text), due_on)

    def _side(self, text: str) -> tuple[str, str]:
        """Who promises (`me` or `them`), and what."""
        if prefix := _SIDE.fullmatch(text):
            return ("me" if prefix["me"] else "them"), prefix["rest"]
        for side, pattern in (("me", _I), ("them", self._named)):
            if words := pattern.fullmatch(text):
                rests = (words["rest"], words.groupdict().get("colon"))
                return side, next((rest for rest in rests if rest is not None), text)
        raise BadInput("It does not say whose promise it is: begin it with “me:” or “them:”.")

    def _exchange(self, item: Item, known: LoggedExchange | None) -> LoggedExchange:
        if known and item.is_unchanged:
            return known
        text = _whole_text(item)
        named = self._named.fullmatch(text)
        words = text[named.end("name") :].lstrip(" \t\n:") if named else text
        if prefix := _VERB.fullmatch(text):
            direction, words = "given" if prefix["given"] else "received", prefix["rest"]
        elif opens_a_door_to_me(words):
            direction = "received"
        else:
            raise BadInput("It does not say which way it went: begin it with “gave:” or “got:”.")
        return LoggedExchange(item.row_id, direction, clean(words, what=EXCHANGE.noun))


def _read(
    items: Iterable[Item],
    known: Iterable[Logged],
    reader: Callable[[Item, Logged | None], Logged],
    wrong: list[tuple[int, str]],
) -> tuple[Logged, ...]:
    by_id = {record.id: record for record in known if record.id is not None}
    records: list[Logged] = []
    for item in items:
        if item.is_empty:
            continue
        try:
            record = reader(item, None if item.row_id is None else by_id.get(item.row_id))
        except BadInput as error:
            why = f"{quoted(item.line)}: {error.message} {error.hint}".rstrip()
            wrong.append((item.number, why))
            continue
        if record.id is not None and record.id in [other.id for other in records]:
            wrong.append((item.number, f"{quoted(item.line)}: its id is in a line above already."))
        records.append(record)
    return tuple(records)


def _agenda_item(item: Item, known: LoggedItem | None) -> LoggedItem:
    covered = item.mark in ("x", "X")
    if known and item.is_unchanged:
        return known._replace(covered=covered)
    parts = _split(item)
    if known and parts.is_text_known:
        text = known.text
    else:
        text = _text(item, parts.text, AGENDA_ITEM)
        if item.row_id is None or text:
            text = clean(text, what=AGENDA_ITEM.noun)
    return LoggedItem(item.row_id, text, covered, _answer(parts.answer))


def _advice(item: Item, known: LoggedAdvice | None) -> LoggedAdvice:
    if known and item.is_unchanged:
        return known
    parts = _split(item)
    status, outcome = "", ""
    if known and parts.is_text_known:
        text, status, outcome = known.text, known.status, known.outcome or ""
    else:
        text = join_lines(parts.text)
        if known and (came := outcome_on_file(text, known.text)):
            text, status, outcome = known.text, came.status, came.words
        else:
            if split := split_new(text):
                text, (status, outcome) = split
            text = clean(_text(item, [text], ADVICE), what=ADVICE.noun)
    if answer := _answer(parts.answer):
        if came := read_answer(answer):
            status, outcome = came
        elif status := status or (known.status if known else ""):
            outcome = f"{outcome} {answer}".strip()
        else:
            raise BadInput(
                "It does not say what came of it: begin it with “worked:”, “did not work:”,"
                " “set aside:” or “trying:”."
            )
    return LoggedAdvice(
        item.row_id, text, parse_outcome(status) if status else "", outcome.strip() or None
    )


class _Parts(NamedTuple):
    """The lines of an item: those of its text, and those of its answer without their marks."""

    text: list[str]
    answer: list[str]
    is_text_known: bool = False


def _split(item: Item) -> _Parts:
    """Splits an item where its answer begins: at a mark, or after the words on file."""
    lines = [item.first, *item.under]
    marked = [number for number, line in enumerate(lines) if number and is_marked(line)]
    until = marked[0] if marked else len(lines)
    if item.row_id is None:
        return _Parts(_unindented(lines[:until]), lines[until:])
    left = list(item.known.text)
    for number, line in enumerate(lines[:until] if left else ()):
        words = line.split()
        if words[: len(left)] == left and (number or words == left):
            rest = line.split(maxsplit=len(left))[len(left) :]
            return _Parts([], [*rest, *lines[number + 1 :]], is_text_known=True)
        if words != left[: len(words)]:
            break
        left = left[len(words) :]
    end = _end_of_changed(item, lines[:until])
    return _Parts(_unindented(lines[:end]), lines[end:])


def _end_of_changed(item: Item, lines: Sequence[str]) -> int:
    """How many of the lines are the text of an item whose words on file were changed.

    It ends where its last word still ends a line, or at a blank line. If the first line has the id
    alone, the text is left out.
    """
    if not item.first.strip():
        return 1
    last = item.known.text[-1:]
    for number, line in enumerate(lines if last else (), 1):
        ends_paragraph = number < len(lines) and not lines[number].strip()
        if line.split()[-1:] == last or (ends_paragraph and not item.known.has_paragraphs):
            return number
    return len(lines)


def _unindented(lines: Sequence[str]) -> list[str]:
    return [*lines[:1], *(unindented(line) for line in lines[1:])]


def _whole_text(item: Item) -> str:
    """The text of an item that has no answer."""
    if any(is_marked(line) for line in item.under):
        raise BadInput("“> ” begins an answer, or what came of advice.")
    return unescape_words(join_lines(_unindented([item.first, *item.under])))


def _text(item: Item, lines: Sequence[str], kind: Kind) -> str:
    text = unescape_words(join_lines(lines)).strip()
    if item.row_id is None:
        return unescape_line(text, lambda line: begins_with_id(line, kind) or begins_with_box(line))
    return text


def _answer(lines: Sequence[str]) -> str | None:
    if any(is_marked(line) for line in lines):
        lines = [unmarked(line) for line in lines]
    else:
        lines = dedent("\n".join(lines)).split("\n")
    return unescape_words(join_lines(lines)).strip() or None
