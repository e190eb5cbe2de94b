"""Names typed without quotes, texts that begin with a dash, and standard input after a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal, typed_with_typer

UNDO = "boardroom undo takes it back"
ITEMS = "SELECT handle, text FROM agenda_item JOIN advisor ON advisor.id = advisor_id"
MEETINGS = (
    "SELECT handle, met_on, meeting.notes FROM meeting JOIN advisor ON advisor.id = advisor_id"
)


@pytest.fixture
def two_named_marcus(board: Board) -> Board:
    """Marcus Ojo (marcus) and Marcus Lee (marcus-lee)."""
    board.advisor()
    board.advisor("Marcus Lee")
    return board


@pytest.mark.parametrize(
    ("words", "stored"),
    [
        ("marcus ojo what", ("marcus", "what")),
        ("MARCUS Ojo what", ("marcus", "what")),
        ("Ojo, Marcus what", ("marcus", "what")),
        ("marcus what", ("marcus", "what")),
        ("marcus lee what about pricing", ("marcus-lee", "what about pricing")),
        ("marcus lee", ("marcus", "lee")),
        ("marcus-lee what", ("marcus-lee", "what")),
    ],
)
def test_the_longest_name_is_who(
    two_named_marcus: Board, words: str, stored: tuple[str, str]
) -> None:
    assert typed("agenda", "add", *words.split()).code == 0
    assert two_named_marcus.sql(ITEMS) == [stored]


def test_the_echo_names_who(two_named_marcus: Board) -> None:
    assert two_named_marcus.path
    assert typed("agenda", "add", "marcus", "lee", "what", "about pricing") == Ran(
        0, f"Put a1 on the agenda with Marcus Lee: what about pricing · {UNDO}\n", ""
    )


def test_words_in_quotes_stay_together(two_named_marcus: Board) -> None:
    assert typed("agenda", "add", "marcus", "lee what").code == 0
    assert two_named_marcus.sql(ITEMS) == [("marcus", "lee what")]


def test_a_name_of_two_people_is_not_guessed(board: Board) -> None:
    board.advisor("Dana Reyes")
    board.advisor("Dana Reyes")

    assert typed("agenda", "add", "dana", "reyes", "what") == Ran(
        4,
        "",
        "'dana reyes' matches 2 people: dana (Dana Reyes), dana-reyes (Dana Reyes)."
        " Use one of these handles.\n",
    )
    assert board.sql(ITEMS) == []


@pytest.mark.parametrize(
    ("words", "planned"),
    [
        ("Marcus Ojo tue", ("marcus", "2026-11-24", None)),
        ("marcus lee next tue 15:30", ("marcus-lee", "2026-11-24", None)),
        ("marcus sun tue", ("marcus-sun", "2026-11-24", None)),
        ("marcus sun", ("marcus", "2026-11-22", None)),
    ],
)
def test_what_follows_a_name_is_still_a_date(
    two_named_marcus: Board, words: str, planned: tuple[str, str, None]
) -> None:
    two_named_marcus.advisor("Marcus Sun")

    assert typed("plan", *words.split()).code == 0
    assert two_named_marcus.sql(MEETINGS) == [planned]


def test_no_date_after_a_name_is_refused_without_the_name(two_named_marcus: Board) -> None:
    assert two_named_marcus.path
    assert typed("plan", "marcus", "ojo", "soonish").err == (
        "'soonish' is not a date. Write it like 24 Nov, 2026-11-24, tue, next tue, in 3w or"
        " 3 weeks ago.\n"
    )


@pytest.mark.parametrize(
    ("command", "table"),
    [
        ("promise add", "promise"),
        ("advice add", "advice"),
        ("give", "exchange"),
        ("got", "exchange"),
    ],
)
def test_every_text_follows_a_whole_name(two_named_marcus: Board, command: str, table: str) -> None:
    assert typed(*command.split(), "marcus", "lee", "the", "deck").code == 0
    assert two_named_marcus.sql(f"SELECT advisor_id, text FROM {table}") == [(2, "the deck")]  # noqa: S608  our own words


def test_notes_follow_a_whole_name(two_named_marcus: Board) -> None:
    assert typed("log", "marcus", "lee", "Talked", "pricing").code == 0
    assert typed("log", "marcus", "lee", "--on", "2026-11-20").code == 0
    assert two_named_marcus.sql(MEETINGS) == [
        ("marcus-lee", "2026-11-21", "Talked pricing"),
        ("marcus-lee", "2026-11-20", None),
    ]


def test_a_dash_after_a_whole_name_reads_a_pipe(two_named_marcus: Board) -> None:
    assert typed("agenda", "add", "marcus", "lee", "-", stdin="One\n").code == 0
    assert typed("log", "marcus", "lee", "-", stdin="Notes\n").code == 0
    assert two_named_marcus.sql(ITEMS) == [("marcus-lee", "One")]
    assert two_named_marcus.sql(MEETINGS) == [("marcus-lee", "2026-11-21", "Notes")]


@pytest.mark.parametrize(
    ("name", "handle", "who"),
    [
        ("Anand (Andy) Rao", "anand", "andy"),
        ('Robert "Bob" Smith', "robert", "bob"),
        ("Schröder, Mark", "schroder", "Mark Schröder"),
        ("Lang,Georg", "lang", "georg"),
        ("Ülo Tamm", "ulo", "ülo"),
        ("Андрей", "андрей", "андреи"),
        ("Νίκος", "νίκος", "νικοσ"),
    ],
)
def test_everybody_is_found_as_they_are_called(
    board: Board, name: str, handle: str, who: str
) -> None:
    assert typed("advisor", "add", name).code == 0
    assert typed("agenda", "add", who, "what").code == 0
    assert board.sql(ITEMS) == [(handle, "what")]


@pytest.mark.parametrize(
    "text",
    [
        "- cut the last third",
        "-20% on costs: how?",
        "-20%",
        "--- a line",
        "--cut the rest",
        "-5",
        "—",
    ],
)
@pytest.mark.parametrize("run", [typed, typed_with_typer])
def test_a_text_may_begin_with_a_dash(
    ana_and_marcus: Board, text: str, run: Callable[..., Ran]
) -> None:
    assert run("agenda", "add", "marcus", "--kind", "topic", text, "--json").json["text"] == text
    assert ana_and_marcus.sql(ITEMS) == [("marcus", text)]


def test_dashed_words_keep_their_place(ana_and_marcus: Board) -> None:
    for run in (typed, typed_with_typer):
        ran = run("agenda", "add", "ana", "cut", "-20%", "of", "- it", "--kind", "update")
        assert ran.out.endswith(f" with Ana Lima: cut -20% of - it · {UNDO}\n")
        typed("agenda", "drop", "a1")
    assert ana_and_marcus.sql("SELECT kind FROM agenda_item") == [("update",), ("update",)]


def test_a_word_like_an_option_goes_after_two_dashes(ana_and_marcus: Board) -> None:
    assert typed("agenda", "add", "marcus", "--quicker") == Ran(
        2,
        "",
        "No such option: --quicker. Text that begins with a dash goes after --."
        " See: boardroom agenda add -h\n",
    )
    assert typed("agenda", "add", "marcus", "--", "--quicker").code == 0
    assert ana_and_marcus.sql(ITEMS) == [("marcus", "--quicker")]


def test_a_byte_order_mark_in_a_pipe_is_dropped(ana_and_marcus: Board) -> None:
    for words in (
        ("agenda", "add", "marcus"),
        ("promise", "add", "marcus"),
        ("advice", "add", "marcus"),
        ("give", "marcus"),
        ("log", "marcus"),
    ):
        assert typed(*words, "-", stdin="\ufeffText").code == 0
    texts = "UNION ALL SELECT ".join(
        f"{column} FROM {table} "
        for table, column in (
            ("agenda_item", "text"),
            ("advice", "text"),
            ("exchange", "text"),
            ("meeting", "notes"),
        )
    )
    assert ana_and_marcus.sql(f"SELECT {texts}") == [("Text",)] * 4
    assert ana_and_marcus.sql("SELECT text FROM promise WHERE id = 1") == [("Text",)]
    answers = '\ufeff{"advisors": {"ana": {"decision": "keep"}, "marcus": {"decision": "keep"}}}'
    assert typed("review", "--answers", "-", stdin=answers).code == 0


def test_list_marks_of_a_pipe_are_dropped(ana_and_marcus: Board) -> None:
    lines = (
        "\ufeff- One\n* Two\n- [ ] Three\n1. Four\n10) Five\n  - Six\n-\n- 20% off\n\n-20%\n\n2.5\n"
    )

    assert typed("agenda", "add", "marcus", "-", stdin=lines).code == 0
    assert ana_and_marcus.sql("SELECT group_concat(text, '|') FROM agenda_item") == [
        ("One|Two|Three|Four|Five|Six|20% off|-20%|2.5",)
    ]


def test_nothing_said_of_a_meeting_is_refused(ana_and_marcus: Board) -> None:
    assert typed("log", "ana") == Ran(
        2,
        "",
        "Nothing was given to log about the meeting with Ana Lima."
        " Say what came of it, or only when it was: boardroom log ana --on today\n",
    )
    assert ana_and_marcus.sql(MEETINGS) == []
    assert typed("log", "ana", "--on", "today").code == 0


def test_an_empty_piped_form_cancels(ana_and_marcus: Board) -> None:
    ana_and_marcus.meeting(1, "2026-11-10", notes="Kept")
    before = ana_and_marcus.dump()

    cancelled = Ran(5, "", "The form is empty, so nothing changed.\n")
    assert typed("log", "ana", "-") == cancelled
    assert typed("meeting", "edit", "m1", "-", stdin=" \n") == cancelled
    assert ana_and_marcus.dump() == before


def test_the_full_name_of_somebody_on_file_is_refused(board: Board) -> None:
    board.advisor()
    before = board.dump()

    for name in (["Marcus", "Ojo"], ["marcus ojo"], ["Ojo, Marcus"]):
        assert typed("advisor", "add", *name) == Ran(
            6,
            "",
            "Marcus Ojo is on file already (marcus), on the board since Sat 10 Jan 2026."
            " If this is somebody else, add --another. To see them: boardroom advisor show marcus\n",
        )
    assert board.dump() == before
    assert typed("advisor", "show", "marcus").code == 0
    assert typed("advisor", "add", "Marcus Ojo", "--another").code == 0
    assert typed("advisor", "add", "Marcus").code == 0
    assert board.sql("SELECT handle FROM advisor ORDER BY id") == [
        ("marcus",),
        ("marcus-ojo",),
        ("marcus-2",),
    ]


def test_a_nickname_or_handle_of_somebody_on_file_is_refused_too(board: Board) -> None:
    board.advisor("Robert Smith", nicknames=["Bob Smith"])
    board.prospect("Marcus Ojo", since="2026-11-01")
    typed("advisor", "edit", "marcus", "--handle", "mo-jo")

    assert typed("advisor", "add", "BÓB", "smith").err == (
        "'BÓB smith' is on file already: Robert Smith (robert), on the board since Sat 10 Jan 2026."
        " If this is somebody else, add --another. To see them: boardroom advisor show robert\n"
    )
    assert typed("advisor", "add", "Mo Jo").err == (
        "'Mo Jo' is on file already: Marcus Ojo (mo-jo), a prospect since Sun 1 Nov 2026."
        " If this is somebody else, add --another. Possible commands: boardroom advisor ask mo-jo"
        " or boardroom advisor seat mo-jo\n"
    )


def test_a_terminal_asks_which_of_two_people_of_one_name(board: Board) -> None:
    board.advisor("Dana Reyes")
    board.advisor("Dana Reyes")

    ran = typed_on_terminal("agenda", "add", "dana", "reyes", "what", answers="2\n")

    assert (ran.code, board.sql(ITEMS)) == (0, [("dana-reyes", "what")])


@pytest.mark.parametrize("type_", [typed, typed_with_typer])
@pytest.mark.parametrize(
    "words",
    [
        "prep Marcus Ojo",
        "advisor show marcus OJO",
        "meeting list Marcus Ojo",
        "advisor pause --until 4w Marcus Ojo",
        "advisor edit Marcus Ojo --org Acme",
        "snooze Marcus Ojo --until 4w",
        "agreement set Marcus Ojo --hopes Courage",
    ],
)
def test_a_name_at_the_end_needs_no_quotes(
    board: Board, type_: Callable[..., Ran], words: str
) -> None:
    board.advisor()
    board.advisor("Marcus Lee")
    board.meeting(1, "2026-09-01")

    assert type_(*words.split()).code == 0


def test_words_that_are_no_name_are_not_found(board: Board) -> None:
    board.advisor()

    assert typed("prep", "marcus", "please") == Ran(
        3,
        "",
        "Nobody matches 'marcus please'. List everybody with: boardroom advisor list --all\n",
    )
