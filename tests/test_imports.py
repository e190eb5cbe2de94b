"""What each command imports, which is most of its start-up time. Modules, unlike times, are steady."""

from __future__ import annotations

import pytest

from boardroom.cli.tree import TREE, commands
from tests.boards import Board
from tests.children import ran

# What the prompt's lane may build on: `sqlite3`, and what a module of ours needs to be one.
LANE = "import __future__, collections.abc, contextlib, datetime, gc, os, sqlite3, sys, time"

LISTING = """
import os, sys
def leave(code):
    sys.stderr.write(" ".join(sys.modules))
    sys.stderr.flush()
    end(code)
end, os._exit = os._exit, leave
from boardroom.__main__ import main
main()
"""

ONE_AFTER_THE_OTHER = """
import sys
from boardroom.cli.run import run
for command in sys.argv[1:]:
    code = run(command.split())
    print(f"{command}: {code}", [name for name in ("sqlmodel", "sqlalchemy", "pydantic", "rich", "typing", "boardroom.cli.init") if name in sys.modules], file=sys.stderr)
"""

COMPILING = """
import re, sys
def compiling(*arguments, **options):
    compilers.add(sys._getframe(1).f_globals["__name__"])
    return compiles(*arguments, **options)
compiles, re.compile, compilers = re.compile, compiling, set()
from boardroom.cli.run import run
code = run(sys.argv[1:])
print(code, *sorted(name for name in compilers if name.startswith("boardroom.")), file=sys.stderr)
"""

READS = {
    "due": "due",
    "board": "board",
    "history": "history",
    "prep": "prep marcus",
    "search": "search deck",
    "review": "review --facts",
    "reviews": "review --list",
    "advisor list": "advisor list --all",
    "mentee list": "mentee list",
    "advisor show": "advisor show marcus",
    "agenda list": "agenda list",
    "promise list": "promise list",
    "advice list": "advice list",
    "exchange list": "exchange list ana",
    "occasion list": "occasion list",
    "goal list": "goal list",
    "goal show": "goal show g1",
    "agreement show": "agreement show marcus",
    "agreement list": "agreement list",
    "criterion list": "criterion list",
    "prospects": "advisor list --prospects",
    "meeting list": "meeting list ana",
    "meeting show": "meeting show m1",
    "config list": "config list",
    "config get": "config get window",
    "config path": "config path",
}


@pytest.fixture
def demo_board(board: Board) -> Board:
    """The user's board, filled like the demonstration board."""
    board.lay_demo()
    return board


def _loaded_by(*argv: str) -> set[str]:
    """The modules in memory after that command, with its output in a pipe."""
    code, _, err = ran(
        "-S", "-c", LISTING, *argv
    )  # -S: nothing that the environment loads by itself, such as a coverage tool
    assert code == 0
    return set(err.split())


def _packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize(
    "argv", ["due --short", "--no-input due --short", "due --short --db={}", "--db {} due --short"]
)
def test_a_prompt_loads_only_sqlite_and_boardroom(argv: str, demo_board: Board) -> None:
    allowed = set(ran("-S", "-c", f"{LANE}; print(*sys.modules)")[1].split())

    loaded = _loaded_by(*(word.format(demo_board.path) for word in argv.split()))

    assert _packages(loaded - allowed) == {"boardroom"}
    assert {name.split(".")[1] for name in loaded if name.startswith("boardroom.")} & {
        "actions",
        "cli",
        "models",
    } == set()


@pytest.mark.usefixtures("board")
def test_a_prompt_without_a_board_loads_no_schema() -> None:
    loaded = _loaded_by("due", "--short")

    assert (
        "boardroom.store.file" in loaded,
        "boardroom.store.migrate" in loaded,
        "typer" in loaded,
    ) == (True, False, False)


def test_every_read_is_covered_here() -> None:
    reads = {
        name for name, _ in commands(TREE) if name.split()[-1] in ("list", "show", "get", "path")
    }

    assert reads <= READS.keys()


@pytest.mark.usefixtures("demo_board")
def test_a_read_in_a_pipe_loads_no_sqlmodel_rich_or_typing() -> None:
    commands = [*READS.values(), *(f"{command} --json" for command in READS.values())]

    code, _, err = ran("-S", "-c", ONE_AFTER_THE_OTHER, *commands)

    assert (code, err.splitlines()) == (0, [f"{command}: 0 []" for command in commands])


@pytest.mark.usefixtures("demo_board")
def test_a_letter_in_a_pipe_loads_no_mail_editor_or_typer() -> None:
    loaded = _loaded_by("letter", "agenda", "ana")

    assert {
        *("boardroom.actions.letters", "boardroom.cli.editor", "email", "rich", "sqlmodel"),
        *("subprocess", "typer", "typing", "urllib"),
    } & loaded == set()


LISTS = [command for command in READS.values() if " list" in command]


@pytest.mark.usefixtures("demo_board")
def test_a_change_in_a_pipe_loads_no_questions_or_lines_for_a_screen() -> None:
    assert {
        "boardroom.cli.choices",
        "boardroom.queries.completions",
        "boardroom.render.confirmation",
    } & _loaded_by("promise", "edit", "p1", "--by", "fri") == set()


@pytest.mark.usefixtures("demo_board")
@pytest.mark.parametrize("command", LISTS)
def test_a_list_loads_no_meeting_actions_dates_or_forms(command: str) -> None:
    loaded = _loaded_by(*command.split())

    assert {
        "boardroom.actions.meetings",
        "boardroom.cli.editor",
        "boardroom.formats",
        "boardroom.rules.dates",
        "boardroom.rules.log_entry",
    } & loaded == set()


@pytest.mark.usefixtures("demo_board")
@pytest.mark.parametrize("command", ["due", "board", "prep marcus", "review --facts"])
def test_a_read_loads_nothing_of_pictures(command: str) -> None:
    assert {
        "boardroom.cli.output_file",
        "boardroom.cli.picture",
        "boardroom.queries.shared_due",
        "boardroom.queries.sharing",
        "boardroom.render.svg",
    } & _loaded_by(*command.split()) == set()


@pytest.mark.usefixtures("demo_board")
def test_the_morning_list_loads_nothing_of_a_brief() -> None:
    assert {"boardroom.queries.advice", "boardroom.queries.goals", "boardroom.queries.prep"} & (
        _loaded_by("due")
    ) == set()


@pytest.mark.usefixtures("demo_board")
def test_jinja2_is_for_a_report_alone() -> None:
    loaded = [
        "jinja2" in _loaded_by(*words.split())
        for words in ("report -o -", "report -h", "board", "prep ana --md", "board --svg -")
    ]

    assert loaded == [True, False, False, False, False]


@pytest.mark.usefixtures("demo_board")
def test_the_list_of_meetings_loads_no_actions() -> None:
    assert "boardroom.actions" not in _loaded_by("meeting", "list")


@pytest.mark.usefixtures("demo_board")
def test_a_read_on_a_screen_loads_rich_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert _packages(_loaded_by("due")) & {"sqlmodel", "sqlalchemy", "pydantic", "rich"} == {"rich"}


CHANGES = {
    "agenda add": "agenda add marcus Budget",
    "plan": "plan priya tue",
    "log": "log tom Hello --i-owe it",
    "done": "done p1",
    "advisor add": "advisor add Bo --beyond",
    "advisor edit": "advisor edit ana --seat Mirror",
    "promise add": "promise add ana it --by fri",
    "give": "give ana it",
    "goal add": "goal add it",
    "undo": "undo",
    "redo": "redo",
    "config set": "config set soon 9d",
}


@pytest.mark.usefixtures("demo_board")
def test_no_change_loads_sqlmodel_rich_or_typing() -> None:
    code, _, err = ran("-S", "-c", ONE_AFTER_THE_OTHER, *CHANGES.values())

    assert (code, err.splitlines()) == (0, [f"{command}: 0 []" for command in CHANGES.values()])


@pytest.mark.usefixtures("demo_board")
@pytest.mark.parametrize("command", ["plan priya tue 15:30", "log tom Hello --on -3d --i-owe it"])
def test_a_change_compiles_no_pattern_before_it_is_used(command: str) -> None:
    _, _, err = ran("-S", "-c", COMPILING, *command.split())

    assert err == "0 boardroom.cli.parameters\n"


@pytest.mark.usefixtures("demo_board")
def test_a_tab_loads_no_help_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_BOARDROOM_COMPLETE", "bash")
    monkeypatch.setenv("_BOARDROOM_LINE", "boardroom advisor show m")

    assert {"boardroom.cli.help_pages", "shlex", "textwrap"} & _loaded_by() == set()


@pytest.mark.usefixtures("demo_board")
def test_an_export_as_json_loads_no_csv_or_zipfile() -> None:
    assert {"csv", "sqlmodel", "zipfile"} & _loaded_by("export") == set()


@pytest.mark.usefixtures("demo_board")
@pytest.mark.parametrize("command", ["calendar write", "export --to ics"])
def test_a_calendar_is_written_without_icalendar_or_dateutil(command: str) -> None:
    assert _packages(_loaded_by(*command.split())) & {"icalendar", "dateutil", "sqlmodel"} == set()


SLOTS = {
    "dateutil",
    "zoneinfo",
    "boardroom.cli.plan_all",
    "boardroom.cli.plan_next",
    "boardroom.queries.proposals",
    "boardroom.rules.local_times",
    "boardroom.rules.typed_slots",
    "boardroom.rules.usual_slots",
}
"""What usual slots and time zones need."""


@pytest.mark.usefixtures("demo_board")
@pytest.mark.parametrize(
    "command",
    ["due", "board", "prep marcus", "plan priya tue 15:30", "advisor edit ana --seat Mirror"],
)
def test_a_command_without_slots_or_zones_loads_none(command: str) -> None:
    assert _loaded_by(*command.split()) & SLOTS == set()


@pytest.mark.parametrize(
    ("command", "loaded"),
    [
        ("due", set()),
        ("due --short", set()),
        ("prep ana", {"boardroom.rules.usual_slots"}),  # its JSON has the words
        ("log ana Good", {"boardroom.queries.proposals", "boardroom.rules.usual_slots"}),
        (
            "plan ana next",
            {
                "boardroom.cli.plan_next",
                "boardroom.queries.proposals",
                "boardroom.rules.usual_slots",
            },
        ),
    ],
)
def test_a_slot_of_every_week_needs_no_dateutil(
    command: str, loaded: set[str], board: Board
) -> None:
    board.advisor("Ana Lima", usual="thu 16:00", timezone="Europe/Lisbon")

    # A plan that was just made says their time.
    zones = {"zoneinfo", "boardroom.rules.local_times"} if "plan" in command else set()
    assert _loaded_by(*command.split()) & SLOTS == loaded | zones


def test_zones_are_loaded_where_a_meeting_with_one_is_listed(board: Board) -> None:
    ana = board.advisor("Ana Lima", timezone="Europe/Lisbon")
    assert _loaded_by("due") & SLOTS == set()

    board.meeting(ana, "2026-11-24", "planned", start_time="16:00")

    assert _loaded_by("due") & SLOTS == {"zoneinfo", "boardroom.rules.local_times"}
    assert _loaded_by("due", "--short") & SLOTS == set()
