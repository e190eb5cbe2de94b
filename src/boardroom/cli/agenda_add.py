"""`boardroom agenda add`."""

from __future__ import annotations

from boardroom.actions.agenda import add_items, add_starters
from boardroom.cli.agenda import agenda_reply
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.who import Who, before_dash, find_person, find_person_before
from boardroom.errors import BadInput, NotFound
from boardroom.queries.starters import starters
from boardroom.rules.ids import GOAL, parse_kind
from boardroom.rules.text import brief
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def add(
    context: typer.Context,
    who: Who = None,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT...|-", show_default=False, help="“-” reads items from a pipe, one a line."
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="topic, question or update (default: detected from the text).",
        ),
    ] = None,
    goal: Annotated[
        str | None, typer.Option(metavar="gID", help="The goal the item is about.")
    ] = None,
    private: Private = None,
    starters_: Annotated[
        bool,
        typer.Option(
            "--starters", help="Add up to three items made of goals, their steps and news to tell."
        ),
    ] = False,
) -> None:
    """Add an agenda item.

    By default, an item that ends in a question mark is a question, and any other a topic. From a
    pipe each line is an item, without its list mark (“- ”, “* ”, “- [ ] ”, “1. ”). In a list, a
    line without a mark goes on with the item above it, and so does an indented one anywhere.
    Headings, rules, quotes and front matter are left out, and named.

    Examples:
        boardroom agenda add marcus 'How do I get exposure to a P&L?'
        boardroom agenda add ana --kind update The pilot is live
        boardroom agenda add marcus 'Which line of the budget?' --goal g1
        boardroom agenda add tom - < questions.txt
        boardroom agenda add marcus --starters
    """
    call = Call.of(context)
    if starters_:
        if kind or goal or private is not None:
            raise BadInput(
                "Starters have a kind and a goal of their own.",
                "Leave out --kind, --goal and --private.",
            )
        name = " ".join([who or "", *(text or ())]) or None
        call.change(lambda work: _add_starters(call, work, name))
        return
    who, text = before_dash(call, who, text)
    call.text_argument(text)
    goal_id = None if goal is None else parse_kind(goal, GOAL.letter).number

    def action(work: Work) -> Reply:
        person, words = find_person_before(call, work.connection, who, text)
        item = call.ask_if_missing(
            call.text_argument(words),
            "TEXT",
            f"What do you want to raise with {person.name}? (like Which budget?)",
        )
        # Typed, an item may have several lines; from a pipe, the lines are items.
        texts = _items(work, item) if text == ["-"] else [item]
        done = add_items(work, person.id, texts, kind=kind, goal_id=goal_id, private=private)
        return agenda_reply(work, done, echo_private=True)

    call.change(action)


def _add_starters(call: Call, work: Work, who: str | None) -> Reply:
    person = find_person(call, work.connection, who)
    found = starters(work.connection, person.handle, today=work.today)
    if not found:
        raise NotFound(
            f"There is nothing to start from with {person.name}: no open goal, no news to tell.",
            f"Add an item of your own: boardroom agenda add {person.handle} TEXT",
        )
    return agenda_reply(work, add_starters(work, person.id, found), echo_private=True)


def _items(work: Work, text: str) -> list[str]:
    """The items of a text from a pipe; says what in it is none."""
    from boardroom.formats.item_lines import read_item_lines  # noqa: PLC0415  only from a pipe

    items, left_out = read_item_lines(text)
    if left_out:
        work.note(f"Left out, as no items: {brief(', '.join(left_out), _MOST_LEFT_OUT)}")
    return items or [""]


_MOST_LEFT_OUT = 200
