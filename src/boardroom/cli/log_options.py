"""The options of `log`, parsed into the fields of a meeting and a `LogEntry`."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from boardroom.actions.meeting_rows import MeetingFields
from boardroom.cli.call import Call
from boardroom.cli.records import id_of
from boardroom.cli.when import parse_held
from boardroom.cli.when_at import check_one_length
from boardroom.cli.who import find_person_before
from boardroom.errors import BadInput
from boardroom.queries.agenda import agenda
from boardroom.queries.settings import settings
from boardroom.record import Record
from boardroom.rules.dates import Moment
from boardroom.rules.days_in_texts import split_day
from boardroom.rules.ids import AGENDA_ITEM, PROMISE, ids_in
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.rules.names import Named
from boardroom.rules.promises import without_promiser
from boardroom.rules.text import NOTES_LIMIT, clean, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Covered = tuple[int, ...] | Literal["all"]
    """The agenda items covered, by their row ids."""


class LogOptions(Record):
    """The options as typed, with ids parsed; options not used are None or empty."""

    who: str | None
    on: str | None
    meeting_id: int | None
    way: str | None
    place: str | None
    minutes: str | None
    private: bool | None
    covered: Covered | None
    advice: tuple[str, ...]
    i_owe: tuple[str, ...]
    they_owe: tuple[str, ...]
    gave: tuple[str, ...]
    got: tuple[str, ...]

    @property
    def has_entry(self) -> bool:
        """Whether any option is about the contents of the meeting."""
        texts = (self.advice, self.i_owe, self.they_owe, self.gave, self.got)
        return self.covered is not None or any(texts)

    @property
    def says_anything(self) -> bool:
        """Whether they say anything but who."""
        fields = (self.on, self.meeting_id, self.way, self.place, self.minutes, self.private)
        return self.has_entry or any(field is not None for field in fields)


class LogFields(Record):
    """The fields of the meeting itself, as `log_meeting` takes them."""

    on: Moment | None
    meeting_id: int | None
    way: str | None
    place: str | None
    minutes: str | None
    private: bool | None

    @property
    def of_logged(self) -> MeetingFields:
        """Those that change a logged meeting, which is named."""
        return MeetingFields(self.on, self.way, self.place, self.minutes, self.private)


def parse_covered(call: Call, given: Sequence[str] | None) -> Covered | None:
    """Parses the values of `--covered`, each an id, several, `all` or `none`.

    Raises:
        BadInput: an id in it is not that of an agenda item, or `all` or `none` is not alone.
    """
    if not given:
        return None
    values = dict.fromkeys(text for value in given for text in ids_in(value))
    words = [value for value in values if value.lower() in ("all", "none")]
    if words and len(values) > 1:
        other = next(value for value in values if value != words[0])
        raise BadInput(
            f"--covered can't be both {quoted(words[0])} and {quoted(other)}.",
            "Leave one of them out.",
        )
    if words:
        return "all" if words[0].lower() == "all" else ()
    ids = (id_of(call, text, AGENDA_ITEM, "show") for text in values)
    return tuple(dict.fromkeys(ids))


def read_options(
    call: Call, board: sqlite3.Connection, options: LogOptions, notes: list[str] | None
) -> tuple[Named, LogFields, LogEntry]:
    """Parses options and notes into the person, the fields of the meeting, and the entry.

    The first words of the notes, or all of them, may belong to the person's name.

    Raises:
        BadInput: WHO is missing, or a day, a promise or the notes are not valid.
        NotFound, Ambiguous: see `find_person`.
    """
    person, words = find_person_before(call, board, options.who, notes, may_be_all=True)
    text = call.text_argument(words)
    on = None if options.on is None else parse_held(call, board, options.on, person.handle)
    check_one_length(on, options.minutes)
    fields = LogFields(
        on, options.meeting_id, options.way, options.place, options.minutes, options.private
    )
    order = settings(board).date_order
    entry = LogEntry(
        None if text is None else clean(text, what="notes", limit=NOTES_LIMIT),
        tuple(LoggedItem(item_id) for item_id in _covered_ids(board, person, options.covered)),
        tuple(LoggedAdvice(None, text) for text in options.advice),
        tuple(
            LoggedPromise(
                None,
                side,
                *split_day(
                    without_promiser(text, side, person.short_names),
                    what=PROMISE.noun,
                    today=call.today,
                    date_order=order,
                ),
            )
            for side, texts in (("me", options.i_owe), ("them", options.they_owe))
            for text in texts
        ),
        tuple(
            LoggedExchange(None, direction, text)
            for direction, texts in (("given", options.gave), ("received", options.got))
            for text in texts
        ),
    )
    return person, fields, entry


def _covered_ids(
    board: sqlite3.Connection, person: Named, covered: Covered | None
) -> tuple[int, ...]:
    if covered == "all":
        return tuple(item.id for item in agenda(board, advisor_id=person.id).items)
    return covered or ()
