"""How long to wait for another boardroom to finish its change before saying that the board is locked."""

from __future__ import annotations

WAIT_SECONDS = 5.0

PROMPT_WAIT_SECONDS = 0.2
"""For a shell prompt, which must not hang."""
