"""Reads the JSON that Monica 4 exports (`version` 1.0-preview.1).

Every list is `{"count", "type", "values"}`, a record has its fields in `properties` and its parts
in `data`. A contact names its activities by uuid; their text is in the account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.incoming.monica_contacts import ContactReader
from boardroom.formats.incoming.monica_record import Contact, Wrong
from boardroom.formats.incoming.monica_records import Records
from boardroom.formats.incoming.records import Fault, Incoming
from boardroom.formats.json_document import parse_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KIND = "monica"

_MAPS = (
    "stay in touch every n days → window; first met → how you met; birthday → a yearly occasion",
    "the city of an address → the city; other contact fields → notes",
    "activities, calls and conversations → held meetings; tasks → your promises",
    "gifts offered or received → give and take; notes → dated paragraphs",
)
_PARTS_OF_ACCOUNT = ("contact", "activity")
_LOST = {
    "relationship": "a relationship",
    "pet": "a pet",
    "debt": "a debt",
    "photo": "a photo",
    "document": "a document",
    "life_event": "a life event",
    "reminder": "a reminder",
    "user": "a user of the account",
    "addressbook": "an address book",
    "address_book": "an address book",
}


def read_monica(text: str) -> Incoming:
    """The people in an export, and what happened with them.

    Raises:
        ImportRejected: it is no such export.
    """
    document = parse_document(text, hint="Export it again, as JSON, in Monica's settings.")
    account = document.get("account") if isinstance(document, dict) else None
    if not isinstance(account, dict):
        raise ImportRejected("This is no export of Monica: it has no account.", NOTHING_IMPORTED)
    if account.get("data") is None:
        problem = "This is no export of Monica 4: its account has no data."
        raise ImportRejected(problem, NOTHING_IMPORTED)
    return _Reader(account).incoming()


class _Reader:
    def __init__(self, account: Mapping[str, Any]) -> None:
        self._account = account
        self._records = Records()
        self._lost: Counter[str] = Counter()

    def incoming(self) -> Incoming:
        """All that is read."""
        data = self._lists_of("account", self._account.get("data"))
        activities = {
            record["uuid"]: record
            for record in data.get("activity", ())
            if isinstance(record, dict) and isinstance(record.get("uuid"), str)
        }
        names = {
            contact["uuid"]: contact.get("properties")
            for contact in data.get("contact", ())
            if isinstance(contact, dict) and isinstance(contact.get("uuid"), str)
        }
        reader = ContactReader(self._records, activities, names, self._field_types())
        for number, contact in enumerate(data.get("contact", ())):
            self._contact(reader, f"contact {number + 1}", contact)
        for kind, values in data.items():
            if kind not in _PARTS_OF_ACCOUNT:
                self._lost[lost_words(kind)] += len(values)
        properties = self._account.get("properties")
        entries = properties.get("journal_entries") if isinstance(properties, dict) else None
        if isinstance(entries, list) and entries:
            self._lost["a journal entry"] = len(entries)
        if alone_count := reader.activities_with_nobody():
            self._lost["an activity with nobody"] = alone_count
        return self._records.incoming(KIND, _MAPS, self._lost)

    def _contact(self, reader: ContactReader, place: str, contact: object) -> None:
        try:
            read = Contact(place, contact)
            parts = self._lists_of(place, read.parts)
            if reader.read(read, parts):
                for kind in [kind for kind in parts if kind not in reader.KINDS]:
                    self._lost[lost_words(kind)] += len(parts[kind])
        except Wrong as wrong:
            self._records.faults.append(Fault(place, wrong.field, wrong.problem))

    def _lists_of(self, place: str, data: object) -> dict[str, list[Any]]:
        """The values of each list by its type; what is no such list is a fault."""
        lists: dict[str, list[Any]] = {}
        given = [*data.values()] if isinstance(data, dict) else data  # as PHP numbers a list
        if given is not None and not isinstance(given, list):
            self._records.faults.append(Fault(place, "data", "it has to be a list"))
            return lists
        for number, each in enumerate(given or (), 1):
            type_ = each.get("type") if isinstance(each, dict) else None
            values = each.get("values", []) if isinstance(each, dict) else None
            if isinstance(type_, str) and isinstance(values, list):
                lists.setdefault(type_, []).extend(values)
            else:
                problem = f"list {number} has to have a type and values"
                self._records.faults.append(Fault(place, "data", problem))
        return lists

    def _field_types(self) -> dict[str, str]:
        """What each type of contact field is: `email`, `phone`, or its name in small letters."""
        instance = self._account.get("instance")
        types = instance.get("contact_field_types") if isinstance(instance, dict) else None
        found: dict[str, str] = {}
        for type_ in types if isinstance(types, list) else ():
            properties = type_.get("properties") if isinstance(type_, dict) else None
            if isinstance(properties, dict) and isinstance(type_.get("uuid"), str):
                word = properties.get("type") or properties.get("name")
                found[type_["uuid"]] = str(word).lower()
        return found


def lost_words(kind: str) -> str:
    """A kind of record that the board has no place for, in words."""
    return _LOST.get(kind, kind.replace("_", " "))
