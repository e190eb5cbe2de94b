"""The names that `--json` uses: one schema for one set of keys, in every command."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardroom.cli.tree import TREE, commands
from tests.boards import Board
from tests.calendars import SAMPLES
from tests.cli.typed import typed

# Ids are those of the demonstration board and of what the lines above add.
LINES = """
help dates
due
board
prep marcus
prep noor
review --list
review --facts
review --advisor ana --answers -
review --show r1
advisor add "Zoe Falk" --last-met "1 Nov" --beyond
advisor add "Yann Roy" --prospect
mentee add "Bea Hall"
advisor list
mentee list
advisor list --prospects
advisor list --alumni
advisor show marcus
advisor show yann
advisor edit zoe --seat Law
letter ask yann
letter ask yann --sent
advisor ask yann --how "over coffee"
advisor decline yann
advisor consider yann
advisor seat yann --beyond
advisor pause zoe --until "in 2m"
advisor resume zoe --beyond
criterion add "Has run a P&L" --must
criterion edit c1 --nice
criterion list
advisor rate noor c1 yes
criterion rm c1 --yes
plan zoe "in 3d" --place "By the sea"
plan zoe "in 5d"
plan zoe "in 6d"
meeting move m{zoe} "in 4d 10:00"
meeting edit m{zoe} --for 45m
meeting list
meeting cancel m{zoe2}
meeting move m{zoe2} today
meeting missed m{zoe2}
plan --all --yes
agenda add zoe "How do I start?"
agenda add zoe -
agenda list
agenda edit a{a} --kind question
agenda drop a{a}
log zoe "Said yes" --on today --advice "Ask" --i-owe "send it by 1 Dec" --got "intro to Lee Vogt" --covered all
meeting show m{m}
letter thanks zoe
letter news marcus
letter agenda ana
letter nudge ana
letter nudge ana --sent
letter renew tom
letter part zoe
search "said yes"
promise add zoe "Read the draft" --by "1 Dec"
promise list
promise edit p{p} --by "2 Dec"
promise add zoe "Ask around" --theirs
promise drop p{p}
promise list --dropped
promise add zoe "Read it"
snooze p{p} --until "1 Dec"
snooze zoe --until "1 Dec"
snooze review --until "1 Dec"
advice add zoe "Shadow the round"
advice list
advice edit v{v} --text "Shadow it"
advice outcome v{v} worked
advice reported v{v}
advice rm v{v}
give zoe "Notes"
got zoe "intro to Dana Reyes"
exchange list
exchange edit x{x} --text "introduction to Dana Ray"
exchange rm x{x}
occasion add zoe "Board exam" --on tomorrow
occasion list
occasion edit o{o} --on "in 3d"
done o{o}
occasion rm o{o}
goal add "Speak" --helps zoe
goal list
goal show g{g}
goal edit g{g} --why "To be heard"
goal step add g{g} "Ask around"
goal step add g{g} "Write it"
goal step edit s{s} --by "1 Dec"
done s{before_s} s{s}
goal step rm s{s}
goal link g{g} marcus
goal unlink g{g} marcus
agreement set zoe --hopes "A seat"
agreement show zoe
agreement show ana
agreement list
agenda add zoe "One"
agenda add zoe "Two"
done a{a}
agenda rm a{a}
done p{p}
done g{g}
promise add zoe "Call"
agenda add zoe "Three"
done p{p} a{a}
promise rm p{p}
goal drop g1
goal rm g{g} --yes
history
undo
redo
undo 2
config list
config get soon
config set soon 10d
config path
calendar write board.ics
calendar write
calendar vdir events
calendar read - --yes
meeting rm m{m} --yes
advisor part zoe --yes
advisor rm zoe --yes
advisor add "Z. Falk" --prospect
advisor merge marcus z --keep first --yes
backup board-of-today.db
backup list
restore board-of-today.db --dry-run
report -o board.html
export
import board.json --dry-run
purge p1 --yes
doctor
completion bash
remind cron
"""
ANSWER = {"value": 4, "chemistry": 4, "trust": 4, "fits_next": True, "decision": "keep"}
PIPED = {
    "review --advisor ana --answers -": json.dumps({"advisors": {"ana": ANSWER}}),
    "agenda add zoe -": "- Budget?\n- Deck?\n",
    "calendar read - --yes": (SAMPLES / "ical-work.ics").read_text(encoding="utf-8"),
}
TABLES = {
    "a": "agenda_item",
    "p": "promise",
    "v": "advice",
    "x": "exchange",
    "o": "occasion",
    "g": "goal",
    "s": "goal_step",
    "m": "meeting",
}
WITHOUT_JSON = {"demo", "init"}
"""Commands that print no record of their own."""

LISTS = {
    "advisors": "advisors",
    "meetings": "meetings",
    "agenda_items": "agenda_items",
    "promises": "promises",
    "advice_list": "advice_list",
    "exchanges": "exchanges",
    "occasions": "occasions",
    "goals": "goals",
    "criteria": "criteria",
    "agreements": "agreements",
    "reviews": "reviews",
    "operations": "operations",
    "hits": "hits",
    "settings": "settings",
    "steps": "steps",
}
"""The key that the list of each schema is under."""

NAMED = [
    "meetings",
    "agenda_items",
    "promises",
    "advice_list",
    "exchanges",
    "occasions",
    "goals",
    "criteria",
    "agreements",
    "steps",
]
"""Keys that hold lists of whole records, wherever they occur."""

RECORDS = {
    "advisor": "handle uid name role nicknames status seat title org how_met kind strengths perspectives"
    " their_goals email phone link city timezone way usual window minutes joined_on ended_on paused_until"
    " snoozed_until notes",
    "meeting": "id uid advisor status on at way place minutes notes private"
    " agenda_items promises advice_list exchanges",
    "agenda_item": "id uid advisor kind text status answer goal meeting private",
    "promise": "id uid advisor by_whom text due_on status done_on note kind meeting private",
    "advice": "id uid advisor text on status outcome reported_on meeting private",
    "exchange": "id uid advisor direction kind text person on meeting private",
    "occasion": "id uid advisor text on yearly next_on done_on private",
    "goal": "id uid title horizon measure why target_on status helpers steps private",
    "step": "id uid text due_on done_on note goal",
    "agreement": "uid advisor agreed_on hopes focus until_on confidential boundaries programme outcome",
    "criterion": "id uid text must",
    "letter": "kind to subject body left_out_count",
    "review": "id uid advisor started_on completed_on from_on advisors board",
}


@pytest.fixture(name="records")
def run_every_command(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[str, dict[str, Any]]]:
    """Every line typed on the demonstration board, and the record that it printed."""
    monkeypatch.chdir(Path(board.path).parent)
    board.lay_demo()
    typed("export", "-o", "board.json")
    return [(line, _typed(board, line)) for line in LINES.strip().splitlines()]


def test_every_command_is_among_the_lines() -> None:
    lines = LINES.strip().splitlines()
    left_out = {
        command
        for command, _ in commands(TREE)
        if not any(f"{line} ".startswith(f"{command} ") for line in lines)
    }

    assert left_out == WITHOUT_JSON


def test_names_and_keys_are_as_documented(records: list[tuple[str, dict[str, Any]]]) -> None:
    keys: dict[str, set[frozenset[str]]] = {}
    for _, record in records:
        keys.setdefault(record["schema"], set()).add(frozenset(record))
        for schema, item in _listed(record):
            keys.setdefault(schema, set()).add(frozenset(item))

    assert {schema: len(sets) for schema, sets in keys.items() if len(sets) > 1} == {}
    shown = {schema: set().union(*sets) for schema, sets in keys.items()}
    assert {
        name: set(documented.split()) - shown[f"boardroom.{name}/1"]
        for name, documented in RECORDS.items()
    } == {name: set() for name in RECORDS}
    assert {
        name for name, key in LISTS.items() if shown[f"boardroom.{name}/1"] != {"schema", key}
    } == set()


def test_no_list_is_null(records: list[tuple[str, dict[str, Any]]]) -> None:
    names = {*NAMED, *LISTS, "nicknames", "strengths", "focus", "helpers", "timeline", "items"}

    assert [
        (line, key) for line, record in records for key, value in _pairs(record)
        if key in names and value is None
    ] == []  # fmt: skip


def _typed(board: Board, line: str) -> dict[str, Any]:
    """Types a line with `--json`; a letter in braces is the newest id of that kind."""
    each = (f"(SELECT max(id) FROM {table})" for table in TABLES.values())  # noqa: S608  the schema's
    [ids] = board.sql(f"SELECT {', '.join(each)}")
    newest = dict(zip(TABLES, ids, strict=True))
    [(zoe,)] = board.sql("SELECT min(id) FROM meeting WHERE place = 'By the sea'")
    words = shlex.split(
        line.format(**newest, zoe=zoe, zoe2=(zoe or 0) + 1, before_s=newest["s"] - 1)
    )
    ran = typed(*words, "--json", stdin=PIPED.get(line, ""))
    assert ran.code == 0, (line, ran)
    return ran.json


def _pairs(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from _pairs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner)


def _listed(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records in lists, with the name of what they are.

    Those of an export are the rows of the file, which its own schema describes.
    """
    if record["schema"] == "boardroom.export/1":
        return
    for key, value in _pairs(record):
        if key in NAMED and isinstance(value, list):
            for item in value:
                yield f"one of {key}", item
