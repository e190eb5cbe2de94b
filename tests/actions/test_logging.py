from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.actions.logging import edit_logged_meeting, log_meeting
from boardroom.actions.meeting_rows import MeetingFields
from boardroom.errors import BadInput, NotFound
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.store import reversal
from boardroom.store.rows import AgendaItem
from boardroom.store.work import change
from tests.boards import TODAY, Board

STORED = (
    "SELECT status, met_on, start_time, way, place, minutes, notes, coalesce(private, 0) FROM meeting"
    " ORDER BY id"
)
ITEMS = "SELECT text, status, answer, meeting_id, closed_on FROM agenda_item ORDER BY id"
EVERYTHING = LogEntry(
    "Margins",
    (
        LoggedItem(1, answer="In autumn"),
        LoggedItem(None, "Pilot?", covered=False),
        LoggedItem(None, "Deck", answer="Cut it"),
    ),
    (LoggedAdvice(None, "Shadow the round"),),
    (
        LoggedPromise(None, "me", "Send the deck", date(2026, 12, 1)),
        LoggedPromise(None, "them", "Introduce Dana"),
    ),
    (
        LoggedExchange(None, "given", "Notes on the stack"),
        LoggedExchange(None, "received", "introduction to Dana Reyes (FP&A)"),
    ),
)


def test_a_log_on_the_day_of_a_plan_is_of_the_plan(board: Board) -> None:
    marcus = board.advisor()
    plan = board.meeting(
        marcus, "2026-10-02", "planned", way="lunch", place="Canteen", start_time="12:30"
    )

    with change(board.path, "log", today=TODAY) as work:
        done = log_meeting(
            work,
            marcus,
            on=Moment(date(2026, 10, 2), None),
            minutes="45m",
            entry=LogEntry(" Margins \r\n per metre "),
        )

    assert done.id == plan
    assert board.sql(STORED) == [
        ("held", "2026-10-02", "12:30", "lunch", "Canteen", 45, "Margins \n per metre", 0)
    ]
    assert board.summary() == "Logged m1: lunch with Marcus Ojo, Fri 2 Oct 2026 12:30"


def test_a_log_loads_no_items_of_the_agenda_but_its_own(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    marcus = board.advisor()
    for text in ("Margins", "Pricing", "Pilot"):
        board.item(marcus, text)
    loaded: list[int] = []
    load = AgendaItem.load

    def loading(item: AgendaItem, stored: tuple[Any, ...]) -> None:
        load(item, stored)
        loaded.append(item.id)

    monkeypatch.setattr(AgendaItem, "load", loading)

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, entry=LogEntry("Talk", (LoggedItem(2, answer="Yes"),)))

    assert loaded == [2]


def test_a_log_without_a_day_is_of_the_one_open_plan(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-16", "planned", start_time="09:00")
    board.meeting(marcus, "2026-11-17", "cancelled")
    board.meeting(marcus, "2026-12-16", "planned")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, way="walk")

    assert board.sql(STORED) == [
        ("held", "2026-11-16", "09:00", "walk", None, 60, None, 0),
        ("cancelled", "2026-11-17", None, "coffee", None, 60, None, 0),
        ("planned", "2026-12-16", None, "coffee", None, 60, None, 0),
    ]


def test_a_log_without_a_day_or_a_plan_is_of_today(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(ana, "2026-11-21", "planned")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus)

    assert board.sql(STORED) == [
        ("planned", "2026-11-21", None, "coffee", None, 60, None, 0),
        ("held", "2026-11-21", None, "coffee", None, 60, None, 0),
    ]


def test_two_meetings_on_one_day_are_two_meetings(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-21")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, another=True)

    assert board.sql("SELECT status, met_on FROM meeting") == [("held", "2026-11-21")] * 2


def test_a_plan_held_on_another_day_loses_its_time(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-19", "planned")
    plan = board.meeting(marcus, "2026-11-20", "planned", start_time="09:00")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, meeting_id=plan, on=Moment(date(2026, 11, 18), None))

    assert board.sql(STORED) == [
        ("planned", "2026-11-19", None, "coffee", None, 60, None, 0),
        ("held", "2026-11-18", None, "coffee", None, 60, None, 0),
    ]


def test_a_time_given_goes_before_the_planned_one(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-20", "planned", start_time="09:00")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, on=Moment(date(2026, 11, 20), "10:15"))

    assert board.sql("SELECT status, met_on, start_time FROM meeting") == [
        ("held", "2026-11-20", "10:15")
    ]


def test_covered_items_are_closed_and_the_rest_carry_over(board: Board) -> None:
    marcus = board.advisor()
    covered, _carried = board.item(marcus, "Budget"), board.item(marcus, "Pilot")

    with change(board.path, "log", today=TODAY) as work:
        done = log_meeting(
            work,
            marcus,
            on=Moment(date(2026, 11, 10), None),
            entry=LogEntry(agenda=(LoggedItem(covered, answer="Yes"),)),
        )

    assert board.sql(ITEMS) == [
        ("Budget", "covered", "Yes", done.id, "2026-11-10"),
        ("Pilot", "open", None, None, None),
    ]


@pytest.mark.parametrize(("given", "planned"), [(True, False), (False, True)])
def test_a_meeting_is_marked_private_if_said_or_planned(
    board: Board, given: bool, planned: bool
) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-20", "planned", private=planned)

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, private=given or None)

    assert board.sql("SELECT status, private FROM meeting") == [("held", 1)]


@pytest.mark.parametrize("private", [True, False])
def test_a_new_agenda_item_is_as_private_as_its_meeting(board: Board, private: bool) -> None:
    marcus = board.advisor()
    entry = LogEntry(agenda=(LoggedItem(None, "Who is Dana?"),))

    with board.change() as work:
        log_meeting(work, marcus, entry=entry, private=private)

    assert board.sql("SELECT private FROM agenda_item") == [(1 if private else None,)]


def test_a_log_is_taken_back_whole(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-20", "planned")
    board.item(marcus)
    before = board.dump()

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, entry=EVERYTHING, private=True)
    reversal.undo(board.path, 1, today=TODAY)

    assert board.dump() == before


def test_a_plan_of_somebody_else_is_not_logged(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    hers = board.meeting(ana, "2026-11-20", "planned")

    with pytest.raises(BadInput) as caught, change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, meeting_id=hers)
    with pytest.raises(NotFound) as gone, change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, meeting_id=99)

    assert caught.value.message == f"m{hers} is a meeting with Ana Lima, not with Marcus Ojo."
    assert caught.value.hint == f"Log it with: boardroom log ana --meeting m{hers}"
    assert gone.value.message == "There is no meeting m99."
    assert board.sql("SELECT status FROM meeting") == [("planned",)]


def test_a_whole_entry_is_stored_as_one_change(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget?")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, on=Moment(date(2026, 11, 19), None), entry=EVERYTHING)

    assert board.sql("SELECT notes FROM meeting") == [("Margins",)]
    assert board.sql(ITEMS) == [
        ("Budget?", "covered", "In autumn", 1, "2026-11-19"),
        ("Pilot?", "open", None, None, None),
        ("Deck", "covered", "Cut it", 1, "2026-11-19"),
    ]
    assert board.sql("SELECT text, status, given_on, meeting_id FROM advice") == [
        ("Shadow the round", "new", "2026-11-19", 1)
    ]
    assert board.sql("SELECT kind, by_whom, text, due_on, meeting_id FROM promise ORDER BY id") == [
        ("promise", "me", "Send the deck", "2026-12-01", 1),
        ("promise", "them", "Introduce Dana", None, 1),
        ("follow_up", "me", "Contact Dana Reyes", "2026-11-26", 1),
        ("thanks", "me", "Thank Marcus Ojo", "2026-11-21", 1),
    ]
    assert board.sql(
        "SELECT direction, kind, text, exchanged_on, meeting_id FROM exchange ORDER BY id"
    ) == [
        ("given", "other", "Notes on the stack", "2026-11-19", 1),
        ("received", "introduction", "introduction to Dana Reyes (FP&A)", "2026-11-19", 1),
    ]
    assert board.sql("SELECT count(*) FROM operation WHERE command = 'log'") == [(1,)]


def test_an_undone_log_comes_back_with_its_ids(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus)
    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, entry=EVERYTHING)
    logged = board.dump()

    reversal.undo(board.path, 1, today=TODAY)
    reversal.redo(board.path, 1, today=TODAY)

    assert board.dump() == logged


def test_one_text_refused_leaves_nothing_of_a_log(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus)
    before = board.dump()

    with (
        pytest.raises(BadInput, match=r"^The text can't be empty\.$"),
        change(board.path, "log", today=TODAY) as work,
    ):
        log_meeting(
            work, marcus, entry=EVERYTHING._replace(exchanges=(LoggedExchange(None, "given", " "),))
        )

    assert board.dump() == before


def test_a_whole_form_is_logged_once(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus)
    board.meeting(marcus, "2026-11-10", notes="Other")
    with change(board.path, "log", today=TODAY) as work:
        day = Moment(date(2026, 11, 10), None)
        first = log_meeting(work, marcus, on=day, entry=EVERYTHING, another=True)
    logged = board.dump()

    with change(board.path, "log", today=TODAY) as work:
        second = log_meeting(work, marcus, on=day, entry=EVERYTHING, whole_form=EVERYTHING)

    assert (first.ids, second.ids) == ((2,), (2,))
    assert board.dump() == logged


@pytest.mark.parametrize(
    ("on", "meeting_id"), [("2026-11-06", None), ("2026-11-09", None), ("2026-11-10", 2)]
)
def test_the_same_form_of_another_day_or_plan_is_logged(
    board: Board, on: str, meeting_id: int | None
) -> None:
    marcus = board.advisor()
    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, on=Moment(date(2026, 11, 10), None), entry=LogEntry("Same"))
    board.meeting(marcus, "2026-11-10", "planned")

    with change(board.path, "log", today=TODAY) as work:
        third = log_meeting(
            work,
            marcus,
            on=Moment(date.fromisoformat(on), None),
            meeting_id=meeting_id,
            entry=LogEntry("Same"),
            whole_form=LogEntry("Same"),
        )

    assert third.id == (meeting_id or 3)
    assert board.sql("SELECT met_on, status FROM meeting WHERE id = ?", third.id) == [(on, "held")]


def _logged(board: Board) -> int:
    """Logs a meeting of 19 November with EVERYTHING; returns its id."""
    marcus = board.advisor()
    board.item(marcus, "Budget?")
    with change(board.path, "log", today=TODAY) as work:
        done = log_meeting(work, marcus, on=Moment(date(2026, 11, 19), None), entry=EVERYTHING)
    return done.id


def test_an_entry_changes_the_records_it_has_ids_of(board: Board) -> None:
    meeting_id = _logged(board)

    with change(board.path, "meeting edit", today=TODAY) as work:
        edit_logged_meeting(
            work,
            meeting_id,
            LogEntry(
                "Other notes",
                (
                    LoggedItem(1, "Which budget?", answer=""),
                    LoggedItem(2, "Pilot?"),
                    LoggedItem(3, "", covered=False),
                ),
                (LoggedAdvice(1, "Shadow two rounds"), LoggedAdvice(None, "Read the 10-K")),
                (
                    LoggedPromise(1, "them", "Send the deck"),
                    LoggedPromise(2, "them", "Introduce Dana"),
                ),
                (
                    LoggedExchange(1, "given", "Notes on it"),
                    LoggedExchange(2, "received", "introduction to Dana Reyes (FP&A)"),
                ),
            ),
            MeetingFields(way="walk", minutes="45"),
        )

    assert board.sql("SELECT notes, way, minutes FROM meeting") == [("Other notes", "walk", 45)]
    assert board.sql(ITEMS) == [
        ("Which budget?", "covered", None, 1, "2026-11-19"),
        ("Pilot?", "covered", None, 1, "2026-11-19"),
        ("Deck", "open", "Cut it", None, None),
    ]
    assert board.sql("SELECT id, text, meeting_id FROM advice") == [
        (1, "Shadow two rounds", 1),
        (2, "Read the 10-K", 1),
    ]
    assert board.sql("SELECT id, by_whom, text, due_on FROM promise WHERE kind = 'promise'") == [
        (1, "them", "Send the deck", None),
        (2, "them", "Introduce Dana", None),
    ]
    assert board.sql("SELECT id, text FROM exchange") == [
        (1, "Notes on it"),
        (2, "introduction to Dana Reyes (FP&A)"),
    ]
    assert board.summary() == (
        "Changed m1, walk with Marcus Ojo: way coffee → walk, minutes 60 → 45,"
        " notes; a1: text “Budget?” → “Which budget?”, answer “In autumn” → none;"
        " covered a2 (Pilot?); reopened a3 (Deck);"
        " v1: text “Shadow the round” → “Shadow two rounds”; new v2 (Read the 10-K);"
        " p1 (Send the deck): by whom me → them, by Tue 1 Dec 2026 → none;"
        " x1: text “Notes on the stack” → “Notes on it”"
    )


def test_an_empty_entry_changes_nothing(board: Board) -> None:
    meeting_id = _logged(board)
    before = board.dump()

    with change(board.path, "meeting edit", today=TODAY) as work:
        edit_logged_meeting(work, meeting_id, LogEntry())

    assert not work.changed
    assert board.dump() == before


def test_what_came_of_a_meeting_moves_with_it(board: Board) -> None:
    meeting_id = _logged(board)
    with change(board.path, "done", today=TODAY) as work:
        work.connection.execute("UPDATE promise SET done_on = '2026-11-19' WHERE id = 1")
        work.connection.execute("UPDATE advice SET status = 'worked', outcome_on = '2026-11-19'")

    with change(board.path, "meeting edit", today=TODAY) as work:
        edit_logged_meeting(
            work, meeting_id, LogEntry(), MeetingFields(Moment(date(2026, 11, 20), None))
        )

    assert board.sql("SELECT made_on FROM promise ORDER BY id") == [
        ("2026-11-19",),
        *[("2026-11-20",)] * 3,
    ]
    assert board.sql("SELECT given_on FROM advice") == [("2026-11-19",)]
    assert board.sql("SELECT exchanged_on FROM exchange") == [("2026-11-20",)] * 2
    assert board.sql("SELECT closed_on FROM agenda_item WHERE id = 1") == [("2026-11-20",)]


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        (
            LogEntry(advice=(LoggedAdvice(1, "x"),)),
            "v1 was not noted in m2.",
            "Change it with: boardroom advice edit v1",
        ),
        (
            LogEntry(promises=(LoggedPromise(1, "me", "x"),)),
            "p1 was not noted in m2.",
            "Change it with: boardroom promise edit p1",
        ),
        (
            LogEntry(exchanges=(LoggedExchange(1, "given", "x"),)),
            "x1 was not noted in m2.",
            "Change it with: boardroom exchange edit x1",
        ),
    ],
)
def test_a_record_of_another_meeting_is_not_changed(
    board: Board, entry: LogEntry, message: str, hint: str
) -> None:
    _logged(board)
    board.meeting(1, "2026-11-01")
    before = board.dump()

    with pytest.raises(BadInput) as caught, change(board.path, "meeting edit", today=TODAY) as work:
        edit_logged_meeting(work, 2, entry)

    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert board.dump() == before


@pytest.mark.parametrize(
    "entry",
    [
        LogEntry(agenda=(LoggedItem(99),)),
        LogEntry(advice=(LoggedAdvice(99, "x"),)),
        LogEntry(promises=(LoggedPromise(99, "me", "x"),)),
        LogEntry(exchanges=(LoggedExchange(99, "given", "x"),)),
    ],
)
def test_an_unknown_id_in_an_entry_is_not_found(board: Board, entry: LogEntry) -> None:
    meeting_id = _logged(board)

    with pytest.raises(NotFound), change(board.path, "meeting edit", today=TODAY) as work:
        edit_logged_meeting(work, meeting_id, entry)
