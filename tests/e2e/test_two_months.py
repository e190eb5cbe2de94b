"""Two months with five advisors, typed into the installed program day by day, the morning list looked at every morning."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from boardroom.rules.spoken import spoken_day
from tests.boards import Board
from tests.e2e.typing_in import TypingIn

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 31)

FORM = """\
## Agenda
- [x] a1 How small is a small team?
  Six, and one of them new
- [x] a2 Handovers
- [ ] a3 The reorganisation
- [ ] Ask after her move
## Notes
She draws the team first, then the plan.

[sic] no slides
## Advice
- Draw the team before the plan
## Promises
- me: send the team sketch by 10 Sep
- them: share the handover list @ 8 Sep
## Exchange
- got: introduction to Lena Vogt (runs the Porto stores)
- gave: two names for her search
"""

# By day, after the morning list: what is typed, and behind `<` what comes in by a pipe.
TYPED = r"""
09-01 advisor add Marcus Ojo --seat Finance --since 2026-06-01 --last-met 2026-08-10 --their-goals 'A second board seat'
09-01 advisor add Ana Lima --seat Truth-teller --since 2026-06-02 --last-met 2026-07-28 --way walk
09-01 advisor add Tom Berg --seat Retail --since 2026-06-03 --last-met 2026-08-20 --window 6-8w --way lunch
09-01 advisor add Priya Nair --seat Engineering --since 2026-06-04 --last-met 2026-07-14 --way video
09-01 advisor add Dana Reyes --seat 'Outside view' --since 2026-08-25
09-01 plan priya thu 17:00
09-01 plan ana next tue 15:30 --place 'Parque da Cidade'
09-02 agenda add priya - < How small is a small team?\nHandovers\nThe reorganisation\n
09-03 prep priya
09-03 log priya - < FORM
09-04 done p4 --note 'A card'
09-07 agenda add ana Is the new opening better?
09-08 log ana Answer first, then explain --covered all \
  --advice 'Answer first, then explain' --i-owe 'send the new opening by 15 Sep' --they-owe 'introduce me to her editor @ 20 Sep'
09-09 done p1 p2 p3 p7
09-11 plan marcus 18 Sep 12:30 --way lunch
09-16 done p8 --note 'Lena says yes to a visit'
09-17 done p5 --note 'Late, sorry'
09-18 meeting move m7 next fri
09-21 snooze p6 --until '28 Sep' --why 'She is travelling'
09-22 log dana First talk. She asks for numbers. --gave 'notes on the new analytics stack'
09-24 advice outcome v1 worked The sketch settled it
09-25 log marcus Budget round is where it happens \
  --advice 'Ask to shadow the budget round' --got 'intro to Noor Haddad, Harbour Logistics'
09-28 done p6 p9 p11
09-29 advice outcome v2 trying
09-30 advisor pause priya --until 2026-10-26 --note 'Parental leave'
10-02 snooze tom --until '12 Oct' --why 'Stocktaking'
10-06 plan ana next tue 16:00
10-08 done p10 --note 'We had lunch'
10-09 plan tom 14 Oct 12:30
10-12 advice outcome v2 did_not_work Too blunt for the board
10-13 prep ana
10-13 log ana - --private < Nothing changed at work; she listened.
10-14 advice reported v2 --on yesterday
10-15 meeting missed m10
10-15 plan tom 21 Oct 12:30
10-14 promise edit p12 --by '29 Oct'
10-21 log tom 'Margins per metre' --they-owe 'show me the new store by 30 Oct' --i-owe 'feedback on the pilot @ 28 Oct'
10-22 log ana Wrong person
10-22 undo
10-23 plan dana 30 Oct
10-26 advisor resume priya
10-26 plan priya 30 Oct 17:00
10-27 plan marcus thu 08:30
10-29 log marcus He wants a second board seat --gave 'introduction to Ines Duarte'
10-29 done p12 p13 p16 p17
10-30 log dana Numbers, again --covered none
10-30 log priya Back, and rested --covered all
10-30 advice reported v1
10-30 done p14 p18 p19 --note Done
10-31 board
10-31 promise list --all
10-31 advice list --all
10-31 search HANDOVER
"""


@pytest.fixture
def told(board: Board) -> str:
    """What the two months looked like: each morning's list as a pipe gets it, and each answer."""
    typed: dict[date, list[str]] = {}
    for line in TYPED.strip().replace(" \\\n ", "").splitlines():
        day, words = line.split(" ", 1)
        typed.setdefault(date.fromisoformat(f"2026-{day}"), []).append(words)
    said = []
    with TypingIn() as program:
        for number in range((LAST - FIRST).days + 1):
            today = FIRST + timedelta(days=number)
            said.append(f"# {spoken_day(today)}\n{_typed(program, 'due', today, board)}")
            said += [f"$ {words}\n{_typed(program, words, today, board)}" for words in typed.pop(today, ())]
    assert not typed
    return "\n".join(said)


def _typed(program: TypingIn, words: str, today: date, board: Board) -> str:
    words, _, text = words.partition(" < ")
    ran = program(
        *shlex.split(words),
        stdin=FORM if text == "FORM" else text.replace("\\n", "\n"),
        BOARDROOM_TODAY=today.isoformat(),
        BOARDROOM_DB=board.path,
    )
    assert (ran.code, ran.err) == (0, ""), f"{today} {words}"
    return ran.out


def test_two_months_with_five_advisors(told: str, golden: Callable[[str, str], None]) -> None:
    golden("two-months", told)
