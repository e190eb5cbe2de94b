"""What an action reports of its change."""

from __future__ import annotations

from boardroom.record import Record
from boardroom.rules.fields import Change


class Done(Record):
    """What an action did: a sentence, the ids of its records, and the fields it edited.

    `notes` are further sentences for the user, such as what was on file already and not made again.
    """

    summary: str
    ids: tuple[int, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> int:
        """The first of the ids."""
        return self.ids[0]
