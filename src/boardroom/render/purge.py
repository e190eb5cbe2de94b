"""What a purge removed, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def purged_json(noun: str, copies: Sequence[str]) -> dict[str, Any]:
    """The record of a purge, with the copies that still hold what was purged."""
    return {"schema": "boardroom.purge/1", "purged": noun, "copies": list(copies)}
