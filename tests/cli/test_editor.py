from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardroom.cli.call import Call
from boardroom.cli.editor import edit_text
from boardroom.errors import BadInput, Cancelled, Refused
from boardroom.formats.form import BadLines
from tests.cli.drafts import draft_path, drafts, kept, refusing
from tests.editors import Editor

ASKED = "<!-- What is it? -->\n"


def test_saved_text_is_stored_and_its_draft_removed(call: Call, editor: Editor) -> None:
    editor.replaces("is it?", "it is.")

    assert (
        edit_text(call, "<!-- x -->\nWhat is it?\n", str.upper, name="note")
        == "<!-- X -->\nWHAT IT IS.\n"
    )
    assert editor.shown == ["<!-- x -->\nWhat is it?\n"]
    assert drafts(call) == {}


def test_line_ends_and_a_byte_order_mark_are_not_text(call: Call, editor: Editor) -> None:
    editor.saves("\ufeffOne\r\ntwo\rthree\r\n")

    assert edit_text(call, ASKED, str, name="note") == "One\ntwo\rthree\n"


@pytest.mark.parametrize(
    "saved", ["", " \r\n\t\n", ASKED, "\ufeff\r\n<!-- What is\r\nit? --> \r\n"]
)
def test_an_empty_file_cancels_and_leaves_nodraft_path(
    call: Call, editor: Editor, saved: str
) -> None:
    editor.saves(saved)

    with pytest.raises(Cancelled) as caught:
        edit_text(call, f"{ASKED}Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (
        "The file was empty, so nothing changed.",
        "",
    )
    assert drafts(call) == {}


def test_a_comment_of_the_users_own_is_stored(call: Call, editor: Editor) -> None:
    editor.saves(f"{ASKED}<!-- my words -->\n")

    assert edit_text(call, f"{ASKED}Text", str, name="note") == f"{ASKED}<!-- my words -->\n"


def test_only_an_unsaved_file_cancels(call: Call, editor: Editor) -> None:
    editor.closes().saves_as_it_is()

    with pytest.raises(Cancelled) as caught:
        edit_text(call, "Text", str, name="note")

    assert caught.value.message == "The file was closed without saving, so nothing changed."
    assert (
        caught.value.hint
        == "Save it to continue; an editor that returns at once needs a flag to wait, like: code"
        " --wait"
    )
    assert drafts(call) == {}
    assert edit_text(call, "Text", str, name="note") == "Text"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (0, "The file is gone, so nothing changed."),
        (1, "The editor ended with exit code 1, so nothing changed."),
    ],
)
def test_a_file_taken_away_cancels_and_has_no_path_to_say(
    call: Call, editor: Editor, code: int, message: str
) -> None:
    editor.removes_the_file().ends(code)

    with pytest.raises(Cancelled) as caught:
        edit_text(call, "Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (message, "")


def test_a_refused_text_opens_again_with_the_reason_above(call: Call, editor: Editor) -> None:
    editor.saves(f"{ASKED}One\n").replaces("One", "Two")

    stored = edit_text(
        call, "Text", refusing(Refused("It can't be --> so.", "Try Two.")), name="note"
    )

    assert stored == f"{ASKED}Two\n"
    assert editor.shown == [
        "Text",
        f"<!-- Not stored yet: It can't be - -> so. Try Two. -->\n{ASKED}One\n",
    ]
    assert drafts(call) == {}


def test_each_reason_replaces_the_one_before(call: Call, editor: Editor) -> None:
    editor.saves("One\n").replaces("One", "Two").replaces("Two", "Three")

    assert (
        edit_text(
            call, "Text", refusing(BadLines([(1, "no.")]), BadInput("No again.")), name="note"
        )
        == "Three\n"
    )
    assert editor.shown[1:] == [
        (
            "<!-- Not stored yet: Line 3: no. Free words go under ## Notes, anything\nelse on a line"
            " that begins with “- ”. -->\nOne\n"
        ),
        "<!-- Not stored yet: No again. -->\nTwo\n",
    ]


@pytest.mark.parametrize("how", [Editor.saves_as_it_is, Editor.closes])
def test_a_refused_text_left_as_it_is_stays_as_a_draft(
    call: Call, editor: Editor, how: Callable[[Editor], Editor]
) -> None:
    how(editor.saves("One\n"))

    with pytest.raises(Refused) as caught:
        edit_text(call, "Text", refusing(*[Refused("No.", "Do.")] * 2), name="note")

    assert (caught.value.message, caught.value.hint) == (
        "No.",
        f"Do. Your text is kept in {kept(draft_path(call))}",
    )
    assert drafts(call) == {"note.md": "<!-- Not stored yet: No. Do. -->\nOne\n"}


def test_a_change_of_comments_alone_is_no_new_attempt(call: Call, editor: Editor) -> None:
    editor.saves(f"{ASKED}One\n").saves(
        "<!--\nNot stored yet:\nNo.\n-->\n\n<!-- What is it?\nAt 15:01 -->\nOne\n"
    )

    with pytest.raises(Refused):
        edit_text(call, ASKED, refusing(*[Refused("No.")] * 9), name="note")

    assert len(editor.shown) == 2


def test_the_same_refusal_three_times_in_a_row_ends_it(call: Call, editor: Editor) -> None:
    for text in ("One", "Two", "Three", "Four", "Five", "Six"):
        editor.saves(text)

    with pytest.raises(BadInput, match=r"^No\.$"):
        edit_text(
            call,
            "Text",
            refusing(BadInput("No."), BadInput("No."), Refused("No."), *[BadInput("No.")] * 9),
            name="note",
        )

    assert drafts(call) == {"note.md": "Six"}


def test_an_editor_is_opened_twenty_times_at_most(call: Call, editor: Editor) -> None:
    for number in range(30):
        editor.saves(f"Text {number}")

    with pytest.raises(BadInput, match=r"^No 19\.$"):
        edit_text(
            call,
            "Text",
            refusing(*[BadInput(f"No {number}.") for number in range(30)]),
            name="note",
        )

    assert drafts(call) == {"note.md": "Text 19"}


def test_a_new_reason_opens_an_unchanged_text_again(call: Call, editor: Editor) -> None:
    editor.saves("One").saves_as_it_is().saves_as_it_is()

    assert (
        edit_text(call, "Text", refusing(Refused("No."), Refused("No, either.")), name="note")
        == "One"
    )


def test_a_file_that_is_not_text_stays_as_it_is(call: Call, editor: Editor) -> None:
    editor.saves(b"\xff\xfeO\0n\0e\0")

    with pytest.raises(BadInput, match=r"^The saved file is not UTF-8 text, so nothing changed\.$"):
        edit_text(call, "Text", str, name="note")

    assert Path(draft_path(call)).read_bytes() == b"\xff\xfeO\0n\0e\0"


def test_a_folder_in_place_of_the_file_is_not_text(call: Call, editor: Editor) -> None:
    editor.removes_the_file().leaves("note.md/words")

    with pytest.raises(BadInput, match=r"^The saved file can't be read: Is a directory\.$"):
        edit_text(call, "Text", str, name="note")


def test_bytes_that_are_not_text_open_no_editor(call: Call, editor: Editor) -> None:
    with pytest.raises(BadInput, match=r"^The text can't contain bytes that are not UTF-8\.$"):
        edit_text(call, "\udcff", str, name="note")

    assert (editor.shown, drafts(call)) == ([], {})
