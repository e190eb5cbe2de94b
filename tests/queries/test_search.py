from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardroom.queries.search import Hit, HitList, search
from boardroom.rules.ids import Ref
from boardroom.rules.names import fold
from boardroom.rules.phrase_search import Excerpt, parse_query
from boardroom.store.file import reading
from tests.boards import Board


def hits(board: Board, words: str, **narrowed: object) -> HitList:
    with reading(board.path) as connection:
        return search(connection, parse_query(words), **narrowed)  # type: ignore[arg-type]


def places(
    board: Board, words: str, **narrowed: object
) -> list[tuple[str, str | None, str | None, str | None, str]]:
    """The kind, id, handle, day and field of each hit."""
    return [
        (
            hit.kind,
            str(hit.ref) if hit.ref else None,
            hit.handle,
            hit.on.isoformat() if hit.on else None,
            hit.field,
        )
        for hit in hits(board, words, **narrowed).hits
    ]


def everything(board: Board, text: str) -> int:
    """Writes the text wherever the user can; returns the row id of the person it is about."""
    marcus = board.advisor()
    board.advisor("Ana Lima")
    columns = (
        *("name", "seat", "org", "how_met", "their_goals"),
        *("email", "phone", "link", "city", "notes"),
    )
    as_json = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    lists = {
        "nicknames": f'["{as_json}"]',
        "strengths": f'["other", "{as_json}"]',
        "perspectives": f'{{"{as_json}": "food"}}',
    }
    for column, value in {**dict.fromkeys(columns, text), **lists}.items():
        statement = f"UPDATE advisor SET {column} = ? WHERE id = ?"  # noqa: S608  our own words
        board.put(statement, value, marcus)
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
    for table, names, values in (
        (
            "promise",
            "advisor_id, by_whom, text, made_on, done_on, note",
            (marcus, "me", text, "2026-04-01", "2026-04-05", text),
        ),
        (
            "advice",
            "advisor_id, text, given_on, status, outcome, outcome_on",
            (marcus, text, "2026-05-01", "worked", text, "2026-05-09"),
        ),
        (
            "exchange",
            "advisor_id, direction, kind, text, person, exchanged_on",
            (marcus, "given", "other", text, text, "2026-06-01"),
        ),
        (
            "agreement",
            "advisor_id, agreed_on, hopes, focus, boundaries",
            (marcus, "2026-07-01", text, f'["{as_json}"]', text),
        ),
        (
            "goal",
            "title, horizon, why, status, added_on, closed_on, note",
            (text, "near", text, "achieved", "2026-08-01", "2026-08-09", text),
        ),
        ("goal_step", "goal_id, text, done_on, note", (1, text, "2026-09-01", text)),
        ("criterion", "text", (text,)),
        ("review", "started_on, board_note", ("2026-10-01", text)),
    ):
        insert(board, table, names, *values)
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
        "INSERT INTO review_answer (review_id, advisor_id, handle, name, note)"
        " VALUES (1, ?, 'marcus', 'M', ?)",
        marcus,
        text,
    )
    return marcus


def insert(board: Board, table: str, columns: str, *values: object) -> None:
    """Adds a row with a new uid."""
    marks = ", ?" * len(values)
    board.put(f"INSERT INTO {table} (uid, {columns}) VALUES (?{marks})", _uid(), *values)  # noqa: S608


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
    ("text", "words"),
    [
        ("Orçamento anual", "orcamento ANUAL"),
        ("the Budget round", "budget"),
        ('a "quoted" [bit]\\ of 100%_ *text*', '"QUOTED" [bit]\\ of 100%_ *TEXT*'),
        ("two\nlines", "two lines"),
        ("王小明 🎓", "🎓"),
    ],
)
def test_every_text_of_the_user_is_searched(board: Board, text: str, words: str) -> None:
    everything(board, text)

    assert places(board, words) == EVERYWHERE


def test_words_in_any_order_find_one_field(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "Which budget round?")
    board.item(marcus, "The budget", answer="No round")

    assert [place[1] for place in places(board, "round budget")] == ["a1"]
    assert [place[1] for place in places(board, '"budget round"')] == ["a1"]
    assert places(board, '"round budget"') == []


def test_wildcards_of_sqlite_are_literal(board: Board) -> None:
    everything(board, "abc")

    assert [places(board, words) for words in ("a_c", "a%c", "%", "_", "a*", "[abc]")] == [[]] * 6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dinner with O'Brien", "o\u2019brien"),
        ("Dinner with O\u2019Brien", "o'brien"),
        ("Dinner with O\u02bcBrien", "O\u2018Brien"),
        ("He said \u201cno\u201d twice", 'said "no" twice'),
        ("Pages 3\u20134, multi\u2011agent", "3-4 multi-agent"),
        ("a multi-agent plan", "multi\u2014agent"),
        ("soft\u00adware and pri\u200bcing", "software pricing"),
        ("software and pricing", "pri\u200bcing soft\u00adware"),
    ],
)
def test_typography_and_what_nobody_sees_make_no_difference(
    board: Board, text: str, words: str
) -> None:
    board.item(board.advisor(), text)

    assert [place[1] for place in places(board, words)] == ["a1"]


def test_an_excerpt_keeps_what_was_typed(board: Board) -> None:
    board.item(board.advisor(), "Ask O\u2019Bri\u200ben first")

    [hit] = hits(board, "o'brien").hits

    assert hit.excerpt == Excerpt("Ask ", "O\u2019Bri\u200ben", " first")


@pytest.mark.parametrize("words", ["O'Brien", "C++", "50%", "multi-agent"])
def test_signs_in_a_word_are_found_exactly(board: Board, words: str) -> None:
    marcus = board.advisor()
    for text in ("Ask O'Brien", "Learn C++ at 50%", "A multi-agent plan"):
        board.item(marcus, text)
    for other in ("OBrien", "C and C+", "500, 50 and 5%", "multi agent, multiagent"):
        board.item(marcus, other)

    assert len(places(board, words)) == 1


def test_a_hit_names_person_day_field_and_words_around(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-10", notes="Ask to shadow the budget round.")

    assert hits(board, "BUDGET").hits == (
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


def test_a_search_about_one_person_has_their_goals(board: Board) -> None:
    marcus = everything(board, "deck")
    ana = board.sql("SELECT id FROM advisor WHERE handle = 'ana'")[0][0]
    board.item(ana, "My deck")

    assert places(board, "deck", advisor_id=ana) == [("agenda", "a2", "ana", "2026-11-01", "text")]
    theirs = [place for place in EVERYWHERE if place[2] == "marcus" or place[0] in ("goal", "step")]
    assert places(board, "deck", advisor_id=marcus) == theirs


def test_since_leaves_out_the_older_and_the_undated(board: Board) -> None:
    everything(board, "deck")

    assert places(board, "deck", since=date(2026, 8, 9)) == [
        place for place in EVERYWHERE if (place[3] or "") >= "2026-08-09"
    ]


def test_a_limit_counts_what_it_leaves_out(board: Board) -> None:
    marcus = board.advisor()
    for on in ("2026-11-03", "2026-11-05", "2026-11-04"):
        board.meeting(marcus, on, notes="deck")

    few = hits(board, "deck", limit=2)

    assert ([str(hit.ref) for hit in few.hits], few.left_out_count) == (["m2", "m3"], 1)


def test_each_field_is_one_hit_with_accents_or_without(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "The deck, à propos", answer="Plan the déck")
    board.item(marcus, "Déck", answer="No deck")

    assert [(place[1], place[4]) for place in places(board, "deck")] == [
        *(("a2", "text"), ("a2", "answer"), ("a1", "text"), ("a1", "answer")),
    ]


def test_a_review_answer_outlives_its_advisor(board: Board) -> None:
    marcus = board.advisor()
    board.review(marcus, on="2026-10-01")
    board.put(
        "UPDATE review_answer SET note = 'Good deck',"
        " advisor_id = NULL, handle = 'm', name = 'Marcus O.'"
    )

    [hit] = hits(board, "deck").hits

    assert (hit.kind, str(hit.ref), hit.handle, hit.name) == ("review", "r1", "m", "Marcus O.")


SINCE = date(2026, 2, 1)  # leaves out the advisor's own name
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
def test_hits_are_where_the_folded_text_holds_every_word(
    one_advisor: Board, words: str, texts: list[str]
) -> None:
    words = words.replace('"', "")  # which makes a phrase
    if not fold(words):
        return
    with one_advisor.change() as work:
        work.connection.execute("DELETE FROM meeting")
        for number, text in enumerate(texts, 1):
            work.connection.execute(
                "INSERT INTO meeting"
                " (id, uid, advisor_id, status, met_on, way, minutes, notes, private)"
                " VALUES (?, ?, 1, 'held', '2026-11-03', 'coffee', 60, ?, 0)",
                (number, _uid(), text),
            )

    expected = [
        f"m{number}"
        for number in range(len(texts), 0, -1)
        if all(word in fold(texts[number - 1]) for word in fold(words).split())
    ]
    assert [str(hit.ref) for hit in hits(one_advisor, words, since=SINCE).hits] == expected
    few = hits(one_advisor, words, since=SINCE, limit=2)
    assert ([str(hit.ref) for hit in few.hits], few.left_out_count) == (
        expected[:2],
        max(0, len(expected) - 2),
    )
