"""The settings."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.queries.settings import SettingView
from boardroom.render.page import Cell, Column, Page, Table, for_pipe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def setting_json(view: SettingView) -> dict[str, Any]:
    """The record of one setting."""
    return {"schema": "boardroom.setting/1", **view._asdict()}


def settings_json(views: Sequence[SettingView]) -> dict[str, Any]:
    """The record of every setting."""
    return {"schema": "boardroom.settings/1", "settings": [view._asdict() for view in views]}


def settings_page(views: Sequence[SettingView]) -> Page:
    """Every setting, its purpose (not in a pipe), and its default if it was changed."""
    columns = (
        Column("setting", fixed=True, lead=True),
        Column("value", lead=True),
        Column("", least=30),
    )
    changed = ["" if view.value == view.default else f"default {view.default}" for view in views]
    rows = tuple(
        (
            Cell(view.key, "strong"),
            Cell(view.value),
            Cell(f"{_PURPOSES[view.key]}{f' ({default})' if default else ''}", "quiet"),
        )
        for view, default in zip(views, changed, strict=True)
    )
    piped = ((view.key, view.value, default) for view, default in zip(views, changed, strict=True))
    return Page((Table(columns, rows),), (for_pipe(piped),))


_PURPOSES = {
    "window": "how often to meet an advisor",
    "review": "how often to review advisors and board",
    "seats": "how many active advisors you want",
    "minutes": "how long a meeting is",
    "soon": "how far ahead due looks",
    "agenda_notice": "how early a meeting needs an agenda",
    "thanks": "when to thank after a meeting, or off",
    "ask_wait": "how long to wait for an answer",
    "agreement_notice": "how early to renew an agreement",
    "date_order": "how to read 03/04/2026: dmy or mdy",
    "calendar": "the file or folder to keep up to date",
}
"""What each setting is for."""
