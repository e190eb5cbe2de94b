"""`boardroom review --facts`: what a review looks at, printed."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.who import find
from boardroom.errors import Refused
from boardroom.queries.review_facts import advisor_facts, review_facts
from boardroom.render.review_facts import facts_json, facts_page


def show_facts(call: Call, who: str | None) -> None:
    """Prints the facts about everybody active and the board, or about one person.

    Raises:
        Refused: that person was not on the board since the last review.
    """
    person = find(call, who) if who is not None else None
    with call.reading() as board:
        view = (
            review_facts(board, today=call.today)
            if person is None
            else advisor_facts(board, person.id, today=call.today)
        )
    if person is not None and not view.advisors:
        raise Refused(
            f"{person.name} was not on the board since the last review, so there is nothing to look at.",
            f"See where they stand with: boardroom advisor show {person.handle}",
        )
    call.show(facts_page(view), facts_json(view))
