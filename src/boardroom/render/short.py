"""The one line for a shell prompt. Loaded by the prompt lane, so nothing slow is imported."""

from __future__ import annotations

from collections.abc import Mapping


def short(counts: Mapping[str, int]) -> str:
    """“2 overdue, 1 due”; empty where neither is."""
    return ", ".join(
        f"{counts[severity]} {severity}" for severity in ("overdue", "due") if counts[severity]
    )
