"""The form of a meeting that is logged, opened again in the editor."""

from __future__ import annotations

import typer

from boardroom.actions.logging import change_noted
from boardroom.cli.call import Call
from boardroom.cli.editor import edited
from boardroom.cli.form import read, written
from boardroom.errors import BadInput
from boardroom.formats.form_header import Header
from boardroom.queries.agenda import agenda
from boardroom.queries.inside import inside, noted
from boardroom.queries.meetings import meeting
from boardroom.queries.people import people
from boardroom.rules.dates import Moment
from boardroom.rules.noted import NotedItem
from boardroom.store.work import Work

_CLOSING = (
    "Save and close to change it; empty the file to cancel.\n"
    "What you leave out stays as it is; remove it with boardroom promise rm p4, advice rm v3 or exchange rm x2."
)
_OPTIONS = "Say what: --on, --at, --way, --place, --for, --notes, --private or --open."


def change_by_hand(call: Call, context: typer.Context, meeting_id: int) -> Work:
    """Changes a held meeting to what its form says once it is saved; returns the change.

    Raises:
        BadInput: there is no terminal to edit on, or the meeting was not held, so that there is no form of it.
        Cancelled: the file was emptied or not saved.
    """
    if not call.may_ask:
        raise BadInput("Nothing to change was given.", _OPTIONS)
    with call.reading() as board:
        view = meeting(board, meeting_id)
        within = inside(board, meeting_id)
        person = next(person for person in people(board) if person.handle == view.handle)
        listed = agenda(board, advisor_id=person.id).items
    if view.status != "held":
        raise BadInput(f"m{view.id} was not held, so there is no form of it to edit.", _OPTIONS)
    held = noted(view, within)
    still_open = tuple(NotedItem(item.id, item.text, covered=False, answer=item.answer) for item in listed)
    header = Header(view.name, view.way, Moment(view.on, view.at), view.minutes, view.private, view.id)

    def store(text: str) -> Work:
        form = read(call, text, person, meeting_id=view.id)
        now = form.header or header
        with call.changing(context) as work:
            change_noted(
                work,
                view.id,
                form.noted,
                on=None if now.when == header.when else now.when,
                way=now.way,
                minutes=str(now.minutes),
            )
        return work

    shown = written(call, header, held._replace(agenda=held.agenda + still_open), _CLOSING)
    return edited(call, shown, store, name=f"m{view.id}")
