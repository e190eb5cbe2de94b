"""What makes a SQLite file a board, and of which version."""

from __future__ import annotations

APPLICATION_ID = 0x626F6172
"""`boar` in ASCII, in the header of every board."""

VERSION = 1
"""`PRAGMA user_version` of the boards this program writes; a test holds it to the number of migrations."""
