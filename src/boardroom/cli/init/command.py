"""`boardroom init`: the first five minutes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from boardroom.actions.first_board import FirstBoard, begin_board
from boardroom.cli.call import Call
from boardroom.cli.failures import INTERRUPTED, Exit
from boardroom.cli.init.answers import Answers, answers_path, discard
from boardroom.cli.init.beginning import commands, first_board, summary_page
from boardroom.cli.init.questions import PEOPLE, Questions
from boardroom.cli.init.walk import ask_all, confirm
from boardroom.cli.messages import warn
from boardroom.cli.printer import Reply
from boardroom.cli.review.prompt import Quit
from boardroom.errors import BadInput, Cancelled, NotFound, Refused
from boardroom.queries.due import due
from boardroom.queries.goals import next_goal_id
from boardroom.queries.people import people
from boardroom.queries.settings import settings
from boardroom.render.due import due_page
from boardroom.render.formatting import safe, short_day
from boardroom.render.page import Page, Prose
from boardroom.rules.day_format import from_today
from boardroom.rules.first_board import check_nobody
from boardroom.rules.names import Named
from boardroom.rules.settings import Settings, parse_settings
from boardroom.store.file import is_there
from boardroom.store.place import default_path
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Annotated, NoReturn

    import typer

_WELCOME = (
    "Three to five people to learn from, about an hour each every four to six weeks: that is a"
    " board of advisors."
)
_HOW = (
    "Enter takes the default, ? explains, b goes back, q leaves. Nothing is stored before the end,"
    " and your answers are kept if you leave."
)


def init(
    context: typer.Context,
    start_over: Annotated[
        bool,
        typer.Option("--start-over", help="Discard the answers kept from last time, after a yes."),
    ] = False,
) -> None:
    """Begin your board by answering a few questions.

    It asks who is on your board, when you last saw each of them, how often you want to meet, what
    you hope for, and what you want from the next six months. Then it shows what is due. Nothing is
    stored before the last answer, and one undo takes it all back. If you leave, or the terminal is
    closed, your answers are kept, and the next init continues from there.

    Without a terminal, it prints the commands that do the same. A board that has people is left
    alone; the commands that add kept answers to it are printed.

    Examples:
        boardroom init
        boardroom init --start-over
    """
    call = Call.of(context)
    kept = answers_path(call.path)
    if start_over:
        _start_over(call, kept)
    current = _settings_of_new(call, kept)
    answers = Answers(kept, Questions(current, call.today), call.today)
    if call.json or not call.may_ask:
        _refuse_without_terminal(call, answers)
    try:
        first = _ask(call, answers, window=str(current.window))
    except Quit:
        raise Cancelled(_left(answers)) from None
    except KeyboardInterrupt:
        warn(call.with_commands(_left(answers)))
        raise Exit(INTERRUPTED) from None
    _store(call, first, kept)


def _start_over(call: Call, kept: str) -> None:
    """Discards the answers kept from last time, after a yes.

    Raises:
        BadInput: there is no terminal to ask on.
        Cancelled: the user said no.
    """
    answers = Answers(kept, Questions(parse_settings({}), call.today), call.today)
    if answers.started_on is not None:
        whose = f"your {_kept_answers(call, answers)}"
        if call.json or not call.may_ask:
            raise BadInput(
                f"--start-over would discard {whose}, so it asks first, and there is no terminal.",
                f"To discard them, delete the file: {kept}",
            )
        if not call.ask_yes_no(f"Discard {whose}?", default=False):
            raise Cancelled("Nothing changed.", "To continue with them: boardroom init")
    discard(kept)


def _settings_of_new(call: Call, kept: str) -> Settings:
    """The settings of a board without people; the defaults if there is no board yet.

    Raises:
        Refused: somebody is on file.
        NotFound: a path was named in a folder that does not exist.
    """
    if not is_there(call.path):
        folder = os.path.dirname(call.path)
        if call.path != default_path() and not os.path.isdir(folder):
            raise NotFound(
                f"No board can begin at {call.path}: there is no folder {folder}.",
                "Make the folder first, or name another path.",
            )
        return parse_settings({})

    def query(board: sqlite3.Connection) -> Settings:
        check_nobody([person.name for person in people(board)])
        return settings(board)

    with _offering_commands(call, kept):
        return call.read(query)


def _ask(call: Call, answers: Answers, *, window: str) -> FirstBoard:
    """Asks everything, and for a yes to the whole.

    Raises:
        Quit: the user left, or said no.
    """
    call.show_with_question(Page((Prose(_opening(call, answers)),)))
    while True:
        ask_all(call, answers)
        first = first_board(answers)
        print(file=sys.stderr)
        call.show_with_question(summary_page(first, window, call.today))
        if confirm(call, answers):
            return first


def _store(call: Call, first: FirstBoard, kept: str) -> None:
    """Stores the board, and shows what is due.

    Raises:
        Refused: somebody was put on the board meanwhile.
    """

    def action(work: Work) -> Reply:
        begin_board(work, first)
        return Reply({})

    with _offering_commands(call, kept):
        result = call.transact(action)
    discard(kept)
    call.print_result(result)
    with call.reading() as board:
        view = due(board, today=call.today)
    if call.on_screen:
        print()
    call.show(due_page(view), {})


@contextmanager
def _offering_commands(call: Call, kept: str) -> Iterator[None]:
    """Prints the commands that add the kept answers to a board that has begun, if there are any."""
    try:
        yield
    except Refused as error:
        if not os.path.exists(kept):
            raise
        current = call.read(settings)
        first = first_board(Answers(kept, Questions(current, call.today), call.today))
        if not first.advisors:
            raise
        lines = _print_commands(call, first)
        raise Refused(
            error.message,
            "Add your answers to it with these commands. They are kept until you delete the file:"
            f" {kept}",
            lines,
        ) from None


def _opening(call: Call, answers: Answers) -> str:
    """What `init` begins with: what a board is, or how far the kept answers go."""
    if answers.started_on is None or not answers.texts.get(PEOPLE):
        return f"{_WELCOME} {_HOW}"
    return (
        f"Continues with your {_kept_answers(call, answers)}. {_HOW}"
        f" To start over: boardroom init --start-over"
    )


def _kept_answers(call: Call, answers: Answers) -> str:
    """“answers of Sat 21 Nov (today), on Ana Lima, Tom Berg”."""
    assert answers.started_on is not None  # there are some
    day = short_day(answers.started_on, call.today)
    persons = answers.texts.get(PEOPLE)
    about = f", on {persons}" if persons else ""
    return f"answers of {day} ({from_today(answers.started_on, call.today)}){about}"


def _left(answers: Answers) -> str:
    """What is said when the user leaves."""
    if answers.started_on is None:
        return "Nothing is stored."
    return "Nothing is stored yet; your answers are kept. Continue any day with: boardroom init"


def _refuse_without_terminal(call: Call, answers: Answers) -> NoReturn:
    """Prints the commands that do the same, for want of a terminal.

    Raises:
        BadInput: always, since nothing is stored.
    """
    raise BadInput(
        "init asks its questions on a terminal, and there is none, so nothing is stored.",
        "Use these commands instead.",
        _print_commands(call, first_board(answers)),
    )


def _print_commands(call: Call, first: FirstBoard) -> tuple[str, ...]:
    """Prints the commands that make the board, or add it to the one there; not for JSON."""
    everybody: list[Named] = []
    goal_id = 1
    if is_there(call.path):
        everybody, goal_id = call.read(lambda board: (people(board), next_goal_id(board)))
    lines = tuple(call.with_commands(line) for line in commands(first, everybody, goal_id))
    if not call.json:
        for line in lines:
            print(safe(line))
    return lines
