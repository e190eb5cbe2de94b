"""The letter that is meant by a WHO alone: the one that the moment asks for."""

from __future__ import annotations

from boardroom.errors import BoardroomError, Refused
from boardroom.queries.advisors import advisor
from boardroom.queries.letters import letter_facts
from boardroom.queries.people import people
from boardroom.render.letter_gaps import check_has_facts
from boardroom.rules.letters import KINDS
from boardroom.rules.names import find_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call


def fitting_letter(call: Call, who: str) -> str | None:
    """The first kind of letter that can be written to WHO; None if nobody or several are meant.

    Nobody parts by a guess: that letter is for those parted with already. It is their first, and
    none of them is asked back by a guess.
    """
    try:
        with call.reading() as board:
            matches = find_matches(who, people(board)) if who else ()
            if len(matches) != 1:
                return None
            is_former = advisor(board, matches[0].id, today=call.today).standing.status == "alumni"
            for kind in reversed(KINDS[1:]) if is_former else KINDS:
                try:
                    check_has_facts(letter_facts(board, kind, matches[0].id, today=call.today))
                except Refused:
                    continue
                return None if kind == "part" and not is_former else kind
    except BoardroomError:
        return None
    return None
