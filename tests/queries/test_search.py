from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardroom.queries.search import Hit, HitList, search
from boardroom.rules.ids import Ref
from boardroom.rules.names import fold
from boardroom.rules.phrase_search import Excerpt, phrase
from boardroom.store.file import reading
from tests.boards import Board


def found(board: Board, wanted: str, **narrowed: object) -> HitList:
    with reading(board.path) as connection:
        return search(connection, phrase(wanted), **narrowed)  # type: ignore[arg-type]


def places(
    board: Board, wanted: str, **narrowed: object
) -> list[tuple[str, str | None, str | None, str | None, str]]:
    """Of each hit its kind, id, whom it is about, its day and its field."""
    return [
        (
            hit.kind,
            str(hit.ref) if hit.ref else None,
            hit.handle,
            hit.on.isoformat() if hit.on else None,
            hit.field,
        )
        for hit in found(board, wanted, **narrowed).hits
    ]


def everything(board: Board, text: str) -> int:
    """Writes the text wherever the user can write one; returns the row id of the person that it is about."""
    marcus = board.advisor()
    board.advisor("Ana Lima")
    columns = (
        "name",
        "seat",
        "org",
        "how_met",
        "their_goals",
        "email",
        "phone",
        "link",
        "city",
        "notes",
    )
    as_json = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    lists = {
        "nicknames": f'["{as_json}"]',
        "strengths": f'["other", "{as_json}"]',
        "perspectives": f'{{"{as_json}": "food"}}',
    }
    for column, value in {**dict.fromkeys(columns, text), **lists}.items():
        board.put(f"UPDATE advisor SET {column} = ? WHERE id = ?", value, marcus)  # noqa: S608  our own words
    board.put(
        "UPDATE transition SET how = ?, about = ?, note = ? WHERE advisor_id = ?",
        text,
        text,
        text,
        marcus,
    )
    meeting_id = board.meeting(marcus, "2026-03-01", notes=text, place=text, private=True)
    board.item(
        marcus,
        text,
        added="2026-02-20",
        status="covered",
        answer=text,
        meeting_id=meeting_id,
        closed_on=date(2026, 3, 1),
    )
    for statement, values in (
        ("INSERT INTO promise (uid, advisor_id, by_whom, text, made_on, done_on, note) VALUES (?, ?, 'me', ?, ?, ?, ?)",
         (marcus, text, "2026-04-01", "2026-04-05", text)),
        ("INSERT INTO advice (uid, advisor_id, text, given_on, status, outcome, outcome_on) VALUES (?, ?, ?, ?, 'worked', ?, ?)",
         (marcus, text, "2026-05-01", text, "2026-05-09")),
        ("INSERT INTO exchange (uid, advisor_id, direction, kind, text, person, exchanged_on) VALUES (?, ?, 'given', 'other', ?, ?, ?)",
         (marcus, text, text, "2026-06-01")),
        ("INSERT INTO agreement (uid, advisor_id, agreed_on, hopes, focus, boundaries) VALUES (?, ?, ?, ?, ?, ?)",
         (marcus, "2026-07-01", text, f'["{as_json}"]', text)),
        ("INSERT INTO goal (uid, title, horizon, why, status, added_on, closed_on, note) VALUES (?, ?, 'near', ?, 'achieved', ?, ?, ?)",
         (text, text, "2026-08-01", "2026-08-09", text)),
        ("INSERT INTO goal_step (uid, goal_id, text, done_on, note) VALUES (?, 1, ?, ?, ?)", (text, "2026-09-01", text)),
        ("INSERT INTO criterion (uid, text) VALUES (?, ?)", (text,)),
        ("INSERT INTO review (uid, started_on, board_note) VALUES (?, ?, ?)", ("2026-10-01", text)),
    ):  # fmt: skip
        board.put(statement, _uid(), *values)
    board.put("INSERT INTO goal_helper (goal_id, advisor_id) VALUES (1, ?)", marcus)
    for subject, advisor_id, promise_id in (
        ("meeting", marcus, None),
        ("promise", None, 1),
        ("review", None, None),
    ):
        board.put(
            "INSERT INTO snooze (subject, advisor_id, promise_id, why, snoozed_on, until_on)"
            " VALUES (?, ?, ?, ?, '2026-11-01', '2026-12-01')",
            *(subject, advisor_id, promise_id, text),
        )
    board.put(
        "INSERT INTO review_answer (review_id, advisor_id, handle, name, note) VALUES (1, ?, 'marcus', 'M', ?)",
        marcus,
        text,
    )
    return marcus


def _uid() -> str:
    return str(uuid4())


PERSON = (
    *("name", "nicknames", "seat", "org", "how_met", "strengths", "perspectives", "their_goals"),
    *("email", "phone", "link", "city", "notes"),
)
EVERYWHERE = [
    *(("advisor", None, "marcus", None, field) for field in PERSON),
    ("criterion", "c1", None, None, "text"),
    ("snooze", None, None, "2026-11-01", "why"),
    ("snooze", None, "marcus", "2026-11-01", "why"),
    ("snooze", None, "marcus", "2026-11-01", "why"),
    ("review", "r1", None, "2026-10-01", "board_note"),
    ("review", "r1", "marcus", "2026-10-01", "note"),
    ("step", "s1", None, "2026-09-01", "text"),
    ("step", "s1", None, "2026-09-01", "note"),
    ("goal", "g1", None, "2026-08-09", "note"),
    ("goal", "g1", None, "2026-08-01", "title"),
    ("goal", "g1", None, "2026-08-01", "why"),
    *(
        ("agreement", None, "marcus", "2026-07-01", field)
        for field in ("hopes", "focus", "boundaries")
    ),
    ("exchange", "x1", "marcus", "2026-06-01", "text"),
    ("exchange", "x1", "marcus", "2026-06-01", "person"),
    ("advice", "v1", "marcus", "2026-05-09", "outcome"),
    ("advice", "v1", "marcus", "2026-05-01", "text"),
    ("promise", "p1", "marcus", "2026-04-05", "note"),
    ("promise", "p1", "marcus", "2026-04-01", "text"),
    ("meeting", "m1", "marcus", "2026-03-01", "place"),
    ("meeting", "m1", "marcus", "2026-03-01", "notes"),
    ("agenda", "a1", "marcus", "2026-03-01", "answer"),
    ("agenda", "a1", "marcus", "2026-02-20", "text"),
    *(("transition", None, "marcus", "2026-01-10", field) for field in ("how", "about", "note")),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Orçamento anual", "orcamento ANUAL"),
        ("the Budget round", "budget"),
        ('a "quoted" [bit]\\ of 100%_ *text*', '"QUOTED" [bit]\\ of 100%_ *TEXT*'),
        ("two\nlines", "two lines"),
        ("王小明 🎓", "🎓"),
    ],
)
def test_everything_the_user_wrote_is_looked_through(board: Board, text: str, wanted: str) -> None:
    everything(board, text)

    assert places(board, wanted) == EVERYWHERE


def test_what_only_sqlite_takes_for_a_wildcard_is_not_found(board: Board) -> None:
    everything(board, "abc")

    assert [places(board, wanted) for wanted in ("a_c", "a%c", "%", "_", "a*", "[abc]")] == [[]] * 6


def test_a_hit_says_who_when_and_where_among_which_words(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-10", notes="Ask to shadow the budget round.")

    assert found(board, "BUDGET").hits == (
        Hit(
            "meeting",
            Ref("m", 1),
            "marcus",
            "Marcus Ojo",
            date(2026, 11, 10),
            "notes",
            Excerpt("Ask to shadow the ", "budget", " round."),
        ),
    )


def test_one_person_alone_is_looked_at_with_the_goals_they_help_with(board: Board) -> None:
    marcus = everything(board, "deck")
    ana = board.sql("SELECT id FROM advisor WHERE handle = 'ana'")[0][0]
    board.item(ana, "My deck")

    assert places(board, "deck", advisor_id=ana) == [("agenda", "a2", "ana", "2026-11-01", "text")]
    theirs = [place for place in EVERYWHERE if place[2] == "marcus" or place[0] in ("goal", "step")]
    assert places(board, "deck", advisor_id=marcus) == theirs


def test_a_day_leaves_out_what_is_older_and_what_has_none(board: Board) -> None:
    everything(board, "deck")

    assert places(board, "deck", since=date(2026, 8, 9)) == [
        place for place in EVERYWHERE if (place[3] or "") >= "2026-08-09"
    ]


def test_the_first_few_say_how_many_more_there_are(board: Board) -> None:
    marcus = board.advisor()
    for on in ("2026-11-03", "2026-11-05", "2026-11-04"):
        board.meeting(marcus, on, notes="deck")

    few = found(board, "deck", limit=2)

    assert ([str(hit.ref) for hit in few.hits], few.left_out_count) == (["m2", "m3"], 1)


def test_an_answer_of_a_review_outlives_its_advisor(board: Board) -> None:
    marcus = board.advisor()
    board.review(marcus, on="2026-10-01")
    board.put(
        "UPDATE review_answer SET note = 'Good deck', advisor_id = NULL, handle = 'm', name = 'Marcus O.'"
    )

    hit = found(board, "deck").hits[0]

    assert (hit.kind, str(hit.ref), hit.handle, hit.name) == ("review", "r1", "m", "Marcus O.")


SINCE = date(2026, 2, 1)  # which leaves out the advisor's own name
LETTERS = "aesAES Ssß ﬁfi éÉe\u0301 ıİiI Σσς \u212a か\u3099が \u00a0\n.?*[%_\\\"'Ææ🎓"


@pytest.fixture(scope="module")
def one_advisor(tmp_path_factory: pytest.TempPathFactory) -> Board:
    board = Board(tmp_path_factory.mktemp("model") / "board.db")
    board.advisor()
    return board


@settings(max_examples=40)
@given(
    st.text(LETTERS, max_size=5),
    st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=8),
)
def test_found_is_exactly_where_the_folded_text_holds_the_folded_phrase(
    one_advisor: Board, wanted: str, texts: list[str]
) -> None:
    if not fold(wanted):
        return
    with one_advisor.change() as work:
        work.connection.execute("DELETE FROM meeting")
        for number, text in enumerate(texts, 1):
            work.connection.execute(
                "INSERT INTO meeting (id, uid, advisor_id, status, met_on, way, minutes, notes, private)"
                " VALUES (?, ?, 1, 'held', '2026-11-03', 'coffee', 60, ?, 0)",
                (number, _uid(), text),
            )

    expected = [
        f"m{number}"
        for number in range(len(texts), 0, -1)
        if fold(wanted) in fold(texts[number - 1])
    ]
    assert [str(hit.ref) for hit in found(one_advisor, wanted, since=SINCE).hits] == expected
    few = found(one_advisor, wanted, since=SINCE, limit=2)
    assert ([str(hit.ref) for hit in few.hits], few.left_out_count) == (
        expected[:2],
        max(0, len(expected) - 2),
    )
