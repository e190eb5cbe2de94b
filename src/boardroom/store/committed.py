"""Counts the changes that this process has stored.

Ctrl-C may come when a change is committed and nothing is printed yet. The count tells it from one
that came before the commit.
"""

from __future__ import annotations

count = 0
