"""Reads the FILE of `calendar read`: the meetings in it that are with people on file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, timedelta

from boardroom.cli.input_folder import read_folder, read_limited
from boardroom.cli.messages import warn
from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.calendar_text import split_calendars
from boardroom.queries.calendar_facts import CalendarFacts
from boardroom.record import Record
from boardroom.rules.calendar_differences import Attended
from boardroom.rules.calendar_events import may_name

_BACK, _AHEAD = timedelta(days=366), timedelta(days=2 * 366)
"""How far a calendar is read: three years in all."""
_HINT = "Export your calendar as iCalendar (.ics), or use - for standard input."
_ENDINGS = (".ics",)
_ZIP = b"PK\x03\x04"
_MOST_WARNINGS = 5


class Reading(Record):
    """The meetings of a calendar with people on file, and how many events are left out."""

    name: str
    attended: Sequence[Attended]
    left_out: dict[str, int]


def first_day(today: date) -> date:
    """The first day that is read of a calendar."""
    return today - _BACK


def read_calendar(given: str, facts: CalendarFacts, *, today: date) -> Reading:
    """Reads the meetings in a file, a folder or a zip; one that is too large is not read.

    Raises:
        BadInput: it can't be read.
        ImportRejected: it is no calendar, or too large.
    """
    name = "The calendar" if given == "-" else os.path.basename(os.path.abspath(given))
    text = split_calendars(_files(given, name), may_name(facts.contacts))
    # Seams: icalendar takes 80 ms to import, and dateutil.rrule 11.
    from boardroom.formats.calendar_people import meetings_with  # noqa: PLC0415
    from boardroom.formats.calendar_reading import read_events  # noqa: PLC0415

    events = read_events(text)
    for place in events.unread[:_MOST_WARNINGS]:
        warn(f"{place}: this event can't be read.")
    if events.has_unknown_zone:
        warn(f"{name} has a time zone that is not known; its times are taken for local ones.")
    found = meetings_with(
        events.events,
        facts.contacts,
        own_events=facts.own_events,
        own_address=text.own_address,
        first=first_day(today),
        last=today + _AHEAD,
    )
    left_out = {
        **found.left_out,
        "proposed": text.proposals_count,
        "unread": len(events.unread),
        "nobody": found.left_out.get("nobody", 0) + text.others_count,
    }
    return Reading(name, found.attended, {key: n for key, n in left_out.items() if n})


def _files(given: str, name: str) -> dict[str, bytes]:
    """The calendars of a file, a folder or a zip, by their names."""
    path = os.path.expanduser(given)
    if given != "-" and os.path.isdir(path):
        files, _ = read_folder(path, given, _ENDINGS, hint=_HINT)
    else:
        content = read_limited(given, hint=_HINT)
        if not content.startswith(_ZIP):
            return {name: content}
        from boardroom.formats.csv_zip import unzipped  # noqa: PLC0415  zipfile takes 8 ms

        files = {
            inner: text
            for inner, text in unzipped(content).items()
            if inner.lower().endswith(_ENDINGS)
        }
    if not files:
        raise ImportRejected(f"Nothing in {given} is a calendar (.ics).", NOTHING_IMPORTED)
    return files
