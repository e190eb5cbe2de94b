"""What an action reports of its change."""

from __future__ import annotations

from boardroom.record import Record
from boardroom.rules.fields import Change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Rows: TypeAlias = "tuple[tuple[str, str], ...]"


class Done(Record):
    """What an action did: a sentence, the ids of its records, and the fields it edited.

    `notes` are further sentences for the user, such as what was on file already and not made again.
    If there are labelled `rows`, a screen shows them in place of the sentence after its colon.
    """

    summary: str
    ids: tuple[int, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    rows: Rows = ()

    @property
    def id(self) -> int:
        """The first of the ids."""
        return self.ids[0]
