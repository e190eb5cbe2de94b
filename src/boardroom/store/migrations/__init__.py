"""The schema's history: a module a version, written by hand, never changed once released."""

from __future__ import annotations

from boardroom.store.migrations import v2

STEPS: dict[int, tuple[str, ...]] = {2: v2.SQL}
"""`STEPS[n]` takes a board of the version before it to version n; version 1 was never released."""
