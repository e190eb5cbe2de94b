from __future__ import annotations

import io
import os
import shlex
import stat
import sys
from contextlib import redirect_stderr
from pathlib import Path
from unittest.mock import patch

import pytest

from boardroom.cli.call import Call
from boardroom.cli.drafts import new_draft
from boardroom.cli.editor import edit_text
from boardroom.errors import Cancelled, CannotWrite, Locked, Refused
from tests.cli.drafts import draft_path, drafts, kept, refusing
from tests.editors import Editor

UNLESS_OPEN = ", unless another window has it open"

ASKED = "<!-- What is it? -->\n"


def test_an_editors_backup_copy_is_removed_with_thedraft_path(call: Call, editor: Editor) -> None:
    editor.saves("One")

    edit_text(
        call,
        "Text",
        lambda _: Path(f"{draft_path(call)}~").write_text("Text", encoding="utf-8"),
        name="note",
    )

    assert drafts(call) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_draft_is_private_and_beside_the_board(call: Call, editor: Editor) -> None:
    editor.saves("Mine")
    seen: list[int] = []

    def store(_: str) -> None:
        folder = Path(call.path).parent / "drafts"
        seen.extend(stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir()))

    edit_text(call, "Text", store, name="note")

    assert seen == [0o700, 0o600]


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs a right there")
def test_no_draft_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "drafts").symlink_to(elsewhere)

    with pytest.raises(CannotWrite) as refused:
        new_draft(str(tmp_path / "drafts"), "marcus", "private words")

    folder = tmp_path / "drafts"
    assert refused.value.message == f"The draft can't be written to {folder}: it is a link."
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("hint", "sentence"),
    [
        ("", ""),
        ("Do.", "Do. "),
        ("Do: boardroom due", "Do: boardroom due. "),
        ("Which?", "Which? "),
    ],
)
def test_the_path_of_a_draft_has_a_sentence_of_its_own(
    call: Call, editor: Editor, hint: str, sentence: str
) -> None:
    editor.saves("One\n")

    with pytest.raises(Locked) as caught:
        edit_text(call, "Text", refusing(Locked("No.", hint)), name="note")

    assert caught.value.hint == f"{sentence}Your text is kept in {kept(draft_path(call))}"


@pytest.mark.skipif(os.name == "nt", reason="another shell")
def test_a_kept_draft_comes_with_the_command_that_stores_it(
    tmp_path: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.saves("One").saves("Two")
    folder = tmp_path / "my board"
    on_db = Call()
    on_db.db = str(folder / "board.db")
    monkeypatch.setenv("BOARDROOM_DB", on_db.db)

    hints = []
    for call, name in ((on_db, "m1"), (Call(), "m2")):
        with pytest.raises(Locked) as caught:
            edit_text(
                call,
                "Text",
                refusing(Locked("No.")),
                name=name,
                command=f"boardroom meeting edit {name} -",
            )
        hints.append(call.with_commands(caught.value.hint))

    drafts = folder / "drafts"
    assert hints == [
        (
            f"Your text is kept in {drafts}/m1.md. To store it: boardroom --db"
            f" '{folder}/board.db' meeting edit m1 - < '{drafts}/m1.md'; to discard it: rm"
            f" '{drafts}/m1.md'"
        ),
        (
            f"Your text is kept in {drafts}/m2.md. To store it: boardroom meeting edit m2 - <"
            f" '{drafts}/m2.md'; to discard it: rm '{drafts}/m2.md'"
        ),
    ]


def test_a_kept_draft_is_never_overwritten(call: Call, editor: Editor) -> None:
    editor.saves("One").saves("Two").saves("Three")

    for error in (Locked("Locked."), CannotWrite("Full.")):
        with pytest.raises(type(error)):
            edit_text(call, "Text", refusing(error), name="note")
    edit_text(call, "Text", str, name="note")

    assert drafts(call) == {"note.md": "One", "note.2.md": "Two"}


def test_an_older_draft_is_pointed_out_in_the_text_and_afterwards(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(draft_path(call)).parent
    folder.mkdir(parents=True)
    ours = ("m1.2.md", "m1.md")
    for name in (*ours, "m11.md", "m1-2.md", ".m1.md.swp", "am1.md", "m1.md~"):
        (folder / name).write_text("Old", encoding="utf-8")
    editor.saves("One\n").replaces("One", "Two")
    printed: list[str] = []

    def store(text: str) -> str:
        printed.append(capsys.readouterr().err)
        return refusing(*[Refused("No.")] * (len(printed) == 1))(text)

    assert (
        edit_text(call, ASKED, store, name="m1", command="boardroom meeting edit m1 -") == "Two\n"
    )
    older = "An older draft of this is kept in"
    command = f"boardroom --db {call.db} meeting edit m1 -"
    swap, draft = folder / ".m1.md.swp", folder / "m1.md"
    more = f"; the editor left more of it in {swap}. First bring that back: vim -r {draft}"
    first, second = (kept(folder / name, command, UNLESS_OPEN) for name in ours)
    second = f"{second.replace(UNLESS_OPEN, f'{UNLESS_OPEN}{more}', 1)} {swap}"
    assert printed == ["", ""]
    assert capsys.readouterr().err == f"{older} {first}\n{older} {second}\n"
    comments = " ".join(f"<!-- {older} {folder / name} -->" for name in ours)
    assert " ".join(editor.shown[0].split()) == f"{comments} {ASKED.strip()}"
    assert editor.shown[1] == "<!-- Not stored yet: No. -->\nOne\n"
    assert {name: drafts(call)[name] for name in ours} == dict.fromkeys(ours, "Old")
    assert "m1.3.md" not in drafts(call)


def test_a_draft_that_another_window_stored_meanwhile_is_not_pointed_out(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = Path(draft_path(call))
    theirs.parent.mkdir(parents=True)
    theirs.write_text("Theirs", encoding="utf-8")
    editor.saves("Ours")

    edit_text(call, "Text", lambda _: theirs.unlink(), name="note")

    assert capsys.readouterr().err == ""


def test_an_older_draft_of_another_day_is_pointed_out_too(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(draft_path(call)).parent
    folder.mkdir(parents=True)
    for name in (
        "log-ana-2026-11-20.2.md",
        "log-ana-2026-11-20-2026-11-20.md",
        "log-ana-lima-2026-11-20.md",
        "log-ana.md",
    ):
        (folder / name).touch()
    editor.saves("One")

    edit_text(call, "Text", str, name="log-ana-2026-11-21")

    assert (
        capsys.readouterr().err
        == f"An older draft of this is kept in {kept(folder / 'log-ana-2026-11-20.2.md', '', UNLESS_OPEN)}\n"
    )


def test_a_text_saved_too_late_is_found_the_next_time(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    editor.closes().saves("Two")
    with pytest.raises(Cancelled, match=r"^The file was closed without saving"):
        edit_text(call, "Text", str, name="note")
    Path(draft_path(call)).write_text("One", encoding="utf-8")

    edit_text(call, "Text", str, name="note")

    assert (
        capsys.readouterr().err
        == f"An older draft of this is kept in {kept(draft_path(call), '', UNLESS_OPEN)}\n"
    )
    assert drafts(call) == {"note.md": "One"}


@pytest.mark.parametrize(
    "beside", [".note.md.swp", ".note.md.swo", "note.md.save", "note.md.save.1", "#note.md#"]
)
@pytest.mark.parametrize("code", [0, 1])
def test_a_rescue_file_beside_a_draft_keeps_it(
    call: Call, editor: Editor, beside: str, code: int
) -> None:
    editor.closes().leaves(beside).ends(code)

    with pytest.raises(Cancelled) as caught:
        edit_text(call, "Text", str, name="note")

    draft, rescue = draft_path(call), draft_path(call, beside)
    quoted = shlex.quote(rescue)
    first = f"vim -r {draft}" if ".sw" in beside else f"diff {draft} {quoted}"
    assert caught.value.hint.endswith(
        f"Your text is kept in {draft}; the editor left more of it in {rescue}. First bring that"
        f" back: {first}. To discard it: rm {draft} {quoted}"
    )
    assert drafts(call) == {"note.md": "Text", beside: "b0VIM"}


def test_the_draft_stays_if_storing_crashes(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    editor.saves("One")

    with pytest.raises(ZeroDivisionError):
        edit_text(call, "Text", lambda text: len(text) // 0, name="note")

    assert capsys.readouterr().err == f"Your text is kept in {kept(draft_path(call))}\n"
    assert drafts(call) == {"note.md": "One"}


def test_the_draft_of_a_demo_is_not_pointed_out(call: Call, editor: Editor) -> None:
    editor.saves("One").ends(1).saves("Two").ends(130)

    with pytest.raises(Cancelled) as caught:
        edit_text(Call().for_demo(call.path), "Text", str, name="note")

    assert caught.value.hint == ""
    with pytest.raises(KeyboardInterrupt), redirect_stderr(io.StringIO()) as printed:
        edit_text(Call().for_demo(call.path), "Text", str, name="another")
    assert printed.getvalue() == "\n"


@pytest.mark.usefixtures("editor")
def test_a_full_disk_opens_no_editor(call: Call, editor: Editor) -> None:
    with (
        patch(
            "boardroom.cli.drafts.open",
            side_effect=OSError(28, "No space left on device"),
            create=True,
        ),
        pytest.raises(CannotWrite) as caught,
    ):
        edit_text(call, "Text", str, name="note")

    folder = Path(call.path).parent / "drafts"
    assert (
        caught.value.message == f"The draft can't be written to {folder}: No space left on device."
    )
    assert editor.shown == []
    assert drafts(call) == {}


def test_a_disk_that_fills_up_loses_no_text(call: Call, editor: Editor) -> None:
    editor.saves("One")

    with (
        patch(
            "boardroom.cli.drafts.os.replace", side_effect=OSError(28, "No space left on device")
        ),
        pytest.raises(CannotWrite) as caught,
    ):
        edit_text(call, "Text", refusing(Refused("No.")), name="note")

    assert caught.value.message == "The draft can't be written: No space left on device."
    assert (
        caught.value.hint
        == f"Check the free space and the permissions. Your text is kept in {kept(draft_path(call))}"
    )
    assert drafts(call) == {"note.md": "One"}


def test_a_draft_that_cannot_be_removed_is_no_failure(call: Call, editor: Editor) -> None:
    editor.saves("One")

    with patch("boardroom.cli.drafts.os.unlink", side_effect=PermissionError):
        assert edit_text(call, "Text", str, name="note") == "One"
