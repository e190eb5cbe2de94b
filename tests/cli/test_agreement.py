"""The `agreement` commands, what a confidential one does to `log`, and that of `advisor seat`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardroom.cli.call import Call
from boardroom.cli.printer import Result
from tests.boards import Board
from tests.cli.drafts import without_id
from tests.cli.typed import Ran, typed, typed_at_screen, typed_on_terminal
from tests.editors import Editor

UNDO = "boardroom undo takes it back"
STORED = (
    "SELECT agreed_on, hopes, focus, until_on, boundaries,"
    " (SELECT count(*) FROM confidential_period WHERE until_on IS NULL) FROM agreement"
)
ABOUT = """\
<!-- on — the day you agreed -->
<!-- until — the last day; due asks you then whether to renew it -->
<!-- confidential — yes keeps what happens between you out of what you share -->
<!-- window — how often to meet, like 4-6w -->
<!-- minutes — how long to meet, like 60m -->
<!-- focus — an area to work on; a line for each -->
<!-- Hopes — what you hope for from it -->
<!-- Boundaries — what not to ask, and when not to call -->
"""
NOOR = f"""\
<!-- Agreement with Noor Haddad. Save and close to seat them with it, \
or close without saving to seat them without it. -->
{ABOUT}on:
until:
confidential: no
window:
minutes:
focus:

## Hopes

## Boundaries
"""
SEATED = "Seated Noor Haddad with an agreement, Sun 1 Nov 2026 (20 days ago)"
LATER = "; record your agreement: boardroom agreement set noor"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    return Editor(tmp_path / "editor", monkeypatch)


def test_an_agreement_is_set_by_options_and_shown(board: Board) -> None:
    board.advisor()
    words = (
        "--hopes",
        "-",
        "--focus",
        "P&L",
        "--focus",
        "pricing",
        "--until",
        "1 Jun",
        "--boundaries",
        "No weekends",
        "--window",
        "6-8w",
    )

    ran = typed(
        "agreement",
        "set",
        "marcus",
        *words,
        "--minutes",
        "45m",
        "--on",
        "1 Nov",
        stdin="A seat at the table\n",
    )

    assert ran == Ran(
        0, f"Agreed with Marcus Ojo, until Tue 1 Jun 2027 (in 192 days) · {UNDO}\n", ""
    )
    assert board.sql(STORED) == [
        ("2026-11-01", "A seat at the table", '["P&L", "pricing"]', "2027-06-01", "No weekends", 0)
    ]
    assert typed("agreement", "show", "marcus").out == (
        "Marcus Ojo  agreement\n"
        "agreed\tSun 1 Nov 2026 (20 days ago)\n"
        "until\tTue 1 Jun 2027 (in 192 days)\n"
        "hopes\tA seat at the table\n"
        "focus\tP&L, pricing\n"
        "boundaries\tNo weekends\n"
        "window\tevery 6-8w\n"
        "length\t45 minutes\n"
    )
    assert (
        typed("agreement", "set", "marcus", "--until", "1 Jun").out
        == "Nothing changed: already up to date.\n"
    )
    record = typed(
        "agreement", "set", "marcus", "--hopes", "", "--focus", "", "--until", "", "--json"
    ).json
    assert (record["schema"], record["hopes"], record["focus"], record["until_on"]) == (
        "boardroom.agreement/1",
        None,
        [],
        None,
    )
    assert typed("agreement", "show", "marcus", "--json").json == record


def test_without_an_agreement_the_command_for_it_is_named(board: Board) -> None:
    board.advisor()

    ran = typed("agreement", "show", "marcus")

    assert (ran.code, ran.err) == (0, "")
    assert (
        "Nothing is agreed with Marcus Ojo yet. Write it down:\nboardroom agreement set marcus\n"
        in ran.out
    )


REFUSED = {
    "agreement set": (2, "WHO is missing."),
    "agreement set marcus": (
        2,
        "No change was given. Use --hopes, --focus, --until, --confidential, ",
    ),
    "agreement set marcus --until yesterday": (
        2,
        "The agreement was made on Sat 21 Nov 2026, so it can't end on Fri 20 Nov 2026.",
    ),
    "agreement set marcus --until soonish": (2, "'soonish' "),
    "agreement set marcus --on tomorrow": (
        2,
        "Sun 22 Nov 2026 is in the future, so nothing was agreed then.",
    ),
    "agreement set marcus --window 6": (2, "'6' "),
    "agreement set nobody --no-confidential": (3, "Nobody matches 'nobody'."),
    "agreement set tom --no-confidential": (
        6,
        "Tom Berg is a former advisor, so there is nothing to agree on. Possible commands: boardroom ",
    ),
    "agreement show nobody": (3, "Nobody matches 'nobody'."),
}


@pytest.mark.parametrize("command", REFUSED)
def test_a_refusal_is_one_sentence_and_changes_nothing(board: Board, command: str) -> None:
    board.advisor()
    board.step(board.advisor("Tom Berg"), "alumni", "2026-11-01")
    before = board.dump()
    code, beginning = REFUSED[command]

    ran = typed(*command.split())

    assert (ran.code, ran.out, ran.err[: len(beginning)]) == (code, "", beginning)
    assert board.dump() == before


def test_confidentiality_is_by_the_day_of_what_happened(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    typed("log", "marcus", "Before", "--on", "2026-11-18")
    ran = typed("agreement", "set", "marcus", "--confidential")
    assert (
        ran.out == "Agreed with Marcus Ojo, confidential; what happens from today on is private,"
        f" 1 meeting before stays as it is · {UNDO}\n"
    )

    logged = typed("log", "marcus", "On the day")
    assert ", private: as agreed with Marcus Ojo" in logged.out
    assert "private" not in typed("log", "marcus", "Before too", "--on", "2026-11-20").out

    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-23")
    ran = typed("agreement", "set", "marcus", "--no-confidential")
    assert (
        ran.out == "Changed what you agreed with Marcus Ojo: confidential yes → no;"
        f" what happens after today is not private, what is private stays so · {UNDO}\n"
    )
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-24")
    assert "private" not in typed("log", "marcus", "After").out
    assert ", private: as agreed" in typed("log", "marcus", "Late", "--on", "2026-11-23").out
    listed = typed("meeting", "list", "--json").json["meetings"]
    assert {meeting["notes"]: meeting["private"] for meeting in listed} == {
        "Before": False,
        "Before too": False,
        "On the day": True,
        "Late": True,
        "After": False,
    }


@pytest.mark.parametrize(
    ("open_count", "echo"),
    [
        (0, "what happens from Sun 15 Nov 2026 on is private · "),
        (1, "is private, 1 meeting before stays as it is · "),
        (2, "is private, 2 meetings before stay as they are · "),
    ],
)
def test_meetings_before_confidentiality_are_counted(
    board: Board, open_count: int, echo: str
) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-16")
    board.meeting(marcus, "2026-11-10", private=True)
    for number in range(open_count):
        board.meeting(marcus, f"2026-11-0{number + 1}")

    assert echo in typed("agreement", "set", "marcus", "--confidential", "--on", "15 Nov").out


def test_confidentiality_can_be_moved_back_to_an_earlier_day(board: Board) -> None:
    board.agreement(board.advisor(), confidential=False)
    typed("agreement", "set", "marcus", "--confidential")

    ran = typed("agreement", "set", "marcus", "--confidential", "--on", "1 Nov")

    assert (
        ran.out == "Changed what you agreed with Marcus Ojo: on Sat 10 Jan 2026 → Sun 1 Nov 2026,"
        f" confidential since Sat 21 Nov 2026 → Sun 1 Nov 2026 · {UNDO}\n"
    )


def test_a_meeting_marked_private_is_not_explained(board: Board) -> None:
    board.agreement(board.advisor(), confidential=False)

    assert "agreed" not in typed("log", "marcus", "Between us", "--private").out


def test_an_agreement_goes_with_its_person(board: Board) -> None:
    board.agreement(board.advisor())

    assert (
        typed("advisor", "rm", "marcus").err
        == "This removes Marcus Ojo, with 1 agreement. This needs confirmation. Confirm with --yes.\n"
    )


def test_a_formal_one_has_a_programme_and_an_outcome(board: Board) -> None:
    board.advisor()

    set_ = typed(
        *("agreement", "set", "marcus", "--programme", "Retail mentors"),
        *("--outcome", "-", "--confidential"),
        stdin="A pilot in ten stores\n",
    )
    ran = typed("agreement", "show", "marcus")
    shared = typed("export").json["agreements"][0]

    assert (set_.code, ran.out.splitlines()[3:5]) == (
        0,
        ["programme\tRetail mentors", "outcome\tA pilot in ten stores"],
    )
    assert (shared["programme"], shared["outcome"]) == (None, None)


def test_an_agreement_is_written_in_the_editor(board: Board, editor: Editor) -> None:
    board.agreement(board.advisor(window="6-8w"))
    editor.replaces("until: 2027-06-01", "until: 1 Dec").replaces(
        "confidential: yes", "confidential:"
    ).replaces("focus: pricing\n", "")

    ran = typed_at_screen("agreement", "set", "marcus")

    assert (
        ran.out == "Changed what you agreed with Marcus Ojo\n"
        f"until  Tue 1 Jun 2027 → Tue 1 Dec 2026 (in 10 days)\n{UNDO}\n"
    )
    assert without_id(editor.shown[0]) == (
        "<!-- Agreement with Marcus Ojo. Save and close to change it;"
        f" empty the file to cancel. -->\n{ABOUT}"
        "on: 2026-01-10\nuntil: 2027-06-01\nconfidential: yes\nwindow: 6-8w\nminutes:\n"
        "focus: pricing\nfocus: P&L\n"
        "\n## Hopes\na seat at the table\n\n## Boundaries\nno weekends\n"
    )
    typed_at_screen("agreement", "set", "marcus")
    typed_at_screen("agreement", "set", "marcus")
    assert board.sql(STORED) == [
        ("2026-01-10", "a seat at the table", '["P&L"]', "2026-12-01", "no weekends", 0)
    ]


def test_seating_with_an_agreement_is_one_change(board: Board, editor: Editor) -> None:
    board.prospect("Noor Haddad", since="2026-10-01")
    before = board.dump()
    editor.replaces("until:\nconfidential: no", "until: 1 Jun\nfocus: logistics\nconfidential: yes")

    ran = typed_at_screen("advisor", "seat", "noor", "--seat", "Logistics", "--on", "1 Nov")

    assert ran == Ran(
        0,
        f"{SEATED}; it ends Tue 1 Jun 2027 (in 192 days);"
        f" what happens from Sun 1 Nov 2026 on is private\n{UNDO}\n",
        "",
    )
    assert [without_id(text) for text in editor.shown] == [NOOR]
    assert board.sql(STORED) == [("2026-11-01", None, '["logistics"]', "2027-06-01", None, 1)]
    assert typed("advisor", "show", "noor", "--json").json["status"] == "active"
    typed("undo")
    assert board.dump() == before


@pytest.mark.parametrize("how", ["closes", "saves_as_it_is", "saves_empty", "removes_the_file"])
def test_seating_needs_no_agreement(board: Board, editor: Editor, how: str) -> None:
    board.prospect("Noor Haddad")
    if how == "saves_empty":
        editor.saves("")
    else:
        getattr(editor, how)()

    ran = typed_at_screen("advisor", "seat", "noor")

    assert ran == Ran(0, f"Seated Noor Haddad, Sat 21 Nov 2026 (today){LATER}\n{UNDO}\n", "")
    assert board.sql(STORED) == []
    assert len(editor.shown) == 1


def test_somebody_who_returns_finds_the_old_agreement(board: Board, editor: Editor) -> None:
    noor = board.advisor("Noor Haddad")
    board.agreement(noor, until="2027-06-01")
    board.step(noor, "alumni", "2026-11-01")
    board.step(noor, "prospect", "2026-11-02")
    editor.closes().replaces("no weekends", "no evenings")

    assert (
        typed_at_screen("advisor", "seat", "noor").out
        == f"Seated Noor Haddad, Sat 21 Nov 2026 (today)\n{UNDO}\n"
    )
    typed("undo")
    ran = typed_at_screen("advisor", "seat", "noor")

    seated = "Seated Noor Haddad with an agreement, Sat 21 Nov 2026 (today)"
    assert ran.out == f"{seated}; it ends Tue 1 Jun 2027 (in 192 days)\n{UNDO}\n"
    assert without_id(editor.shown[0]).startswith(
        f"{NOOR.partition('on:')[0]}on: 2026-01-10\nuntil: 2027-06-01\n"
    )
    assert board.sql("SELECT agreed_on, boundaries FROM agreement") == [
        ("2026-11-21", "no evenings")
    ]


def test_an_unreadable_agreement_opens_again_and_is_kept(board: Board, editor: Editor) -> None:
    board.prospect("Noor Haddad")
    editor.replaces("until:", "until: soonish").closes()

    ran = typed_at_screen("advisor", "seat", "noor")

    assert (ran.code, ran.out) == (
        0,
        f"Seated Noor Haddad, Sat 21 Nov 2026 (today){LATER}\n{UNDO}\n",
    )
    assert ran.err.startswith("No agreement was stored. 'soonish' ")
    draft = Path(ran.err.partition("Your text is kept in ")[2].partition(". To ")[0])
    assert "until: soonish" in draft.read_text(encoding="utf-8")
    assert "Not stored yet: 'soonish'" in editor.shown[1]


def test_on_a_board_named_by_an_option_the_draft_of_an_agreement_goes_to_it(
    board: Board, editor: Editor
) -> None:
    board.prospect("Noor Haddad")
    editor.replaces("until:", "until: soonish")

    ran = typed_at_screen("--db", board.path, "advisor", "seat", "noor")

    assert ran.code == 0
    assert f"boardroom --db {board.path} agreement set noor -" in " ".join(ran.err.split())


def test_a_failing_editor_does_not_prevent_a_seating(
    board: Board, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.prospect("Noor Haddad")
    editor.replaces("until:", "until: 1 Jun").ends(3)

    ran = typed_at_screen("advisor", "seat", "noor")

    assert (ran.code, board.sql("SELECT status FROM transition ORDER BY id DESC LIMIT 1")) == (
        0,
        [("active",)],
    )
    assert ran.err.startswith(
        "The editor failed, so no agreement was stored. Your text is kept in "
    )
    typed("undo")
    monkeypatch.setenv("BOARDROOM_EDITOR", "no-such-editor")
    ran = typed_at_screen("advisor", "seat", "noor")
    assert (ran.code, ran.err.partition(":")[0]) == (
        0,
        "No agreement was stored. The editor in BOARDROOM_EDITOR was not found",
    )


def test_a_refused_seating_opens_no_editor(board: Board, editor: Editor) -> None:
    board.setting("seats", "1")
    board.advisor()
    board.prospect("Noor Haddad")
    before = board.dump()

    assert typed_at_screen("advisor", "seat", "noor").code == 6
    assert typed_at_screen("advisor", "seat", "marcus").code == 6
    assert (editor.shown, board.dump()) == ([], before)


def test_a_seat_taken_while_the_editor_is_open_is_refused(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.setting("seats", "1")
    board.prospect("Noor Haddad")

    def edit_text(
        _: Call, text: str, store: Callable[[str], Result], *, name: str, command: str
    ) -> Result:
        assert command == "boardroom agreement set noor -"
        assert (name, board.advisor("Ana Lima")) == ("agreement-noor", 2)
        return store(text.replace("until:", "until: 1 Jun"))

    monkeypatch.setattr("boardroom.cli.editor.edit_text", edit_text)

    ran = typed_at_screen("advisor", "seat", "noor")

    assert (ran.code, ran.err.partition(",")[0]) == (6, "The board is full: its one seat is taken")
    assert board.sql(STORED) == []


@pytest.mark.parametrize("words", [["--no-input"], ["--json"]])
def test_no_input_and_json_open_nothing(board: Board, editor: Editor, words: list[str]) -> None:
    board.prospect("Noor Haddad")

    assert typed_at_screen("advisor", "seat", "noor", *words).code == 0
    assert editor.shown == []


def test_in_a_pipe_seating_names_the_agreement_command(board: Board, editor: Editor) -> None:
    board.prospect("Noor Haddad")

    assert (
        typed("advisor", "seat", "noor").out
        == f"Seated Noor Haddad, Sat 21 Nov 2026 (today){LATER} · {UNDO}\n"
    )
    typed("undo")
    assert typed_on_terminal("advisor", "seat", "noor", answers="").out.endswith(
        f"{LATER} · {UNDO}\n"
    )
    typed("undo")
    typed("agreement", "set", "noor", "--hopes", "Her view")
    assert (
        typed("advisor", "seat", "noor").out
        == f"Seated Noor Haddad, Sat 21 Nov 2026 (today) · {UNDO}\n"
    )
    assert editor.shown == []


def test_of_a_formal_relationship_the_form_asks_for_programme_and_outcome(
    board: Board, editor: Editor
) -> None:
    board.advisor(kind="formal")
    editor.replaces("programme:", "programme: Women in retail")

    typed_at_screen("agreement", "set", "marcus")

    assert "\n## Outcome\n" in editor.shown[0]
    assert board.sql("SELECT programme FROM agreement") == [("Women in retail",)]


def test_a_programme_on_file_stays_in_the_form(board: Board, editor: Editor) -> None:
    board.agreement(board.advisor(), programme="Women in retail", confidential=False)
    editor.saves("")

    typed_at_screen("agreement", "set", "marcus")

    assert "\nprogramme: Women in retail\n" in editor.shown[0]
    assert "## Outcome" not in editor.shown[0]


@pytest.mark.parametrize(("until", "is_shown"), [("2026-11-21", True), ("2026-11-22", False)])
def test_from_the_day_of_its_end_it_says_what_came_of_it(
    board: Board, until: str, is_shown: bool
) -> None:
    marcus = board.advisor()
    board.agreement(marcus, until=until)
    board.goal("Run a P&L", marcus, status="achieved", closed_on="2026-10-01")

    shown = typed("agreement", "show", "marcus").out

    assert ("came of it\tachieved g1 Run a P&L\n" in shown) == is_shown
