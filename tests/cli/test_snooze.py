from __future__ import annotations

from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
STORED = "SELECT subject, advisor_id, promise_id, until_on, why FROM snooze ORDER BY id"


def test_a_person_a_promise_and_the_review_are_snoozed(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus)

    ran = typed("snooze", "mar", "--until", "in 3w", "--why", "Closing the year")
    assert ran == Ran(0, f"Snoozed Marcus Ojo until Sat 12 Dec 2026 (in 21 days) · {UNDO}\n", "")
    assert (
        typed("snooze", "P1", "--until", "tomorrow").out
        == f"Snoozed p1 (Send the deck) until Sun 22 Nov 2026 (tomorrow) · {UNDO}\n"
    )
    assert typed("snooze", "Review", "--until", "1 Dec").code == 0
    assert (
        typed("snooze", "Review", "--until", "today").out
        == f"Ended the snooze of the six-month review · {UNDO}\n"
    )
    assert (
        typed("snooze", "Review", "--until", "today").out
        == "Nothing changed: already up to date.\n"
    )

    assert board.sql(STORED) == [
        ("meeting", marcus, None, "2026-12-12", "Closing the year"),
        ("promise", None, 1, "2026-11-22", None),
        ("review", None, None, "2026-12-01", None),
        ("review", None, None, "2026-11-21", None),
    ]


def test_a_snooze_is_printed_as_json(board: Board) -> None:
    board.promise(board.advisor())

    ran = typed("snooze", "marcus", "--until", "1 Dec", "--json")
    assert (ran.json["schema"], ran.json["handle"], ran.json["snoozed_until"]) == (
        "boardroom.advisor/1",
        "marcus",
        "2026-12-01",
    )
    ran = typed("snooze", "p1", "--until", "1 Dec", "--json")
    assert (ran.json["schema"], ran.json["id"], ran.json["snoozed_until"]) == (
        "boardroom.promise/1",
        "p1",
        "2026-12-01",
    )
    assert typed("snooze", "review", "--until", "1 Dec", "--why", "Holidays", "--json").json == {
        "schema": "boardroom.snooze/1",
        "subject": "review",
        "until_on": "2026-12-01",
        "why": "Holidays",
    }


def test_a_snooze_is_shown_with_its_reason(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.promise(board.advisor(), due_on="2026-11-10")
    typed("snooze", "p1", "--until", "1 Dec", "--why", "After the fair")
    typed("snooze", "marcus", "--until", "12 Dec", "--why", "Closing the year")

    assert (
        typed("promise", "list").out
        == "p1\tmarcus\tme\tpromise\t2026-11-10\t\tSend the deck\t\t2026-12-01\t\topen\n"
    )
    record = typed("promise", "list", "--json").json["promises"][0]
    assert (record["snoozed_until"], record["snoozed_why"]) == ("2026-12-01", "After the fair")
    assert typed("advisor", "show", "marcus", "--json").json["snoozed_why"] == "Closing the year"
    assert (
        "p1\tyou: Send the deck (by Tue 10 Nov, 11 days late) (snoozed until Tue 1 Dec:"
        " After the fair)"
    ) in typed("prep", "marcus").out
    shared = typed("prep", "marcus", "--md")
    assert "(snoozed until Tue 1 Dec)" in shared.out
    assert "1 reason for a snooze" in shared.err
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "until Sat 12 Dec 2026: Closing the year" in typed("advisor", "show", "marcus").out
    monkeypatch.setenv("COLUMNS", "120")
    assert "Send the deck (snoozed until Tue 1 Dec: After the fair)" in typed("promise", "list").out
    typed("done", "p1")
    record = typed("promise", "list", "--all", "--json").json["promises"][0]
    assert (record["snoozed_until"], record["snoozed_why"]) == (None, None)


def test_a_new_board_has_no_review_to_snooze(board: Board) -> None:
    ran = typed("snooze", "review", "--until", "1 Dec")

    assert (ran.code, ran.err) == (
        6,
        (
            "Nobody is on the board, so there is no review to snooze. Start with:"
            ' boardroom advisor add "NAME"\n'
        ),
    )
    assert not Path(board.path).exists()


def test_a_terminal_asks_what_and_until_when(board: Board) -> None:
    board.promise(board.advisor())

    ran = typed_on_terminal("snooze", answers="mar\n1 Dec\n")

    assert ran.err == (
        "  marcus  Marcus Ojo\n"
        "  p1      Send the deck\n"
        "  review  all reviews\n"
        "Snooze whom, which promise, or review? (like marcus)"
        " Until when? (like in 3w, or 1 Mar) "
    )
    assert board.sql(STORED) == [("meeting", 1, None, "2026-12-01", None)]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            [],
            2,
            (
                "WHO|pID|review is missing. "
                "Usage: boardroom snooze [OPTIONS] WHO|pID|review · "
                "Example: boardroom snooze marcus --until 'in 3w' --why 'Closing the year'"
            ),
        ),
        (
            ["marcus"],
            2,
            (
                "--until is missing. "
                "Usage: boardroom snooze [OPTIONS] WHO|pID|review --until DATE · "
                "Example: boardroom snooze marcus --until 'in 3w' --why 'Closing the year'"
            ),
        ),
        (
            ["marcus", "--until", "2026-11-20"],
            2,
            "Fri 20 Nov 2026 has passed, so nothing can be snoozed until then.",
        ),
        (["marcus", "--until", "soon"], 2, "'soon' is not a date."),
        (
            ["marcus", "--until", "1 Dec", "--why", ""],
            2,
            "The reason can't be empty. Write at least one word.",
        ),
        (
            ["marcus", "--until", "1 Dec", "--why", "a\0b"],
            2,
            "The reason can't contain a NUL character.",
        ),
        (["zoe", "--until", "1 Dec"], 3, "Nobody matches 'zoe'."),
        (
            ["p9", "--until", "1 Dec"],
            3,
            "There is no promise p9. List the ids with: boardroom promise list",
        ),
        (
            ["m1", "--until", "1 Dec"],
            2,
            "m1 is a meeting, not a promise. Use instead: boardroom snooze marcus --until DATE",
        ),
        (
            ["m2", "--until", "1 Dec"],
            2,
            "m2 is a meeting, not a promise. Use instead: boardroom meeting move m2 WHEN",
        ),
        (["m9", "--until", "1 Dec"], 3, "There is no meeting m9."),
        (
            ["a1", "--until", "1 Dec"],
            2,
            "a1 is an agenda item, not a promise. Use instead: boardroom agenda list",
        ),
        (
            ["noor", "--until", "1 Dec"],
            6,
            "Noor Haddad is a prospect, so there is no window to snooze.",
        ),
    ],
)
def test_an_error_is_one_sentence_and_changes_nothing(
    board: Board, words: list[str], code: int, message: str
) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-01")
    board.meeting(marcus, "2026-12-01", "planned")
    board.prospect("Noor Haddad")
    before = board.dump()

    ran = typed("snooze", *words)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(message)
    assert board.dump() == before


def test_a_snooze_names_what_of_a_person_stays_listed(board: Board) -> None:
    marcus = board.advisor(joined="2026-06-10")

    assert "still listed" not in typed("snooze", "marcus", "--until", "1 Dec").out
    board.promise(marcus, due_on="2026-11-25")
    board.meeting(marcus, "2026-11-24", "planned")
    assert typed("snooze", "marcus", "--until", "2 Dec").out == (
        "Snoozed Marcus Ojo until Wed 2 Dec 2026 (in 11 days); still listed: coffee on Tue 24 Nov,"
        f" nothing on the agenda; you promised “Send the deck” by Wed 25 Nov · {UNDO}\n"
    )
    assert (
        typed("snooze", "marcus", "--until", "today").out
        == f"Ended the snooze of Marcus Ojo · {UNDO}\n"
    )
