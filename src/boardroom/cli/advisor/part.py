"""`boardroom advisor part`: the shared history, a confirmation, a closing note, and thanks."""

from __future__ import annotations

from boardroom.actions.lifecycle import check_step_on
from boardroom.actions.parting import part as part_with
from boardroom.cli.advisor.lifecycle import Note, On, private_words_echo, record_of
from boardroom.cli.call import Call
from boardroom.cli.pass_it_on import pass_it_on
from boardroom.cli.printer import Reply
from boardroom.cli.records import Yes
from boardroom.cli.when import parse_day
from boardroom.cli.who import Who, find_person
from boardroom.errors import Refused
from boardroom.queries.advisors import AdvisorView, advisor
from boardroom.queries.letters import letter_facts
from boardroom.queries.promises import promises, promises_by_id
from boardroom.queries.sent_letters import was_thanked_at_parting
from boardroom.queries.shared_history import shared_history
from boardroom.render.letter_gaps import check_has_facts
from boardroom.render.shared_history import shared_history_page
from boardroom.rules.day_format import from_today
from boardroom.rules.names import Named
from boardroom.rules.promises import SIDES, format_next_promise
from boardroom.rules.shared_history import SharedHistory
from boardroom.rules.text import one_of
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def part(
    context: typer.Context,
    who: Who = None,
    on: On = None,
    note: Note = None,
    by: Annotated[
        str | None, typer.Option(metavar="me|them", help="Who decided it (default: me).")
    ] = None,
    yes: Yes = False,
) -> None:
    """Part with an advisor.

    It shows what you did together and asks for confirmation. This frees the seat, keeps the
    history, and makes a promise to thank them, unless they are a mentee or the setting `thanks` is
    off, or the letter of parting was sent. Say --by them if it was they who stepped back.

    Examples:
        boardroom advisor part tom --yes --note 'He moved to Oslo; we write'
        boardroom advisor part ana --on 'last fri' --yes
        boardroom advisor part ana --by them --yes
    """
    call = Call.of(context)
    by_whom = None if by is None else one_of(by, SIDES, "side")

    def action(work: Work) -> Reply:
        board = work.connection
        person = find_person(call, board, who)
        day = call.today if on is None else parse_day(call, board, on, toward="back")
        view = advisor(board, person.id, today=call.today)
        history = shared_history(board, person.id, until=day)
        # Checked first, so that the user is not asked in vain.
        check_step_on(view.name, view.handle, view.standing, "alumni", day, today=call.today)
        closing_note = note if yes else _ask(call, work, person.id, view, history, note)
        done = part_with(work, person.id, on=day, note=closing_note, by_whom=by_whom)
        thanks = promises_by_id(work.connection, done.ids[1:])
        promise = "".join(
            format_next_promise(view.id, view.text, view.due_on, private=view.private)
            for view in thanks
            if view.due_on
        )
        letter = _letter_that_thanks(call, work, person)
        again = "mentor them again" if view.role == "mentee" else "ask again"
        ask_again = f"; you can {again} later: boardroom advisor ask {person.handle}"
        record = record_of(call, work, person.id)
        said = private_words_echo(work, person.id, day, closing_note)
        return Reply(
            record,
            f" ({from_today(day, call.today)}){said}{promise}{letter}{ask_again}",
            notices=pass_it_on(board),
        )

    call.change(action)


def _letter_that_thanks(call: Call, work: Work, person: Named) -> str:
    """The end of the sentence with the letter of parting; empty if it was sent, or says nothing."""
    if was_thanked_at_parting(work.connection, person.id, today=call.today):
        return ""
    try:
        check_has_facts(letter_facts(work.connection, "part", person.id, today=call.today))
    except Refused:
        return ""
    return f"; the letter that thanks them: boardroom letter part {person.handle}"


def _ask(
    call: Call,
    work: Work,
    advisor_id: int,
    view: AdvisorView,
    history: SharedHistory,
    note: str | None,
) -> str | None:
    """Asks for confirmation, and for a closing note if none was given. Returns the note."""
    open_promises = tuple(promises(work.connection, advisor_id=advisor_id).promises)
    call.show_with_question(shared_history_page(view, history, open_promises, call.today))
    is_mentee = view.role == "mentee"
    ends = f"ends your mentoring of {view.name}" if is_mentee else f"frees {view.name}'s seat"
    call.confirm(f"This {ends} and keeps the history.", yes=False)
    if note is not None:
        return note
    return call.ask("Closing note, like what was good or how you stay in touch (Enter for none):")
