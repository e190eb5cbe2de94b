"""The form of a meeting on the command line: read as the board reads dates, and held against whom it is to be about."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.when import date_order
from boardroom.errors import BadInput, Cancelled
from boardroom.formats.form import Form, read_form, write_form
from boardroom.formats.form_header import Header, on_a_line
from boardroom.queries.people import people
from boardroom.rules.names import Named, match
from boardroom.rules.noted import Noted
from boardroom.rules.text import NOTES_LIMIT, clean


def read(call: Call, text: str, person: Named, *, meeting_id: int | None = None) -> Form:
    """What a text says about a meeting with that person: a new one, or (`meeting_id`) one that is logged.

    Raises:
        BadInput: a line can't be read, the first line is about somebody else or another meeting, or there is nothing in it.
        Cancelled: nothing but the first line is left.
    """
    form = read_form(text, today=call.today, date_order=date_order(call))
    if form.header is not None:
        _check(call, form.header, person, meeting_id)
        if not form.is_form and not (form.noted.notes or "").strip():
            raise Cancelled("There is nothing in the form, so nothing changed.")
    if form.is_form:
        return form
    return form._replace(noted=Noted(clean(form.noted.notes or "", what="notes", limit=NOTES_LIMIT)))


def written(call: Call, header: Header, noted: Noted, closing: str) -> str:
    """The form of a meeting; `closing` is what its first line ends with."""
    return write_form(header, noted, closing=closing, today=call.today, date_order=date_order(call))


def _check(call: Call, header: Header, person: Named, meeting_id: int | None) -> None:
    with call.reading() as board:
        everybody = people(board)
    meant = [other.id for other in everybody if on_a_line(other.name) == header.name] or [
        other.id for other in match(header.name, everybody)
    ]
    if person.id not in meant:
        raise BadInput(
            f"This form is about {header.name}, not about {person.name}.",
            f"Log it with them; if it is about {person.name} all the same, take its first line out.",
        )
    if header.meeting_id not in (None, meeting_id):
        ref = f"m{header.meeting_id}"
        raise BadInput(f"This is the form of {ref}, which is logged already.", f"Change that one with: boardroom meeting edit {ref}")
