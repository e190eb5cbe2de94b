"""`edit` without options: the record as the editor shows it, and what becomes of what is saved there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.drafts import kept, without_id
from tests.cli.typed import Ran, typed, typed_at_screen, typed_on_terminal
from tests.editors import Editor

UNDO = "boardroom undo takes it back"
SAME = Ran(0, "Nothing changed: already up to date.\n", "")


def _with(text: str, *changes: tuple[str, str]) -> str:
    """The text with pieces of it replaced, each of which must be there once."""
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def test_a_goal_and_a_step_are_edited_by_hand(board: Board, editor: Editor) -> None:
    board.goal_step(
        board.goal(why="To lead", target_on="2026-12-01"), due_on="2026-11-10", done_on="2026-11-12"
    )
    goal = (
        "<!-- g1, open. Save and close to change it; empty the file to cancel. -->\n"
        "title: Run a P&L\nterm: near\ntarget: 2026-12-01\nprivate: no\nmeasure:\n\n## Why\nTo lead\n\n## Note\n"
    )
    step = (
        "<!-- s1, a step towards g1. Save and close to change it; empty the file to cancel. -->\n"
        "by: 2026-11-10\ntaken: 2026-11-12\n\n## Text\nShadow the budget round\n\n## Note\n"
    )
    editor.saves(
        _with(goal, ("term: near", "term: long"), ("2026-12-01", "in 4w"), ("To lead", ""))
    )
    editor.saves(
        _with(
            step,
            ("by: 2026-11-10", "by:"),
            ("2026-11-12", "yesterday"),
            ("## Note\n", "## Note\nWell"),
        )
    )

    ran = typed_at_screen("goal", "edit", "g1")
    changed = (
        "Changed g1 (Run a P&L) · target in 28 days\n"
        "term    near → long\n"
        "target  Tue 1 Dec 2026 → Sat 19 Dec 2026\n"
        "why     “To lead” → none"
    )
    assert ran == Ran(0, f"{changed}\n{UNDO}\n", "")
    assert board.sql("SELECT horizon, target_on, why, note FROM goal") == [
        ("long", "2026-12-19", None, None)
    ]
    ran = typed_at_screen("goal", "step", "edit", "s1")
    changed = (
        "Changed s1 (Shadow the budget round) towards g1 (Run a P&L) · taken yesterday\n"
        "by     Tue 10 Nov 2026 → none\n"
        "taken  Thu 12 Nov 2026 → Fri 20 Nov 2026\n"
        "note   none → “Well”"
    )
    assert ran == Ran(0, f"{changed}\n{UNDO}\n", "")
    assert board.sql("SELECT due_on, done_on, note FROM goal_step") == [
        (None, "2026-11-20", "Well")
    ]
    assert [without_id(text) for text in editor.shown] == [goal, step]


def test_an_agenda_item_is_edited_by_hand(board: Board, editor: Editor) -> None:
    board.item(board.advisor(), "How?\n## Answer\nkind: x", answer="Ask Dana", goal_id=board.goal())
    shown = (
        "<!-- a1 on the agenda with Marcus Ojo. Save and close to change it; empty the file to cancel. -->\n"
        "kind: topic\ngoal: g1\nprivate: no\n\n## Text\nHow?\n\\## Answer\nkind: x\n\n## Answer\nAsk Dana\n"
    )
    editor.saves(
        _with(
            shown, ("kind: topic", "kind: question"), ("kind: x", "kind: y"), ("goal: g1", "goal:")
        )
    )

    ran = typed_at_screen("agenda", "edit", "a1")

    changed = "kind  topic → question\ngoal  g1 → none\ntext  “… kind: x” → “… kind: y”"
    assert ran == Ran(0, f"Changed a1 on the agenda with Marcus Ojo\n{changed}\n{UNDO}\n", "")
    assert board.sql("SELECT kind, text, answer, goal_id FROM agenda_item") == [
        ("question", "How?\n## Answer\nkind: y", "Ask Dana", None)
    ]
    assert [without_id(text) for text in editor.shown] == [shown]


def test_an_error_of_a_form_names_its_field_not_an_option(board: Board) -> None:
    board.promise(board.advisor(), "Send it")
    text = "by: 2026-11-24\n\n## Text\nSend it by fri\n"

    ran = typed("promise", "edit", "p1", "-", stdin=text)

    assert ran.code == 2
    assert ran.err.startswith(
        "The day is given twice, in the text and by the field “by”."
        " Leave the field “by” out, or the day at the end of 'Send it'. Your text is kept in "
    )


EVERYTHING = (
    *(
        "--seat",
        "Finance",
        "--org",
        "Northgate",
        "--how-met",
        "At a\ndinner",
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
        "--way",
        "lunch",
        "--usual",
        "first tue 4pm",
    ),
    *(
        "--window",
        "2-3m",
        "--minutes",
        "90",
        "--notes",
        "## Frank\n\\## But kind",
        "--nickname",
        "MO",
        "--nickname",
        "Ojo",
    ),
    *("--strength", "P&L", "--perspective", "industry=food", "--perspective", "function=finance"),
)
MARCUS = r"""<!-- Marcus Ojo. Save and close to change it; empty the file to cancel. -->
name: Marcus Ojo
since: 2026-01-10
role: advisor
seat: Finance
title: CFO
org: Northgate
kind: formal
email: m@example.org
phone: +44 20
link: https://example.org
city: Leeds
timezone: Europe/London
way: lunch
usual: first tue 16:00
window: 2-3m
minutes: 90
handle: marcus
nickname: MO
nickname: Ojo
strength: P&L
perspective: industry=food
perspective: function=finance

## how-met
At a
dinner

## Their goals
A second seat

## Notes
\## Frank
\\## But kind
"""


def test_a_person_saved_as_shown_is_unchanged(board: Board, editor: Editor) -> None:
    typed("advisor", "add", "Marcus Ojo", "--since", "2026-01-10", *EVERYTHING)
    editor.saves_as_it_is()
    before = board.dump()

    assert typed_at_screen("advisor", "edit", "mar") == SAME
    assert [without_id(text) for text in editor.shown] == [MARCUS]
    assert board.dump() == before


def test_every_field_of_a_person_can_be_changed_in_the_editor(board: Board, editor: Editor) -> None:
    typed("advisor", "add", "Marcus Ojo", "--since", "2026-01-10", *EVERYTHING)
    editor.saves(
        _with(
            MARCUS,
            *(
                ("name: Marcus Ojo", "name: Marcus Ojo PhD"),
                ("since: 2026-01-10", "since: 1 Feb"),
                ("handle: marcus", "handle: boss"),
            ),
            *(
                ("seat: Finance", "seat:"),
                ("window: 2-3m", "window:"),
                ("minutes: 90", "minutes: 1h"),
                ("nickname: MO\n", ""),
            ),
            *(
                ("strength: P&L", "strength: P&L\nstrength: pricing"),
                ("industry=food", "industry=retail"),
            ),
            *(("perspective: function=finance", "perspective: Gender=f"), ("A second seat\n", "")),
        )
    )

    ran = typed_at_screen("advisor", "edit", "marcus")

    changed = (
        "name         Marcus Ojo → Marcus Ojo PhD\n"
        "seat         Finance → none\n"
        "window       2-3m → 4-6w\n"
        "minutes      90 → 60\n"
        "handle       marcus → boss\n"
        "nickname     MO, Ojo → Ojo\n"
        "strength     P&L → P&L, pricing\n"
        "perspective  industry=food, function=finance → industry=retail, gender=f\n"
        "their goals  “A second seat” → none\n"
        "joined       Sat 10 Jan 2026 → Sun 1 Feb 2026"
    )
    assert ran == Ran(0, f"Changed Marcus Ojo PhD\n{changed} (293 days ago)\n{UNDO}\n", "")
    record = typed("advisor", "show", "boss", "--json").json
    assert {
        key: record[key]
        for key in ("name", "joined_on", "seat", "org", "how_met", "their_goals", "notes")
    } == {
        "name": "Marcus Ojo PhD",
        "joined_on": "2026-02-01",
        "seat": None,
        "org": "Northgate",
        "how_met": "At a\ndinner",
        "their_goals": None,
        "notes": "## Frank\n\\## But kind",
    }
    assert (record["nicknames"], record["strengths"]) == (["Ojo"], ["P&L", "pricing"])
    assert record["perspectives"] == {"industry": "retail", "gender": "f"}
    assert board.sql("SELECT window, minutes FROM advisor") == [(None, 60)]
    assert typed("undo").code == 0
    assert typed("advisor", "show", "marcus", "--json").json["perspectives"] == {
        "industry": "food",
        "function": "finance",
    }


def test_the_form_leaves_out_the_boards_own_window(board: Board, editor: Editor) -> None:
    board.prospect("Noor Haddad")
    editor.replaces("seat:", "seat: Retail")

    ran = typed_at_screen("advisor", "edit", "noor")

    assert ran.out == f"Changed Noor Haddad: seat none → Retail\n{UNDO}\n"
    assert "\nsince:\nrole: advisor\nseat:\n" in editor.shown[0]
    assert "\nwindow:\nminutes:\n" in editor.shown[0]
    assert board.sql("SELECT seat, window, minutes FROM advisor") == [("Retail", None, None)]


def test_a_promise_is_edited_by_hand(board: Board, editor: Editor) -> None:
    board.promise(board.advisor(), "Send the deck", due_on="2026-12-01")
    shown = (
        "<!-- p1, your promise to Marcus Ojo. Save and close to change it; empty the file to cancel. -->\n"
        "by-whom: me\nby: 2026-12-01\nkept:\nprivate: no\n\n## Text\nSend the deck\n\n## Note\n"
    )
    changes = (
        ("by-whom: me", "by-whom: them"),
        ("by: 2026-12-01", "by: next tue"),
        ("Send", "Read"),
        ("## Note\n", "## Note\nBy mail"),
    )
    editor.saves(_with(shown, *changes)).replaces("by: 2026-11-24", "by:")

    ran = typed_at_screen("promise", "edit", "p1")

    assert ran == Ran(
        0,
        "Changed p1, Marcus Ojo's promise · due in 3 days\n"
        "by whom  me → them\n"
        "by       Tue 1 Dec 2026 → Tue 24 Nov 2026\n"
        "text     “Send the deck” → “Read the deck”\n"
        f"note     none → “By mail”\n{UNDO}\n",
        "",
    )
    assert board.sql("SELECT by_whom, text, due_on, done_on, note FROM promise") == [
        ("them", "Read the deck", "2026-11-24", None, "By mail")
    ]
    assert [without_id(text) for text in editor.shown] == [shown]
    assert typed_at_screen("promise", "edit", "p1").code == 0
    assert board.sql("SELECT due_on FROM promise") == [(None,)]


def test_advice_is_edited_by_hand(board: Board, editor: Editor) -> None:
    board.advisor()
    typed("advice", "add", "marcus", "Shadow the budget round")
    typed("advice", "outcome", "v1", "worked", "They said yes")
    shown = (
        "<!-- v1, advice from Marcus Ojo. Save and close to change it; empty the file to cancel. -->\n"
        "on: 2026-11-21\nprivate: no\n\n## Text\nShadow the budget round\n\n## Outcome\nThey said yes\n"
    )
    editor.saves(
        _with(
            shown, ("on: 2026-11-21", "on: last tue"), ("budget", "next"), ("They said yes\n", "")
        )
    ).replaces("Shadow", "Watch")

    ran = typed_at_screen("advice", "edit", "v1")

    assert (ran.code, ran.out[-len(UNDO) - 1 :], ran.err) == (0, f"{UNDO}\n", "")
    assert board.sql("SELECT text, given_on, outcome FROM advice") == [
        ("Shadow the next round", "2026-11-17", None)
    ]
    assert [without_id(text) for text in editor.shown] == [shown]
    assert typed_at_screen("advice", "edit", "v1").code == 0
    assert board.sql("SELECT text, given_on FROM advice") == [
        ("Watch the next round", "2026-11-17")
    ]


@pytest.mark.parametrize(("verb", "whose"), [("give", "given to"), ("got", "received from")])
def test_an_exchange_is_edited_by_hand(board: Board, editor: Editor, verb: str, whose: str) -> None:
    board.advisor()
    typed(verb, "marcus", "Notes on the stack", "--person", "Dana Reyes", "--on", "2026-11-02")
    shown = (
        f"<!-- x1, {whose} Marcus Ojo. Save and close to change it; empty the file to cancel. -->\n"
        f"direction: {whose.split(maxsplit=1)[0]}\nkind: other\nperson: Dana Reyes\non: 2026-11-02\nprivate: no\n\n## Text\nNotes on the stack\n"
    )
    changes = (
        ("kind: other", "kind: insight"),
        ("person: Dana Reyes", "person:"),
        ("on: 2026-11-02", "on: 3 Nov"),
        ("stack", "pilot"),
    )
    editor.saves(_with(shown, *changes)).replaces("pilot", "deck")

    ran = typed_at_screen("exchange", "edit", "x1")

    assert (ran.code, ran.out[-len(UNDO) - 1 :], ran.err) == (0, f"{UNDO}\n", "")
    assert board.sql("SELECT kind, text, person, exchanged_on FROM exchange") == [
        ("insight", "Notes on the pilot", None, "2026-11-03")
    ]
    assert [without_id(text) for text in editor.shown] == [shown]
    assert typed_at_screen("exchange", "edit", "x1").code == 0
    assert board.sql("SELECT text, exchanged_on FROM exchange") == [
        ("Notes on the deck", "2026-11-03")
    ]


def test_the_editor_opens_even_if_the_answer_is_piped(board: Board, editor: Editor) -> None:
    board.item(board.advisor(), "Budget")
    editor.replaces("kind: topic", "kind: update")

    ran = typed_on_terminal("agenda", "edit", "a1", "--json", answers="")

    assert (ran.code, ran.json["kind"]) == (0, "update")


def test_a_comment_that_is_all_that_is_left_is_not_lost(board: Board, editor: Editor) -> None:
    board.item(board.advisor(), "Budget")
    editor.saves("<!-- Ask her about the budget -->\n")

    ran = typed_at_screen("agenda", "edit", "a1")

    [draft] = (Path(board.path).parent / "drafts").iterdir()
    assert ran == Ran(
        2,
        "",
        "Nothing but a comment is left, which belongs to no field."
        " The fields are kind, goal, private, Text, Answer. Your text is kept in"
        f" {kept(draft, 'boardroom agenda edit a1 -')}\n",
    )
    assert draft.read_text(encoding="utf-8").endswith("<!-- Ask her about the budget -->\n")


def test_an_emptied_file_changes_nothing(board: Board, editor: Editor) -> None:
    board.item(board.advisor(), "Budget")
    editor.saves("")
    before = board.dump()

    assert typed_at_screen("agenda", "edit", "a1")[:2] == (5, "")
    assert board.dump() == before


@pytest.mark.parametrize(
    ("words", "changed", "code", "said"),
    [
        (
            "agenda edit a1",
            ("kind: topic", "kind: joke"),
            2,
            "'joke' is not a kind of agenda item.",
        ),
        (
            "agenda edit a1",
            ("kind: topic", "knid: topic"),
            2,
            "Line 3 names no field: 'knid: topic'.",
        ),
        ("agenda edit a1", ("Budget", ""), 2, "The agenda item can't be empty."),
        (
            "advisor edit ana",
            ("window:", "window:6-4w\n<!--"),
            2,
            "Line 19 belongs to no field: '<!--'.",
        ),
        ("advisor edit ana", ("handle: ana", "handle: marcus"), 6, "The handle marcus is taken."),
        ("advisor edit ana", ("since: 2026-01-10", "since:"), 2, "The date is empty."),
        (
            "advisor edit ana",
            ("perspective:", "perspective: retail"),
            2,
            "'retail' is not a perspective.",
        ),
    ],
)
def test_a_refused_edit_opens_again_and_is_not_lost(
    board: Board, editor: Editor, *, words: str, changed: tuple[str, str], code: int, said: str
) -> None:
    board.item(board.advisor(), "Budget")
    board.advisor("Ana Lima")
    editor.replaces(f"{changed[0]}\n", f"{changed[1]}\n").saves_as_it_is()
    before = board.dump()

    ran = typed_at_screen(*words.split())

    assert (ran.code, ran.out, ran.err[: len(said)]) == (code, "", said)
    assert f"<!-- Not stored yet: {said[:20]}" in editor.shown[1]
    assert board.dump() == before
    [draft] = (Path(board.path).parent / "drafts").iterdir()
    assert f"{changed[1]}\n" in draft.read_text(encoding="utf-8")
    assert str(draft) in ran.err


def test_a_change_made_meanwhile_stays(board: Board, editor: Editor) -> None:
    board.item(board.advisor(), "Budget")
    editor.replaces("kind: topic", "kind: update").meanwhile(
        board.path, "UPDATE agenda_item SET answer = 'Ask Dana'"
    )

    assert typed_at_screen("agenda", "edit", "a1").code == 0
    assert board.sql("SELECT kind, text, answer FROM agenda_item") == [
        ("update", "Budget", "Ask Dana")
    ]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("advisor edit marcus", "Use an option, like --seat Finance; list them with -h."),
        ("agenda edit a1", "Use --text, --kind, --answer, --goal, --private or --no-private."),
        (
            "promise edit p1",
            "Use --text, --by, --theirs, --mine, --kept, --note, --private or --no-private.",
        ),
        ("advice edit v1", "Use --text, --on, --outcome, --private or --no-private."),
        (
            "goal edit g1",
            "Use --title, --near, --long, --target, --measure, --why, --note, --private, --no-private or --open.",
        ),
        ("goal step edit s1", "Use --text, --by, --note or --undone."),
        (
            "exchange edit x1",
            "Use --text, --kind, --person, --on, --direction, --private or --no-private.",
        ),
    ],
)
def test_without_a_terminal_edit_names_its_options(
    board: Board, editor: Editor, words: str, hint: str
) -> None:
    marcus = board.advisor()
    board.item(marcus)
    board.promise(marcus)
    board.goal_step(board.goal())
    typed("advice", "add", "marcus", "Shadow the budget round")
    typed("give", "marcus", "Notes on the stack")
    refused = Ran(2, "", f"No change was given. {hint}\n")

    assert typed(*words.split()) == refused
    assert typed_at_screen(*words.split(), "--no-input") == refused
    assert editor.shown == []


def test_a_missing_record_opens_no_editor(board: Board, editor: Editor) -> None:
    board.advisor()

    for words in (
        "advisor edit ana",
        "agenda edit a9",
        "promise edit p9",
        "advice edit v9",
        "exchange edit x9",
    ):
        assert typed_at_screen(*words.split()).code == 3
    assert editor.shown == []
