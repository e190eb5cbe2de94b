"""Letters: their kinds, each a moment at which a relationship wants a word."""

from __future__ import annotations

KINDS = ("ask", "agenda", "thanks", "news", "nudge", "renew", "part")
