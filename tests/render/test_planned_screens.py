"""The table of `plan --all`, and `prep` and `due` of a call with somebody in another zone."""

from __future__ import annotations

from collections.abc import Callable

from boardroom.queries.due import due
from boardroom.queries.prep import prep
from boardroom.queries.proposals import proposals
from boardroom.render.due import due_page
from boardroom.render.prep import prep_page
from boardroom.render.proposals import proposals_page
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.test_screens import Golden, faces


def test_the_proposal_for_everybody_looks_the_same(
    board: Board, move_to: Callable[[str], None], golden: Golden
) -> None:
    move_to("Europe/Berlin")
    ana = board.advisor("Ana Lima", usual="thu 16:00", timezone="America/Los_Angeles", way="video")
    board.meeting(ana, "2026-11-01")
    board.meeting(board.advisor("Tom Reed"), "2026-09-01")
    board.meeting(board.advisor(usual="first tue 9:00", window="6w"), "2026-11-03")
    board.meeting(board.advisor("Priya Rao", role="mentee", usual="fri 8:30"), "2026-10-09")
    board.advisor("Noor Haddad")

    with reading(board.path) as connection:
        page = proposals_page(proposals(connection, today=TODAY))

    golden("plan-all", faces(page))


def test_a_call_with_somebody_in_another_zone_looks_the_same(
    board: Board, move_to: Callable[[str], None], golden: Golden
) -> None:
    move_to("Europe/Berlin")
    kim = board.advisor("Kim Vale", timezone="Asia/Tokyo", phone="+81 3 1234 5678", way="call")
    board.meeting(kim, "2026-11-26", "planned", way="call", start_time="16:00")
    ana = board.advisor("Ana Lima", usual="thu 16:00", joined="2026-09-01")

    with reading(board.path) as connection:
        pages = (
            due_page(due(connection, today=TODAY)),
            prep_page(prep(connection, kim, today=TODAY, notes_count=3)),
            prep_page(prep(connection, ana, today=TODAY, notes_count=3)),
        )

    golden("their-time", "".join(map(faces, pages)))
