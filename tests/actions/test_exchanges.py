from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from boardroom.actions.exchanges import edit_exchange, note_exchange, remove_exchange
from boardroom.actions.promises import keep_promises, remove_promise
from boardroom.errors import BadInput, BoardroomError, NotFound
from boardroom.store import reversal
from boardroom.store.work import Work
from tests.boards import TODAY, Board

STORED = "SELECT direction, kind, text, person, exchanged_on, meeting_id FROM exchange ORDER BY id"
PROMISED = (
    "SELECT by_whom, kind, text, due_on, done_on, meeting_id, exchange_id FROM promise ORDER BY id"
)
DANA = "introduction to Dana Reyes (head of FP&A)"


@pytest.fixture
def introduced(board: Board) -> Board:
    """A board with one introduction received today: x1, with the promise p1."""
    marcus = board.advisor()
    with board.change() as work:
        note_exchange(work, marcus, "received", DANA)
    return board


def test_a_given_exchange_is_dated_today(board: Board) -> None:
    marcus = board.advisor()

    with board.change() as work:
        done = note_exchange(work, marcus, "given", " Notes [/b] ", kind="RESOURCE", person="Dana")

    assert done.id == 1
    assert board.sql(STORED) == [("given", "resource", "Notes [/b]", "Dana", "2026-11-21", None)]
    assert board.summary() == "Gave Marcus Ojo x1: Notes [/b], about Dana"


def test_a_received_introduction_makes_a_promise(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-18")

    with board.change() as work:
        note_exchange(work, marcus, "received", DANA, on=date(2026, 11, 18), meeting_id=meeting_id)

    assert board.sql(STORED) == [
        ("received", "introduction", DANA, "Dana Reyes", "2026-11-18", meeting_id)
    ]
    assert board.sql(PROMISED) == [
        ("me", "follow_up", "Contact Dana Reyes", "2026-11-25", None, meeting_id, 1)
    ]
    assert board.summary() == (
        f"Got x1 from Marcus Ojo: {DANA}; your promise p1: Contact Dana Reyes, by Wed 25 Nov 2026"
    )


def test_an_old_introduction_is_due_today(board: Board) -> None:
    marcus = board.advisor()

    with board.change() as work:
        note_exchange(
            work, marcus, "received", "Met his CFO", kind="introduction", on=date(2026, 6, 1)
        )

    assert board.sql(PROMISED) == [
        ("me", "follow_up", "Follow up: Met his CFO", "2026-11-21", None, None, 1)
    ]


@pytest.mark.parametrize(
    ("direction", "text"), [("given", DANA), ("received", "Feedback on the deck")]
)
def test_no_other_exchange_makes_a_promise(board: Board, direction: str, text: str) -> None:
    marcus = board.advisor()

    with board.change() as work:
        note_exchange(work, marcus, direction, text)

    assert board.sql(PROMISED) == []


def test_an_empty_person_is_nobody(board: Board) -> None:
    marcus = board.advisor()

    with board.change() as work:
        note_exchange(work, marcus, "received", DANA, person="")

    assert board.sql("SELECT person FROM exchange") == [(None,)]
    assert board.sql("SELECT text FROM promise") == [(f"Follow up: {DANA}",)]


def test_person_and_promise_follow_an_edited_text(introduced: Board) -> None:
    with introduced.change() as work:
        edit_exchange(work, 1, text="intro to Diana Reyes", exchanged_on=date(2026, 11, 20))

    assert introduced.sql(STORED) == [
        ("received", "introduction", "intro to Diana Reyes", "Diana Reyes", "2026-11-20", None)
    ]
    assert introduced.sql(PROMISED) == [
        ("me", "follow_up", "Contact Diana Reyes", "2026-11-28", None, None, 1)
    ]
    assert introduced.summary() == (
        "Changed x1, received from Marcus Ojo: person Dana Reyes → Diana Reyes,"
        " on Sat 21 Nov 2026 → Fri 20 Nov 2026,"
        " text “introduction to Dana Reyes…” → “intro to Diana Reyes”;"
        " your promise p1: Contact Diana Reyes"
    )


def test_a_person_given_by_the_user_stays(introduced: Board) -> None:
    with introduced.change() as work:
        edit_exchange(work, 1, person="Her assistant")
    with introduced.change() as work:
        edit_exchange(work, 1, text="intro to Dee")
    with introduced.change() as work:
        edit_exchange(work, 1, person="")

    assert introduced.sql("SELECT text, person FROM exchange") == [("intro to Dee", None)]
    assert introduced.sql("SELECT text FROM promise") == [("Follow up: intro to Dee",)]


def test_the_promise_goes_when_it_is_no_introduction(introduced: Board) -> None:
    with introduced.change() as work:
        edit_exchange(work, 1, kind="help")

    assert introduced.sql(STORED) == [("received", "help", DANA, None, "2026-11-21", None)]
    assert introduced.sql(PROMISED) == []
    assert introduced.summary() == (
        "Changed x1 (introduction to Dana Reyes (head of FP&A)), received from Marcus Ojo:"
        " kind introduction → help, person Dana Reyes → none, removed p1"
    )


def test_an_edit_to_an_introduction_makes_the_promise(board: Board) -> None:
    exchange_id = board.exchange(
        board.advisor(),
        "given",
        "intro to Dana Reyes",
        kind="introduction",
        person="Dana Reyes",
        on="2026-11-20",
    )

    with board.change() as work:
        edit_exchange(work, exchange_id, direction="Received")

    assert board.sql(PROMISED) == [
        ("me", "follow_up", "Contact Dana Reyes", "2026-11-27", None, None, 1)
    ]
    assert board.summary() == (
        "Changed x1 (intro to Dana Reyes), received from Marcus Ojo: direction given → received;"
        " your promise p1: Contact Dana Reyes, by Fri 27 Nov 2026"
    )


def test_a_kept_or_removed_promise_is_not_made_again(introduced: Board) -> None:
    with introduced.change() as work:
        keep_promises(work, [1])
    with introduced.change() as work:
        remove_promise(work, 2)
        edit_exchange(work, 1, direction="given")
    with introduced.change() as work:
        edit_exchange(work, 1, direction="received")

    assert introduced.sql(PROMISED) == [
        ("me", "follow_up", "Contact Dana Reyes", "2026-11-28", "2026-11-21", None, 1)
    ]

    with introduced.change() as work:
        remove_promise(work, 1)
    with introduced.change() as work:
        edit_exchange(work, 1, text="intro to Dee")

    assert introduced.sql(PROMISED) == []


def test_promises_are_removed_and_restored_with_it(
    introduced: Board,
) -> None:
    with introduced.change() as work:
        keep_promises(work, [1])
    before = introduced.dump()

    with introduced.change() as work:
        remove_exchange(work, 1)

    assert (introduced.sql(STORED), introduced.sql(PROMISED)) == ([], [])
    assert [operation.summary for operation in reversal.undo(introduced.path, 1, today=TODAY)] == [
        f"Removed x1, received from Marcus Ojo: {DANA}, and with it p1 and p2"
    ]
    assert introduced.dump() == before


def test_an_exchange_without_a_promise_is_removed_alone(board: Board) -> None:
    exchange_id = board.exchange(board.advisor())

    with board.change() as work:
        remove_exchange(work, exchange_id)

    assert board.summary() == "Removed x1, given to Marcus Ojo: Notes"


@pytest.mark.parametrize(
    ("step", "error", "message"),
    [
        (lambda work: note_exchange(work, 1, "given", ""), BadInput, "The text can't be empty."),
        (
            lambda work: note_exchange(work, 1, "given", "T", kind="joke"),
            BadInput,
            "'joke' is not a kind of exchange.",
        ),
        (
            lambda work: note_exchange(work, 1, "given", "T", person=" "),
            BadInput,
            "The person's name can't be empty.",
        ),
        (
            lambda work: note_exchange(work, 1, "received", "T", on=date(2026, 11, 22)),
            BadInput,
            "Sun 22 Nov 2026 is in the future, so nothing was received then.",
        ),
        (lambda work: note_exchange(work, 9, "given", "T"), NotFound, "There is no such person."),
        (lambda work: edit_exchange(work, 1, text=" "), BadInput, "The text can't be empty."),
        (lambda work: edit_exchange(work, 1, kind=""), BadInput, "'' is not a kind of exchange."),
        (
            lambda work: edit_exchange(work, 1, direction="lent"),
            BadInput,
            "'lent' is not a direction.",
        ),
        (
            lambda work: edit_exchange(work, 1, exchanged_on=date(2026, 11, 22)),
            BadInput,
            "Sun 22 Nov 2026 is in the future, so nothing was received then.",
        ),
        (lambda work: edit_exchange(work, 9, text="T"), NotFound, "There is no exchange x9."),
        (lambda work: remove_exchange(work, 9), NotFound, "There is no exchange x9."),
    ],
)
def test_a_refused_change_changes_nothing(
    introduced: Board, step: Callable[[Work], object], error: type[BoardroomError], message: str
) -> None:
    before = introduced.dump()

    with pytest.raises(error) as caught, introduced.change() as work:
        step(work)

    assert caught.value.message == message
    assert introduced.dump() == before
