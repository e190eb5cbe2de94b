"""The schema's history: one module a version, its SQL written by hand and never changed once released."""

from __future__ import annotations

from boardroom.store.migrations import v1

STEPS: tuple[tuple[str, ...], ...] = (v1.SQL,)
"""`STEPS[n]` takes a board from version n to version n + 1."""
