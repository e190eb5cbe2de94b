from __future__ import annotations

from boardroom.queries.settings import SettingView, setting_list
from boardroom.render.page import Table
from boardroom.render.settings import setting_json, settings_json, settings_page
from boardroom.store.file import reading
from tests.boards import Board
from tests.render.drawing import piped

SOON = SettingView("soon", "7d", "14d")


def test_a_setting_is_given_with_its_default() -> None:
    assert setting_json(SOON) == {
        "schema": "boardroom.setting/1",
        "key": "soon",
        "value": "7d",
        "default": "14d",
    }


def test_settings_are_a_list_under_their_own_plural() -> None:
    assert settings_json([SOON]) == {
        "schema": "boardroom.settings/1",
        "settings": [{"key": "soon", "value": "7d", "default": "14d"}],
    }


def test_the_list_says_the_default_of_a_changed_setting(board: Board) -> None:
    board.setting("soon", "7d")
    board.setting("thanks", "off")

    with reading(board.path) as connection:
        page = settings_page(setting_list(connection))

    assert piped(page).splitlines() == [
        "window\t4-6w\t",
        "review\t6-12m\t",
        "seats\t3-5\t",
        "minutes\t60\t",
        "soon\t7d\tdefault 14d",
        "agenda_notice\t3d\t",
        "thanks\toff\tdefault 1d",
        "ask_wait\t14d\t",
        "agreement_notice\t30d\t",
        "date_order\tunset\t",
        "calendar\tunset\t",
    ]


def test_a_screen_says_what_each_setting_is_and_was() -> None:
    [table] = settings_page([SOON]).blocks

    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["soon", "7d", "how far ahead due looks (default 14d)"]
    ]
