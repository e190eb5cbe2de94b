"""A search for the next advisor, typed into the installed program day by day.

Three prospects are rated by four criteria; two are asked, and one says yes.
"""

from __future__ import annotations

import shlex
from typing import Any

import pytest

from tests.boards import Board
from tests.e2e.typing_in import TypingIn

WHO_COULD_USE_IT = "Who could use what you learnt here? boardroom mentee add NAME\n"

# The day, and the command that is typed on it.
TYPED = r"""
2026-09-01 advisor add Marcus Ojo --seat Finance --since 2025-09-01 --last-met 2026-08-25
2026-09-01 criterion add Has run a P&L --must
2026-09-01 criterion add Has an hour a month to give, now --must
2026-09-01 criterion add Knows logistics --nice
2026-09-01 criterion add Near enough for a walk --nice
2026-09-02 advisor add Noor Haddad --prospect --org 'Harbour Logistics' \
  --how-met 'Panel on supply chains'
2026-09-02 advisor add Yusuf Demir --prospect
2026-09-03 advisor add Lena Vogt --prospect --how-met 'Introduced by Tom'
2026-09-04 advisor rate noor c1 yes
2026-09-04 advisor rate noor c2 yes
2026-09-04 advisor rate noor c4 no
2026-09-04 advisor rate yusuf c1 yes
2026-09-04 advisor rate yusuf c3 yes
2026-09-04 advisor rate lena c1 yes
2026-09-04 advisor rate lena c2 no
2026-09-08 advisor ask noor --how 'over coffee' --about 'how they got there'
2026-09-10 advisor ask yusuf --how 'by mail' --about balance --on '9 Sep'
"""
AFTERWARDS = r"""
2026-09-25 advisor ask noor --how 'by phone'
2026-09-28 advisor decline yusuf --note 'Ask again in spring'
2026-10-02 advisor seat noor --seat Logistics --on '1 Oct'
2026-10-02 agreement set noor --hopes 'A view from outside' --focus 'supply chains' \
  --until 2026-11-10 --on '1 Oct'
2026-10-05 log noor First talk. Start with the warehouse. --on '5 Oct'
2026-10-20 advisor part marcus --yes --note 'Thank you for three years'
"""


def _type(program: TypingIn, board: Board, lines: str) -> None:
    for line in lines.strip().replace(" \\\n ", "").splitlines():
        today, words = line.split(" ", 1)
        ran = program(*shlex.split(words), BOARDROOM_TODAY=today, BOARDROOM_DB=board.path)
        assert (ran.code, ran.err in ("", WHO_COULD_USE_IT)) == (0, True), line


def _json(program: TypingIn, board: Board, today: str, *words: str) -> dict[str, Any]:
    return program(*words, "--json", BOARDROOM_TODAY=today, BOARDROOM_DB=board.path).json


def _due(program: TypingIn, board: Board, today: str, *kinds: str) -> list[tuple[str, ...]]:
    items = _json(program, board, today, "due")["items"]
    return [
        (item["kind"], item["severity"], item["advisor"], item["on"], item["next"])
        for item in items
        if item["kind"] in kinds
    ]


@pytest.mark.usefixtures("empty_board")
def test_a_search_from_criteria_to_a_new_advisor(board: Board) -> None:
    with TypingIn() as program:
        _type(program, board, TYPED)
        ranked = _json(program, board, "2026-09-10", "advisor", "list", "--prospects")["advisors"]
        assert [
            (
                who["handle"],
                who["status"],
                *who["match"]["must"].values(),
                *who["match"]["nice"].values(),
            )
            for who in ranked
        ] == [
            ("noor", "asked", 2, 0, 0, 0, 1, 1),
            ("yusuf", "asked", 1, 0, 1, 1, 0, 1),
            ("lena", "prospect", 1, 1, 0, 0, 0, 2),
        ]
        assert _due(program, board, "2026-09-22", "ask") == []
        assert _due(program, board, "2026-09-24", "ask") == [
            ("ask", "due", "noor", "2026-09-22", "boardroom advisor ask noor"),
            ("ask", "due", "yusuf", "2026-09-23", "boardroom advisor ask yusuf"),
        ]

        _type(program, board, AFTERWARDS)
        assert _due(program, board, "2026-10-20", "ask", "agreement") == [
            ("agreement", "soon", "noor", "2026-11-10", "boardroom agreement set noor --until DATE")
        ]
        assert _due(program, board, "2026-11-11", "agreement") == [
            (
                "agreement",
                "overdue",
                "noor",
                "2026-11-10",
                "boardroom agreement set noor --until DATE",
            )
        ]
        seats = _json(program, board, "2026-10-20", "board")
        assert (
            seats["seats"]["taken"],
            [(who["handle"], who["seat"]) for who in seats["advisors"]],
        ) == (1, [("noor", "Logistics")])
        shown = {
            who: _json(program, board, "2026-10-20", "advisor", "show", who)
            for who in ("noor", "yusuf", "marcus")
        }
        assert [(who["status"], who["joined_on"], who["ended_on"]) for who in shown.values()] == [
            ("active", "2026-10-01", None),
            ("declined", None, "2026-09-28"),
            ("alumni", "2025-09-01", "2026-10-20"),
        ]
        assert [
            who["handle"]
            for who in _json(program, board, "2026-10-20", "advisor", "list", "--prospects")[
                "advisors"
            ]
        ] == [
            "lena",
            "yusuf",
        ]
        assert [
            hit["on"]
            for hit in _json(program, board, "2026-10-20", "search", "again in spring")["hits"]
        ] == ["2026-09-28"]
