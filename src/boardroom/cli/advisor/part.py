"""`boardroom advisor part`: what the two did together, a yes, a closing note, and thanks."""

from __future__ import annotations

from boardroom.actions.lifecycle import check_step_on
from boardroom.actions.parting import part as part_with
from boardroom.cli.advisor.lifecycle import Note, On
from boardroom.cli.call import Answer, Call
from boardroom.cli.when import parse_day
from boardroom.cli.who import Who, find_person
from boardroom.queries.advisors import AdvisorView, advisor
from boardroom.queries.promises import promises, promises_by_id
from boardroom.queries.shared_history import shared_history
from boardroom.render.advisors import advisor_json
from boardroom.render.shared_history import shared_history_json, shared_history_page
from boardroom.rules.day_format import from_today
from boardroom.rules.promises import format_next_promise
from boardroom.rules.shared_history import SharedHistory
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer


def part(
    context: typer.Context,
    who: Who = None,
    on: On = None,
    note: Note = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Part well; the history stays.

    Shows what you did together and asks first. The seat is free then, and you promise to thank
    them, unless the setting thanks is off.

    Examples:
        boardroom advisor part tom --yes --note 'He moved to Oslo; we write'
        boardroom advisor part ana --on 'last fri' --yes
    """
    call = Call.of(context)

    def action(work: Work) -> Answer:
        board = work.connection
        person = find_person(call, board, who)
        day = call.today if on is None else parse_day(call, board, on, toward="back")
        view = advisor(board, person.id, today=call.today)
        history = shared_history(board, person.id, until=day)
        # So that what can't be done is not asked about.
        check_step_on(view.name, view.handle, view.standing, "alumni", day, today=call.today)
        closing_note = note if yes else _ask(call, work, person.id, view, history, note)
        done = part_with(work, person.id, on=day, note=closing_note)
        thanks = promises_by_id(work.connection, done.ids[1:])
        promised = "".join(
            format_next_promise(promise.id, promise.text, promise.due_on)
            for promise in thanks
            if promise.due_on
        )
        record: dict[str, Any] = {
            **advisor_json(advisor(work.connection, person.id, today=call.today)),
            "together": shared_history_json(history),
            "thanks": next((promise.ref for promise in thanks), None),
        }
        open_door = f"; the door stays open: boardroom advisor ask {person.handle}"
        return Answer(record, f" ({from_today(day, call.today)}){promised}{open_door}")

    call.change(action)


def _ask(
    call: Call,
    work: Work,
    advisor_id: int,
    view: AdvisorView,
    history: SharedHistory,
    note: str | None,
) -> str | None:
    """Asks for a yes, and for the closing note if none was given; returns the note."""
    open_promises = tuple(promises(work.connection, advisor_id=advisor_id).promises)
    call.tell(shared_history_page(view, history, open_promises, call.today))
    call.confirm(f"This frees the seat of {view.name}; the history stays.", yes=False)
    if note is not None:
        return note
    return call.ask(
        "A closing note, like what was good and how you stay in touch? (Enter for none)"
    )
