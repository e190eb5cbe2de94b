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
    """The first kind of letter that can be written to WHO; None if nobody or several are meant.

    Nobody parts by a guess: that letter is for those parted with already.
    """
    try:
        with call.reading() as board:
            matches = find_matches(who, people(board)) if who else ()
            if len(matches) != 1:
                return None
            for kind in KINDS:
                try:
                    facts = letter_facts(board, kind, matches[0].id, today=call.today)
                    check_has_facts(facts)
                except Refused:
                    continue
                if kind == "part" and facts.advisor.standing.status != "alumni":
                    return None
                return kind
    except BoardroomError:
        return None
    return None
