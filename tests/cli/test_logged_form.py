"""Forms that are read again: stored drafts, piped ones, on whatever day."""

from __future__ import annotations

import shlex
from pathlib import Path
from unittest.mock import patch

import pytest

from boardroom.queries.logged_forms import new_form_id
from tests.boards import Board
from tests.cli.log_forms import ALREADY, FORM, FORM_ID, HEADER
from tests.cli.typed import Ran, typed, typed_on_terminal
from tests.editors import Editor

NOTHING_NEW = "Nothing changed: already up to date.\n"


def _drafts(board: Board) -> list[str]:
    folder = Path(board.path).parent / "drafts"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def _as_printed(error: str, begins: str) -> Ran:
    """Runs the command that an error names, as a shell would."""
    command = error.partition(begins)[2].partition(";")[0].strip()
    words, _, path = command.partition(" < ")
    [name] = shlex.split(path)
    return typed(*shlex.split(words)[1:], stdin=Path(name).read_text(encoding="utf-8"))


@pytest.fixture
def logged(with_agenda: Board) -> Board:
    """A board on which FORM was logged."""
    assert typed("log", "marcus", "-", stdin=FORM).code == 0
    return with_agenda


def test_the_form_is_kept_with_its_meeting_until_it_is_undone(logged: Board) -> None:
    assert logged.sql("SELECT form_id FROM meeting") == [(FORM_ID,)]

    assert typed("undo").code == 0
    assert typed("log", "marcus", "-", stdin=FORM).out.startswith("Logged m2: ")


@pytest.mark.parametrize("today", ["2026-11-21", "2026-11-24", "2027-03-01"])
def test_a_form_read_again_changes_nothing(
    logged: Board, monkeypatch: pytest.MonkeyPatch, today: str
) -> None:
    before = logged.dump()
    history = typed("history").out
    monkeypatch.setenv("BOARDROOM_TODAY", today)

    assert typed("log", "marcus", "-", stdin=FORM) == Ran(0, ALREADY, "")
    assert typed("log", "marcus", "-", "--json", stdin=FORM).json["id"] == "m1"
    assert (logged.dump(), typed("history").out) == (before, history)


def test_a_form_is_known_after_its_records_have_changed(logged: Board) -> None:
    assert typed("done", "p1").code == 0
    assert typed("advice", "outcome", "v1", "worked").code == 0
    assert typed("done", "a4").code == 0
    before = logged.dump()

    assert typed("log", "marcus", "-", stdin=FORM) == Ran(0, ALREADY, "")
    assert logged.dump() == before


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("## Exchange\n", "## Exchange\n- gave: a book\n", "the exchange “a book”"),
        ("Free text.", "Free text, and more.", "the notes"),
        ("by 1 Dec", "by 2 Dec", "the promise “send the revised deck”"),
        ("## Promises\n", "- Read\n## Promises\n", "the advice “Read”"),
        ("- [ ] a2 Deck", "- [x] a2 Deck", "a2"),
        ("- And this", "- And that", "the agenda item “And that”"),
        ("In autumn", "In spring", "a1"),
        ("60 min", "90 min", "the length"),
        ("coffee · Sat 21", "lunch · Fri 20", "the day and the way"),
    ],
)
def test_what_is_new_in_a_known_form_is_named_and_added_by_the_command(
    logged: Board, old: str, new: str, named: str
) -> None:
    before = logged.dump()
    form = FORM.replace(old, new, 1)

    ran = typed("log", "marcus", "-", stdin=form)

    assert (ran.code, ran.out, logged.dump()) == (6, "", before)
    assert ran.err.startswith(
        "This form is logged already, as m1, coffee with Marcus Ojo on Sat 21 Nov 2026."
        f" New in it: {named}. To add that: boardroom meeting edit m1 - < "
    )
    assert _drafts(logged)
    added = _as_printed(ran.err, "To add that: ")
    assert (added.code, added.out.startswith("Changed m1")) == (0, True)
    assert _drafts(logged) == []
    after = logged.dump()
    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert typed("meeting", "edit", "m1", "-", stdin=form) == Ran(0, NOTHING_NEW, "")
    assert logged.dump() == after


def test_only_the_line_that_is_new_is_added(logged: Board) -> None:
    form = FORM.replace("## Exchange\n", "- me: call her\n## Exchange\n")

    ran = typed("meeting", "edit", "m1", "-", stdin=form)

    assert ran.out == (
        "Changed m1, coffee with Marcus Ojo: new p5 (call her); p5 has no day:"
        " boardroom promise edit p5 --by DATE · boardroom undo takes it back\n"
    )
    assert logged.sql("SELECT count(*) FROM promise") == [(5,)]


def test_a_form_logged_with_an_option_is_known_with_it(with_agenda: Board) -> None:
    assert typed("log", "marcus", "-", "--gave", "a book", stdin=FORM).code == 0
    before = with_agenda.dump()

    assert typed("log", "marcus", "-", "--gave", "a book", stdin=FORM).out == ALREADY
    assert typed("log", "marcus", "-", "--gave", "a lift", stdin=FORM).code == 6
    assert with_agenda.dump() == before


def test_a_form_of_another_meeting_is_not_taken_for_an_edit(logged: Board) -> None:
    logged.meeting(1, "2026-11-01")

    ran = typed("meeting", "edit", "m2", "-", stdin=FORM)

    assert (ran.code, ran.err.partition(",")[0]) == (2, "This is the form of m1")


def test_days_of_a_stored_draft_count_from_the_day_it_was_written(
    with_agenda: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-24")

    form = f"{HEADER}## Promises\n- me: read it by tomorrow\n"
    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert with_agenda.sql("SELECT met_on, due_on FROM meeting JOIN promise LIMIT 1") == [
        ("2026-11-21", "2026-11-22")
    ]


def _interrupted(editor: Editor) -> Ran:
    editor.replaces("## Notes\n", "## Notes\nLost and found.\n").ends(3)
    return typed_on_terminal("log", "marcus", answers="")


def test_a_draft_stored_by_the_printed_command_is_removed(
    with_agenda: Board, editor: Editor
) -> None:
    ran = _interrupted(editor)

    assert _as_printed(ran.err, "To store it: ").code == 0
    assert with_agenda.sql("SELECT notes FROM meeting") == [("Lost and found.",)]
    assert _drafts(with_agenda) == []


def test_an_untouched_draft_stores_nothing_and_names_what_the_editor_left(
    with_agenda: Board, editor: Editor
) -> None:
    with_agenda.meeting(1, "2026-11-21", "planned", notes="Bring the deck")
    editor.closes().leaves(".log-marcus-2026-11-21.md.swp").ends(1)
    typed_on_terminal("log", "marcus", answers="")
    folder = Path(with_agenda.path).parent / "drafts"
    draft, swap = folder / "log-marcus-2026-11-21.md", folder / ".log-marcus-2026-11-21.md.swp"
    form = draft.read_text(encoding="utf-8")

    ran = typed("log", "marcus", "-", stdin=form)

    assert ran == Ran(
        5,
        "",
        "Nothing is filled in in this form, so nothing changed."
        f" Your text is in {draft}; the editor left more of it in {swap}."
        f" First bring that back: vim -r {draft}."
        f" To store it: boardroom log marcus - < {draft}; to discard it: rm {draft} {swap}\n",
    )
    swap.unlink()
    assert typed("log", "marcus", "-", stdin=form).err.endswith(
        " To log a meeting without contents: boardroom log marcus --on 2026-11-21\n"
    )
    assert with_agenda.sql("SELECT status FROM meeting") == [("planned",)]


def test_a_stored_draft_stays_beside_what_the_editor_left(
    with_agenda: Board, editor: Editor
) -> None:
    _interrupted(editor)
    folder = Path(with_agenda.path).parent / "drafts"
    (folder / ".log-marcus-2026-11-21.md.swp").touch()
    [draft] = folder.glob("*.md")

    assert typed("log", "marcus", "-", stdin=draft.read_text(encoding="utf-8")).code == 0
    assert draft.exists()


def test_a_draft_that_was_stored_otherwise_is_offered_no_more(
    with_agenda: Board, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    _interrupted(editor)
    [draft] = (Path(with_agenda.path).parent / "drafts").iterdir()
    text = draft.read_text(encoding="utf-8")
    assert typed("log", "marcus", "-", stdin=f"{text}\n\n").code == 0
    assert _drafts(with_agenda) == [draft.name]
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-28")
    editor.closes()

    ran = typed_on_terminal("log", "marcus", answers="")

    assert (ran.code, "older draft" in ran.err) == (5, False)
    assert _drafts(with_agenda) == []


def test_a_draft_that_says_more_is_offered_with_the_command_that_adds_it(
    with_agenda: Board, editor: Editor
) -> None:
    _interrupted(editor)
    [draft] = (Path(with_agenda.path).parent / "drafts").iterdir()
    text = draft.read_text(encoding="utf-8")
    assert typed("log", "marcus", "-", stdin=text.replace("Lost and found.", "Lost")).code == 0
    editor.closes()

    ran = typed_on_terminal("log", "marcus", "--another", answers="")

    assert f"To store it: boardroom meeting edit m1 - < {draft}" in ran.err
    assert _as_printed(ran.err, "To store it: ").code == 0
    assert with_agenda.sql("SELECT notes FROM meeting") == [("Lost and found.",)]


def test_a_form_stored_while_it_is_open_is_not_logged_twice(
    with_agenda: Board, editor: Editor
) -> None:
    with_agenda.meeting(1, "2026-11-21", "planned")
    editor.replaces("## Advice\n", "## Advice\n- Do it\n").meanwhile(
        with_agenda.path,
        f"UPDATE meeting SET status = 'held', form_id = '{FORM_ID}'",  # noqa: S608  our own id
    ).saves_as_it_is()

    ran = typed_on_terminal("log", "marcus", answers="")

    assert ran.code == 6
    assert "New in it: the advice “Do it”." in ran.err
    assert _as_printed(ran.err, "To store it: ").code == 0
    assert with_agenda.sql("SELECT meeting_id, text FROM advice") == [(1, "Do it")]
    assert with_agenda.sql("SELECT count(*) FROM meeting") == [(1,)]


def test_a_new_form_never_gets_an_id_that_the_board_has_seen(logged: Board) -> None:
    assert typed("undo").code == 0
    tried = [bytes.fromhex(FORM_ID), bytes.fromhex("00000001")]

    with patch("os.urandom", side_effect=tried), logged.change() as work:
        assert new_form_id(work.connection) == "00000001"


EDITS = [
    "promise edit p1 --text 'send the short deck'",
    "promise edit p1 --by '5 dec'",
    "promise edit p2 --mine",
    "promise drop p2",
    "advice edit v1 --text 'Ask to join the round'",
    "exchange edit x1 --text 'introduction to D. Reyes'",
    "agenda edit a1 --text 'Budget of next year?'",
    "agenda edit a1 --answer 'In spring'",
    "agenda edit a4 --text 'And this too'",
    "meeting edit m1 --notes 'Other words'",
    "meeting edit m1 --notes ''",
    "meeting edit m1 --way lunch --for 30m",
    "meeting edit m1 --on 'Fri 20 Nov 12:00'",
]


@pytest.mark.parametrize("edit", EDITS)
def test_a_form_is_known_after_what_it_made_was_edited(logged: Board, edit: str) -> None:
    assert typed(*shlex.split(edit)).code == 0
    before = logged.dump()

    ran = typed("log", "marcus", "-", stdin=FORM)

    assert (ran.code, ran.err) == (0, "")
    assert typed("meeting", "edit", "m1", "-", stdin=FORM) == Ran(0, NOTHING_NEW, "")
    assert logged.dump() == before


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize("edit", EDITS)
def test_the_command_for_a_form_read_again_adds_only_what_is_new(edit: str) -> None:
    assert typed(*shlex.split(edit)).code == 0
    form = FORM.replace("## Exchange\n", "## Exchange\n- gave: a book\n")

    ran = typed("log", "marcus", "-", stdin=form)

    assert "New in it: the exchange “a book”. To add that" in ran.err
    added = _as_printed(ran.err, "To add that: ")
    assert added.out.partition(" · ")[0].endswith(" with Marcus Ojo: new x2 (a book)")
    assert typed("log", "marcus", "-", stdin=form).code == 0


@pytest.mark.parametrize("edit", [edit for edit in EDITS if " p" in edit or " v" in edit])
def test_ones_own_form_is_known_after_what_it_made_was_edited(
    with_agenda: Board, edit: str
) -> None:
    form = FORM.replace(HEADER, "").replace(" a1", "").replace(" a2", "")
    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert typed(*shlex.split(edit)).code == 0
    before = with_agenda.dump()

    assert typed("log", "marcus", "-", stdin=form).code == 0
    ran = typed("log", "marcus", "-", stdin=form + "- gave: a book\n")

    assert "New in it: the exchange “a book”. To add that" in ran.err
    assert with_agenda.dump() == before


def test_notes_written_below_edited_ones_are_added_below_them(logged: Board) -> None:
    typed("meeting", "edit", "m1", "--notes", "Other words")
    form = FORM.replace("Free text.", "Free text.\n\nOne more thing.")

    ran = typed("log", "marcus", "-", stdin=form)
    added = _as_printed(ran.err, "To add that: ")

    assert added.code == 0
    assert logged.sql("SELECT notes FROM meeting") == [("Other words\n\nOne more thing.",)]


@pytest.mark.usefixtures("logged")
def test_what_was_undone_was_never_on_file() -> None:
    form = FORM.replace("Free text.", "Free text.\n\nOne more thing.")
    assert typed("meeting", "edit", "m1", "-", stdin=form).code == 0
    typed("undo")

    assert "New in it: the notes." in typed("log", "marcus", "-", stdin=form).err


def test_a_form_of_a_meeting_may_bring_back_what_it_said_before(logged: Board) -> None:
    typed("promise", "edit", "p1", "--text", "send the short deck")

    form = "## Promises\n- p1 me: send the revised deck by 1 Dec\n"
    assert typed("meeting", "edit", "m1", "-", stdin=form).code == 0

    assert logged.sql("SELECT text FROM promise WHERE id = 1") == [("send the revised deck",)]
