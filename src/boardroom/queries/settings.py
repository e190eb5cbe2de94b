"""The board's settings, as it keeps them."""

from __future__ import annotations

import sqlite3

from boardroom.record import Record
from boardroom.rules.settings import DEFAULTS, Settings, read


class SettingView(Record):
    """One setting: its value on this board, and what it is where nobody changed it."""

    key: str
    value: str
    default: str


def settings(connection: sqlite3.Connection) -> Settings:
    """The settings the rules work with."""
    return read(_stored(connection))


def setting_list(connection: sqlite3.Connection) -> list[SettingView]:
    """Every setting, in the order of the documentation."""
    stored = _stored(connection)
    return [
        SettingView(key, stored.get(key, default), default) for key, default in DEFAULTS.items()
    ]


def _stored(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM setting").fetchall())
