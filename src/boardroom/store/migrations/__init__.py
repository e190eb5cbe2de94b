"""The migrations, one module per version, written by hand and never changed once released."""

from __future__ import annotations

from boardroom.store.migrations import v2, v3, v4, v5, v6, v7

STEPS: dict[int, tuple[str, ...]] = {
    2: v2.SQL,
    3: v3.SQL,
    4: v4.SQL,
    5: v5.SQL,
    6: v6.SQL,
    7: v7.SQL,
}
"""`STEPS[n]` migrates a board from the version before n; version 1 was never released."""
