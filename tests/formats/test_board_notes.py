"""Notes in Markdown out, and back by our own reader."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from boardroom.formats.board_notes import write_notes
from boardroom.formats.incoming.notes import read_notes
from boardroom.formats.incoming.records import Incoming
from tests.formats.board_rows import content, row

_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")) | st.sampled_from(
    "  \n:#-[]\"'\\"
)
TEXT = st.text(_CHARACTERS, min_size=1, max_size=80).map(
    lambda text: "\n".join(line.rstrip() for line in text.strip().split("\n"))
)
LINE = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
# A task's days are marked by signs, and a heading's parts by dots.
PLAIN = LINE.filter(lambda text: not set(text) & set("📅✅❌⏳🛫🔁🆔⛔🔺⏫🔼🔽⏬·➕"))


def _read(text: str) -> Incoming:
    return read_notes(text, "x.md", date_order=None, this_year=2026)


def _ana(**fields: Any) -> dict[str, Any]:  # noqa: ANN401  columns
    return row("advisor", handle="ana", **{"name": "Ana Lima", **fields})


def test_the_same_words_promised_on_another_day_are_another_promise() -> None:
    promises = [
        row("promise", advisor_id=1, by_whom="me", text="Thank Ana", made_on=made, done_on=made)
        | {"id": number, "status": "kept"}
        for number, made in ((1, date(2026, 5, 1)), (2, date(2026, 6, 1)), (3, date(2026, 6, 1)))
    ]

    found = _read(write_notes(content(advisor=[_ana()], promise=promises)))

    assert [(promise.source_id, promise.made_on) for promise in found.promises] == [
        ("ana lima thank ana", date(2026, 5, 1)),
        ("ana lima thank ana 2026-06-01", date(2026, 6, 1)),
    ]
    assert found.lost == {"a task said twice": 1}


def test_advice_says_what_came_of_it() -> None:
    advice = [
        row("advice", advisor_id=1, text="Ask first", given_on=date(2026, 5, 1)) | came
        for came in ({"status": "new"}, {"status": "worked", "outcome": "They gave\nit"})
    ]

    text = write_notes(content(advisor=[_ana()], advice=advice))

    assert text.endswith(
        "## Advice\n\n- Ask first (2026-05-01)\n- Ask first (2026-05-01) → worked: They gave it\n"
    )


def test_a_note_is_front_matter_and_sections() -> None:
    meeting = row(
        "meeting",
        advisor_id=1,
        status="held",
        met_on=date(2026, 10, 16),
        start_time="15:30",
        way="coffee",
        minutes=45,
        place="Blue Bottle",
        notes="Answer first.\n# Not a heading",
    )
    planned = meeting | {"id": 2, "status": "planned", "met_on": "2026-12-01"}
    promise = row(
        "promise",
        advisor_id=1,
        by_whom="them",
        text="introduce Dana",
        made_on=date(2026, 10, 16),
        due_on=date(2026, 11, 1),
    )
    ana = _ana(nicknames=["Nani"], email="ana@example.org", window="4-6w", notes="Mornings.")

    written = write_notes(content(advisor=[ana], meeting=[meeting, planned], promise=[promise]))

    assert written == (
        "---\n"
        "name: Ana Lima\n"
        'aliases: ["Nani"]\n'
        'email: "ana@example.org"\n'
        "frequency: 4-6w\n"
        "---\n"
        "\n"
        "# Ana Lima\n"
        "\n"
        "Mornings.\n"
        "\n"
        "## Meetings\n"
        "\n"
        "### 2026-10-16 15:30 · coffee · 45 min · at Blue Bottle\n"
        "\n"
        "Answer first.\n"
        "\\# Not a heading\n"
        "\n"
        "## Promises\n"
        "\n"
        "- [ ] them: introduce Dana ➕ 2026-10-16 📅 2026-11-01\n"
        "\n"
        "## Planned\n"
        "\n"
        "- coffee (2026-12-01 15:30)\n"
    )


@given(
    name=LINE,
    org=LINE,
    how_met=LINE,
    nicknames=st.lists(LINE, max_size=3, unique=True),
    notes=TEXT,
)
def test_a_person_comes_back(
    name: str, org: str, how_met: str, nicknames: list[str], notes: str
) -> None:
    ana = _ana(name=name, org=org, how_met=how_met, nicknames=nicknames, notes=notes, window="6w")

    (person,) = _read(write_notes(content(advisor=[ana]))).people

    assert (person.name, person.notes) == (name, (notes,))
    expected = {"org": org, "how_met": how_met, "window": "6w"}
    assert person.fields == expected | ({"nicknames": nicknames} if nicknames else {})


@given(
    notes=st.none() | TEXT,
    place=st.none() | PLAIN,
    time=st.none() | st.just("09:05"),
    way=st.sampled_from(("coffee", "call", "other")),
)
def test_a_meeting_comes_back(
    notes: str | None, place: str | None, time: str | None, way: str
) -> None:
    held: dict[str, Any] = {"status": "held", "met_on": date(2026, 10, 16), "minutes": 45}
    meeting = row(
        "meeting", advisor_id=1, **held, start_time=time, way=way, place=place, notes=notes
    )

    (read,) = _read(write_notes(content(advisor=[_ana()], meeting=[meeting]))).meetings

    assert (read.on, read.minutes, read.start_time, read.way) == (
        date(2026, 10, 16),
        45,
        time,
        way,
    )
    assert (read.where, read.notes) == (place, notes)


@given(text=PLAIN, status=st.sampled_from(("open", "kept", "dropped")), note=st.none() | LINE)
def test_a_promise_and_a_gift_come_back(text: str, status: str, note: str | None) -> None:
    days: dict[str, Any] = {"made_on": date(2026, 10, 16), "due_on": date(2026, 11, 1)}
    done_on = None if status == "open" else date(2026, 10, 20)
    promise = row(
        "promise",
        advisor_id=1,
        by_whom="them",
        text=text,
        status=status,
        done_on=done_on,
        note=note,
        **days,
    )
    exchange = row(
        "exchange",
        advisor_id=1,
        direction="received",
        kind="insight",
        text=text,
        exchanged_on=date(2026, 10, 16),
    )

    read = _read(write_notes(content(advisor=[_ana()], promise=[promise], exchange=[exchange])))

    (one,), (other,) = read.promises, read.exchanges
    assert (one.text, one.status, one.by_whom, one.note) == (text, status, "them", note)
    assert (one.made_on, one.due_on, one.done_on) == (*days.values(), done_on)
    assert (other.text, other.kind, other.direction) == (text, "insight", "received")
