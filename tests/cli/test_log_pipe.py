from __future__ import annotations

import shlex
from pathlib import Path
from unittest.mock import patch

import pytest

from boardroom.cli.run import run
from tests.boards import Board
from tests.cli.drafts import kept_in
from tests.cli.log_forms import ALREADY, EMPTY, FORM, HEADER, LOGGED
from tests.cli.typed import Ran, typed, typed_on_terminal
from tests.editors import Editor

UNDO = "boardroom undo takes it back"
MEETINGS = "SELECT status, met_on, way, minutes, notes, private FROM meeting ORDER BY id"


def _log(*words: str) -> Ran:
    return typed_on_terminal("log", *words, answers="")


def test_a_form_piped_in_twice_is_logged_once(with_agenda: Board) -> None:
    assert typed("log", "marcus", "-", stdin="\ufeff" + FORM.replace("\n", "\r\n")) == Ran(
        0, f"{LOGGED} · {UNDO}\n", ""
    )
    logged = with_agenda.dump()

    assert typed("log", "marcus", "-", stdin=FORM) == Ran(0, ALREADY, "")
    again = typed("log", "marcus", "-", "--json", stdin=FORM).json
    assert (again["id"], [promise["id"] for promise in again["promises"]]) == (
        "m1",
        ["p1", "p2", "p3", "p4"],
    )
    assert with_agenda.dump() == logged


@pytest.mark.usefixtures("with_agenda")
def test_a_logged_draft_piped_in_later_changes_nothing(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.saves(FORM)
    assert _log("marcus").code == 0
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-23")

    assert typed("log", "marcus", "-", stdin=FORM).out == ALREADY


def test_undo_and_redo_of_a_log_bring_back_every_id(with_agenda: Board) -> None:
    before = with_agenda.dump()
    assert typed("log", "marcus", "-", stdin=FORM).code == 0
    logged = with_agenda.dump()

    assert typed("undo").code == 0
    assert with_agenda.dump() == before
    assert typed("redo").code == 0
    assert with_agenda.dump() == logged


@pytest.mark.parametrize(
    ("form", "code", "message"),
    [
        (
            FORM.replace("a1", "a99"),
            3,
            "There is no agenda item a99. List the ids with: boardroom agenda list",
        ),
        (
            FORM.replace("a1", "a3"),
            2,
            (
                "a3 is on the agenda with Ana Lima, not with Marcus Ojo. See their agenda with: boardroom agenda list marcus"
            ),
        ),
        (
            FORM.replace("a1", "a4"),
            6,
            "a4 was already covered. To raise it again: boardroom agenda add marcus TEXT",
        ),
        (FORM.replace("1 Dec", "1 Dec\n- we: x"), 2, None),
        (
            FORM.replace("- Ask", "- v9 Ask"),
            3,
            "There is no advice v9. List the ids with: boardroom advice list",
        ),
        (
            FORM.replace("Marcus", "Ana"),
            2,
            (
                "This form is for Ana Ojo, not for Marcus Ojo."
                " Log it for Ana Ojo, or remove its first comment to log it for Marcus Ojo."
            ),
        ),
        (
            FORM.replace("60 min", "60 min · m7"),
            3,
            "There is no meeting m7. List the ids with: boardroom meeting list",
        ),
        (
            FORM.replace("Sat 21", "Sun 22"),
            2,
            (
                "Sun 22 Nov 2026 is in the future, so no meeting was held then. Use today or an earlier day, or plan it: boardroom plan marcus 2026-11-22"
            ),
        ),
        (HEADER, 5, "The form is empty, so nothing changed."),
        ("", 5, "The form is empty, so nothing changed."),
        ("\ufeff\n", 5, "The form is empty, so nothing changed."),
    ],
)
def test_a_refused_form_from_a_pipe_changes_nothing(
    with_agenda: Board, form: str, code: int, message: str | None
) -> None:
    with_agenda.item(1, "Old", status="covered", closed_on=None)
    before = with_agenda.dump()

    ran = typed("log", "marcus", "-", stdin=form)

    expected = message or (
        "Line 18: '- we: x': It does not say whose promise it is: begin it with “me:” or “them:”."
        " Free words go under ## Notes, anything else on a line that begins with “- ”."
    )
    draft = Path(with_agenda.path).parent / "drafts" / "log-marcus-2026-11-21.md"
    if code == 5:
        assert ran == Ran(code, "", f"{expected}\n")
        assert not draft.exists()
    else:
        stop = "" if expected.endswith(".") else "."
        kept = kept_in(draft, "boardroom log marcus -")
        assert ran == Ran(code, "", f"{expected}{stop}{kept}\n")
        assert draft.read_text(encoding="utf-8") == form
    assert with_agenda.dump() == before


def test_a_kept_form_is_stored_by_the_command_once_it_is_mended(with_agenda: Board) -> None:
    words = ("log", "marc", "-", "--on", "fri", "--another")
    wrong = typed(*words, stdin=FORM.replace("a1", "a99"))
    drafts = Path(with_agenda.path).parent / "drafts"
    [draft] = drafts.iterdir()
    assert wrong.err.endswith(f"{kept_in(draft, 'boardroom log marcus --on fri - --another')}\n")

    mended = draft.read_text(encoding="utf-8").replace("a99", "a1")
    draft.write_text(mended, encoding="utf-8")
    assert typed(*shlex.split("log marcus --on fri - --another"), stdin=mended).code == 0

    assert not list(drafts.iterdir())


def test_a_form_that_fits_several_plans_is_stored_by_a_command_that_names_one(
    board: Board,
) -> None:
    marcus = board.advisor()
    for on in ("2026-11-16", "2026-11-19"):
        board.meeting(marcus, on, "planned")

    ran = typed("log", "marcus", "-", stdin="great chat\n")

    [draft] = (Path(board.path).parent / "drafts").iterdir()
    assert ran.err.endswith(f"{kept_in(draft, 'boardroom log marcus --meeting mID -')}\n")
    mended = draft.read_text(encoding="utf-8")
    assert typed("log", "marcus", "--meeting", "m2", "-", stdin=mended).code == 0


def test_a_form_is_kept_once_and_by_whomever_it_is_for(with_agenda: Board) -> None:
    typed("log", "nobody", "-", stdin=FORM)
    ran = typed("log", "nobody", "-", stdin=FORM)

    drafts = Path(with_agenda.path).parent / "drafts"
    [draft] = drafts.iterdir()
    assert draft.name == "log-nobody-2026-11-21.md"
    assert ran.err.endswith(f"{kept_in(draft, 'boardroom log WHO -')}\n")


def test_a_form_in_a_file_is_not_copied(with_agenda: Board, tmp_path: Path) -> None:
    form = tmp_path / "form.md"
    form.write_text(FORM.replace("a1", "a99"), encoding="utf-8")

    with form.open(encoding="utf-8") as stdin, patch("sys.stdin", stdin):
        assert run(["log", "marcus", "-"]) == 3

    assert not (Path(with_agenda.path).parent / "drafts").exists()


def test_a_demo_keeps_no_form() -> None:
    ran = typed("demo", "log", "marcus", "-", stdin="## Agenda\n- [x] a99\n")

    assert (ran.code, "kept" in ran.err) == (3, False)


def test_an_option_goes_before_the_header_of_a_form(with_agenda: Board) -> None:
    words = ("--on", "fri", "--way", "call", "--for", "20m", "--advice", "More")

    assert (
        typed(
            "log",
            "marcus",
            "-",
            *words,
            stdin=HEADER.replace(" min", " min · private") + "## Advice\n- One\n",
        ).code
        == 0
    )
    assert with_agenda.sql(MEETINGS) == [("held", "2026-11-20", "call", 20, None, 1)]
    assert with_agenda.sql("SELECT text FROM advice ORDER BY id") == [("One",), ("More",)]


def test_a_form_is_never_taken_for_one_of_a_similar_name(board: Board) -> None:
    board.advisor("Ana Lima")
    board.advisor("Ana")

    assert (
        typed("log", "ana-2", "-", stdin=HEADER.replace("Marcus Ojo", "Ana Lima") + EMPTY).code == 2
    )
    assert typed("log", "ana", "-", stdin=HEADER.replace("Marcus Ojo", "Ana") + EMPTY).code == 2
    assert typed("log", "ana", "-", stdin=HEADER.replace("Marcus Ojo", "lima") + "Hi").code == 0


def test_an_item_covered_from_a_pipe_keeps_its_answer(with_agenda: Board) -> None:
    assert typed("log", "marcus", "-", stdin="## Agenda\n- [x] a2\n").code == 0
    assert with_agenda.sql("SELECT text, status, answer FROM agenda_item WHERE id = 2") == [
        ("Deck", "covered", "Half an answer")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Marcus Ojo · coffee · 60 min",
        "Marcus Ojo, coffee. Save and close to log it",
        "Marcus · coffee · sat · 1.333h",
    ],
)
def test_an_unreadable_header_is_never_passed_over(with_agenda: Board, line: str) -> None:
    before = with_agenda.dump()

    ran = typed("log", "marcus", "-", stdin=f"<!-- {line} -->\n{EMPTY}")

    assert (ran.code, ran.err.partition(": ")[0]) == (2, "Line 1")
    assert "1.333h" in line or repr(line) in ran.err
    assert with_agenda.dump() == before


def test_the_same_words_a_week_later_are_another_meeting(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    form = "## Notes\nGood talk.\n"
    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert typed("agenda", "add", "marcus", "Budget").code == 0

    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-28")

    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert board.sql("SELECT met_on, notes FROM meeting ORDER BY id") == [
        ("2026-11-21", "Good talk."),
        ("2026-11-28", "Good talk."),
    ]


def test_the_same_words_over_a_plan_are_that_plan(board: Board) -> None:
    board.advisor()
    form = "## Notes\nGood talk.\n"
    board.meeting(1, "2026-11-21", notes="Good talk.")
    board.meeting(1, "2026-11-21", "planned")

    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert (
        board.sql("SELECT status, notes FROM meeting ORDER BY id") == [("held", "Good talk.")] * 2
    )


def test_a_form_of_a_plan_read_twice_is_logged_once(board: Board) -> None:
    board.advisor()
    board.meeting(1, "2026-11-17", "planned")
    form = "## Notes\nGood talk.\n"

    assert typed("log", "marcus", "-", stdin=form).code == 0
    logged = board.dump()

    assert typed("log", "marcus", "-", stdin=form).out == (
        "Nothing changed: m1, coffee with Marcus Ojo on Tue 17 Nov 2026, holds just that already.\n"
    )
    assert board.dump() == logged


def test_a_form_without_an_id_that_says_more_of_a_day_is_refused(board: Board) -> None:
    board.advisor()
    form = "## Notes\nGood talk.\n"
    assert typed("log", "marcus", "-", stdin=form).code == 0
    before = board.dump()

    ran = typed("log", "marcus", "-", stdin=f"{form}## Advice\n- Do it\n")

    assert ran.code == 6
    assert "New in it: the advice “Do it”. To add that: boardroom meeting edit m1 - < " in ran.err
    assert board.dump() == before


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("Good talk.", "Good long talk."),
        ("- Do it", "- Do it well"),
        ("- me: send the deck", "- me: send the slides"),
        ("- [x] Budget?", "- [x] Costs?"),
    ],
)
def test_a_form_without_an_id_of_which_one_line_was_changed_is_refused(
    board: Board, line: str, instead: str
) -> None:
    board.advisor()
    form = (
        "## Agenda\n- [x] Budget?\n## Notes\nGood talk.\n## Advice\n- Do it\n"
        "## Promises\n- me: send the deck\n"
    )
    assert typed("log", "marcus", "-", stdin=form).code == 0
    before = board.dump()

    ran = typed("log", "marcus", "-", stdin=form.replace(line, instead))

    assert ran.code == 6
    assert ran.err.startswith(
        "Part of this form is on file, in m1, coffee with Marcus Ojo on Sat 21 Nov 2026. New in it:"
    )
    assert ran.err.endswith("; if it was another meeting, add --another.\n")
    assert board.dump() == before


def test_the_boxes_of_a_task_list_are_no_part_of_the_words(board: Board) -> None:
    board.advisor()
    page = (
        "## Promises\n- [ ] me: write to Dana by 28 Nov\n- [x] them: send it\n"
        "## Advice\n- [ ] Say thanks\n## Exchange\n- [ ] gave: a book\n"
    )

    ran = typed("log", "marcus", "-", stdin=page)

    assert (ran.code, ran.err) == (
        0,
        (
            "The tick of “them: send it” was left out. To say that a promise is kept:"
            " boardroom done pID\n"
        ),
    )
    assert board.sql(
        "SELECT text, status FROM promise WHERE kind = 'promise'"
        " UNION ALL SELECT text, status FROM advice UNION ALL SELECT text, '' FROM exchange"
    ) == [("write to Dana", "open"), ("send it", "open"), ("Say thanks", "new"), ("a book", "")]


def test_a_box_of_the_users_own_words_comes_back_from_the_form(
    with_agenda: Board, editor: Editor
) -> None:
    editor.saves_as_it_is()

    ran = typed_on_terminal("log", "marcus", "--edit", "--advice", "[x] is a mark", answers="")

    assert ran.code == 0
    assert with_agenda.sql("SELECT text FROM advice") == [("[x] is a mark",)]


def test_a_heading_that_is_too_deep_for_a_section_is_said_to_be_notes(board: Board) -> None:
    board.advisor()
    page = "# Discussion\nBudget.\n### Promises\n- me: send the deck\n"

    ran = typed("log", "marcus", "-", stdin=page)

    assert (ran.code, ran.err) == (
        0,
        "“### Promises” was kept as notes; ## Promises begins a list of the form.\n",
    )
    assert board.sql("SELECT notes FROM meeting") == [(page.strip(),)]


@pytest.mark.parametrize("level", ["#", "##"])
def test_a_section_may_be_a_heading_of_either_level(board: Board, level: str) -> None:
    board.advisor()

    typed("log", "marcus", "-", stdin=f"# Discussion\nX\n{level} Promises\n- me: send it\n")

    assert board.sql("SELECT text FROM promise WHERE kind = 'promise'") == [("send it",)]


def test_a_form_of_other_words_on_the_same_day_is_another_meeting_if_said(board: Board) -> None:
    board.advisor()
    other = "## Notes\nOver dinner.\n"
    assert typed("log", "marcus", "-", stdin="## Notes\nGood talk.\n").code == 0

    assert typed("log", "marcus", "-", stdin=other).code == 6
    assert typed("log", "marcus", "-", "--another", stdin=other).code == 0
    assert board.sql("SELECT count(*) FROM meeting") == [(2,)]


def test_a_form_added_to_another_meeting_says_what_of_its_first_line_is_left_out(
    with_agenda: Board,
) -> None:
    with_agenda.meeting(1, "2026-11-19", way="lunch", minutes=45)
    form = HEADER.replace("Sat 21 Nov 2026 ·", "Fri 20 Nov 2026 15:30 ·") + "## Advice\n- Do it\n"

    for words in ("log marcus --meeting m1 -", "meeting edit m1 -"):
        ran = typed(*words.split(), stdin=form)

        assert ran.out.startswith("Changed m1, lunch with Marcus Ojo: new v")
        assert ran.err == (
            "The first comment of the form says Fri 20 Nov 2026 15:30, coffee and 60 min; m1 stays as"
            " it was. To take that too:"
            " boardroom meeting edit m1 --on '2026-11-20 15:30' --way coffee --for 60m\n"
        )
        typed("undo")


@pytest.mark.parametrize("words", ["log marcus --meeting m1 -", "meeting edit m1 -"])
def test_a_private_form_makes_the_meeting_private_that_it_is_added_to(
    with_agenda: Board, words: str
) -> None:
    with_agenda.meeting(1, "2026-11-21")
    form = HEADER.replace("60 min", "60 min · private") + "## Advice\n- Do it\n"

    assert "private no → yes" in typed(*words.split(), stdin=form).out


@pytest.mark.parametrize("words", ["log marcus --meeting m1 -", "meeting edit m1 -"])
def test_an_item_covered_elsewhere_is_not_left_out_of_a_form_without_a_word(
    with_agenda: Board, words: str
) -> None:
    with_agenda.meeting(1, "2026-11-19")
    typed("log", "marcus", "--on", "fri", "--covered", "a1")
    form = HEADER + "## Agenda\n- [x] a1 Budget?\n## Advice\n- Do it\n"

    ran = typed(*words.split(), stdin=form)

    assert (ran.code, ran.out) == (6, "")
    assert "a1 was already covered in m2." in ran.err
