"""Reads the contacts of an export of Monica, with all their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from boardroom.formats.incoming.column_days import Day
from boardroom.formats.incoming.monica_record import Contact, Wrong, day_in, messages_of
from boardroom.formats.incoming.monica_records import Records
from boardroom.formats.incoming.records import (
    LONG_NAME,
    NAME_LIMIT,
    Birthday,
    Fault,
    Given,
    HeldMeeting,
    Person,
    Promised,
    shown,
)
from boardroom.formats.incoming.ways import way_in
from boardroom.rules.day_format import format_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LONGEST_WINDOW_DAYS = 999


class ContactReader:
    """Reads contacts into `records`, with the text of activities and the properties of others."""

    KINDS = frozenset(
        {"activity", "call", "conversation", "note", "task", "gift", "contact_field", "message"}
    )
    """The parts that are read."""

    def __init__(
        self,
        records: Records,
        activities: Mapping[str, Mapping[str, Any]],
        contacts: Mapping[str, object],
        field_types: Mapping[str, str],
    ) -> None:
        self._records = records
        self._activities = activities
        self._contacts = contacts
        self._field_types = field_types

    def read(self, contact: Contact, parts: Mapping[str, Sequence[Any]]) -> bool:
        """Takes a contact, unless it is nobody to meet; whether it did.

        Raises:
            Wrong: a value of the contact itself can't be read.
        """
        uuid = str(contact.uuid)
        name = " ".join(filter(None, map(contact.text, ("first_name", "middle_name", "last_name"))))
        if contact.flag("is_partial"):
            self._records.lose("a relative, who is no contact of their own")
            return False
        if contact.flag("is_dead"):
            self._records.lose("somebody who has died")
            return False
        if not name or len(name) > NAME_LIMIT:
            raise Wrong("first_name", LONG_NAME if name else "it is missing")
        if uuid in self._records.people:
            raise Wrong("uuid", f"{self._records.people[uuid].place} has the same")
        fields = self._fields(contact)
        others = self._contact_fields(contact, parts, fields)
        notes = [contact.text("description"), *self._notes(contact, parts)]
        if others:
            notes.append(f"Also: {', '.join(others)}")
        self._records.people[uuid] = Person(
            name,
            contact.place,
            uuid,
            fields,
            tuple(note for note in notes if note),
            self._birthday(contact),
        )
        if isinstance(tags := contact.value("tags"), list):
            for _ in tags:
                self._records.lose("a tag")
        self._happenings(contact, parts)
        return True

    def _fields(self, contact: Contact) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "org": contact.text("company"),
            "title": contact.text("job"),
            "how_met": self._how_met(contact),
        }
        if nickname := contact.text("nickname"):
            fields["nicknames"] = [nickname]
        days = contact.value("stay_in_touch_frequency")
        if isinstance(days, int) and 1 <= days <= _LONGEST_WINDOW_DAYS:
            fields["window"] = f"{days // 7}w" if days % 7 == 0 else f"{days}d"
        return {column: value for column, value in fields.items() if value}

    def _how_met(self, contact: Contact) -> str:
        parts = []
        met = contact.value("first_met_date")
        if isinstance(met, dict) and isinstance(met.get("date"), str):
            parts.append(f"met {format_day(day_in('first_met_date', met['date']).on)}")
        through = contact.value("first_met_through")
        named = self._contacts.get(through) if isinstance(through, str) else None
        if isinstance(named, dict):
            names = (named.get("first_name"), named.get("last_name"))
            parts.append(f"through {' '.join(str(name) for name in names if name)}")
        text = " ".join([*parts, contact.text("first_met_additional_info")]).strip()
        return f"{text[:1].upper()}{text[1:]}"

    def _birthday(self, contact: Contact) -> Birthday | None:
        born = contact.value("birthdate")
        if not isinstance(born, dict) or not isinstance(born.get("date"), str):
            return None
        if born.get("is_age_based"):
            self._records.lose("an age without a birthday")
            return None
        on = day_in("birthdate", born["date"]).on
        return Birthday(on.month, on.day, None if born.get("is_year_unknown") else on.year)

    def _contact_fields(
        self, contact: Contact, parts: Mapping[str, Sequence[Any]], fields: dict[str, Any]
    ) -> list[str]:
        """Sets email, phone and link; returns what is over."""
        others = []
        for part in self._parts(contact, parts, "contact_field"):
            value, type_ = part.text("data"), self._field_types.get(part.text("type"), "")
            column = {"email": "email", "phone": "phone", "linkedin": "link"}.get(type_, "")
            column = column or ("link" if value.startswith(("http://", "https://")) else "")
            if column and column not in fields:
                fields[column] = value
            elif value:
                others.append(value)
        return others

    def _notes(self, contact: Contact, parts: Mapping[str, Sequence[Any]]) -> list[str]:
        notes = []
        for part in self._parts(contact, parts, "note"):
            on = part.day("created_at")
            body = part.text("body")
            notes.append(f"{on.on}: {body}" if on and body else body)
        return notes

    def _happenings(self, contact: Contact, parts: Mapping[str, Sequence[Any]]) -> None:
        """Adds the meetings, promises and gifts of a contact."""
        records, uuid = self._records, str(contact.uuid)
        for activity in self._activities_of(contact, parts):
            with self._naming(activity):
                texts = (activity.text("summary"), activity.text("description"))
                text = "\n".join(filter(None, texts))
                self._meet(activity, uuid, activity.day("happened_at"), text, way_in(text))
        for call in self._parts(contact, parts, "call"):
            with self._naming(call):
                self._meet(call, uuid, call.day("called_at"), call.text("content"), "call")
        for talk in self._parts(contact, parts, "conversation"):
            with self._naming(talk):
                self._meet(talk, uuid, talk.day("happened_at"), messages_of(talk), "other")
        for task in self._parts(contact, parts, "task"):
            with self._naming(task):
                self._promise(task, uuid)
        for gift in self._parts(contact, parts, "gift"):
            with self._naming(gift):
                self._gift(gift, uuid)
        talked = contact.day("last_talked_to")
        last = max((m.on for m in records.meetings if m.who == uuid), default=None)
        if talked and (last is None or talked.on > last):
            source_id = f"{uuid} {talked.on}"
            records.meetings.append(HeldMeeting(uuid, talked.on, contact.place, source_id))

    @contextmanager
    def _naming(self, part: Contact) -> Iterator[None]:
        """Makes a fault of a value of a part that can't be read, and goes on."""
        try:
            yield
        except Wrong as wrong:
            self._records.faults.append(Fault(part.place, wrong.field, wrong.problem))

    def _promise(self, task: Contact, uuid: str) -> None:
        made, done = task.day("created_at"), task.day("completed_at")
        is_done = task.flag("completed")
        self._records.promises.append(
            Promised(
                uuid,
                task.text("title"),
                task.place,
                str(task.uuid),
                "kept" if is_done else "open",
                made.on if made else None,
                done_on=done.on if done and is_done else None,
                note=task.text("description") or None,
            )
        )

    def _gift(self, gift: Contact, uuid: str) -> None:
        status, on = gift.text("status"), gift.day("date", "created_at")
        direction = {"offered": "given", "received": "received"}.get(status)
        if direction is None or on is None:
            self._records.lose("an idea for a gift")
            return
        self._records.exchanges.append(
            Given(uuid, gift.text("name"), on.on, gift.place, str(gift.uuid), direction)
        )

    def _meet(self, part: Contact, uuid: str, day: Day | None, text: str, way: str | None) -> None:
        if day is None:
            self._records.faults.append(Fault(part.place, "happened_at", "it has no day"))
            return
        self._records.meetings.append(
            HeldMeeting(
                uuid,
                day.on,
                part.place,
                f"{uuid} {part.uuid}",
                start_time=day.at if way == "call" else None,
                way=way,
                notes=text or None,
            )
        )

    def _activities_of(self, contact: Contact, parts: Mapping[str, Sequence[Any]]) -> list[Contact]:
        found = []
        for number, uuid in enumerate(parts.get("activity", ()), 1):
            place = f"{contact.place}, activity {number}"
            record = self._activities.get(uuid) if isinstance(uuid, str) else uuid
            if record is None:
                words = f"{place}: {shown(str(uuid))} is not in the file, and left out."
                self._records.doubtful.append(words)
                continue
            found += self._one(place, record)
        return found

    def _parts(
        self, contact: Contact, parts: Mapping[str, Sequence[Any]], kind: str
    ) -> list[Contact]:
        """The parts of a kind; those that are no records are faults."""
        found = []
        for number, record in enumerate(parts.get(kind, ()), 1):
            found += self._one(f"{contact.place}, {kind.replace('_', ' ')} {number}", record)
        return found

    def _one(self, place: str, record: object) -> list[Contact]:
        try:
            return [Contact(place, record)]
        except Wrong as wrong:
            self._records.faults.append(Fault(place, wrong.field, wrong.problem))
            return []
