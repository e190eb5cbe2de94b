"""Reads the contacts of an export of Monica, with all their parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardroom.formats.incoming.monica_happenings import HAPPENINGS, HappeningReader
from boardroom.formats.incoming.monica_record import Contact, Wrong, day_in
from boardroom.formats.incoming.monica_records import Records
from boardroom.formats.incoming.records import LONG_NAME, NAME_LIMIT, Birthday, Person
from boardroom.rules.day_format import MONTHS, format_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LONGEST_WINDOW_DAYS = 999


class ContactReader:
    """Reads contacts into `records`, with the text of activities and the properties of others."""

    KINDS = frozenset({*HAPPENINGS, "note", "contact_field", "address"})
    """The parts that are read."""

    def __init__(
        self,
        records: Records,
        activities: Mapping[str, Mapping[str, Any]],
        contacts: Mapping[str, object],
        field_types: Mapping[str, str],
    ) -> None:
        self._records = records
        self._happenings = HappeningReader(records, activities)
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
        self._addresses(contact, parts, fields)
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
        for _ in contact.items("tags"):
            self._records.lose("a tag")
        self._happenings.read(contact, parts)
        self._records.lose_unread(contact, "contact")
        return True

    def activities_with_nobody(self) -> int:
        """How many activities nobody who was read took part in."""
        return self._happenings.activities_with_nobody()

    def _fields(self, contact: Contact) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "org": contact.text("company"),
            "title": contact.text("job"),
            "how_met": self._how_met(contact),
        }
        if nickname := contact.text("nickname"):
            fields["nicknames"] = [nickname]
        days = contact.number("stay_in_touch_frequency") or 0
        if days > _LONGEST_WINDOW_DAYS:
            self._records.lose(f"staying in touch every more than {_LONGEST_WINDOW_DAYS} days")
        elif days > 0:
            fields["window"] = f"{days // 7}w" if days % 7 == 0 else f"{days}d"
        return {column: value for column, value in fields.items() if value}

    def _how_met(self, contact: Contact) -> str:
        met = self._first_met(contact.record("first_met_date"))
        through = contact.value("first_met_through")
        named = self._contacts.get(through) if isinstance(through, str) else None
        if isinstance(named, dict):
            names = (named.get("first_name"), named.get("last_name"))
            introducer = " ".join(str(name) for name in names if name)
            met = f"{met} through {introducer}" if met else f"Through {introducer}"
        elif through:
            self._records.lose("who introduced somebody, who is not in the file")
        return ". ".join(filter(None, (met, contact.text("first_met_additional_info"))))

    def _first_met(self, met: Mapping[str, Any]) -> str:
        """“Met Thu 4 May 2023”, without the year that Monica makes up where it is unknown."""
        if not isinstance(met.get("date"), str):
            return ""
        on = day_in("first_met_date", met["date"]).on
        if met.get("is_age_based"):
            return f"Met in {on.year}"
        if met.get("is_year_unknown"):
            return f"Met on {on.day} {MONTHS[on.month - 1]}"
        return f"Met {format_day(on)}"

    def _birthday(self, contact: Contact) -> Birthday | None:
        born = contact.record("birthdate")
        if not isinstance(born.get("date"), str):
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
        for part in self._records.parts(contact, parts, "contact_field"):
            value, type_ = part.text("data"), self._field_types.get(part.text("type"), "")
            column = {"email": "email", "phone": "phone", "linkedin": "link"}.get(type_, "")
            column = column or ("link" if value.startswith(("http://", "https://")) else "")
            if column and column not in fields:
                fields[column] = value
            elif value:
                others.append(value)
            self._records.lose_unread(part, "contact field")
        return others

    def _addresses(
        self, contact: Contact, parts: Mapping[str, Sequence[Any]], fields: dict[str, Any]
    ) -> None:
        """Sets the city; what else an address has is lost."""
        for part in self._records.parts(contact, parts, "address"):
            if city := part.text("city"):
                fields.setdefault("city", city)
            self._records.lose("an address but for its city" if city else "an address")

    def _notes(self, contact: Contact, parts: Mapping[str, Sequence[Any]]) -> list[str]:
        notes = []
        for part in self._records.parts(contact, parts, "note"):
            on = part.day("created_at")
            body = part.text("body")
            self._records.lose_unread(part, "note")
            notes.append(f"{on.on}: {body}" if on and body else body)
        return notes
