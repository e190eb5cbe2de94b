"""The `advisor` commands: what they keep, and what they refuse, which then changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boardroom.rules.advisor import FIELDS
from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_at_screen

LETTER = "; the letter that asks: boardroom letter ask noor"
OPEN_DOOR = "; you can ask again later: boardroom advisor ask noor"
EVERYTHING = (
    *(
        "--seat",
        "Finance",
        "--org",
        "Northgate",
        "--how-met",
        "Alumni dinner",
        "--kind",
        "formal",
        "--their-goals",
        "A second seat",
    ),
    *(
        "--email",
        "m@example.org",
        "--phone",
        "+44 20",
        "--link",
        "https://example.org",
        "--city",
        "Leeds",
        "--timezone",
        "Europe/London",
        "--title",
        "CFO",
        "--role",
        "both",
        "--way",
        "lunch",
        "--usual",
        "first tue 4pm",
    ),
    *(
        "--window",
        "2 - 3 M",
        "--minutes",
        "1h30",
        "--notes",
        "Frank.",
        "--handle",
        "Boss",
        "--nickname",
        "MO",
        "--nickname",
        "Ojo",
    ),
    *(
        "--strength",
        "P&L",
        "--strength",
        "pricing",
        "--perspective",
        "industry=food",
        "--perspective",
        "Function=finance",
    ),
)


def test_every_field_of_a_person_reads_back(board: Board) -> None:
    ran = typed(
        "advisor",
        "add",
        "Marcus",
        "Ojo",
        "--since",
        "10 Jan",
        "--last-met",
        "last fri",
        *EVERYTHING,
        "--json",
    )
    record = ran.json
    assert record.pop("uid") == board.sql("SELECT uid FROM advisor")[0][0]
    assert [event["event"] for event in record.pop("timeline")] == ["held", "active"]
    assert record == {
        "schema": "boardroom.advisor/1",
        "handle": "boss",
        "name": "Marcus Ojo",
        "role": "both",
        "nicknames": ["MO", "Ojo"],
        "status": "active",
        "seat": "Finance",
        "title": "CFO",
        "org": "Northgate",
        "how_met": "Alumni dinner",
        "kind": "formal",
        "strengths": ["P&L", "pricing"],
        "perspectives": {"industry": "food", "function": "finance"},
        "their_goals": "A second seat",
        "email": "m@example.org",
        "phone": "+44 20",
        "link": "https://example.org",
        "city": "Leeds",
        "timezone": "Europe/London",
        "way": "lunch",
        "usual": "first tue 16:00",
        "window": "2-3m",
        "minutes": 90,
        "joined_on": "2026-01-10",
        "ended_on": None,
        "paused_until": None,
        "snoozed_until": None,
        "snoozed_why": None,
        "notes": "Frank.",
        "ratings": [],
        "match": dict.fromkeys(("must", "nice"), dict.fromkeys(("met", "missing", "unknown"), 0)),
        "introduced_by": None,
        "introductions": [],
    }
    assert board.sql("SELECT status, met_on, way, minutes FROM meeting") == [
        ("held", "2026-11-20", "lunch", 90)
    ]


def test_an_empty_text_empties_a_field(board: Board) -> None:
    typed("advisor", "add", "Marcus Ojo", *EVERYTHING)
    options = [
        word
        for word in EVERYTHING
        if word.startswith("--") and word not in ("--handle", "--kind", "--role", "--perspective")
    ]
    words = [word for option in dict.fromkeys(options) for word in (option, "")]
    record = typed("advisor", "edit", "boss", *words, "--perspective", "industry=", "--json").json
    fields = (
        "seat",
        "title",
        "timezone",
        "org",
        "how_met",
        "their_goals",
        "email",
        "phone",
        "link",
        "city",
        "way",
        "usual",
        "notes",
    )
    assert {record[field] for field in fields} == {None}
    assert (record["nicknames"], record["strengths"], record["perspectives"]) == (
        [],
        [],
        {"function": "finance"},
    )
    assert (record["window"], record["minutes"]) == ("4-6w", 60)
    assert board.sql("SELECT window, minutes FROM advisor") == [(None, None)]


@pytest.fixture(scope="module")
def five_seated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five on the board, one more paused, and one prospect."""
    board = Board(tmp_path_factory.mktemp("people") / "board.db")
    for name in ("Marcus Ojo", "Marcus Webb", "Ana Lima", "Tom Berg", "Priya Nair"):
        board.advisor(name, joined="2026-03-01")
    board.step(5, "paused", "2026-10-01")
    board.advisor("Dana Reyes", joined="2026-10-02")
    board.prospect("Noor Haddad")
    return Path(board.path)


@pytest.fixture
def people(five_seated: Path, board: Board) -> Board:
    shutil.copy(five_seated, board.path)
    return board


REFUSED = {
    # no such person, or several
    "advisor show nobody": (3, "Nobody matches 'nobody'."),
    "advisor edit marcos --seat x": (3, "Nobody matches 'marcos'."),
    "advisor rm mar --yes": (
        4,
        "'mar' matches 2 people: marcus (Marcus Ojo), marcus-webb (Marcus Webb).",
    ),
    "advisor pause ma": (
        4,
        "'ma' matches 2 people: marcus (Marcus Ojo), marcus-webb (Marcus Webb).",
    ),
    # values that can't be kept
    "advisor edit ana --window 6-4w": (2, "'6-4w' is backwards."),
    "advisor edit ana --window 0w": (2, "'0w' leaves no time between meetings."),
    "advisor edit ana --window 6": (2, "'6' "),
    "advisor edit ana --window 4w-6m": (2, "'4w-6m' "),
    "advisor edit ana --minutes 0": (2, "'0' is no time at all."),
    "advisor edit ana --minutes 25h": (2, "'25h' is longer than a day."),
    "advisor edit ana --minutes soon": (2, "'soon' "),
    "advisor edit ana --kind friend": (2, "'friend' is not a kind of relationship."),
    "advisor edit ana --way bus": (2, "'bus' is not a way to meet."),
    "advisor edit ana --perspective retail": (2, "'retail' is not a perspective."),
    "advisor edit ana --handle tom": (6, "The handle tom is taken."),
    "advisor edit ana --handle TOM": (6, "The handle tom is taken."),
    "advisor edit ana --handle m12": (2, "The handle 'm12' looks like an id."),
    "advisor edit ana --handle review": (2, "The handle 'review' is reserved."),
    "advisor edit ana --handle=-x": (2, "The handle '-x' starts with a dash, as options do."),
    "advisor edit ana --handle=": (2, "A handle can't be empty."),
    "advisor edit ana --name=": (2, "The name can't be empty."),
    "advisor edit ana": (2, "No change was given."),
    "advisor list --alumni --all": (2, "--prospects, --alumni and --all can't go together."),
    # days out of order
    "advisor add Six --since tomorrow --beyond": (
        2,
        "Six can't join on Sun 22 Nov 2026, which is in the future.",
    ),
    "advisor add Six --last-met tomorrow --beyond": (
        2,
        "Six can't meet on Sun 22 Nov 2026, which is in the future.",
    ),
    "advisor add Six --prospect --since tomorrow": (
        2,
        "Six can't be considered on Sun 22 Nov 2026, which is in the future.",
    ),
    "advisor edit ana --since tomorrow": (
        2,
        "Sun 22 Nov 2026 is too late: the latest possible day is Sat 21 Nov 2026.",
    ),
    "advisor edit priya --since 2026-10-05": (
        2,
        "Mon 5 Oct 2026 is too late: the latest possible day is Thu 1 Oct 2026.",
    ),
    "advisor ask noor --on 2026-11-20": (
        2,
        "Fri 20 Nov 2026 is before the last step with Noor Haddad, on Sat 21 Nov 2026.",
    ),
    "advisor add Six --since 31-Feb --beyond": (2, ""),
    "advisor pause ana --on tomorrow": (
        2,
        "Sun 22 Nov 2026 is too late: the latest possible day is Sat 21 Nov 2026.",
    ),
    "advisor pause ana --on 2026-02-01": (
        2,
        "Sun 1 Feb 2026 is before the last step with Ana Lima, on Sun 1 Mar 2026.",
    ),
    "advisor pause ana --until yesterday": (2, ""),
    "advisor pause ana --until today": (2, "The pause starts on Sat 21 Nov 2026, "),
    # a full board
    "advisor add Six": (6, "The board is full: 5 of 5 seats are taken, so Six can't have one."),
    "advisor resume priya": (
        6,
        "The board is full: 5 of 5 seats are taken, so Priya Nair can't have one.",
    ),
    "advisor seat noor": (
        6,
        "The board is full: 5 of 5 seats are taken, so Noor Haddad can't have one.",
    ),
    # impossible steps
    "advisor seat ana --beyond": (6, "Ana Lima is already on the board, so can't be seated."),
    "advisor resume ana --beyond": (6, "Ana Lima is already on the board, so can't be resumed."),
    "advisor resume noor --beyond": (6, "Noor Haddad is a prospect, so can't be resumed."),
    "advisor seat priya --beyond": (6, "Priya Nair is paused, so can't be seated."),
    "advisor consider noor": (6, "Noor Haddad is already a prospect, so can't be considered."),
    "advisor consider ana": (6, "Ana Lima is on the board, so can't be considered."),
    "advisor ask ana": (6, "Ana Lima is on the board, so can't be asked."),
    "advisor decline ana": (6, "Ana Lima is on the board, so can't be declined."),
    "advisor pause noor": (6, "Noor Haddad is a prospect, so can't be paused."),
    "advisor part noor --yes": (6, "Noor Haddad is a prospect, so can't be parted with."),
    "advisor decline noor": (6, "Noor Haddad is a prospect, so can't be declined."),
}


@pytest.mark.parametrize("command", REFUSED)
def test_a_refusal_is_one_sentence_and_changes_nothing(people: Board, command: str) -> None:
    before = people.dump()
    code, beginning = REFUSED[command]
    _refused(typed(*command.split(" ")), code, beginning)
    assert people.dump() == before


@pytest.mark.parametrize(
    ("option", "text", "beginning"),
    [
        ("--name", " \n ", "The name can't be empty."),
        (
            "--name",
            "x" * 10_001,
            "The name can't be longer than 10,000 characters; this has 10,001.",
        ),
        (
            "--seat",
            "x" * 10_001,
            "The seat can't be longer than 10,000 characters; this has 10,001.",
        ),
        ("--seat", "a\0b", "The seat can't contain a NUL character."),
        ("--nickname", "   ", "The nickname can't be empty."),
        (
            "--notes",
            "x" * 1_000_001,
            "The notes can't be longer than 1,000,000 characters; this has 1,000,001.",
        ),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused(
    people: Board, option: str, text: str, beginning: str
) -> None:
    before = people.dump()
    _refused(typed("advisor", "edit", "ana", option, text), 2, beginning)
    assert people.dump() == before


def test_texts_up_to_their_limits_are_kept(people: Board) -> None:
    name, notes = "x" * 10_000, "y" * 1_000_000
    assert typed("advisor", "edit", "ana", "--name", name, "--notes", notes).code == 0
    assert people.sql("SELECT name, notes FROM advisor WHERE handle = 'ana'") == [(name, notes)]


@pytest.mark.parametrize(
    "command", ["advisor add Six", "advisor resume priya", "advisor seat noor"]
)
def test_beyond_gives_a_seat_on_a_full_board(people: Board, command: str) -> None:
    seated = len(typed("due", "--json").json["advisors"])
    assert typed(*command.split(), "--beyond").code == 0
    assert len(typed("due", "--json").json["advisors"]) == seated + 1 == 6
    assert people.path


@pytest.mark.usefixtures("people")
def test_every_step_of_the_lifecycle_is_confirmed() -> None:
    steps = {
        "advisor ask noor --how lunch": (
            f"Asked Noor Haddad, Sat 21 Nov 2026 (today){LETTER}",
            "asked",
        ),
        "advisor ask noor --on today --how letter": (
            f"Asked Noor Haddad again, Sat 21 Nov 2026 (today){LETTER}",
            "asked",
        ),
        "advisor decline noor --note later": (
            f"Noor Haddad declined, Sat 21 Nov 2026 (today){OPEN_DOOR}",
            "declined",
        ),
        "advisor consider noor": (
            f"Considering Noor Haddad, Sat 21 Nov 2026 (today){LETTER}",
            "prospect",
        ),
        "advisor seat noor --seat Retail --beyond": (
            (
                "Seated Noor Haddad, Sat 21 Nov 2026 (today);"
                " record your agreement: boardroom agreement set noor"
            ),
            "active",
        ),
        "advisor pause noor --until 2027-01-21": (
            "Paused Noor Haddad until Thu 21 Jan 2027 (in 61 days)",
            "paused",
        ),
        "advisor resume noor --beyond": ("Resumed Noor Haddad, Sat 21 Nov 2026 (today)", "active"),
        "advisor part noor --yes": (
            (
                "Parted with Noor Haddad, Sat 21 Nov 2026 (today);"
                " your promise p1: Thank Noor Haddad for being on your board,"
                f" by Sun 22 Nov 2026{OPEN_DOOR}"
            ),
            "alumni",
        ),
    }
    for command, (sentence, status) in steps.items():
        line = f"{sentence} · boardroom undo takes it back\n"
        assert typed(*command.split(" "))[:2] == (0, line)
        assert typed("advisor", "show", "noor", "--json").json["status"] == status


def test_a_search_can_be_entered_afterwards(people: Board) -> None:
    lines = {
        "add Lena Vogt --prospect --since 2026-10-01": (
            "Noted the prospect Lena Vogt (lena), Thu 1 Oct 2026 (51 days ago)"
        ),
        "ask lena --on 2026-10-05 --how coffee --about balance": (
            "Asked Lena Vogt, Mon 5 Oct 2026 (47 days ago)"
        ),
        "ask lena --on 2026-10-20": "Asked Lena Vogt again, Tue 20 Oct 2026 (32 days ago)",
        "edit lena --since 2026-10-02": (
            "Changed Lena Vogt: considered since Thu 1 Oct 2026 → Fri 2 Oct 2026 (50 days ago)"
        ),
        "seat lena --on 2026-11-01 --beyond": "Seated Lena Vogt, Sun 1 Nov 2026 (20 days ago)",
        "edit lena --since 2026-11-02": (
            "Changed Lena Vogt: joined Sun 1 Nov 2026 → Mon 2 Nov 2026 (19 days ago)"
        ),
    }
    for command, line in lines.items():
        ran = typed("advisor", *command.split())
        assert (ran.code, ran.out[: len(line)]) == (0, line)
    assert people.sql(
        "SELECT changed_on, status, how, about FROM transition WHERE advisor_id = 8 ORDER BY id"
    ) == [
        ("2026-10-02", "prospect", None, None),
        ("2026-10-05", "asked", "coffee", "balance"),
        ("2026-10-20", "asked", None, None),
        ("2026-11-02", "active", None, None),
    ]
    assert typed("advisor", "show", "lena", "--json").json["joined_on"] == "2026-11-02"


@pytest.mark.usefixtures("people")
def test_the_help_names_every_ask_of_the_articles() -> None:
    shown = " ".join(typed("advisor", "ask", "-h").out.split())

    assert "feedback on a project, how they got there, entering a field, balance" in shown


def test_every_editable_field_has_an_option() -> None:
    shown = typed("advisor", "edit", "-h").out

    options = [f"--{field.label.lower().replace(' ', '-')} " for field in FIELDS]
    assert [option for option in options if option not in shown] == []


@pytest.mark.usefixtures("people")
def test_lists_are_by_status() -> None:
    typed("advisor", "part", "tom", "--yes")
    handles = {
        option: [
            person["handle"]
            for person in typed("advisor", "list", *option.split(), "--json").json["advisors"]
        ]
        for option in ("", "--prospects", "--alumni", "--all")
    }
    assert handles == {
        "": ["ana", "dana", "marcus", "marcus-webb", "priya"],
        "--prospects": ["noor"],
        "--alumni": ["tom"],
        "--all": ["ana", "dana", "marcus", "marcus-webb", "noor", "priya", "tom"],
    }


def _refused(ran: Ran, code: int, beginning: str) -> None:
    assert (ran.code, ran.out, ran.err[: len(beginning)]) == (code, "", beginning)
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 300


def test_a_zone_that_is_none_is_refused_with_the_nearest(board: Board) -> None:
    board.advisor()

    assert typed("advisor", "edit", "marcus", "--timezone", "lisbon") == Ran(
        2, "", "'lisbon' is not a time zone. Did you mean Europe/Lisbon?\n"
    )


@pytest.mark.parametrize(
    ("role", "handles"),
    [("advisor", ["ana", "marcus"]), ("mentee", ["ana", "tom"]), ("both", ["ana"])],
)
def test_a_list_of_one_role_has_those_who_are_both(
    board: Board, role: str, handles: list[str]
) -> None:
    board.advisor()
    board.advisor("Ana Lima", role="both")
    board.advisor("Tom Berg", role="mentee")

    rows = typed("advisor", "list", "--role", role).out.splitlines()

    assert [row.partition("\t")[0] for row in rows] == handles


def test_an_empty_list_of_prospects_says_where_to_look(board: Board) -> None:
    board.advisor()

    out = " ".join(typed_at_screen("advisor", "list", "--prospects").out.split())

    assert out == (
        "There are no prospects. Where to look: alumni, former colleagues, associations, your"
        " networks; your boss, friends, family and community too. Add one with:"
        ' boardroom advisor add "NAME" --prospect · what to look for: boardroom criterion list'
    )
