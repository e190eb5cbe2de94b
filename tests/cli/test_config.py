"""`config` as it is typed: the board's own defaults, and where it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardroom.rules.settings import DEFAULTS
from tests.boards import Board
from tests.cli.typed import typed, typed_at_screen, typed_on_terminal

GET = "Usage: boardroom config get [OPTIONS] KEY · Example: boardroom config get window"
SET = "Usage: boardroom config set [OPTIONS] KEY VALUE · Example: boardroom config set window 3-5w"


def test_the_list_has_every_setting_and_marks_the_changed_ones(board: Board) -> None:
    typed("config", "set", "window", "3-5w")
    assert board.path
    listed = typed("config", "list", "--json").json
    assert listed["schema"] == "boardroom.settings/1"
    assert {view["key"]: view["default"] for view in listed["settings"]} == DEFAULTS
    assert [view["key"] for view in listed["settings"] if view["value"] != view["default"]] == [
        "window"
    ]
    rows = [line.split("\t") for line in typed("config", "list").out.splitlines()]
    assert [row[:2] for row in rows] == [
        [key, "3-5w" if key == "window" else value] for key, value in DEFAULTS.items()
    ]


@pytest.mark.usefixtures("empty_board")
def test_a_setting_is_set_got_and_set_back() -> None:
    assert typed("config", "get", "minutes").out == "60\n"
    assert typed("config", "set", "minutes", "1h30") == (
        0,
        "Set minutes to 90 · boardroom undo takes it back\n",
        "",
    )
    assert typed("config", "get", "minutes", "--json").json == {
        "schema": "boardroom.setting/1",
        "key": "minutes",
        "value": "90",
        "default": "60",
    }
    assert typed("config", "set", "minutes", "default", "--json").json["value"] == "60"


def test_fewer_seats_than_people_are_named(board: Board) -> None:
    for name in ("Ana Lima", "Marcus Ojo", "Tom Berg"):
        board.advisor(name)

    assert typed("config", "set", "seats", "3").err == ""
    assert typed("config", "set", "seats", "1-2").err == (
        "3 people are seated, 1 more than that: ana, marcus, tom. They stay; to pause or part with"
        " one: boardroom advisor pause WHO, boardroom advisor part WHO\n"
    )
    assert "3 on 2 seats" in typed_at_screen("board").out


@pytest.mark.usefixtures("empty_board")
def test_the_words_of_a_value_are_joined() -> None:
    assert typed("config", "set", "window", "3", "-", "5", "w").out.startswith(
        "Set window to 3-5w "
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("window", "6-4w"),
        ("window", "0w"),
        ("window", ""),
        ("review", "soon"),
        ("seats", "5-3"),
        ("seats", "0"),
        ("minutes", "0"),
        ("minutes", "25h"),
        ("soon", "x"),
        ("agenda_notice", "-3d"),
        ("thanks", "no"),
        ("date_order", "ymd"),
    ],
)
def test_an_invalid_value_is_refused(board: Board, key: str, value: str) -> None:
    typed("config", "set", "soon", "7d")
    before = board.dump()
    ran = typed("config", "set", "--", key, value)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert board.dump() == before


@pytest.mark.parametrize("words", ["get windw", "set windw 3-5w"])
@pytest.mark.usefixtures("empty_board")
def test_an_unknown_setting_is_answered_with_the_nearest(words: str) -> None:
    ran = typed("config", *words.split(), "--json")
    error = json.loads(ran.err)["error"]
    assert (ran.code, error["code"], error["candidates"]) == (3, "not_found", ["window"])


def test_the_path_is_the_option_or_the_variable_or_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = typed("config", "path", "--json").json
    assert home["schema"] == "boardroom.path/1"
    assert Path(home["path"]).relative_to(tmp_path).parts[-2:] == ("boardroom", "board.db")
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / "variable.db"))
    assert typed("config", "path").out == f"{tmp_path / 'variable.db'}\n"
    assert (
        typed("config", "path", "--db", str(tmp_path / "option.db")).out
        == f"{tmp_path / 'option.db'}\n"
    )


@pytest.mark.usefixtures("empty_board")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("get", f"KEY is missing. {GET}"),
        ("set", f"KEY is missing. {SET}"),
        ("set window", f"VALUE is missing. {SET}"),
    ],
)
def test_a_missing_word_is_named_with_the_command(words: str, sentence: str) -> None:
    assert typed("config", *words.split()) == (2, "", f"{sentence}\n")


@pytest.mark.usefixtures("empty_board", "plain_screen")
def test_set_alone_shows_the_settings_and_asks() -> None:
    ran = typed_on_terminal("config", "set", answers="soon\n9d\n")

    assert (ran.code, ran.out) == (0, "Set soon to 9d · boardroom undo takes it back\n")
    assert "minutes           60     how long a meeting is\n" in ran.err
    assert ran.err.endswith("Which setting? (like window) New value of soon, now 14d? ")


@pytest.mark.usefixtures("empty_board")
def test_an_unknown_setting_is_refused_before_its_value_is_asked_for() -> None:
    assert typed_on_terminal("config", "set", "colour", answers="") == (
        3,
        "",
        "There is no setting 'colour'. List the settings with: boardroom config list\n",
    )
