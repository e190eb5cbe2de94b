"""The board's settings, as stored."""

from __future__ import annotations

import sqlite3

from boardroom.record import Record
from boardroom.rules.settings import DEFAULTS, Settings, check_key, parse_settings
from boardroom.rules.windows import stored


class SettingView(Record):
    """A setting: its value on this board, and its default."""

    key: str
    value: str
    default: str


def settings(connection: sqlite3.Connection) -> Settings:
    """The values of all settings, stored or default."""
    return stored(parse_settings, _stored(connection))


def setting_list(connection: sqlite3.Connection) -> list[SettingView]:
    """All settings as texts, in the documented order."""
    stored = _stored(connection)
    return [
        SettingView(key, stored.get(key, default), default) for key, default in DEFAULTS.items()
    ]


def setting(connection: sqlite3.Connection, key: str) -> SettingView:
    """One setting as a text.

    Raises:
        NotFound: there is no such key.
    """
    check_key(key)
    return SettingView(key, _stored(connection).get(key, DEFAULTS[key]), DEFAULTS[key])


def _stored(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM setting").fetchall())
