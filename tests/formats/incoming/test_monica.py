"""The JSON of Monica 4: what maps, what is lost, and what is wrong in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardroom.errors import ImportRejected
from boardroom.formats.incoming.monica import read_monica
from boardroom.formats.incoming.records import Birthday, Given, HeldMeeting, Incoming, Person

SAMPLE = Path(__file__).parents[2] / "samples" / "monica4-export.json"


def _list(type_: str, *values: object) -> dict[str, Any]:
    return {"count": len(values), "type": type_, "values": list(values)}


def _part(**properties: object) -> dict[str, Any]:
    return {"uuid": "p-1", "created_at": "2026-06-15T10:00:00Z", "properties": properties}


def _export(*data: object, uuid: object = "u-1", **properties: object) -> Incoming:
    """The export of one contact, with these lists as its parts."""
    contact = {"uuid": uuid, "properties": {"first_name": "Ana", **properties}, "data": list(data)}
    return read_monica(json.dumps({"account": {"data": [_list("contact", contact)]}}))


def test_the_sample_is_read() -> None:
    read = read_monica(SAMPLE.read_text(encoding="utf-8"))
    ana = "3c1f6a52-0001-4aaa-8bbb-00000000000a"

    assert read.people == (
        Person(
            "Ana Lima",
            "contact 1",
            ana,
            {
                "org": "Folha Norte",
                "title": "Editor-in-chief",
                "how_met": "Met Thu 4 May 2023",
                "nicknames": ["Nani"],
                "window": "5w",
                "email": "ana@example.org",
            },
            ("2026-06-15: Prefers mornings.",),
            Birthday(3, 7),
        ),
    )
    assert [(meeting.on, meeting.way, meeting.notes) for meeting in read.meetings] == [
        (date(2026, 10, 16), "coffee", "Coffee\nAnswer first, then explain."),
        (date(2026, 8, 3), "call", "Deck, second half."),
    ]
    assert [(promise.text, promise.status) for promise in read.promises] == [
        ("Send the new opening", "open")
    ]
    assert read.exchanges == (
        Given(ana, "A book on type", date(2026, 1, 2), "contact 1, gift 1", "g-1"),
    )
    assert read.lost == {"a tag": 2, "the type of an activity": 1}
    assert read.doubtful == ("contact 1, activity 2: “a-uuid-2” is not in the file, and left out.",)


@pytest.mark.parametrize(
    ("properties", "lost"),
    [
        ({"is_partial": True}, {"a relative, who is no contact of their own": 1}),
        ({"is_dead": True}, {"somebody who has died": 1}),
    ],
)
def test_relatives_and_the_dead_are_no_people_to_meet(
    properties: dict[str, object], lost: dict[str, int]
) -> None:
    read = _export(**properties)

    assert (read.people, read.lost) == ((), lost)


def test_a_birthday_of_an_age_alone_is_lost() -> None:
    read = _export(birthdate={"is_age_based": True, "date": "1980-01-01"})

    assert (read.people[0].birthday, read.lost) == (None, {"an age without a birthday": 1})


def test_a_day_of_last_contact_starts_the_clock() -> None:
    read = _export(last_talked_to="2026-10-16")

    assert read.meetings == (HeldMeeting("u-1", date(2026, 10, 16), "contact 1", "u-1 2026-10-16"),)


def test_a_task_that_is_done_is_a_kept_promise() -> None:
    read = _export(
        _list("task", _part(title="Thank her", completed=True, completed_at="2026-10-17"))
    )

    assert [(p.status, p.made_on, p.done_on) for p in read.promises] == [
        ("kept", date(2026, 6, 15), date(2026, 10, 17))
    ]


def test_pets_and_debts_are_named_once() -> None:
    read = _export(_list("pet", _part(), _part()), _list("debt", _part()))

    assert read.lost == {"a pet": 2, "a debt": 1}


@pytest.mark.parametrize(
    ("export", "fault"),
    [
        (lambda: _export(first_name=7), "contact 1, first_name: it has to be a text"),
        (lambda: _export(first_name=None), "contact 1, first_name: it is missing"),
        (lambda: _export(uuid=None), "contact 1, uuid: it has to be a text"),
        (
            lambda: _export(stay_in_touch_frequency="30"),
            "contact 1, stay_in_touch_frequency: it has to be a whole number",
        ),
        (
            lambda: _export(stay_in_touch_frequency=True),
            "contact 1, stay_in_touch_frequency: it has to be a whole number",
        ),
        (lambda: _export(tags={"a": 1}), "contact 1, tags: it has to be a list"),
        (lambda: _export(birthdate="1980"), "contact 1, birthdate: it has to be a record"),
        (
            lambda: _export(_list("task", _part(title=""))),
            "contact 1, task 1, title: it is missing",
        ),
        (lambda: _export(_list("gift", _part())), "contact 1, gift 1, name: it is missing"),
        (
            lambda: _export(_list("call", _part(called_at="soon"))),
            "contact 1, call 1, called_at: “soon” is no date like 2026-11-24",
        ),
        (lambda: _export(_list("call", 7)), "contact 1, call 1: it is no record"),
        (
            lambda: _export(birthdate={"date": "2026-02-30"}),
            "contact 1, birthdate: there is no “2026-02-30”",
        ),
    ],
)
def test_a_wrong_value_is_named(export: Any, fault: str) -> None:  # noqa: ANN401  makes one
    assert [str(each) for each in export().faults] == [fault]


@pytest.mark.parametrize(
    "text",
    ["{}", "[]", '{"account": []}', '{"account": {"name": "v5"}}', '{"account": {', "[" * 100_000],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ImportRejected):
        read_monica(text)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (7, "account, data: it has to be a list"),
        ("x", "account, data: it has to be a list"),
        ([7], "account, data: list 1 has to have a type and values"),
        ([{"type": 7}], "account, data: list 1 has to have a type and values"),
        (
            [{"type": "contact", "values": {"a": 1}}],
            "account, data: list 1 has to have a type and values",
        ),
    ],
)
def test_what_is_no_list_of_records_is_a_fault(data: object, fault: str) -> None:
    read = read_monica(json.dumps({"account": {"data": data}}))

    assert (read.people, [str(each) for each in read.faults]) == ((), [fault])


def test_a_list_of_php_may_have_numbers_for_keys() -> None:
    assert (
        _export().people
        == read_monica(
            json.dumps(
                {
                    "account": {
                        "data": {
                            "3": _list(
                                "contact", {"uuid": "u-1", "properties": {"first_name": "Ana"}}
                            )
                        }
                    }
                }
            )
        ).people
    )


def test_the_city_of_an_address_comes_over() -> None:
    read = _export(_list("address", _part(street="Rua Um 4", city="Lisbon"), _part(name="Work")))

    assert read.people[0].fields == {"city": "Lisbon"}
    assert read.lost == {"an address but for its city": 1, "an address": 1}


@pytest.mark.parametrize(
    ("date", "how_met"),
    [
        ({"date": "2026-05-04"}, "Met Mon 4 May 2026 through Bo Ek"),
        ({"date": "2026-05-04", "is_year_unknown": True}, "Met on 4 May through Bo Ek"),
        ({"date": "2023-01-01", "is_age_based": True}, "Met in 2023 through Bo Ek"),
        (None, "Through Bo Ek"),
    ],
)
def test_a_year_that_is_unknown_is_not_made_up(date: object, how_met: str) -> None:
    ana = {"first_name": "Ana", "first_met_date": date, "first_met_through": "u-2"}
    contacts = [
        {"uuid": "u-1", "properties": ana},
        {"uuid": "u-2", "properties": {"first_name": "Bo", "last_name": "Ek"}},
    ]
    read = read_monica(json.dumps({"account": {"data": [_list("contact", *contacts)]}}))

    assert read.people[0].fields["how_met"] == how_met


def test_whatever_is_not_read_is_named() -> None:
    gift = _part(name="A book", status="received", date="2026-01-02", comment="signed", amount=20)
    activity = {"uuid": "a-1", "properties": {"summary": "x", "happened_at": "2026-01-02"}}
    ana = {"uuid": "u-1", "properties": {"first_name": "Ana", "food_preferences": "no meat"}}
    account = {
        "data": [
            _list("contact", {**ana, "data": [_list("gift", gift)]}),
            _list("activity", activity),
        ],
        "properties": {"journal_entries": [{}, {}], "modules": [{}]},
    }

    assert read_monica(json.dumps({"account": account})).lost == {
        "the comment of a gift": 1,
        "the amount of a gift": 1,
        "the food preferences of a contact": 1,
        "an activity with nobody": 1,
        "a journal entry": 2,
    }


def test_touch_further_apart_than_any_window_is_lost() -> None:
    read = _export(stay_in_touch_frequency=1000)

    assert (read.people[0].fields, [*read.lost]) == (
        {},
        ["staying in touch every more than 999 days"],
    )
