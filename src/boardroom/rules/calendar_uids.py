"""The UIDs of the events that boardroom writes, by which it knows them again."""

from __future__ import annotations

import re

from boardroom.rules.ids import uid_of

DOMAIN = "@boardroom"
"""The end of the UID of every event that boardroom makes."""
DUE = "-due"
"""What stands before it where the event says from when on somebody is due."""
_UUID = re.compile(r"[0-9a-f-]{36}")


def event_uid(uid: str, suffix: str = "") -> str:
    """The UID of an event made of a record.

    It also names a file, so the uid of a record from elsewhere that is no UUID is replaced.
    """
    own = uid if _UUID.fullmatch(uid) else uid_of(uid)
    return f"{own}{suffix}{DOMAIN}"


def is_of_meeting(uid: str) -> bool:
    """Whether an event was made of a meeting, of this board or another."""
    return uid.endswith(DOMAIN) and not uid.endswith(f"{DUE}{DOMAIN}")
