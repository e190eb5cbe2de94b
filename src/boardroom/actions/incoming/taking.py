"""Takes what another program's file holds into the board, in one change."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass
