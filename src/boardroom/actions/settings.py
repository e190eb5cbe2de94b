"""Changing the board's own defaults."""

from __future__ import annotations

from sqlmodel import select

from boardroom.models import Setting
from boardroom.rules.settings import DEFAULTS, normalise
from boardroom.store.work import Work

DEFAULT = "default"


def change_setting(work: Work, key: str, value: str) -> None:
    """Sets a key to a value, or back to its default where the value is `default`.

    Raises:
        NotFound: there is no such key.
        BadInput: it can't have that value.
    """
    wanted = normalise(key, DEFAULTS.get(key, "") if value == DEFAULT else value)
    kept = work.session.exec(select(Setting).where(Setting.key == key)).first()
    if wanted == DEFAULTS[key]:
        if kept is not None:
            work.session.delete(kept)
    elif kept is None:
        work.add(Setting(key=key, value=wanted))
    else:
        kept.value = wanted
    work.summary = f"Set {key} to {wanted}"
