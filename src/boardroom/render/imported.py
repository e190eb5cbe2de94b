"""What an import did, or would do, as JSON."""

from __future__ import annotations

from boardroom.rules.imports import Imported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def imported_json(imported: Imported) -> dict[str, Any]:
    """The record of an import."""
    return {
        "schema": "boardroom.import/1",
        "added": imported.added,
        "changed": imported.changed,
        "same_count": imported.same_count,
        "left": list(imported.left),
    }
