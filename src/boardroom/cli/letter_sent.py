"""`boardroom letter … --sent`: notes that a letter was sent."""

from __future__ import annotations

from datetime import date

from boardroom.actions.letters import send_letter, was_sent
from boardroom.cli.call import Call
from boardroom.cli.letter_writing import LetterOptions
from boardroom.cli.printer import Reply
from boardroom.cli.when import parse_day
from boardroom.cli.who import find_person
from boardroom.errors import Refused
from boardroom.queries.letters import letter_facts
from boardroom.queries.people import standings
from boardroom.render.letter_gaps import check_has_facts
from boardroom.rules.calendar import check_not_future
from boardroom.rules.lifecycle import NEXT
from boardroom.rules.names import Named
from boardroom.store.rows import Promise
from boardroom.store.work import Work


def note_as_sent(call: Call, kind: str, who: str | None, options: LetterOptions) -> None:
    """Notes that the letter of a kind was sent to WHO.

    Raises:
        BadInput: the day is none, or is to come.
        Refused: it is no letter for somebody of their status, or would have nothing to say.
    """

    def action(work: Work) -> Reply:
        person = find_person(call, work.connection, who)
        on = call.today
        if options.on is not None:
            on = parse_day(call, work.connection, options.on, toward="back")
        check_not_future(on, "sent", today=call.today)
        if not was_sent(work, person.id, kind, on=on):
            _check_has_facts(work, kind, person, on)
        send_letter(work, person.id, kind, on=on)
        record = {
            "schema": "boardroom.sent_letter/1",
            "kind": kind,
            "advisor": person.handle,
            "sent_on": on.isoformat(),
        }
        return Reply(record, notices=_to_do_next(work, kind, person))

    call.change(action)


def _check_has_facts(work: Work, kind: str, person: Named, on: date) -> None:
    """Checks that the letter has something to say; thanks in other words need none.

    Raises:
        Refused: it has not; the hint has the command that notes other thanks.
    """
    try:
        check_has_facts(letter_facts(work.connection, kind, person.id, today=on))
    except Refused as error:
        promised = work.find(Promise, advisor_id=person.id, kind="thanks", status="open")
        if kind not in ("thanks", "part") or not promised:
            raise
        commands = " ".join(promise.ref for promise in promised)
        in_own_words = f"If you thanked them in your own words: boardroom done {commands}"
        raise Refused(error.message, f"{error.hint}. {in_own_words}") from None


def _to_do_next(work: Work, kind: str, person: Named) -> tuple[str, ...]:
    """What a letter of parting does not do, if it is still to be done."""
    if kind != "part" or "alumni" not in NEXT[standings(work.connection)[person.id].status]:
        return ()
    return (f"To record the parting: boardroom advisor part {person.handle}",)
