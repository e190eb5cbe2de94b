"""Reads what happened with the contacts of an export of Monica: meetings, promises and gifts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardroom.formats.incoming.column_days import Day
from boardroom.formats.incoming.monica_record import Contact, Wrong, messages_of
from boardroom.formats.incoming.monica_records import Records
from boardroom.formats.incoming.records import Fault, Given, HeldMeeting, Promised, shown
from boardroom.formats.incoming.ways import way_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HAPPENINGS = ("activity", "call", "conversation", "message", "task", "gift")
"""The parts of a contact that are read here."""


class HappeningReader:
    """Reads what happened into `records`, with the text of activities."""

    def __init__(self, records: Records, activities: Mapping[str, Mapping[str, Any]]) -> None:
        self._records, self._activities = records, activities
        self._unused = {*activities}

    def activities_with_nobody(self) -> int:
        """How many activities nobody who was read took part in."""
        return len(self._unused)

    def read(self, contact: Contact, parts: Mapping[str, Sequence[Any]]) -> None:
        """Adds the meetings, promises and gifts of a contact."""
        records, uuid = self._records, str(contact.uuid)
        for activity in self._activities_of(contact, parts):
            with records.naming(activity, "activity"):
                texts = (activity.text("summary"), activity.text("description"))
                text = "\n".join(filter(None, texts))
                self._meet(activity, uuid, activity.day("happened_at"), text, way_in(text))
        for call in records.parts(contact, parts, "call"):
            with records.naming(call, "call"):
                self._meet(call, uuid, call.day("called_at"), call.text("content"), "call")
        for talk in records.parts(contact, parts, "conversation"):
            with records.naming(talk, "conversation"):
                self._meet(talk, uuid, talk.day("happened_at"), messages_of(talk), "other")
        for task in records.parts(contact, parts, "task"):
            with records.naming(task, "task"):
                self._promise(task, uuid)
        for gift in records.parts(contact, parts, "gift"):
            with records.naming(gift, "gift"):
                self._gift(gift, uuid)
        talked = contact.day("last_talked_to")
        last = max((m.on for m in records.meetings if m.who == uuid), default=None)
        if talked and (last is None or talked.on > last):
            source_id = f"{uuid} {talked.on}"
            records.meetings.append(HeldMeeting(uuid, talked.on, contact.place, source_id))

    def _promise(self, task: Contact, uuid: str) -> None:
        made, done = task.day("created_at"), task.day("completed_at")
        is_done = task.flag("completed")
        self._records.promises.append(
            Promised(
                uuid,
                _text(task, "title"),
                task.place,
                str(task.uuid),
                "kept" if is_done else "open",
                made.on if made else None,
                done_on=done.on if done and is_done else None,
                note=task.text("description") or None,
            )
        )

    def _gift(self, gift: Contact, uuid: str) -> None:
        name, status, on = _text(gift, "name"), gift.text("status"), gift.day("date", "created_at")
        direction = {"offered": "given", "received": "received"}.get(status)
        if direction is None or on is None:
            self._records.lose("an idea for a gift")
            return
        self._records.exchanges.append(
            Given(uuid, name, on.on, gift.place, str(gift.uuid), direction)
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
            if isinstance(uuid, str):
                self._unused.discard(uuid)
            if record is None:
                words = f"{place}: {shown(str(uuid))} is not in the file, and left out."
                self._records.doubtful.append(words)
                continue
            found += self._records.one(place, record)
        return found


def _text(part: Contact, field: str) -> str:
    text = part.text(field)
    if not text:
        raise Wrong(field, "it is missing")
    return text
