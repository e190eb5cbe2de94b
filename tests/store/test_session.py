from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

import boardroom
from boardroom.errors import BadInput, NotABoard, NotFound
from boardroom.models import Advisor, AgendaItem, Criterion, Meeting, Review
from boardroom.rules.ids import new_uid
from boardroom.store import reversal
from tests.boards import TODAY, Board
from tests.children import ran
from tests.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session


def test_importing_boardroom_loads_no_sqlmodel() -> None:
    code = "import sys, boardroom; print('sqlmodel' in sys.modules)"

    assert ran("-c", code) == (0, "False\n", "")


def test_a_session_reads_the_board(board: Board) -> None:
    board.advisor("Marcus Ojo", nicknames=["Mo"])

    with boardroom.open_board(board.path) as session:
        found = session.exec(select(Advisor.name, Advisor.nicknames)).all()

    assert found == [("Marcus Ojo", ["Mo"])]


def test_a_session_finds_the_users_own_board(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with boardroom.open_board() as session:
        assert session.exec(select(Advisor.handle)).all() == ["marcus"]


@pytest.mark.parametrize("is_variable", [False, True])
def test_a_path_that_was_named_and_has_no_board_is_not_found(
    is_variable: bool, board: Board
) -> None:
    with (
        pytest.raises(NotFound) as refused,
        boardroom.open_board(None if is_variable else board.path),
    ):
        pass

    assert (refused.value.message, refused.value.hint) == (
        f"No board at {board.path} yet.",
        "Check the path, or begin a board there with write=True.",
    )


def test_the_default_path_without_a_board_reads_as_an_empty_one() -> None:
    with boardroom.open_board() as session:
        assert session.exec(select(Advisor)).all() == []


def test_a_block_that_writes_is_one_change(board: Board) -> None:
    board.advisor("Marcus Ojo")
    before = board.dump()

    with boardroom.open_board(board.path, write=True, summary="Tidied up") as session:
        session.exec(select(Advisor)).one().seat = "Mirror"
        session.add(AgendaItem(advisor_id=1, kind="topic", text="Budget", added_on=TODAY))

    assert board.sql("SELECT seat FROM advisor") == [("Mirror",)]
    assert board.sql("SELECT id, length(uid), text, added_on FROM agenda_item") == [
        (1, 36, "Budget", "2026-11-21")
    ]
    assert board.sql("SELECT command, summary FROM operation WHERE id = 2") == [
        ("python", "Tidied up")
    ]
    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_the_users_own_sql_is_recorded(board: Board) -> None:
    board.advisor("Marcus Ojo")
    before = board.dump()

    with boardroom.open_board(board.path, write=True) as session:
        session.connection().exec_driver_sql("DELETE FROM advisor")

    assert board.summary() == "changed from Python"
    assert board.sql("SELECT * FROM transition") == []
    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_a_block_that_changes_nothing_leaves_no_trace(board: Board) -> None:
    board.advisor("Marcus Ojo")
    before = board.sql("SELECT * FROM operation")

    with boardroom.open_board(board.path, write=True) as session:
        session.exec(select(Advisor)).one().name = "Marcus Ojo"

    assert board.sql("SELECT * FROM operation") == before


def _rename(session: Session) -> None:
    session.exec(select(Advisor)).one().name = "Mo"
    session.flush()


def _leave(session: Session) -> None:
    _rename(session)
    raise ZeroDivisionError


def _commit(session: Session) -> None:
    _rename(session)
    session.commit()


def _roll_back(session: Session) -> None:
    _rename(session)
    session.rollback()


def _wrong_word(session: Session) -> None:
    met = Meeting(advisor_id=1, status="dreamt", met_on=TODAY, way="coffee", minutes=60)
    session.add(met)


def _no_such_person(session: Session) -> None:
    session.add(Meeting(advisor_id=7, status="held", met_on=TODAY, way="coffee", minutes=60))


@pytest.mark.parametrize(
    ("mistake", "error"),
    [
        (_leave, ZeroDivisionError),
        (_commit, BadInput),
        (_roll_back, BadInput),
        (_wrong_word, ValidationError),
        (_no_such_person, sqlite3.IntegrityError),
    ],
)
def test_a_block_that_raises_stores_nothing(
    mistake: Callable[[Session], None], error: type[Exception], board: Board
) -> None:
    board.advisor("Marcus Ojo")
    before = (board.dump(), board.sql("SELECT * FROM operation"))

    with pytest.raises(error), boardroom.open_board(board.path, write=True) as session:
        mistake(session)

    assert (board.dump(), board.sql("SELECT * FROM operation")) == before


def test_a_session_that_reads_changes_nothing(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with pytest.raises(BadInput) as refused, boardroom.open_board(board.path) as session:
        _rename(session)

    assert refused.value.hint == "Open it with write=True to change it."
    assert board.sql("SELECT name FROM advisor") == [("Marcus Ojo",)]


def test_no_error_quotes_a_note(board: Board) -> None:
    board.advisor("Marcus Ojo")
    note = "He is about to be fired"

    with (
        pytest.raises(ValidationError) as refused,
        boardroom.open_board(board.path, write=True) as session,
    ):
        session.exec(select(Advisor)).one().notes = f"{note}\0"

    assert note not in str(refused.value)


def test_any_other_file_is_not_opened(board: Board) -> None:
    with open(board.path, "w", encoding="utf-8") as file:
        file.write("Dear diary")

    with pytest.raises(NotABoard), boardroom.open_board(board.path):
        pass


def test_the_example_for_python_does_what_it_says(
    board: Board, capsys: pytest.CaptureFixture[str]
) -> None:
    [example] = re.findall(
        r"^```python\n(.*?)^```$", PAGES["docs/python.md"], re.DOTALL | re.MULTILINE
    )
    board.meeting(board.advisor("Marcus Ojo"), "2026-11-01")

    exec(example, {})  # noqa: S102  our own words

    assert capsys.readouterr().out == "1 meetings, 1 hours\n"
    assert board.sql("SELECT text FROM agenda_item") == [("What did I miss?",)]
    assert board.summary() == "A question for everybody"


def test_a_board_opened_twice_stays_locked(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with boardroom.open_board(board.path, write=True) as session:
        session.exec(select(Advisor)).one().seat = "Mirror"
        session.flush()
        with boardroom.open_board(board.path) as other:
            assert other.exec(select(Advisor.seat)).one() is None
        code = f"import sqlite3; sqlite3.connect({board.path!r}, 0).execute('BEGIN IMMEDIATE')"
        assert "database is locked" in ran("-c", code)[2]

    assert board.sql("SELECT seat FROM advisor") == [("Mirror",)]


def _go_on_after_a_failed_flush(session: Session) -> None:
    session.add(Criterion(text="Knows retail"))
    session.flush()
    session.add(Advisor(handle="marcus", name="Marcus Webb"))
    with pytest.raises(IntegrityError):
        session.flush()


def test_a_block_that_goes_on_after_a_failed_flush_stores_nothing(board: Board) -> None:
    board.advisor("Marcus Ojo")
    before = board.dump()

    with (
        pytest.raises(BadInput, match="could not be stored"),
        boardroom.open_board(board.path, write=True) as session,
    ):
        _go_on_after_a_failed_flush(session)

    assert board.dump() == before


def _without_a_status(session: Session) -> None:
    session.add(Advisor(handle="ana", name="Ana"))


def _about_nobody(session: Session) -> None:
    session.add(Review(started_on=TODAY))


@pytest.mark.parametrize(
    ("add", "message"),
    [(_without_a_status, "Ana has no status."), (_about_nobody, "r1 is about nobody.")],
)
def test_a_record_that_lacks_another_is_refused(
    add: Callable[[Session], None], message: str, board: Board
) -> None:
    board.advisor("Marcus Ojo")

    with (
        pytest.raises(BadInput) as refused,
        boardroom.open_board(board.path, write=True) as session,
    ):
        add(session)

    assert refused.value.message == message


def test_a_result_not_read_to_its_end_locks_nothing(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")

    with boardroom.open_board(board.path) as session:
        kept = session.exec(select(Advisor))
        name = next(iter(kept)).name
    board.setting("soon", "7d")

    assert (name, board.summary()) == ("Marcus Ojo", "Set soon to 7d")


@pytest.mark.parametrize(
    "mistake", [FileNotFoundError("mine.csv"), sqlite3.OperationalError("mine")]
)
def test_an_error_of_the_users_own_stays_theirs(mistake: Exception, board: Board) -> None:
    board.advisor("Marcus Ojo")

    with pytest.raises(type(mistake)) as raised, boardroom.open_board(board.path):
        raise mistake

    assert raised.value is mistake


def test_what_replaces_a_row_is_recorded(board: Board) -> None:
    board.advisor("Marcus Ojo")
    before = board.dump()
    replace = "INSERT OR REPLACE INTO advisor (uid, handle, name) VALUES (?, 'marcus', 'Mo Webb')"
    status = (
        "INSERT INTO transition (uid, advisor_id, changed_on, status)"
        " SELECT ?, id, '2026-11-21', 'active' FROM advisor"
    )

    with boardroom.open_board(board.path, write=True) as session:
        for statement in (replace, status):
            session.connection().exec_driver_sql(statement, (new_uid(),))

    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_a_value_is_stored_in_its_canonical_form(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with boardroom.open_board(board.path, write=True) as session:
        session.exec(select(Advisor)).one().window = "6 weeks"

    assert board.sql("SELECT window FROM advisor") == [("6w",)]


def test_sql_that_changes_a_board_open_to_read_is_refused(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with (
        pytest.raises(BadInput, match=r"This board is open to read\."),
        boardroom.open_board(board.path) as session,
    ):
        session.connection().exec_driver_sql("DELETE FROM advisor")


def test_a_change_in_a_block_that_reads_is_not_dropped_in_silence(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with pytest.raises(BadInput) as refused, boardroom.open_board(board.path) as session:
        session.exec(select(Advisor)).one().seat = "Mirror"

    assert refused.value.message == "This board is open to read."
