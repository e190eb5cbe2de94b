"""Settings: a list, and one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from boardroom.queries.settings import SettingView
from boardroom.render.page import Cell, Column, Page, Table


def setting_json(view: SettingView) -> dict[str, Any]:
    """One setting, as its text."""
    return {"schema": "boardroom.setting/1", **view._asdict()}


def settings_json(views: Sequence[SettingView]) -> dict[str, Any]:
    """Every setting."""
    return {"schema": "boardroom.settings/1", "settings": [view._asdict() for view in views]}


def settings_page(views: Sequence[SettingView]) -> Page:
    """Every setting; the changed ones say what they were."""
    rows = tuple(
        (Cell(view.key, "strong"), Cell(view.value), Cell("" if view.value == view.default else f"default {view.default}", "quiet"))
        for view in views
    )
    return Page((Table((Column("setting", fixed=True, lead=True), Column("value", lead=True), Column("")), rows),))
