"""`boardroom review`: its options, and what it prints without asking."""

from __future__ import annotations

import sqlite3
import sys

from boardroom.cli.call import Call
from boardroom.cli.records import id_of
from boardroom.cli.who import find_person, handles
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.queries.review_facts import FactsView, advisor_facts, review_facts
from boardroom.queries.reviews import (
    PreviousAnswer,
    ReviewView,
    last_completed_review,
    previous_answers,
    reviews,
)
from boardroom.queries.reviews import review as review_of
from boardroom.render.review_facts import facts_json, facts_page
from boardroom.render.review_record import review_json
from boardroom.render.reviews import review_page, reviews_json, reviews_page
from boardroom.rules.ids import REVIEW
from boardroom.rules.text import join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

_COMPATIBLE = ({"--facts", "--advisor"}, {"--answers", "--advisor"}, {"--show", "--md"})


def review(
    context: typer.Context,
    advisor: Annotated[
        str | None, typer.Option(metavar="WHO", help="One person alone.", autocompletion=handles)
    ] = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Print what happened since the last review.")
    ] = False,
    answers: Annotated[
        str | None,
        typer.Option(metavar="FILE|-", help="Answer and complete it from a file of JSON."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Past reviews.")] = False,
    show: Annotated[
        str | None, typer.Option(metavar="rID", help="One review, as it was kept.")
    ] = None,
    md: Annotated[
        bool,
        typer.Option("--md", help="A report of the last review, or of the one shown, as Markdown."),
    ] = False,
) -> None:
    """The six-month look at each advisor and at the board.

    On a terminal it asks about one active advisor after the other, each with what happened since
    their last review and your last answers, then about the board, and shows a summary. Each answer
    is kept as you give it: q leaves at any question, and the review goes on from there any day.
    What you decide about an advisor (keep, adjust the window, pause or part) is done after the yes
    at the end, and what you look for next becomes a criterion if you say so. One undo takes that
    back and leaves the answers.

    --advisor reviews one person. While a review of the board is open, they are answered about
    there, and the review of the board goes on.

    --answers reads a file, or “-” standard input, of the form {"advisors": {HANDLE: {...}},
    "board": {"note": "..."}}. An answer has value, chemistry and trust (1 to 5), fits_next (true
    or false), note, decision, window and until_on. Everybody needs a decision, and adjust a
    window; the rest is optional. If anything is wrong, nothing changes.

    --list shows the newest on a screen, and all in a pipe. --advisor goes with --facts and
    --answers, and --md with --show; other options stand alone.

    Examples:
        boardroom review
        boardroom review --advisor tom
        boardroom review --facts --advisor marcus
        boardroom review --list
        boardroom review --show r1
        boardroom review --md
        echo '{"advisors":{"tom":{"decision":"keep"}}}' | boardroom review --advisor tom --answers -
    """
    call = Call.of(context)
    _check_compatible(
        {
            "--facts": facts,
            "--answers": answers is not None,
            "--list": list_,
            "--show": show is not None,
            "--md": md,
            "--advisor": advisor is not None,
        }
    )
    if facts:
        _print_facts(call, advisor)
    elif list_:
        view = call.read(lambda board: reviews(board, limit=call.screenful(all_=False)))
        call.show(reviews_page(view, call.today), reviews_json(view))
    elif md:
        _print_report(call, show)
    elif show is not None:
        _show_review(call, show)
    elif answers is not None:
        from boardroom.cli.review.answers_file import take_answers  # noqa: PLC0415  reads need none

        take_answers(call, answers, advisor)
    else:
        from boardroom.cli.review.walk import walk  # noqa: PLC0415  as above

        walk(call, advisor)


def _check_compatible(given: dict[str, bool]) -> None:
    """Checks that the options given go together.

    Raises:
        BadInput: they do not.
    """
    named = [option for option, is_given in given.items() if is_given]
    if len(named) > 1 and set(named) not in _COMPATIBLE:
        raise BadInput(f"{join_words(named)} can't go together.", "Leave one of them out.")


def _print_facts(call: Call, who: str | None) -> None:
    """Prints the facts about the active advisors and the board, or about one person.

    Raises:
        Refused: that person has not been on the board since the last review.
    """

    def query(board: sqlite3.Connection) -> FactsView:
        if who is None:
            return review_facts(board, today=call.today)
        person = find_person(call, board, who)
        view = advisor_facts(board, person.id, today=call.today)
        if not view.advisors:
            raise Refused(
                f"{person.name} was not on the board since the last review,"
                " so there is nothing to look at.",
                f"See where they stand with: boardroom advisor show {person.handle}",
            )
        return view

    view = call.read(query)
    call.show(facts_page(view), facts_json(view))


def _show_review(call: Call, given_id: str) -> None:
    """Shows one review, completed or open.

    Raises:
        BadInput: the id can't be that of a review.
        NotFound: there is no such review.
    """
    review_id = id_of(call, given_id, REVIEW, "show")

    def query(board: sqlite3.Connection) -> tuple[ReviewView, dict[str, PreviousAnswer]]:
        return review_of(board, review_id), previous_answers(board, before_review=review_id)

    view, previous = call.read(query)
    call.show(review_page(view, previous, call.today), review_json(view))


def _print_report(call: Call, given_id: str | None) -> None:
    """Prints a completed review (default: the last one) as Markdown.

    Raises:
        BadInput: JSON was asked for too, or the id can't be that of a review.
        NotFound: there is no such review, or none was completed yet.
        Refused: it is not completed.
    """
    if call.json:
        raise BadInput("--md and --json can't go together.", "Leave one of them out.")
    review_id = None if given_id is None else id_of(call, given_id, REVIEW, "show")

    def query(board: sqlite3.Connection) -> tuple[ReviewView, dict[str, PreviousAnswer]]:
        view = last_completed_review(board) if review_id is None else review_of(board, review_id)
        if view is None:
            raise NotFound(
                "There is no completed review yet.", "Go on, or begin one, with: boardroom review"
            )
        if view.completed_on is None:
            raise Refused(
                f"{view.ref} is not completed, so there is no report of it.",
                "Go on with: boardroom review",
            )
        return view, previous_answers(board, before_review=view.id)

    view, previous = call.read(query)
    from boardroom.render.review_md import review_markdown  # noqa: PLC0415  for --md alone

    sys.stdout.write(review_markdown(view, previous))
