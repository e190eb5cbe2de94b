"""`boardroom review`: its options, and the views it prints without asking."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.cli.privacy import (
    IncludePrivate,
    Svg,
    check_include_private,
    picture_to_share,
    print_shared,
)
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

    from boardroom.cli.picture import Picture

_COMPATIBLE = (
    {"--facts", "--advisor"},
    {"--answers", "--advisor"},
    {"--show", "--md"},
    {"--show", "--svg"},
    {"--list", "--svg"},
    {"--facts", "--svg"},
    {"--facts", "--advisor", "--svg"},
)


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
    svg: Svg = None,
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
    {"note": "..."}}. An answer has value, chemistry and trust (1 to 5), fits_next and outcome_met
    (true or false), note, decision, window and until_on; the board has a note, and what you need,
    seek and bring. Everybody needs a decision, and adjust needs a window; the rest is optional. If
    anything is not valid, nothing changes.

    --list shows the newest reviews on a terminal, and all in a pipe. --advisor can be used with
    --facts or --answers, --md with --show, and --svg with --facts, --list or --show.

    --md prints Markdown to share, and --svg draws a picture: without your answers about somebody
    with whom you agreed on confidentiality by then, and without the titles of private goals. They
    count on stderr what they left out; --include-private leaves out nothing.

    Examples:
        boardroom review
        boardroom review --advisor tom
        boardroom review --facts --advisor marcus
        boardroom review --list
        boardroom review --show r1
        boardroom review --md
        boardroom review --facts --svg facts.svg
        echo '{"advisors":{"tom":{"decision":"keep"}}}' | boardroom review --advisor tom --answers -
    """
    call = Call.of(context)
    check_include_private(include_private, {"--md": md, "--svg": svg is not None})
    _check_compatible(
        {
            "--facts": facts,
            "--answers": answers is not None,
            "--list": list_,
            "--show": show is not None,
            "--md": md,
            "--advisor": advisor is not None,
            "--svg": svg is not None,
        }
    )
    picture = picture_to_share(call, svg, include_private=include_private)
    if facts:
        _print_facts(call, advisor, picture)
    elif list_:
        _list_reviews(call, picture)
    elif md:
        _print_report(call, show, everything=include_private)
    elif show is not None or picture:
        _show_review(call, show, picture)
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


def _print_facts(call: Call, who: str | None, picture: Picture | None) -> None:
    """Prints or draws the facts about the active advisors and the board, or about one person.

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
    if picture:
        option = "" if who is None else f" --advisor {view.advisors[0].handle}"
        page = facts_page(picture.sharing.facts(view))
        picture.write(page, f"boardroom review --facts{option}")
    else:
        call.show(facts_page(view), facts_json(view))


def _list_reviews(call: Call, picture: Picture | None) -> None:
    """Lists or draws the reviews."""
    view = call.read(lambda board: reviews(board, limit=call.screenful(all_=False)))
    if picture:
        view = view._replace(reviews=tuple(map(picture.sharing.review, view.reviews)))
        picture.write(reviews_page(view, call.today), "boardroom review --list")
    else:
        call.show(reviews_page(view, call.today), reviews_json(view))


def _show_review(call: Call, given_id: str | None, picture: Picture | None) -> None:
    """Shows or draws one review, completed or open (default: the last completed one).

    Raises:
        BadInput: the id is not that of a review.
        NotFound: there is no such review, or no completed one.
    """
    review_id = None if given_id is None else id_of(call, given_id, REVIEW, "show")

    def query(board: sqlite3.Connection) -> tuple[ReviewView, dict[str, PreviousAnswer]]:
        view = _last_completed(board) if review_id is None else review_of(board, review_id)
        return view, previous_answers(board, before_review=view.id)

    view, previous = call.read(query)
    if picture:
        previous = picture.sharing.earlier_answers(view, previous)
        page = review_page(picture.sharing.review(view), previous, call.today)
        picture.write(page, f"boardroom review --show {view.ref}")
    else:
        call.show(review_page(view, previous, call.today), review_json(view))


def _last_completed(board: sqlite3.Connection) -> ReviewView:
    view = last_completed_review(board)
    if view is None:
        raise NotFound(
            "There is no completed review yet.", "Start or continue one with: boardroom review"
        )
    return view


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
        view = _last_completed(board) if review_id is None else review_of(board, review_id)
        if view.completed_on is None:
            raise Refused(
                f"{view.ref} is not completed, so it has no report.",
                "Continue with: boardroom review",
            )
        return view, previous_answers(board, before_review=view.id)

    view, previous = call.read(query)
    from boardroom.render.review_md import review_markdown  # noqa: PLC0415  only for --md

    print_shared(*review_markdown(view, previous, everything=everything))
