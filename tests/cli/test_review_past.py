from __future__ import annotations

import pytest

from boardroom.actions.reviews import answer_board, answer_review, complete_review
from tests.boards import Board
from tests.cli.typed import typed

NOTHING = "There is no review yet. Start one: boardroom review"


@pytest.fixture
def two_reviews(board: Board) -> Board:
    """Ana Lima and Marcus Ojo, reviewed twice; after the second, Marcus has another window."""
    ana, marcus = board.advisor("Ana Lima"), board.advisor("Marcus Ojo")
    for trust, decision in (
        (3, {"decision": "keep"}),
        (4, {"decision": "adjust", "window": "6-8w"}),
    ):
        with board.change() as work:
            answer_review(
                work,
                advisor_id=ana,
                advisor_alone=False,
                changes={"value": 5, "note": "Asks [well]", "decision": "keep"},
            )
            answer_review(
                work,
                advisor_id=marcus,
                advisor_alone=False,
                changes={"trust": trust, "fits_next": True, **decision},
            )
            note = answer_board(work, {"note": "must-have: Has run a P&L\nSomebody younger"})
            complete_review(work, note.id)
    return board


@pytest.mark.usefixtures("two_reviews")
def test_the_list_has_day_subject_and_decisions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert typed("review", "--list").out == (
        "r2\t\t2026-11-21\t2026-11-21\tkeep ana; adjust"
        " marcus\nr1\t\t2026-11-21\t2026-11-21\tkeep ana, marcus\n"
    )
    record = typed("review", "--list", "--json").json
    assert (record["schema"], [review["id"] for review in record["reviews"]]) == (
        "boardroom.reviews/1",
        ["r2", "r1"],
    )
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert (
        typed("review", "--list").out
        == """\
id  day                      of         decisions
r2  Sat 21 Nov 2026 (today)  the board  keep ana; adjust marcus
r1  Sat 21 Nov 2026 (today)  the board  keep ana, marcus
"""
    )


def test_an_open_review_of_one_person_is_listed(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = board.advisor("Ana Lima")
    with board.change() as work:
        answer_review(work, advisor_id=ana, advisor_alone=True, changes={"value": 5})

    assert typed("review", "--list").out == "r1\tana\t2026-11-21\t\t\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert (
        typed("review", "--list").out
        == "id  day                 of\nr1  started Sat 21 Nov  Ana Lima\n"
    )


@pytest.mark.usefixtures("empty_board")
def test_an_empty_list_says_how_to_begin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert (typed("review", "--list").out, typed("review", "--list", "--json").json["reviews"]) == (
        "",
        [],
    )
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert typed("review", "--list").out == f"{NOTHING}\n"


def test_a_completed_review_never_changes(
    two_reviews: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    words = [
        ["--show", "r1"],
        ["--show", "r2"],
        ["--show", "r2", "--json"],
        ["--md"],
        ["--md", "--show", "r1"],
    ]
    before = [typed("review", *given) for given in words]

    typed("advisor", "edit", "marcus", "--name", "Marc Ojo", "--handle", "marc", "--window", "2w")
    two_reviews.meeting(1, "2026-03-01")
    typed("advisor", "rm", "ana", "--yes")

    assert [typed("review", *given) for given in words] == before
    assert all(ran.code == 0 for ran in before)


@pytest.mark.usefixtures("two_reviews")
def test_a_pipe_gets_a_row_for_each_value_named_as_in_json() -> None:
    rows = typed("review", "--show", "r2").out.splitlines()

    for row in (
        "\tid\tr2",
        "\tcompleted_on\t2026-11-21",
        "marcus\tfacts.window\t4-6w",
        "marcus\ttrust\t4",
        "marcus\tfits_next\tyes",
        "marcus\twindow\t6-8w",
        "ana\tnote\tAsks [well]",
        "\tboard.facts.seats_taken_count\t2",
        "\tboard.note\tmust-have: Has run a P&L\\nSomebody younger",
    ):
        assert row in rows
    assert {row.count("\t") for row in rows} == {2}


@pytest.mark.usefixtures("two_reviews")
def test_the_report_is_of_the_last_completed_review() -> None:
    assert typed("review", "--md") == typed("review", "--md", "--show", "r2")
    assert "trust 4 (was 3)" in typed("review", "--md").out
    assert "(was" not in typed("review", "--md", "--show", "r1").out


def test_a_report_holds_nothing_private(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    secret = board.meeting(ana, "2026-11-02", notes="hush", private=True)
    board.item(ana, "hush", status="covered", closed_on=None, answer="hush", meeting_id=secret)
    board.promise(ana, "hush", meeting_id=secret)
    board.advice(ana, "hush", meeting_id=secret)
    board.exchange(ana, text="hush", meeting_id=secret)
    with board.change() as work:
        given = {"decision": "keep"}
        done = answer_review(work, advisor_id=ana, advisor_alone=False, changes=given)
        complete_review(work, done.id)

    report = typed("review", "--md")

    assert (report.code, report.err, "hush" in report.out) == (0, "", False)
    assert "once, 1 h" in report.out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ["--md"],
            3,
            "There is no completed review yet. Start or continue one with: boardroom review",
        ),
        (
            ["--md", "--show", "r1"],
            6,
            "r1 is not completed, so it has no report. Continue with: boardroom review",
        ),
        (["--md", "--json"], 2, None),
        (["--show", "r9"], 3, "There is no review r9. List the ids with: boardroom review --list"),
        (
            ["--show", "m1"],
            2,
            "m1 is a meeting, not a review. Use instead: boardroom meeting show m1",
        ),
        (
            ["--show", "seven"],
            2,
            "'seven' is not an id. An id is a letter and a number, like m12.",
        ),
    ],
)
def test_an_impossible_call_is_one_sentence(
    board: Board, words: list[str], code: int, sentence: str | None
) -> None:
    ana = board.advisor("Ana Lima")
    with board.change() as work:
        answer_review(work, advisor_id=ana, advisor_alone=False, changes={"value": 5})

    ran = typed("review", *words)

    assert (ran.code, ran.out) == (code, "")
    assert sentence is None or ran.err == f"{sentence}\n"


def test_a_review_id_elsewhere_names_the_command_for_it() -> None:
    assert (
        typed("meeting", "show", "r1").err
        == "r1 is a review, not a meeting. Use instead: boardroom review --show r1\n"
    )
