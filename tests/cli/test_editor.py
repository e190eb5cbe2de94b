from __future__ import annotations

import io
import os
import signal
import stat
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path
from unittest.mock import patch

import pytest

from boardroom.cli.call import Call
from boardroom.cli.editor import edited
from boardroom.cli.failures import Exit
from boardroom.errors import BadInput, BoardroomError, Cancelled, CannotWrite, Locked, Refused
from tests.editors import Editor

ASKED = "<!-- What is it? -->\n"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    return Editor(tmp_path / "editor", monkeypatch)


@pytest.fixture
def call(tmp_path: Path) -> Call:
    found = Call()
    found.db = str(tmp_path / "here" / "board.db")
    return found


def _drafts(call: Call) -> dict[str, str]:
    folder = Path(call.path).parent / "drafts"
    return (
        {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
        if folder.exists()
        else {}
    )


def _draft(call: Call, name: str = "note.md") -> str:
    return str(Path(call.path).parent / "drafts" / name)


def _refusing(*errors: BoardroomError) -> Callable[[str], str]:
    """A store that refuses once for each of the errors, then takes what it gets."""
    left = list(errors)

    def store(text: str) -> str:
        if left:
            raise left.pop(0)
        return text

    return store


def test_what_was_saved_is_stored_and_its_draft_goes(call: Call, editor: Editor) -> None:
    editor.replaces("is it?", "it is.")

    assert (
        edited(call, "<!-- x -->\nWhat is it?\n", str.upper, name="note")
        == "<!-- X -->\nWHAT IT IS.\n"
    )
    assert editor.shown == ["<!-- x -->\nWhat is it?\n"]
    assert _drafts(call) == {}


def test_the_copy_that_an_editor_left_beside_the_draft_goes_too(call: Call, editor: Editor) -> None:
    editor.saves("One")

    edited(
        call,
        "Text",
        lambda _: Path(f"{_draft(call)}~").write_text("Text", encoding="utf-8"),
        name="note",
    )

    assert _drafts(call) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_draft_is_the_users_own_and_beside_the_board(call: Call, editor: Editor) -> None:
    editor.saves("Mine")
    seen: list[int] = []

    def store(_: str) -> None:
        folder = Path(call.path).parent / "drafts"
        seen.extend(stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir()))

    edited(call, "Text", store, name="note")

    assert seen == [0o700, 0o600]


def test_line_ends_and_a_byte_order_mark_are_not_the_texts(call: Call, editor: Editor) -> None:
    editor.saves("\ufeffOne\r\ntwo\rthree\r\n")

    assert edited(call, ASKED, str, name="note") == "One\ntwo\rthree\n"


@pytest.mark.parametrize(
    "saved", ["", " \r\n\t\n", ASKED, "\ufeff\r\n<!-- What is\r\nit? --> \r\n"]
)
def test_an_empty_file_cancels_and_leaves_no_draft(call: Call, editor: Editor, saved: str) -> None:
    editor.saves(saved)

    with pytest.raises(Cancelled) as caught:
        edited(call, f"{ASKED}Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (
        "The file was empty, so nothing changed.",
        "",
    )
    assert _drafts(call) == {}


def test_a_comment_of_the_users_own_is_no_empty_file(call: Call, editor: Editor) -> None:
    editor.saves(f"{ASKED}<!-- my words -->\n")

    assert edited(call, f"{ASKED}Text", str, name="note") == f"{ASKED}<!-- my words -->\n"


def test_a_file_that_was_not_saved_cancels_and_one_saved_as_it_is_does_not(
    call: Call, editor: Editor
) -> None:
    editor.closes().saves_as_it_is()

    with pytest.raises(Cancelled) as caught:
        edited(call, "Text", str, name="note")

    assert caught.value.message == "The file was closed without saving, so nothing changed."
    assert (
        caught.value.hint
        == "Save it to go on; an editor that returns at once must be told to wait, like: code --wait"
    )
    assert _drafts(call) == {}
    assert edited(call, "Text", str, name="note") == "Text"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (0, "The file is gone, so nothing changed."),
        (1, "The editor ended with exit code 1, so nothing changed."),
    ],
)
def test_a_file_that_was_taken_away_cancels_and_is_nowhere_to_be_said(
    call: Call, editor: Editor, code: int, message: str
) -> None:
    editor.removes_the_file().ends(code)

    with pytest.raises(Cancelled) as caught:
        edited(call, "Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (message, "")


def test_what_is_refused_opens_again_with_the_reason_above_it(call: Call, editor: Editor) -> None:
    editor.saves(f"{ASKED}One\n").replaces("One", "Two")

    stored = edited(
        call, "Text", _refusing(Refused("It can't be --> so.", "Try Two.")), name="note"
    )

    assert stored == f"{ASKED}Two\n"
    assert editor.shown == [
        "Text",
        f"<!-- Not stored yet: It can't be - -> so. Try Two. -->\n{ASKED}One\n",
    ]
    assert _drafts(call) == {}


def test_each_reason_takes_the_place_of_the_one_before(call: Call, editor: Editor) -> None:
    editor.saves("One\n").replaces("One", "Two").replaces("Two", "Three")

    assert (
        edited(call, "Text", _refusing(BadInput("Line 1: no."), BadInput("No again.")), name="note")
        == "Three\n"
    )
    assert editor.shown[1:] == [
        "<!-- Not stored yet: Line 1: no. Lines are counted from below this note. -->\nOne\n",
        "<!-- Not stored yet: No again. -->\nTwo\n",
    ]


@pytest.mark.parametrize("how", [Editor.saves_as_it_is, Editor.closes])
def test_what_is_refused_and_left_so_stays_as_a_draft(
    call: Call, editor: Editor, how: Callable[[Editor], Editor]
) -> None:
    how(editor.saves("One\n"))

    with pytest.raises(Refused) as caught:
        edited(call, "Text", _refusing(*[Refused("No.", "Do.")] * 2), name="note")

    assert (caught.value.message, caught.value.hint) == (
        "No.",
        f"Do. Your text is kept in {_draft(call)}",
    )
    assert _drafts(call) == {"note.md": "<!-- Not stored yet: No. Do. -->\nOne\n"}


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("", ""),
        ("Do.", "Do. "),
        ("Do: boardroom due", "Do: boardroom due. "),
        ("Which?", "Which? "),
    ],
)
def test_where_a_draft_is_stands_in_a_sentence_of_its_own(
    call: Call, editor: Editor, hint: str, said: str
) -> None:
    editor.saves("One\n")

    with pytest.raises(Locked) as caught:
        edited(call, "Text", _refusing(Locked("No.", hint)), name="note")

    assert caught.value.hint == f"{said}Your text is kept in {_draft(call)}"


@pytest.mark.skipif(os.name == "nt", reason="another shell")
def test_a_draft_that_stays_says_the_command_that_stores_it(
    tmp_path: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.saves("One").saves("Two")
    folder = tmp_path / "my board"
    on_db = Call()
    on_db.db = str(folder / "board.db")
    monkeypatch.setenv("BOARDROOM_DB", on_db.db)

    said = []
    for call, name in ((on_db, "m1"), (Call(), "m2")):
        with pytest.raises(Locked) as caught:
            edited(
                call,
                "Text",
                _refusing(Locked("No.")),
                name=name,
                command=f"boardroom meeting edit {name} -",
            )
        said.append(caught.value.hint)

    drafts = folder / "drafts"
    assert said == [
        f"Your text is kept in {drafts}/m1.md. To store it: boardroom meeting edit m1 - --db '{folder}/board.db' < '{drafts}/m1.md'",
        f"Your text is kept in {drafts}/m2.md. To store it: boardroom meeting edit m2 - < '{drafts}/m2.md'",
    ]


def test_a_draft_kept_is_never_written_over(call: Call, editor: Editor) -> None:
    editor.saves("One").saves("Two").saves("Three")

    for error in (Locked("Locked."), CannotWrite("Full.")):
        with pytest.raises(type(error)):
            edited(call, "Text", _refusing(error), name="note")
    edited(call, "Text", str, name="note")

    assert _drafts(call) == {"note.md": "One", "note.2.md": "Two"}


def test_an_older_draft_is_said_before_the_editor_opens_and_in_what_it_shows(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(_draft(call)).parent
    folder.mkdir(parents=True)
    ours = ("m1.2.md", "m1.md")
    for name in (*ours, "m11.md", "m1-2.md", ".m1.md.swp", "am1.md", "m1.md~"):
        (folder / name).write_text("Old", encoding="utf-8")
    editor.saves("One\n").replaces("One", "Two")
    said: list[str] = []

    def store(text: str) -> str:
        said.append(capsys.readouterr().err)
        return _refusing(*[Refused("No.")] * (len(said) == 1))(text)

    assert edited(call, ASKED, store, name="m1", command="boardroom meeting edit m1 -") == "Two\n"
    kept = [f"An older draft of this is kept in {folder / name}" for name in ours]
    to_store = f"To store it: boardroom meeting edit m1 - --db {call.path} <"
    more = f"; the editor left more of it in {folder / '.m1.md.swp'}"
    assert said == [
        f"{kept[0]}. {to_store} {folder / ours[0]}\n{kept[1]}{more}. {to_store} {folder / ours[1]}\n",
        "",
    ]
    assert (
        " ".join(editor.shown[0].split())
        == f"<!-- {kept[0]} --> <!-- {kept[1]} --> {ASKED.strip()}"
    )
    assert editor.shown[1] == "<!-- Not stored yet: No. -->\nOne\n"
    assert {name: _drafts(call)[name] for name in ours} == dict.fromkeys(ours, "Old")
    assert "m1.3.md" not in _drafts(call)


def test_an_older_draft_of_a_meeting_on_another_day_is_said_too(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(_draft(call)).parent
    folder.mkdir(parents=True)
    for name in (
        "log-ana-2026-11-20.2.md",
        "log-ana-2026-11-20-2026-11-20.md",
        "log-ana-lima-2026-11-20.md",
        "log-ana.md",
    ):
        (folder / name).touch()
    editor.saves("One")

    edited(call, "Text", str, name="log-ana-2026-11-21")

    assert (
        capsys.readouterr().err
        == f"An older draft of this is kept in {folder / 'log-ana-2026-11-20.2.md'}\n"
    )


def test_what_is_saved_after_an_editor_returned_at_once_is_found_the_next_time(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    editor.closes().saves("Two")
    with pytest.raises(Cancelled, match=r"^The file was closed without saving"):
        edited(call, "Text", str, name="note")
    Path(_draft(call)).write_text("One", encoding="utf-8")

    edited(call, "Text", str, name="note")

    assert capsys.readouterr().err == f"An older draft of this is kept in {_draft(call)}\n"
    assert _drafts(call) == {"note.md": "One"}


def test_an_editor_that_changes_the_note_and_the_header_at_each_save_is_not_opened_for_ever(
    call: Call, editor: Editor
) -> None:
    editor.saves(f"{ASKED}One\n").saves(
        "<!--\nNot stored yet:\nNo.\n-->\n\n<!-- What is it?\nAt 15:01 -->\nOne\n"
    )

    with pytest.raises(Refused):
        edited(call, ASKED, _refusing(*[Refused("No.")] * 9), name="note")

    assert len(editor.shown) == 2


def test_the_same_refusal_three_times_running_ends_it_whatever_was_changed(
    call: Call, editor: Editor
) -> None:
    for text in ("One", "Two", "Three", "Four", "Five", "Six"):
        editor.saves(text)

    with pytest.raises(BadInput, match=r"^No\.$"):
        edited(
            call,
            "Text",
            _refusing(BadInput("No."), BadInput("No."), Refused("No."), *[BadInput("No.")] * 9),
            name="note",
        )

    assert _drafts(call) == {"note.md": "Six"}


def test_an_editor_that_adds_to_the_file_each_time_is_not_opened_for_ever(
    call: Call, editor: Editor
) -> None:
    for number in range(30):
        editor.saves(f"Text {number}")

    with pytest.raises(BadInput, match=r"^No 19\.$"):
        edited(
            call,
            "Text",
            _refusing(*[BadInput(f"No {number}.") for number in range(30)]),
            name="note",
        )

    assert _drafts(call) == {"note.md": "Text 19"}


def test_a_text_left_as_it_was_opens_again_where_the_reason_is_another(
    call: Call, editor: Editor
) -> None:
    editor.saves("One").saves_as_it_is().saves_as_it_is()

    assert (
        edited(call, "Text", _refusing(Refused("No."), Refused("No, either.")), name="note")
        == "One"
    )


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (3, "The editor ended with exit code 3, so nothing changed."),
        pytest.param(
            -9,
            "The editor was killed (signal 9), so nothing changed.",
            marks=pytest.mark.skipif(os.name == "nt", reason="no signals"),
        ),
    ],
)
def test_an_editor_that_fails_cancels_and_the_draft_stays(
    call: Call, editor: Editor, code: int, message: str
) -> None:
    editor.saves("One").ends(code)

    with pytest.raises(Cancelled) as caught:
        edited(call, "Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (
        message,
        f"Your text is kept in {_draft(call)}",
    )
    assert _drafts(call) == {"note.md": "One"}


@pytest.mark.parametrize(
    "code",
    [
        130,
        pytest.param(
            -signal.SIGINT, marks=pytest.mark.skipif(os.name == "nt", reason="no signals")
        ),
    ],
)
def test_ctrl_c_that_ends_the_editor_ends_the_program_and_the_draft_stays(
    call: Call, editor: Editor, code: int
) -> None:
    editor.saves("One").ends(code)
    said = io.StringIO()

    with pytest.raises(KeyboardInterrupt), redirect_stderr(said):
        edited(call, "Text", str, name="note")

    assert said.getvalue() == f"\nYour text is kept in {_draft(call)}\n"
    assert _drafts(call) == {"note.md": "One"}


def test_an_editor_that_fails_without_a_word_written_leaves_no_draft(
    call: Call, editor: Editor
) -> None:
    editor.closes().ends(1)

    with pytest.raises(Cancelled) as caught:
        edited(call, "Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (
        "The editor ended with exit code 1, so nothing changed.",
        "",
    )
    assert _drafts(call) == {}


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_ctrl_c_without_a_word_written_leaves_no_draft(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    editor.closes().ends(-signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        edited(call, "Text", str, name="note")

    assert (capsys.readouterr().err, _drafts(call)) == ("\n", {})


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_a_killed_editor_may_have_words_elsewhere_so_its_draft_stays(
    call: Call, editor: Editor
) -> None:
    editor.closes().ends(-9)

    with pytest.raises(Cancelled) as caught:
        edited(call, "Text", str, name="note")

    assert (caught.value.hint, _drafts(call)) == (
        f"Your text is kept in {_draft(call)}",
        {"note.md": "Text"},
    )


@pytest.mark.parametrize(
    "beside", [".note.md.swp", ".note.md.swo", "note.md.save", "note.md.save.1", "#note.md#"]
)
@pytest.mark.parametrize("code", [0, 1])
def test_words_that_an_editor_left_beside_a_draft_keep_it(
    call: Call, editor: Editor, beside: str, code: int
) -> None:
    editor.closes().leaves(beside).ends(code)

    with pytest.raises(Cancelled) as caught:
        edited(call, "Text", str, name="note")

    assert caught.value.hint.endswith(
        f"Your text is kept in {_draft(call)}; the editor left more of it in {_draft(call, beside)}"
    )
    assert _drafts(call) == {"note.md": "Text", beside: "b0VIM"}


@pytest.mark.skipif(os.name == "nt", reason="no signals")
@pytest.mark.parametrize("number", [15, 1])
def test_told_to_end_the_program_lets_the_editor_save_and_says_where(
    call: Call, editor: Editor, number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    editor.tells_the_program_to_end(number)
    before = signal.getsignal(number)

    with pytest.raises(Exit) as caught:
        edited(call, "Text", str, name="note")

    assert (caught.value.exit_code, capsys.readouterr().err) == (
        128 + number,
        f"Your text is kept in {_draft(call)}\n",
    )
    assert _drafts(call) == {"note.md": "Rescued"}
    assert signal.getsignal(number) is before


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_a_hangup_that_is_to_be_ignored_is(call: Call, editor: Editor) -> None:
    editor.saves("One")
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with patch("boardroom.cli.editor.signal.signal", wraps=signal.signal) as handled:
        edited(call, "Text", str, name="note")

    assert [
        found.args[1] for found in handled.call_args_list if found.args[0] == signal.SIGHUP
    ] == [signal.SIG_IGN]
    signal.signal(signal.SIGHUP, before)


def test_whatever_goes_wrong_in_storing_the_draft_stays(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    editor.saves("One")

    with pytest.raises(ZeroDivisionError):
        edited(call, "Text", lambda text: len(text) // 0, name="note")

    assert capsys.readouterr().err == f"Your text is kept in {_draft(call)}\n"
    assert _drafts(call) == {"note.md": "One"}


def test_the_draft_of_a_throwaway_board_is_nowhere_to_be_said(call: Call, editor: Editor) -> None:
    editor.saves("One").ends(1).saves("Two").ends(130)

    with pytest.raises(Cancelled) as caught:
        edited(Call().on_throwaway(call.path), "Text", str, name="note")

    assert caught.value.hint == ""
    with pytest.raises(KeyboardInterrupt), redirect_stderr(io.StringIO()) as said:
        edited(Call().on_throwaway(call.path), "Text", str, name="another")
    assert said.getvalue() == "\n"


def test_a_file_that_is_no_text_stays_as_it_is(call: Call, editor: Editor) -> None:
    editor.saves(b"\xff\xfeO\0n\0e\0")

    with pytest.raises(BadInput, match=r"^What was saved is not UTF-8 text, so nothing changed\.$"):
        edited(call, "Text", str, name="note")

    assert Path(_draft(call)).read_bytes() == b"\xff\xfeO\0n\0e\0"


def test_a_folder_in_the_place_of_the_file_is_no_text(call: Call, editor: Editor) -> None:
    editor.removes_the_file().leaves("note.md/words")

    with pytest.raises(BadInput, match=r"^What was saved can't be read: Is a directory\.$"):
        edited(call, "Text", str, name="note")


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
        edited(call, "Text", str, name="note")

    folder = Path(call.path).parent / "drafts"
    assert (
        caught.value.message == f"The draft can't be written to {folder}: No space left on device."
    )
    assert editor.shown == []
    assert _drafts(call) == {}


def test_a_disk_that_fills_up_before_the_reason_is_written_loses_no_text(
    call: Call, editor: Editor
) -> None:
    editor.saves("One")

    with (
        patch(
            "boardroom.cli.drafts.os.replace", side_effect=OSError(28, "No space left on device")
        ),
        pytest.raises(CannotWrite) as caught,
    ):
        edited(call, "Text", _refusing(Refused("No.")), name="note")

    assert caught.value.message == "The draft can't be written: No space left on device."
    assert (
        caught.value.hint
        == f"Check the free space and the permissions. Your text is kept in {_draft(call)}"
    )
    assert _drafts(call) == {"note.md": "One"}


def test_a_draft_that_will_not_go_is_no_reason_to_fail(call: Call, editor: Editor) -> None:
    editor.saves("One")

    with patch("boardroom.cli.drafts.os.unlink", side_effect=PermissionError):
        assert edited(call, "Text", str, name="note") == "One"


def test_bytes_that_are_no_text_open_no_editor(call: Call, editor: Editor) -> None:
    with pytest.raises(BadInput, match=r"^The text can't hold bytes that are not UTF-8\.$"):
        edited(call, "\udcff", str, name="note")

    assert (editor.shown, _drafts(call)) == ([], {})


@pytest.mark.parametrize(
    "given",
    [
        {"BOARDROOM_EDITOR": "mine", "VISUAL": "no"},
        {"BOARDROOM_EDITOR": " ", "VISUAL": "mine", "EDITOR": "no"},
        {"EDITOR": "mine"},
    ],
)
def test_the_first_variable_that_names_an_editor_is_obeyed(
    given: dict[str, str], call: Call, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.saves("One")
    mine = os.environ["BOARDROOM_EDITOR"]
    monkeypatch.delenv("BOARDROOM_EDITOR")
    for variable, value in given.items():
        monkeypatch.setenv(variable, mine if value == "mine" else value)

    assert edited(call, "Text", str, name="note") == "One"


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
@pytest.mark.parametrize("name", ["nano", "vi", "my editor"])
def test_without_a_variable_the_first_editor_there_is_opens(
    name: str, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / name
    program.write_text('#!/bin/sh\necho One > "$1"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    if name == "my editor":
        monkeypatch.setenv("EDITOR", str(program))

    assert edited(call, "Text", str, name="note") == "One\n"


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        (
            None,
            "There is no editor to open.",
            "Name yours in EDITOR, or give the words on the command line.",
        ),
        (
            "gone --wait",
            "The editor that EDITOR names is not to be found: gone.",
            "Name one that is installed, like nano.",
        ),
        (
            "'gone",
            "EDITOR has a quote that does not end: 'gone.",
            "Write it as in a shell, like: code --wait",
        ),
    ],
)
def test_without_an_editor_nothing_begins(
    given: str | None,
    message: str,
    hint: str,
    *,
    call: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if given:
        monkeypatch.setenv("EDITOR", given)

    with pytest.raises(BadInput) as caught:
        edited(call, "Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert _drafts(call) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="a program is what its name says there")
def test_an_editor_that_is_no_program_is_said(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.write_text("neither a script nor a program")
    broken.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(broken))

    with pytest.raises(BadInput) as caught:
        edited(call, "Text", str, name="note")

    assert caught.value.message == f"{broken} can't be started: Exec format error."
