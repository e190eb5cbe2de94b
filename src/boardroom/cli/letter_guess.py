"""The letter that is meant by a WHO alone: the one that the moment asks for."""

from __future__ import annotations

from boardroom.errors import BoardroomError, Refused
from boardroom.queries.letters import letter_facts
from boardroom.queries.people import people
from boardroom.render.letter_gaps import check_has_facts
from boardroom.rules.letters import KINDS
from boardroom.rules.names import find_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call


def fitting_letter(call: Call, who: str) -> str | None:
    """The first kind of letter that can be written to WHO; None if nobody or several are meant."""
    try:
        with call.reading() as board:
            matches = find_matches(who, people(board)) if who else ()
            if len(matches) != 1:
                return None
            for kind in KINDS:
                try:
                    check_has_facts(letter_facts(board, kind, matches[0].id, today=call.today))
                except Refused:
                    continue
                return kind
    except BoardroomError:
        return None
    return None
