"""`boardroom review --list`, `--show` and `--md`: past reviews, as they were frozen."""

from __future__ import annotations

import sys

from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.queries.reviews import answered_before, review, reviews
from boardroom.render.review_record import review_json
from boardroom.render.reviews import review_page, reviews_json, reviews_page


def show_list(call: Call) -> None:
    """Every review; on a screen the newest."""
    with call.reading() as board:
        found = reviews(board, limit=call.screenful(all_=False))
    call.show(reviews_page(found, call.today), reviews_json(found))


def show_one(call: Call, given: str) -> None:
    """One review, completed or not.

    Raises:
        BadInput: the id can't be one of a review.
        NotFound: there is no such review.
    """
    review_id = row_id(call, given, "r", "show")
    with call.reading() as board:
        view = review(board, review_id)
        before = answered_before(board, before=review_id)
    call.show(review_page(view, before, call.today), review_json(view))


def print_report(call: Call, given: str | None) -> None:
    """A completed review, the last one where none is named, as Markdown.

    Raises:
        BadInput: JSON was asked for too, or the id can't be one of a review.
        NotFound: there is no such review, or none yet.
        Refused: it is not completed.
    """
    if call.json:
        raise BadInput("--md and --json can't go together.", "Leave one of them out.")
    wanted = None if given is None else row_id(call, given, "r", "show")
    with call.reading() as board:
        found = (
            [review(board, wanted)]
            if wanted is not None
            else [view for view in reviews(board).reviews if view.completed_on]
        )
        if not found:
            raise NotFound(
                "There is no completed review yet.", "Go on, or begin one, with: boardroom review"
            )
        before = answered_before(board, before=found[0].id)
    if found[0].completed_on is None:
        raise Refused(
            f"r{found[0].id} is not completed, so there is no report of it.",
            "Go on with: boardroom review",
        )
    from boardroom.render.review_md import review_markdown  # noqa: PLC0415  only where Markdown was asked for

    sys.stdout.write(review_markdown(found[0], before))
