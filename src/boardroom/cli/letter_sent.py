"""`boardroom letter … --sent`: notes that a letter was sent."""

from __future__ import annotations

from boardroom.actions.letters import send_letter, was_sent_today
from boardroom.cli.call import Call
from boardroom.cli.letter_writing import LetterOptions
from boardroom.cli.printer import Reply
from boardroom.cli.who import find_person
from boardroom.queries.letters import letter_facts
from boardroom.queries.people import standings
from boardroom.render.letter_gaps import check_has_facts
from boardroom.rules.lifecycle import NEXT
from boardroom.rules.names import Named
from boardroom.store.work import Work


def note_as_sent(call: Call, kind: str, who: str | None, options: LetterOptions) -> None:
    """Notes that the letter of a kind was sent to WHO.

    Raises:
        BadInput: another option is given too.
        Refused: it is no letter for somebody of their status, or nothing is left to tell.
    """
    options.check(json=call.json)

    def action(work: Work) -> Reply:
        person = find_person(call, work.connection, who)
        if kind == "news" and not was_sent_today(work, person.id, kind):
            check_has_facts(letter_facts(work.connection, kind, person.id, today=call.today))
        send_letter(work, person.id, kind)
        record = {
            "schema": "boardroom.sent_letter/1",
            "kind": kind,
            "advisor": person.handle,
            "sent_on": work.today.isoformat(),
        }
        return Reply(record, notices=_to_do_next(work, kind, person))

    call.change(action)


def _to_do_next(work: Work, kind: str, person: Named) -> tuple[str, ...]:
    """What a letter of parting does not do, if it is still to be done."""
    if kind != "part" or "alumni" not in NEXT[standings(work.connection)[person.id].status]:
        return ()
    return (f"To record the parting: boardroom advisor part {person.handle}",)
