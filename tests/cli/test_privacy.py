"""`--private`, `--no-private` and `--include-private`, and what lists and forms show of them."""

from __future__ import annotations

import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_at_screen
from tests.editors import Editor

ADDED = (
    "plan marcus tue",
    "log marcus Great",
    "agenda add marcus Budget",
    "promise add marcus Send the deck by fri",
    "advice add marcus Wait",
    "give marcus Notes",
    "got marcus Feedback",
    "goal add Run a P&L by 1 dec",
)
EDITED = {
    "meeting edit m1": "meeting",
    "agenda edit a1": "agenda_item",
    "promise edit p1": "promise",
    "advice edit v1": "advice",
    "exchange edit x1": "exchange",
    "goal edit g1": "goal",
}


@pytest.fixture
def confidential(board: Board) -> Board:
    """A board with a record of each kind with Marcus, everything with whom is confidential."""
    marcus = board.advisor()
    board.agreement(marcus)
    board.meeting(marcus, "2026-11-10", notes="Margins")
    board.item(marcus, "Budget")
    board.promise(marcus, "Deck")
    board.advice(marcus, "Wait")
    board.exchange(marcus, "given", "Stack")
    board.goal("Run a P&L", private=True)
    return board


@pytest.mark.parametrize("command", ADDED)
def test_what_is_added_is_private_if_said(board: Board, command: str) -> None:
    board.advisor()

    ran = typed(*command.split(), "--private")
    assert (ran.code, ", private" in ran.out) == (0, True)
    typed("undo")
    assert ", private" not in typed(*command.split()).out
    typed("undo")
    assert typed(*command.split(), "--json", "--private").json["private"] is True


@pytest.mark.parametrize("command", ADDED[:-1])
def test_what_is_added_under_a_confidential_agreement_is_private_unless_released(
    board: Board, command: str
) -> None:
    board.agreement(board.advisor())

    assert ", private" in typed(*command.split()).out
    typed("undo")
    assert typed(*command.split(), "--no-private", "--json").json["private"] is False


@pytest.mark.parametrize(
    "command",
    [
        *("done a1", "done p1", "done g1", "done s1"),
        *("agenda drop a1", "promise drop p1", "goal drop g1", "snooze p1 --until fri"),
        "agenda add marcus --starters",
    ],
)
def test_a_change_of_what_is_private_says_so(board: Board, command: str) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget", private=True)
    board.promise(marcus, "Deck", private=True)
    board.goal_step(board.goal("Run a P&L", marcus, private=True))

    assert ", private · " in typed(*command.split()).out


def test_several_changes_say_which_are_of_what_is_private(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus, "Deck")
    board.promise(marcus, "Memo", private=True)

    assert " · p2 is private · " in typed("promise", "drop", "p1", "p2").out


def test_the_next_promise_after_an_introduction_is_marked_as_private(board: Board) -> None:
    board.agreement(board.advisor())
    typed("got", "marcus", "intro to Dana Reyes")

    out = typed("done", "p1").out

    assert "; your promise p2: Tell Marcus Ojo how it went with Dana Reyes (private), by " in out


@pytest.mark.parametrize("command", ["done a1", "done p1", "done g1", "done s1"])
def test_a_note_says_that_it_is_private(board: Board, command: str) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget", private=True)
    board.promise(marcus, "Deck", private=True)
    board.goal_step(board.goal("Run a P&L", private=True))

    ran = typed(*command.split(), "--note", "He told me")

    assert ran.out.endswith(", private · boardroom undo takes it back\n")


def test_a_note_says_with_which_records_it_is_private(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget")
    board.item(marcus, "Pilot", private=True)

    assert " · a2 is private · " in typed("done", "a1", "a2", "--note", "Later").out
    assert ", private" not in typed("undo").out
    assert ", private" not in typed("done", "a1", "--note", "Later").out


def test_an_outcome_says_that_it_is_private_although_the_advice_is_not(board: Board) -> None:
    board.advice(board.advisor(), given="2026-01-02")
    typed("agreement", "set", "marcus", "--confidential")

    assert ", private" in typed("advice", "outcome", "v1", "worked", "He told me").out
    assert ", private" not in typed("advice", "outcome", "v1", "trying").out


@pytest.mark.parametrize(
    "steps",
    [
        ("advisor pause ana --note Canary",),
        ("advisor pause ana", "advisor resume ana --note Canary"),
        ("advisor part ana --yes --note Canary",),
        ("advisor part ana --yes", "advisor ask ana --how Canary"),
        ("advisor part ana --yes", "advisor ask ana --about Canary"),
        ("advisor part ana --yes", "advisor ask ana", "advisor decline ana --note Canary"),
        ("advisor part ana --yes", "advisor consider ana --note Canary"),
        ("advisor part ana --yes", "advisor ask ana", "advisor seat ana --note Canary"),
    ],
)
def test_words_on_a_change_of_status_are_confidential(board: Board, steps: tuple[str, ...]) -> None:
    board.agreement(board.advisor("Ana Lima"))

    echoes = [typed(*step.split()).out for step in steps]
    exported = typed("export")

    assert [", private" in echo for echo in echoes] == ["Canary" in step for step in steps]
    assert "Canary" not in exported.out
    assert "1 note on a change of status" in exported.err
    assert "Canary\tprivate\n" in typed("advisor", "show", "ana").out


def test_what_is_made_of_a_private_goal_is_private(board: Board) -> None:
    board.advisor()
    board.goal("Sell the firm", private=True)

    item = typed("agenda", "add", "marcus", "Who buys the firm?", "--goal", "g1")
    step = typed("goal", "step", "add", "g1", "Ask a broker by fri")
    exported = typed("export")

    assert ", private" in item.out
    assert ", private" in step.out
    assert ("Who buys" in exported.out, "broker" in exported.out) == (False, False)
    typed("goal", "rm", "g1", "--yes")
    assert "Who buys" not in typed("export").out
    typed("agenda", "edit", "a1", "--no-private")
    assert "Who buys" in typed("export").out


def test_an_agenda_item_about_a_private_goal_can_be_released(board: Board) -> None:
    board.advisor()
    board.goal("Sell the firm", private=True)

    typed("agenda", "add", "marcus", "Who helps?", "--goal", "g1", "--no-private")

    assert "Who helps?" in typed("export").out


@pytest.mark.parametrize("command", ADDED)
def test_a_repetition_that_says_another_privacy_names_the_command(
    board: Board, command: str
) -> None:
    board.advisor()
    typed(*command.split())

    ran = typed(*command.split(), "--private")

    edit = ran.err.partition("To add that: boardroom ")[2].split(";")[0].split()
    assert (ran.code, "private no → yes" in ran.err) == (6, True)
    assert "private no → yes" in typed(*edit).out
    assert typed(*command.split(), "--no-private").code == 6
    assert typed(*command.split(), "--private").code == 0  # it is so already


@pytest.mark.parametrize("command", EDITED)
def test_one_record_is_released_and_marked_again(confidential: Board, command: str) -> None:
    released = typed(*command.split(), "--no-private")
    assert "private yes → no" in released.out
    assert typed(*command.split(), "--no-private").out == "Nothing changed: already up to date.\n"
    marked = typed(*command.split(), "--private", "--json")
    assert (marked.code, marked.json["private"]) == (0, True)
    assert confidential.sql(f"SELECT private FROM {EDITED[command]}") == [(1,)]  # noqa: S608  one of those above


@pytest.mark.usefixtures("confidential", "plain_screen")
@pytest.mark.parametrize(
    ("command", "marked", "column"),
    [
        ("agenda list", "Budget (private)", 7),
        ("promise list", "Deck (private)", 9),
        ("advice list", "Wait (private)", 7),
        ("exchange list", "Stack (private)", 7),
        ("goal list", "Run a P&L (private)", 9),
    ],
)
def test_lists_mark_what_is_private(
    monkeypatch: pytest.MonkeyPatch, command: str, marked: str, column: int
) -> None:
    assert typed(*command.split()).out.rstrip("\n").split("\t")[column] == "private"
    monkeypatch.setenv("COLUMNS", "120")
    assert marked in typed_at_screen(*command.split()).out


@pytest.mark.usefixtures("confidential")
def test_prep_marks_what_is_not_private_under_a_confidential_agreement() -> None:
    typed("agenda", "edit", "a1", "--no-private")

    lines = typed("prep", "marcus").out.splitlines()

    assert "agenda\ta1\tBudget (not private)" in lines
    assert "notes\tm1\tTue 10 Nov: Margins" in lines


def test_a_record_is_released_in_the_editor(confidential: Board, editor: Editor) -> None:
    editor.replaces("private: yes", "private: no")

    ran = typed_at_screen("advice", "edit", "v1")

    assert (ran.code, "private yes → no" in ran.out) == (0, True)
    assert confidential.sql("SELECT private FROM advice") == [(0,)]


@pytest.mark.parametrize(
    ("replaced", "by", "mark"),
    [
        ("60 min", "45 min", None),  # private as agreed, and not marked
        (" · private", "", 0),
        ("Sat 21 Nov 2026", "Fri 9 Jan 2026", 1),  # before the agreement, and shown as private
    ],
)
def test_the_form_of_a_log_says_and_takes_privacy(
    board: Board, editor: Editor, replaced: str, by: str, mark: int | None
) -> None:
    board.agreement(board.advisor(joined="2026-01-01"))
    editor.replaces(replaced, by)

    assert typed_at_screen("log", "marcus").code == 0

    assert " · private" in editor.shown[0]
    assert board.sql("SELECT private FROM meeting") == [(mark,)]


@pytest.mark.parametrize(
    ("replaced", "by", "mark"),
    [
        ("60 min", "45 min", None),
        (" · private", "", 0),
        ("Tue 10 Nov 2026", "Fri 9 Jan 2026", 1),
    ],
)
def test_the_form_of_a_meeting_says_and_takes_privacy(
    confidential: Board, editor: Editor, replaced: str, by: str, mark: int | None
) -> None:
    editor.replaces(replaced, by)

    assert typed_at_screen("meeting", "edit", "m1").code == 0

    assert " · private" in editor.shown[0]
    assert confidential.sql("SELECT private FROM meeting") == [(mark,)]


@pytest.mark.parametrize("command", ["prep marcus", "review --list", "review --facts"])
def test_what_is_private_is_included_in_shared_texts_alone(board: Board, command: str) -> None:
    board.advisor()

    assert typed(*command.split(), "--include-private") == Ran(
        2,
        "",
        "--include-private goes with --md or --svg alone; everything else shows what is private anyway."
        " Add --md or --svg, or leave it out.\n",
    )


def test_a_report_keeps_the_facts_of_a_private_review(board: Board) -> None:
    marcus, tom = board.advisor(), board.advisor("Tom Berg")
    board.answer(tom, value=3, decision="keep")
    review_id = board.answer(marcus, value=2, note="Between us", decision="part")
    board.complete(review_id)
    typed("agreement", "set", "tom", "--hopes", "A seat")
    board.put("INSERT INTO confidential_period (advisor_id, from_on) VALUES (1, '2026-11-21')")

    ran = typed("review", "--md")

    assert ran.err == (
        "Left out as private: 1 person's review answers. Nothing is left out with --include-private.\n"
    )
    assert "- **Tom Berg:** value 3; keep\n" in ran.out
    assert "\n## Marcus Ojo\n\n- **since:** Sat 10 Jan 2026" in ran.out
    assert [
        word for word in ("value 2", "part", "Between us", "Nothing changes") if word in ran.out
    ] == []
    whole = typed("review", "--md", "--show", "r1", "--include-private").out
    assert "- **Marcus Ojo:** value 2; part\n" in whole


def test_due_marks_what_is_private(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus, "Deck", due_on="2026-11-20", private=True)
    board.promise(marcus, "Call", due_on="2026-11-20")
    board.goal_step(board.goal("Sell the firm", private=True), "Ask a broker", due_on="2026-11-20")
    board.meeting(marcus, "2026-11-24", "planned", private=True)

    texts = [item["text"] for item in typed("due", "--json").json["items"]]

    assert [text for text in texts if "(private)" in text] == [
        "Sell the firm (private): “Ask a broker” by Fri 20 Nov, yesterday",
        "Marcus Ojo: you promised “Deck” (private) by Fri 20 Nov, yesterday",
        (
            "Marcus Ojo: coffee on Tue 24 Nov (private), nothing on the agenda"
            " (to raise: s1 Ask a broker (private))"
        ),
        "Marcus Ojo: coffee on Tue 24 Nov (private), nothing on the agenda",
    ]


@pytest.mark.usefixtures("confidential")
def test_search_marks_what_is_private() -> None:
    typed("advisor", "pause", "marcus", "--note", "Margins fell")

    found = typed("search", "margins", "--json").json["hits"]

    assert [(hit["field"], hit["private"]) for hit in found] == [("note", True), ("notes", True)]
    assert typed("search", "ojo", "--json").json["hits"][0]["private"] is False
    assert typed("search", "margins", "--who", "marcus").out.count("\tprivate\n") == 2


@pytest.mark.parametrize(
    ("made", "changed"),
    [
        ("advice add marcus A --private", "advice edit v1 --text B"),
        ("advice add marcus A --private", "advice rm v1"),
        ("promise add marcus 'A by fri' --private", "promise edit p1 --text B"),
        ("promise add marcus A --private", "promise rm p1"),
        ("agenda add marcus A --private", "agenda edit a1 --text B"),
        ("got marcus A --private", "exchange edit x1 --text B"),
        ("got marcus A --private", "exchange rm x1"),
        ("goal add 'A by fri' --private", "goal edit g1 --title B"),
        ("goal add 'A by fri' --private", "goal link g1 marcus"),
        ("plan marcus fri --private", "meeting edit m1 --place Porto"),
        ("log marcus A --private", "meeting edit m1 --notes B"),
    ],
)
def test_a_change_of_a_private_record_says_that_it_is_private(
    board: Board, made: str, changed: str
) -> None:
    board.advisor("Marcus Ojo")
    assert typed(*shlex.split(made)).code == 0

    out = typed(*shlex.split(changed)).out.splitlines()[0]

    assert out.endswith(", private · boardroom undo takes it back")
    if " edit " in changed:
        assert (
            ", private ·"
            not in typed(*shlex.split(changed.split(" --", maxsplit=1)[0]), "--no-private").out
        )


def test_a_step_of_a_private_goal_and_an_outcome_reported_say_so(board: Board) -> None:
    board.advisor("Marcus Ojo")
    typed("goal", "add", "A", "--private")
    typed("goal", "step", "add", "g1", "B by fri")
    typed("advice", "add", "marcus", "C", "--private")
    typed("advice", "outcome", "v1", "worked")

    for words in ("goal step edit s1 --text D", "goal step rm s1", "advice reported v1"):
        assert ", private · " in typed(*words.split()).out
