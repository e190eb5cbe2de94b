"""Counts what an import of another program's file does."""

from __future__ import annotations

from boardroom.formats.incoming.records import Fault
from boardroom.rules.board_file import KEYS
from boardroom.rules.imports import Imported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.actions.incoming.merging import Merged
    from boardroom.store.row import Row


class Tally:
    """The records added, changed, the same and left as they are, and the `faults`."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.gone_count = 0
        self._added: dict[str, int] = {}
        self._changed: dict[str, int] = {}
        self._same_count = 0
        self._left: list[str] = []

    def add(self, table: type[Row], count: int) -> None:
        """Counts new records."""
        if count:
            key = KEYS[table.TABLE]
            self._added[key] = self._added.get(key, 0) + count

    def merge(self, row: Row, merged: Merged) -> None:
        """Counts a record that the board has: changed, the same, or left as it is."""
        if merged.values:
            key = KEYS[row.TABLE]
            self._changed[key] = self._changed.get(key, 0) + 1
        elif not merged.left:
            self._same_count += 1
        if merged.left:
            name = row.ref if row.LETTER else getattr(row, "handle", KEYS[row.TABLE])
            self._left.append(f"{name}: {', '.join(merged.left)}")

    def refuse(self, place: str, problem: str) -> None:
        """Counts a record that its model refuses, by “field: problem”."""
        field, _, why = problem.partition(": ")
        self.faults.append(Fault(place, field, why))

    def imported(self) -> Imported:
        """What was done."""
        return Imported(self._added, self._changed, self._same_count, tuple(self._left))
