"""Random changes, typed about records that exist."""

from __future__ import annotations

import json
import random
import shlex
from itertools import repeat

from tests.boards import Board
from tests.cli.typed import typed

FORM = """\
## Agenda
- [x] New {n}
- [ ] Open {n}
## Advice
- Advice {n}
## Promises
- me: P {n} by 1 Dec
- them: Q {n}
## Exchange
- got: intro to Dana {n}
- gave: G {n}
"""

COMMANDS = """
advisor add Name{n} --since {past}
advisor add Other{n} --prospect
advisor edit {who} --org 'Org {n}' --window 3-5w --strength a --strength b
advisor edit {who} --usual 'first tue 16:00'
advisor ask {who} --about 'a field'
advisor seat {who} --seat 'Seat {n}' --beyond
advisor pause {who} --until {future}
advisor resume {who} --beyond
advisor part {who} --yes --note 'Thank you'
advisor rm {who} --yes
plan {who} {future} 15:30
plan {who} next
plan --all --yes
meeting edit {m} --place 'Place {n}'
meeting edit {m} --on {past}
meeting move {m} {future}
meeting cancel {m}
meeting rm {m} --yes
agenda add {who} 'Item {n}?'
agenda edit {a} --text 'Item {n}' --answer 'Yes'
agenda drop {a}
agenda rm {a}
done {a} --note 'Answer {n}'
done {p} {a}
log {who} 'Notes {n}' --on {past} --covered all
log {who} - --on {past} < FORM
log {who} --advice 'A {n}' --i-owe 'P {n} @ 1 Dec' --they-owe 'Q {n}' --gave 'G {n}' --got 'introduction to Lena {n}' --private
promise add {who} 'Promise {n}' --by {future}
promise edit {p} --text 'Promise {n}' --theirs
promise edit {p} --kept {past} --note 'So {n}'
promise rm {p}
done {p} --on {past}
advice add {who} 'Advice {n}' --on {past}
advice outcome {v} trying
advice outcome {v} worked 'Outcome {n}'
advice reported {v}
advice edit {v} --text 'Advice {n}'
advice rm {v}
give {who} 'Gift {n}'
got {who} 'introduction to Person {n}'
exchange edit {x} --text 'Exchange {n}' --kind insight
exchange rm {x}
goal add 'Goal {n}' --target {future} --helps {who}
goal edit {g} --title 'Goal {n}' --long --why 'Why {n}'
goal edit {g} --open
goal drop {g} --note 'Note {n}'
goal rm {g} --yes
goal link {g} {who}
goal unlink {g} {who}
goal step add {g} 'Step {n}' --by {future}
goal step edit {s} --text 'Step {n}' --undone
goal step rm {s}
done {s} {p} --note 'Done {n}'
done {g} --tell
agenda add {who} 'About {n}' --goal {g}
agenda edit {a} --goal ''
snooze {who} --until {future}
snooze {p} --until {future} --why 'Why {n}'
snooze review --until {future}
agreement set {who} --hopes 'Hopes {n}' --focus a --focus b --until {future} --confidential --window 5w
agreement set {who} --no-confidential --boundaries 'Not {n}' --until ''
occasion add {who} 'Occasion {n}' --on {future}
occasion add {who} 'Past {n}' --on {past} --yearly
occasion edit {o} --text 'Occasion {n}' --note 'So {n}' --private
occasion rm {o}
done {o} --note 'Went {n}'
letter ask {who} --sent
letter agenda {who} --sent
letter thanks {who} --sent
letter news {who} --sent
letter part {who} --sent
criterion add 'Criterion {n}' --must
criterion edit {c} --nice --text 'Criterion {n}'
criterion rm {c} --yes
advisor rate {who} {c} yes
advisor rate {who} {c} no
advisor rate {who} {c} unknown
config set window {n}-40w
review --answers - < {answers}
review --answers - --advisor {who} < {{"advisors": {{"{who}": {{"value": 4, "note": "Note {n}", "decision": "adjust", "window": "{n}w"}}}}}}
""".strip().splitlines()


def made_undone_and_redone(board: Board, chance: random.Random, changes: int) -> list[str]:
    """Makes so many random changes, undoes them one by one and redoes them.

    Returns the steps after which a table was not as it had been before.
    """
    for name in ("Marcus Ojo", "Ana Lima", "Tom Berg"):
        board.advisor(name)
    states = [board.dump()]
    counts: list[int] = []  # how many changes lead from each state to the next
    number = 0
    while len(states) <= changes:
        number += 1
        before = _operation_count(board)
        _type(chance.choice(COMMANDS), number, board, chance)
        if (state := board.dump()) != states[-1]:
            states.append(state)
            counts.append(_operation_count(board) - before)
    steps = [
        *zip(repeat("undo"), reversed(counts), reversed(states[:-1])),
        *zip(repeat("redo"), counts, states[1:]),
    ]
    return [
        f"{step}, {number}"
        for number, (step, count, state) in enumerate(steps)
        if typed(step, str(count)).code != 0 or board.dump() != state
    ]


def _operation_count(board: Board) -> int:
    [(count,)] = board.sql("SELECT count(*) FROM operation")
    return int(count)


def _type(command: str, number: int, board: Board, chance: random.Random) -> None:
    """Types a command about records that exist. Many are refused, and then change nothing."""
    ids = {
        letter: [row_id for (row_id,) in board.sql(f"SELECT id FROM {table}")]  # noqa: S608  named here
        for letter, table in TABLES.items()
    }
    handles = [handle for (handle,) in board.sql("SELECT handle FROM advisor")]
    words, _, piped = (
        command.replace("FORM", FORM)
        .format(
            n=number,
            who=chance.choice(handles or ["nobody"]),
            answers=_answers(board, chance),
            past=f"2026-11-{chance.randint(1, 21):02}",
            future=f"2026-12-{chance.randint(1, 31):02}",
            **{
                letter: f"{letter}{chance.choice(numbers or [99])}"
                for letter, numbers in ids.items()
            },
        )
        .partition(" < ")
    )
    before = board.dump()
    ran = typed(*shlex.split(words), stdin=piped)
    assert ran.code in (0, 2, 3, 4, 6), (words, ran)
    assert ran.code == 0 or board.dump() == before, (words, ran)


def _answers(board: Board, chance: random.Random) -> str:
    """Something decided about everybody who is active."""
    active = [active.handle for active in board.due().advisors]
    answers = [
        {"decision": "keep", "trust": 5},
        {"decision": "adjust", "window": "9w"},
        {"decision": "pause"},
        {"decision": "part"},
    ]
    return json.dumps(
        {
            "advisors": {handle: chance.choice(answers) for handle in active},
            "board": {"note": "Look for finance"},
        }
    )


TABLES = {
    "m": "meeting",
    "a": "agenda_item",
    "p": "promise",
    "v": "advice",
    "x": "exchange",
    "g": "goal",
    "s": "goal_step",
    "c": "criterion",
    "o": "occasion",
}
