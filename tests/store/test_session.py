from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError
from sqlmodel import select

import boardroom
from boardroom.errors import BadInput, NotABoard
from boardroom.models import Advisor, AgendaItem, Meeting
from boardroom.store import reversal
from tests.boards import TODAY, Board
from tests.children import ran

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


def test_the_readmes_example_does_what_it_says(
    board: Board, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    [example] = re.findall(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    board.meeting(board.advisor("Marcus Ojo"), "2026-11-01")

    exec(example, {})  # noqa: S102  our own words

    assert capsys.readouterr().out == "1 meetings, 1 hours\n"
    assert board.sql("SELECT text FROM agenda_item") == [("What did I miss?",)]
    assert board.summary() == "A question for everybody"
