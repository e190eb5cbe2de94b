from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import ASKED_WHO, Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
STORED = "SELECT title, horizon, why, target_on, status, note FROM goal ORDER BY id"
STEPS = "SELECT goal_id, text, due_on, done_on, note FROM goal_step ORDER BY id"
LINKS = "SELECT goal_id, advisor_id FROM goal_helper ORDER BY id"


def test_a_goal_is_set_with_its_day_and_who_helps(board: Board) -> None:
    marcus, ana = board.advisor(), board.prospect("Ana Lima")

    ran = typed(
        "goal",
        "add",
        "Run",
        "a P&L",
        "--target",
        "1 Dec",
        "--helps",
        "marcus",
        "--helps",
        "lima",
        "--why",
        "-",
        stdin="To lead\n",
    )

    goal = "Run a P&L, target Tue 1 Dec 2026 (in 10 days)"
    summary = f"Set g1, near term, helped by Marcus Ojo and Ana Lima: {goal}"
    assert ran == Ran(0, f"{summary} · {UNDO}\n", "")
    assert board.sql(STORED) == [("Run a P&L", "near", "To lead", "2026-12-01", "open", None)]
    assert board.sql(LINKS) == [(1, marcus), (1, ana)]
    assert typed("goal", "add", "Lead", "--long").out == (
        f"Set g2, long term: Lead (no day: boardroom goal edit g2 --target DATE) · {UNDO}\n"
    )


def test_a_goal_comes_back_as_a_record(board: Board) -> None:
    board.advisor()

    ran = typed("goal", "add", "Run a P&L", "--helps", "marcus", "--json")
    record = {
        "schema": "boardroom.goal/1",
        "id": "g1",
        "uid": board.sql("SELECT uid FROM goal")[0][0],
        "title": "Run a P&L",
        "horizon": "near",
        "measure": None,
        "why": None,
        "target_on": None,
        "status": "open",
        "helpers": ["marcus"],
        "steps": [],
        "added_on": "2026-11-21",
        "closed_on": None,
        "note": None,
        "last_on_agenda_on": None,
        "private": False,
    }
    assert ran.json == record

    step = typed("goal", "step", "add", "g1", "Ask", "the CFO", "--by", "1 Dec", "--json").json
    inner = {
        "id": "s1",
        "uid": step["uid"],
        "text": "Ask the CFO",
        "due_on": "2026-12-01",
        "done_on": None,
        "note": None,
        "goal": "g1",
    }
    assert step == {"schema": "boardroom.step/1", **inner}
    board.item(1, status="covered", closed_on=None, goal_id=1)
    board.put("UPDATE agenda_item SET closed_on = '2026-11-03'")
    whole = {**record, "steps": [inner], "last_on_agenda_on": "2026-11-03"}
    assert typed("goal", "show", "g1", "--json").json == whole
    del whole["schema"]
    assert typed("goal", "list", "--json").json == {"schema": "boardroom.goals/1", "goals": [whole]}


def test_a_terminal_asks_for_missing_arguments(board: Board) -> None:
    board.advisor()

    assert (
        typed_on_terminal("goal", "add", answers="Run a P&L\n").err
        == "What do you want to achieve? (like Lead a region) "
    )
    ran = typed_on_terminal("goal", "step", "add", answers="g1\nAsk the CFO\n")
    assert (ran.code, ran.err) == (
        0,
        "  g1  Run a P&L\nWhich goal? (like g1) What is the next step towards g1? (like Ask the CFO by fri) ",
    )
    assert (
        typed_on_terminal("goal", "link", answers="g1\nmarcus\n").err
        == f"  g1  Run a P&L\nWhich goal? (like g1) {ASKED_WHO}"
    )
    assert (board.sql(STEPS), board.sql(LINKS)) == (
        [(1, "Ask the CFO", None, None, None)],
        [(1, 1)],
    )


def test_the_list_in_a_pipe_has_one_line_per_goal(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    goal_id = board.goal("Run\n[/bold]", marcus, ana, target_on="2026-12-01")
    board.goal_step(goal_id, done_on="2026-11-02")
    board.goal_step(goal_id)
    board.goal("Speak", status="achieved", closed_on="2026-11-02", horizon="long")

    assert (
        typed("goal", "list").out
        == "g1\tnear\topen\t2026-12-01\t1\t2\t\tana,marcus\tRun\\n[/bold]\t\n"
    )
    assert typed("goal", "list", "--all").out.splitlines()[1:] == [
        "g2\tlong\tachieved\t\t0\t0\t\t\tSpeak\t"
    ]
    assert [goal["id"] for goal in typed("goal", "list", "--all", "--json").json["goals"]] == [
        "g1",
        "g2",
    ]


def test_an_empty_list_says_how_to_begin_on_a_screen_alone(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()

    assert typed("goal", "list") == Ran(0, "", "")
    assert typed("goal", "list", "--json").json == {"schema": "boardroom.goals/1", "goals": []}
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    assert (
        "There are no open goals. Set one, specific and with a day: boardroom goal add TITLE --target DATE"
        in typed("goal", "list").out
    )


def test_a_goal_is_edited_dropped_and_opened_again(board: Board) -> None:
    board.goal()

    ran = typed(
        "goal",
        "edit",
        "g1",
        "--title",
        "Own one",
        "--long",
        "--target",
        "tue",
        "--why",
        "-",
        "--note",
        "Hard",
        stdin="To lead\n",
    )
    assert ran.out == (
        "Changed g1: title Run a P&L → Own one, term near → long,"
        " target none → Tue 24 Nov 2026, why none → “To lead”, note none → “Hard”"
        f" · target in 3 days · {UNDO}\n"
    )
    assert board.sql(STORED) == [("Own one", "long", "To lead", "2026-11-24", "open", "Hard")]
    assert typed("goal", "drop", "g1", "--note", "No room").out == f"Dropped g1: Own one · {UNDO}\n"
    assert (
        typed(
            "goal", "edit", "g1", "--open", "--near", "--target", "", "--why", "", "--note", ""
        ).out
        == "Reopened g1: Own one, term long → near, target Tue 24 Nov 2026 → none,"
        f" why “To lead” → none, note “No room” → none · {UNDO}\n"
    )
    assert board.sql(STORED) == [("Own one", "near", None, None, "open", None)]


def test_linking_a_helper_twice_is_no_change(board: Board) -> None:
    board.advisor()
    board.advisor("Ana Lima")
    board.goal()

    assert (
        typed("goal", "link", "g1", "marcus", "ana").out
        == f"Linked g1 (Run a P&L) to Marcus Ojo and Ana Lima · {UNDO}\n"
    )
    assert typed("goal", "link", "g1", "ana").out == "Nothing changed: already up to date.\n"
    assert typed("goal", "unlink", "g1", "marcus", "--json").json["helpers"] == ["ana"]
    assert typed("goal", "unlink", "g1", "marcus").out == "Nothing changed: already up to date.\n"


def test_removing_a_goal_asks_and_says_what_goes_with_it(board: Board) -> None:
    marcus = board.advisor()
    goal_id = board.goal("Run a P&L", marcus, board.advisor("Ana Lima"))
    board.goal_step(goal_id)
    board.item(marcus, goal_id=goal_id)
    before = board.dump()
    gone = "This removes g1 (Run a P&L), with 1 step and 2 links; 1 agenda item stays without it."

    assert typed("goal", "rm", "g1") == Ran(
        2, "", f"{gone} This needs confirmation. Confirm with --yes.\n"
    )
    assert (
        typed_on_terminal("goal", "rm", "g1", answers="n\n").err
        == f"{gone} Continue? [y/N] Nothing changed.\n"
    )
    assert board.dump() == before
    assert (
        typed_on_terminal("goal", "rm", "g1", answers="y\n").out
        == f"Removed g1: Run a P&L · {UNDO}\n"
    )
    assert board.sql(STORED) == board.sql(STEPS) == board.sql(LINKS) == []
    assert typed("undo").code == 0
    assert board.dump() == before
    board.goal("Speak")
    assert typed("goal", "rm", "g2").err.startswith(
        "This removes g2 (Speak). This needs confirmation."
    )
    assert typed("goal", "rm", "g2", "--yes", "--json").json["title"] == "Speak"


def test_a_goal_with_more_steps_meanwhile_is_asked_about_again(board: Board) -> None:
    board.goal()

    ran = typed_on_terminal(
        "goal",
        "rm",
        "g1",
        answers="y\nn\n",
        meanwhile=lambda: typed("goal", "step", "add", "g1", "Ask the CFO"),
    )

    assert ran.err == (
        "This removes g1 (Run a P&L). Continue? [y/N]"
        " This removes g1 (Run a P&L), with 1 step. Continue? [y/N] Nothing changed.\n"
    )
    assert board.sql(STEPS) == [(1, "Ask the CFO", None, None, None)]


def test_a_step_is_added_edited_and_removed(board: Board) -> None:
    board.goal()

    ran = typed("goal", "step", "add", "g1", "-", "--by", "1 Dec", stdin="Shadow the round\n")
    assert ran == Ran(
        0,
        "Added s1 towards g1 (Run a P&L): Shadow the round, by Tue 1 Dec 2026 (in 10 days)"
        f" · {UNDO}\n",
        "",
    )
    assert board.sql("SELECT command FROM operation ORDER BY id DESC LIMIT 1") == [
        ("goal step add",)
    ]
    assert typed("done", "s1", "--on", "fri").code == 0
    ran = typed(
        "goal",
        "step",
        "edit",
        "s1",
        "--text",
        "Ask",
        "--by",
        "tue",
        "--note",
        "-",
        "--undone",
        stdin="Soon\n",
    )
    assert (
        ran.out == "Changed s1 towards g1 (Run a P&L): by Tue 1 Dec 2026 → Tue 24 Nov 2026,"
        " taken Fri 20 Nov 2026 → none, text “Shadow the round” → “Ask”, note none → “Soon”"
        f" · due in 3 days · {UNDO}\n"
    )
    assert board.sql(STEPS) == [(1, "Ask", "2026-11-24", None, "Soon")]
    assert (
        typed("goal", "step", "edit", "s1", "--by", "", "--note", "", "--json").json["due_on"]
        is None
    )
    assert (
        typed("goal", "step", "rm", "s1").out
        == f"Removed s1 towards g1 (Run a P&L): Ask · {UNDO}\n"
    )
    assert board.sql(STEPS) == []


def test_a_nested_group_has_its_own_help_and_the_global_options(
    board: Board,
) -> None:
    board.goal_step(board.goal())

    assert typed("goal", "step", "-h").out.startswith(
        "Usage: boardroom goal step COMMAND [OPTIONS]"
    )
    assert typed("goal", "step", "--json", "rm", "s1").json["id"] == "s1"
    assert typed("goal", "step", "ad") == Ran(
        2, "", "No such command 'ad'. Did you mean: boardroom goal step add\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            ["add"],
            2,
            (
                "TITLE is missing. "
                "Usage: boardroom goal add [OPTIONS] TITLE...|- · "
                "Example: boardroom goal add Lead a region --target '1 Dec' --helps marcus --why 'To lead a company'"
            ),
        ),
        (["add", " "], 2, "The goal can't be empty."),
        (["add", "Run", "--target", "10"], 2, "'10' "),
        (["add", "Run", "--helps", "zoe"], 3, "Nobody matches 'zoe'."),
        (
            ["edit", "g1"],
            2,
            (
                "No change was given."
                " Use --title, --near, --long, --target, --measure, --why, --note, --private,"
                " --no-private or --open."
            ),
        ),
        (
            ["edit", "g1", "--open"],
            6,
            "g1 is already open. Possible commands: boardroom done g1 or boardroom goal drop g1",
        ),
        (
            ["edit", "s1", "--note", "x"],
            2,
            "s1 is a step, not a goal. Use instead: boardroom goal step edit s1",
        ),
        (
            ["drop", "g2"],
            6,
            "g2 was achieved, so it can't be dropped. Possible commands: boardroom goal edit g2 --open",
        ),
        (["drop", "g9"], 3, "There is no goal g9."),
        (["show", "g9"], 3, "There is no goal g9. List the ids with: boardroom goal list --all"),
        (
            ["show", "m1"],
            2,
            "m1 is a meeting, not a goal. Use instead: boardroom meeting show m1",
        ),
        (
            ["rm", "g9", "--yes"],
            3,
            "There is no goal g9. List the ids with: boardroom goal list --all",
        ),
        (["link", "g1"], 2, "WHO is missing."),
        (["link", "g1", "marcus", "zoe"], 3, "Nobody matches 'zoe'."),
        (
            ["link", "p1", "marcus"],
            2,
            "p1 is a promise, not a goal. Use instead: boardroom promise edit p1",
        ),
        (["unlink", "g9", "marcus"], 3, "There is no goal g9."),
        (
            ["step", "add", "g1"],
            2,
            (
                "TEXT is missing. "
                "Usage: boardroom goal step add [OPTIONS] gID TEXT...|- · "
                "Example: boardroom goal step add g1 Ask the CFO for a line of the budget --by 'next fri'"
            ),
        ),
        (
            ["step", "add", "g2", "Ask"],
            6,
            (
                "g2 was achieved, so no step can be added."
                " To reopen it: boardroom goal edit g2 --open"
            ),
        ),
        (
            ["step", "add", "s1", "Ask"],
            2,
            "s1 is a step, not a goal. Use instead: boardroom goal step edit s1",
        ),
        (
            ["step", "edit", "s1"],
            2,
            "No change was given. Use --text, --by, --note or --undone.",
        ),
        (
            ["step", "edit", "g1", "--text", "x"],
            2,
            "g1 is a goal, not a step. Use instead: boardroom goal edit g1",
        ),
        (
            ["step", "rm", "s9"],
            3,
            "There is no step s9. List the ids with: boardroom goal show gID",
        ),
    ],
)
def test_an_error_is_one_sentence_and_changes_nothing(
    board: Board, words: list[str], code: int, error: str
) -> None:
    board.advisor()
    board.goal_step(board.goal())
    board.goal("Speak", status="achieved", closed_on="2026-11-02")
    before = board.dump()

    ran = typed("goal", *words)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(error)
    assert board.dump() == before


@pytest.mark.usefixtures("board")
def test_a_goal_and_its_steps_take_the_day_at_the_end_of_their_text() -> None:
    assert typed("goal", "add", "Run a P&L by 1 Jun").out == (
        f"Set g1, near term: Run a P&L, target Tue 1 Jun 2027 (in 192 days) · {UNDO}\n"
    )
    assert typed("goal", "step", "add", "g1", "Shadow the round by 10 Dec").out == (
        "Added s1 towards g1 (Run a P&L): Shadow the round, by Thu 10 Dec 2026 (in 19 days)"
        f" · {UNDO}\n"
    )
    assert typed("goal", "step", "add", "g1", "Speak @ PyCon").out == (
        "Added s2 towards g1 (Run a P&L): Speak @ PyCon"
        f" (no day: boardroom goal step edit s2 --by DATE) · {UNDO}\n"
    )
    assert typed("goal", "step", "edit", "s2", "--by", "3w").code == 0


def test_a_goal_by_a_month_says_that_it_has_no_day(board: Board) -> None:
    assert typed("goal", "add", "Run a P&L by June").out == (
        "Set g1, near term: Run a P&L by June"
        f" (no day: boardroom goal edit g1 --target DATE) · {UNDO}\n"
    )
    assert typed("goal", "edit", "g1", "--title", "Run it by 1 Jun").out == (
        "Changed g1: title Run a P&L by June → Run it, target none →"
        f" Tue 1 Jun 2027 · target in 192 days · {UNDO}\n"
    )
    assert board.sql("SELECT title, target_on FROM goal") == [("Run it", "2027-06-01")]


def test_a_goal_says_how_you_will_know(board: Board) -> None:
    ran = typed("goal", "add", "Run a P&L", "--measure", "A budget of my own")
    again = typed("goal", "add", "Run a P&L", "--measure", "Two")

    assert (ran.code, board.sql("SELECT measure FROM goal")) == (0, [("A budget of my own",)])
    assert "measure\tA budget of my own\n" in typed("goal", "show", "g1").out
    assert again.err == (
        "g1 is on file already: a goal since Sat 21 Nov 2026. New would be:"
        " measure A budget of my own → Two. To add that: boardroom goal edit g1 --measure Two\n"
    )
    assert typed("goal", "edit", "g1", "--measure", "").out == (
        f"Changed g1 (Run a P&L): measure A budget of my own → none · {UNDO}\n"
    )
    assert board.sql("SELECT measure FROM goal") == [(None,)]


@pytest.mark.parametrize(
    ("words", "title", "helpers"),
    [
        ("--helps marcus ojo Lead a region", "Lead a region", [1]),
        ("--helps=marcus Ojo Lead a region", "Lead a region", [1]),
        ("--helps ana --helps marcus ojo Lead", "Lead", [1, 2]),
        ("--helps marcus Lead a region", "Lead a region", [1]),
        ("Ojo leads --helps marcus", "Ojo leads", [1]),
        ("--helps marcus ojo", "ojo", [1]),
    ],
)
def test_a_helpers_name_may_go_on_behind_its_option(
    board: Board, words: str, title: str, helpers: list[int]
) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")

    assert typed("goal", "add", *words.split()).code == 0

    assert board.sql("SELECT title FROM goal") == [(title,)]
    links = board.sql("SELECT advisor_id FROM goal_helper ORDER BY advisor_id")
    assert links == [(helper,) for helper in helpers]
