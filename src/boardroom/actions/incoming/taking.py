"""Takes what another program's file holds into the board, in one change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from boardroom.actions.incoming.matching import Match
from boardroom.actions.incoming.merging import add_paragraphs, merge, raw
from boardroom.actions.incoming.origins import Origins
from boardroom.actions.incoming.seating import last_met, seated
from boardroom.actions.incoming.tally import Tally
from boardroom.actions.incoming.writing import RecordWriter
from boardroom.errors import BadInput
from boardroom.formats.incoming.outcome import PersonTaken, Taken
from boardroom.formats.incoming.records import Incoming, Person, shown
from boardroom.rules.advisor import FIELDS, clean_name, parse_timezone
from boardroom.rules.handles import handle_for
from boardroom.rules.ids import new_uid
from boardroom.rules.names import Named
from boardroom.store.bulk import add_all
from boardroom.store.rows import Advisor, Transition
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.actions.incoming.merging import Check

_WHOLE_NOTES = "whole notes"
"""What is remembered of notes that are the file's alone: a newer file replaces them."""
_LABELS = {field.name: field.label.lower().replace("-", " ") for field in FIELDS}


def take(
    work: Work,
    incoming: Incoming,
    matches: Sequence[Match],
    chosen: Collection[str],
    *,
    update: bool,
    check: Check,
    step: Callable[[], None],
) -> Taken:
    """Takes what a file says of people on file, and of the new ones whose `source_id` is `chosen`.

    A row that `check` refuses is left out, as a fault. `step` is called after each record.
    """
    taker = _Taker(work, incoming, update=update, check=check)
    taker.add_people([match for match in matches if match.person.source_id in chosen])
    taker.change_people(matches)
    taker.write_records(step)
    return taker.taken()


class _Taker:
    def __init__(self, work: Work, incoming: Incoming, *, update: bool, check: Check) -> None:
        self._work, self._incoming = work, incoming
        self._update, self._check = update, check
        self._origins = Origins(work, incoming.kind)
        self._tally = Tally()
        self._people: dict[str, PersonTaken] = {}
        self._advisors: dict[str, Advisor] = {}
        self._new: set[str] = set()
        self._told: set[int] = set()

    def add_people(self, matches: Sequence[Match]) -> None:
        """Adds new people, seated or as prospects."""
        handles = {advisor.handle for advisor in self._work.find(Advisor)}
        new = []
        for match in matches:
            if match.is_new:
                advisor = self._new_advisor(match.person, handles)
                if advisor is not None:
                    new.append((match, advisor))
        met = last_met(self._incoming, today=self._work.today)
        seats = seated(self._work, [match.person for match, _ in new], met)
        add_all(self._work, [advisor for _, advisor in new])
        self._tally.add(Advisor, len(new))
        steps = []
        for match, advisor in new:
            person = match.person
            status = "active" if person.source_id in seats else "prospect"
            since = met.get(person.source_id) if status == "active" else None
            steps.append(
                Transition(
                    advisor_id=advisor.id,
                    changed_on=since or self._work.today,
                    status=status,
                    recorded_on=self._work.today,
                )
            )
            values = _values(person)
            if person.notes:
                values[_WHOLE_NOTES] = advisor.notes
            self._remember(person, advisor, values, status, near=match.near)
        add_all(self._work, steps)

    def change_people(self, matches: Sequence[Match]) -> None:
        """Adds to the people on file what the file says of them."""
        on_file = {advisor.id: advisor for advisor in self._work.find(Advisor)}
        for match in matches:
            if match.twice in self._advisors:
                advisor_id: int | None = self._advisors[match.twice].id
            else:
                advisor_id = match.advisor_id
            if match.candidates:
                names = ", ".join(match.candidates)
                problem = f"who: {shown(match.person.name)} matches {names}: write the full name"
                self._tally.refuse(match.person.place, problem)
            if advisor_id is not None:
                self._change(on_file[advisor_id], match)

    def write_records(self, step: Callable[[], None]) -> None:
        """Adds or changes the meetings, promises, exchanges and birthdays of those people."""
        writer = RecordWriter(
            self._work, self._origins, self._tally, update=self._update, check=self._check
        )
        born: set[int] = set()
        for source_id, taken in self._people.items():
            advisor = self._advisors[source_id]
            update = self._update and advisor.id not in born
            is_new = source_id in self._new
            writer.write_birthday(taken.person, advisor, is_new=is_new, update=update)
            born |= {advisor.id} if taken.person.birthday else set()
            step()
        for record in self._incoming.records:
            if record.who in self._advisors:
                advisor = self._advisors[record.who]
                writer.write(record, advisor, is_new=record.who in self._new)
            step()
        writer.store()
        if self._tally.imported().changes:
            self._origins.store()

    def taken(self) -> Taken:
        """What was done."""
        return Taken(
            self._tally.imported(),
            tuple(self._people.values()),
            tuple(self._tally.faults),
            self._tally.gone_count,
        )

    def _new_advisor(self, person: Person, handles: set[str]) -> Advisor | None:
        """A new row, not yet stored; None if its model refuses it."""
        name, values = self._name_and_values(person)
        if not name:
            return None
        handle = handle_for(name, handles)
        advisor = Advisor(uid=new_uid(), name=name, handle=handle)
        for column, value in values.items():
            setattr(advisor, column, value)
        advisor.notes = add_paragraphs(None, person.notes)
        if problem := self._check(Advisor.TABLE, raw(advisor)):
            self._tally.refuse(person.place, problem)
            return None
        handles.add(handle)
        return advisor

    def _change(self, advisor: Advisor, match: Match) -> None:
        person = match.person
        name, values = self._name_and_values(person)
        if not name:
            return
        source = self._origins.find(Advisor, person.source_id)
        remembered = source.columns if source else {}
        # Where a file contradicts itself on somebody, what it says first stands.
        update = self._update and advisor.id not in self._told
        merged = merge(advisor, values, remembered, update=update, assumed={})
        new = dict(merged.values)
        said = self._origins.said
        is_whole = not advisor.notes or said(advisor, source, _WHOLE_NOTES, advisor.notes)
        notes = add_paragraphs(None if is_whole else advisor.notes, person.notes)
        if notes != advisor.notes and not said(advisor, source, "notes", person.notes):
            new["notes"] = notes
        row = raw(advisor) | new
        if new and (problem := self._check(Advisor.TABLE, row)):
            self._tally.refuse(person.place, problem)
            return
        for column, value in new.items():
            setattr(advisor, column, value)
        self._tally.merge(advisor, merged._replace(values=new))
        agreed = dict(merged.agreed)
        if person.notes and is_whole:
            agreed[_WHOLE_NOTES] = advisor.notes
        self._remember(person, advisor, agreed, how=match.how or "twice", fields=[*new])

    def _name_and_values(self, person: Person) -> tuple[str, dict[str, Any]]:
        """The name and the columns of a person; without a name if a rule refuses one of them."""
        field = "name"
        try:
            name = clean_name(" ".join(person.name.split()))
            field = "timezone"
            return name, _values(person)
        except BadInput as error:
            self._tally.refuse(person.place, f"{field}: {error.message.rstrip('.')}")
            return "", {}

    def _remember(
        self,
        person: Person,
        advisor: Advisor,
        values: Mapping[str, Any],
        status: str = "",
        *,
        how: str = "new",
        fields: Sequence[str] | None = None,
        near: Named | None = None,
    ) -> None:
        if person.notes:
            values = {**values, "notes": person.notes}
        self._origins.remember(advisor, person.source_id, values)
        self._advisors[person.source_id] = advisor
        self._told.add(advisor.id)
        if status:
            self._new.add(person.source_id)
        labels = tuple(
            _LABELS.get(name, name)
            for name in (values if fields is None else fields)
            if name != _WHOLE_NOTES
        )
        self._people[person.source_id] = PersonTaken(
            person, advisor.name, advisor.handle, how, status, labels, near
        )


def _values(person: Person) -> dict[str, Any]:
    """The columns of a person, without empty ones.

    Raises:
        BadInput: the time zone is none.
    """
    values = {column: value for column, value in person.fields.items() if value}
    if zone := values.get("timezone"):
        values["timezone"] = parse_timezone(zone)
    return values
