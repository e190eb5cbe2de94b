"""The lists of a form, written: agenda items, advice, promises and exchanges.

Each item begins with a bullet, its id and what it is; its other lines are indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from boardroom.errors import BadInput
from boardroom.formats.form_lines import Known, begins_with_box, begins_with_id
from boardroom.formats.form_text import INDENT, text_lines
from boardroom.formats.markup import escape_line
from boardroom.rules.advice import status_words
from boardroom.rules.days_in_texts import DatedText, split_day
from boardroom.rules.ids import ADVICE, AGENDA_ITEM, EXCHANGE, PROMISE, Kind
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)

_BEFORE_DAY_WORD = re.compile(r"(?<=\s)(\\*)(?=[(\[]?(?:@|by)(?:\s|$))", re.IGNORECASE)
_VERBS = {"given": "gave", "received": "got"}


class Writer:
    """Writes the items of a form that is written `today`."""

    def __init__(self, *, today: date, date_order: str | None) -> None:
        self._today, self._date_order = today, date_order

    def agenda(self, items: Iterable[LoggedItem]) -> list[str]:
        """The lines of agenda items, the answer of each under it."""
        return [
            line
            for item in items
            for line in (
                *_bulleted(
                    f"[{'x' if item.covered else ' '}] ",
                    AGENDA_ITEM,
                    item.id,
                    _text(AGENDA_ITEM, item.id, item.text),
                ),
                *_answer(item),
            )
        ]

    def advice(self, advice: Iterable[LoggedAdvice]) -> list[str]:
        """The lines of advice, each with what came of it."""
        return [
            line for piece in advice for line in _bulleted("", ADVICE, piece.id, _advice(piece))
        ]

    def promises(self, promises: Iterable[LoggedPromise]) -> list[str]:
        """The lines of promises, each with its day after ` by `."""
        return [
            line
            for promise in promises
            for line in _bulleted("", PROMISE, promise.id, self._promise(promise))
        ]

    def exchanges(self, exchanges: Iterable[LoggedExchange]) -> list[str]:
        """The lines of exchanges."""
        return [
            line
            for exchange in exchanges
            for line in _bulleted("", EXCHANGE, exchange.id, _exchange(exchange))
        ]

    def known(self, entry: LogEntry) -> dict[str, Known]:
        """The words of the records of an entry, as they are written, by their ids."""
        agenda = {
            AGENDA_ITEM.ref(item.id): Known(
                _text(AGENDA_ITEM, item.id, item.text), _answer_texts(item)
            )
            for item in entry.agenda
            if item.id is not None
        }
        others = [
            *((ADVICE, piece.id, _advice(piece)) for piece in entry.advice),
            *((PROMISE, promise.id, self._promise(promise)) for promise in entry.promises),
            *((EXCHANGE, exchange.id, _exchange(exchange)) for exchange in entry.exchanges),
        ]
        return agenda | {
            kind.ref(row_id): Known(lines) for kind, row_id, lines in others if row_id is not None
        }

    def _promise(self, promise: LoggedPromise) -> list[str]:
        by = "" if promise.due_on is None else f" by {promise.due_on.isoformat()}"
        text = f"{promise.text}{by}"
        if self._parsed(text) != DatedText(promise.text, promise.due_on):
            text = _BEFORE_DAY_WORD.sub(r"\1\\", promise.text) + by
        return text_lines(f"{promise.by_whom}: {text}", is_new=promise.id is None)

    def _parsed(self, text: str) -> DatedText | None:
        try:
            text, due_on = split_day(
                text, what=PROMISE.noun, today=self._today, date_order=self._date_order
            )
        except BadInput:
            return None
        return DatedText(unescape_day_words(text), due_on)


def unescape_day_words(text: str) -> str:
    """The text of a promise without the backslashes before “by” and “@”."""
    return _BEFORE_DAY_WORD.sub(lambda backslashes: backslashes[1][1:], text)


def _text(kind: Kind, row_id: int | None, text: str) -> list[str]:
    """The lines of a text; that of a new record does not begin like an id."""
    if row_id is None:
        text = escape_line(text, lambda line: begins_with_id(line, kind) or begins_with_box(line))
    return text_lines(text, is_new=row_id is None)


def _advice(piece: LoggedAdvice) -> list[str]:
    """The lines of advice: “Ask for a P&L line → worked: got the Porto budget”."""
    lines = _text(ADVICE, piece.id, piece.text)
    if not piece.status:
        return lines
    first, *rest = text_lines(piece.outcome or "", is_new=piece.id is None)
    outcome = f" → {status_words(piece.status)}{f': {first}' if first else ''}"
    return [*lines[:-1], f"{lines[-1]}{outcome}", *rest]


def _exchange(exchange: LoggedExchange) -> list[str]:
    return text_lines(f"{_VERBS[exchange.direction]}: {exchange.text}", is_new=exchange.id is None)


def _answer(item: LoggedItem) -> list[str]:
    return [f"{INDENT}> {line}" if line else f"{INDENT}>" for line in _answer_texts(item)]


def _answer_texts(item: LoggedItem) -> list[str]:
    return text_lines(item.answer, is_new=item.id is None) if item.answer else []


def _bulleted(box: str, kind: Kind, row_id: int | None, lines: list[str]) -> list[str]:
    first, *rest = lines
    ref = "" if row_id is None else f"{kind.ref(row_id)} "
    return [f"- {box}{ref}{first}", *(f"{INDENT}{line}" if line else "" for line in rest)]
