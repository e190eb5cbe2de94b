"""Changing the board's settings."""

from __future__ import annotations

from boardroom.rules.settings import DEFAULTS, normalise
from boardroom.store.rows import Setting
from boardroom.store.work import Done, Work

DEFAULT = "default"


def change_setting(work: Work, key: str, value: str) -> Done:
    """Sets a key to a value, or back to its default if the value is `default`.

    Raises:
        NotFound: there is no such key.
        BadInput: the value is not valid for the key.
    """
    new = normalise(key, DEFAULTS.get(key, "") if value == DEFAULT else value)
    setting = work.first(Setting, key=key)
    if new == DEFAULTS[key]:
        if setting is not None:
            work.delete(setting)
    elif setting is None:
        work.add(Setting(key=key, value=new))
    else:
        setting.value = new
    return work.did(f"Set {key} to {new}")
