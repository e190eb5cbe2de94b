"""`boardroom review`: its options, and the views it prints without asking."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.cli.privacy import IncludePrivate, check_include_private, print_shared
from boardroom.cli.records import id_of
from boardroom.cli.who import find_person
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.queries.previous_answers import PreviousAnswer, previous_answers
from boardroom.queries.review_facts import FactsView, advisor_facts, review_facts
from boardroom.queries.reviews import ReviewView, last_completed_review, reviews
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
        str | None,
        typer.Option(metavar="WHO", help="Review only one person."),
    ] = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Print the facts since the last review.")
    ] = False,
    answers: Annotated[
        str | None,
        typer.Option(metavar="FILE|-", help="Read the answers from a JSON file."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List past reviews.")] = False,
    show: Annotated[str | None, typer.Option(metavar="rID", help="Show a review.")] = None,
    md: Annotated[
        bool,
        typer.Option("--md", help="Print the last review, or the one shown, as Markdown."),
    ] = False,
    include_private: IncludePrivate = False,
) -> None:
    """Hold the six-month review of your advisors and your board.

    On a terminal, it asks about each active advisor, showing what happened since their last review
    and your last answers, then about the board. Each answer is saved at once: q quits, and
    boardroom review continues from there any day. At the end it shows a summary. After your yes, it
    carries out your decisions (keep, adjust the window, pause or part) and adds the new criteria.
    One undo takes that back and keeps the answers.

    --advisor reviews one person. If a review of the board is open, the answers are saved in it.

    --answers reads a JSON file, or “-” standard input: {"advisors": {HANDLE: {...}}, "board":
    {"note": "..."}}. An answer has value, chemistry and trust (1 to 5), fits_next (true or false),
    note, decision, window and until_on. Everybody needs a decision, and adjust needs a window; the
    rest is optional. If anything is not valid, nothing changes.

    --list shows the newest reviews on a terminal, and all in a pipe. --advisor can be used with
    --facts or --answers, and --md with --show.

    --md prints Markdown to share: without your answers about somebody with whom you agreed on
    confidentiality by then, and without the titles of private goals. It counts on stderr what it
    left out; --include-private leaves out nothing.

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
    check_include_private(include_private, md=md)
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
        _print_report(call, show, everything=include_private)
    elif show is not None:
        _show_review(call, show)
    elif answers is not None:
        from boardroom.cli.review.answers_file import take_answers  # noqa: PLC0415  reads don't need it

        take_answers(call, answers, advisor)
    else:
        from boardroom.cli.review.walk import walk  # noqa: PLC0415  as above

        walk(call, advisor)


def _check_compatible(given: dict[str, bool]) -> None:
    """Checks that the options can be used together.

    Raises:
        BadInput: they can't.
    """
    named = [option for option, is_given in given.items() if is_given]
    if len(named) > 1 and set(named) not in _COMPATIBLE:
        raise BadInput(f"{join_words(named)} can't go together.", "Leave one of them out.")


def _print_facts(call: Call, who: str | None) -> None:
    """Prints the facts about the active advisors and the board, or about one person.

    Raises:
        Refused: this person has not been on the board since the last review.
    """

    def query(board: sqlite3.Connection) -> FactsView:
        if who is None:
            return review_facts(board, today=call.today)
        person = find_person(call, board, who)
        view = advisor_facts(board, person.id, today=call.today)
        if not view.advisors:
            raise Refused(
                f"{person.name} has not been on the board since the last review,"
                " so there are no facts.",
                f"See their status with: boardroom advisor show {person.handle}",
            )
        return view

    view = call.read(query)
    call.show(facts_page(view), facts_json(view))


def _show_review(call: Call, given_id: str) -> None:
    """Shows one review, completed or open.

    Raises:
        BadInput: the id is not that of a review.
        NotFound: there is no such review.
    """
    review_id = id_of(call, given_id, REVIEW, "show")

    def query(board: sqlite3.Connection) -> tuple[ReviewView, dict[str, PreviousAnswer]]:
        return review_of(board, review_id), previous_answers(board, before_review=review_id)

    view, previous = call.read(query)
    call.show(review_page(view, previous, call.today), review_json(view))


def _print_report(call: Call, given_id: str | None, *, everything: bool) -> None:
    """Prints a completed review (default: the last one) as Markdown.

    Raises:
        BadInput: `--json` is used too, or the id is not that of a review.
        NotFound: there is no such review, or no completed one.
        Refused: it is not completed.
    """
    if call.json:
        raise BadInput("--md and --json can't go together.", "Leave one of them out.")
    review_id = None if given_id is None else id_of(call, given_id, REVIEW, "show")

    def query(board: sqlite3.Connection) -> tuple[ReviewView, dict[str, PreviousAnswer]]:
        view = last_completed_review(board) if review_id is None else review_of(board, review_id)
        if view is None:
            raise NotFound(
                "There is no completed review yet.", "Start or continue one with: boardroom review"
            )
        if view.completed_on is None:
            raise Refused(
                f"{view.ref} is not completed, so it has no report.",
                "Continue with: boardroom review",
            )
        return view, previous_answers(board, before_review=view.id)

    view, previous = call.read(query)
    from boardroom.render.review_md import review_markdown  # noqa: PLC0415  only for --md

    print_shared(*review_markdown(view, previous, everything=everything))
