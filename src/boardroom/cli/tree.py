"""The tree of commands, in the order of the help, and the functions that run them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from boardroom.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Leaf(Record):
    """A command: `where` it is (`module:function` in `boardroom.cli`), and its one-line `help`.

    The full help and the examples are the function's docstring. With `passes_on`, options after the
    first argument belong to another command.
    """

    where: str
    help: str
    passes_on: bool = False


class Branch(Record):
    """A group of commands about one noun; groups can contain groups."""

    help: str
    leaves: Mapping[str, Leaf | Branch]


def commands(tree: Mapping[str, Leaf | Branch], under: str = "") -> Iterator[tuple[str, Leaf]]:
    """Yields every command of a tree with its full name: “goal step add”."""
    for name, entry in tree.items():
        if isinstance(entry, Leaf):
            yield f"{under}{name}", entry
        else:
            yield from commands(entry.leaves, f"{under}{name} ")


def function_of(leaf: Leaf) -> Callable[..., Any]:
    """Imports and returns the function that runs a command."""
    module, _, name = leaf.where.partition(":")
    function: Callable[..., Any] = getattr(import_module(f"boardroom.cli.{module}"), name)
    return function


def documented(function: Callable[..., Any]) -> tuple[str, tuple[str, ...]]:
    """The help and the examples of a command, from its docstring."""
    lines = [line.removeprefix("    ") for line in (function.__doc__ or "").splitlines()]
    text, _, examples = "\n".join(lines).partition("Examples:\n")
    return text.strip(), tuple(line.strip() for line in examples.strip().splitlines())


TREE: dict[str, Leaf | Branch] = {
    "init": Leaf("init.command:init", "Begin your board by answering a few questions."),
    "due": Leaf("due:due", "Show what is due: meetings, reviews, promises and goals."),
    "board": Leaf("board:board", "Show the board at a glance."),
    "prep": Leaf("prep:prep", "Show a one-screen brief before a meeting."),
    "plan": Leaf("plan:plan", "Plan a meeting."),
    "log": Leaf("log:log", "Log a meeting, in the editor or by options."),
    "done": Leaf("done:done", "Mark promises, items, steps, goals and occasions as done."),
    "snooze": Leaf("snooze:snooze", "Hide a person, a promise or reviews from due until a day."),
    "give": Leaf("exchange:give", "Record something you gave an advisor."),
    "got": Leaf("exchange:got", "Record something an advisor gave you."),
    "search": Leaf("search:search", "Search everything you wrote."),
    "review": Leaf(
        "review.command:review", "Hold the six-month review of your advisors and your board."
    ),
    "report": Leaf("report:report", "Write the board as a page to look at."),
    "undo": Leaf("history:undo", "Undo the last change, or the last N."),
    "redo": Leaf("history:redo", "Redo the last change that was undone, or the last N."),
    "history": Leaf("history:history", "List changes, newest first."),
    "advisor": Branch(
        "Manage advisors and prospects.",
        {
            "add": Leaf("advisor.person:add", "Add an advisor or a prospect."),
            "list": Leaf("advisor.show:list_", "List advisors or prospects."),
            "show": Leaf("advisor.show:show", "Show a person and their timeline."),
            "edit": Leaf(
                "advisor.person:edit",
                "Edit a person.",
            ),
            "consider": Leaf("advisor.lifecycle:consider", "Make a person a prospect."),
            "ask": Leaf("advisor.lifecycle:ask", "Record that you asked a person to join."),
            "seat": Leaf("advisor.seat:seat", "Seat a prospect and record the agreement."),
            "decline": Leaf("advisor.lifecycle:decline", "Record that a person declined."),
            "pause": Leaf(
                "advisor.lifecycle:pause", "Pause an advisor, or move the end of their pause."
            ),
            "resume": Leaf("advisor.lifecycle:resume", "Resume a paused advisor."),
            "part": Leaf("advisor.part:part", "Part with an advisor."),
            "rate": Leaf("criterion:rate", "Rate a person on a criterion."),
            "merge": Leaf("advisor.merge:merge", "Put two records of one person together."),
            "rm": Leaf("advisor.person:rm", "Remove a person and all their records."),
        },
    ),
    "mentee": Branch(
        "Manage the people you mentor; every verb of advisor works on them too.",
        {
            "add": Leaf("mentee:add", "Add somebody you mentor."),
            "list": Leaf("mentee:list_", "List the people you mentor."),
        },
    ),
    "goal": Branch(
        "Manage goals, their steps and helpers.",
        {
            "add": Leaf("goal:add", "Set a goal."),
            "list": Leaf("goal:list_", "List goals and their progress."),
            "show": Leaf("goal:show", "Show a goal with its steps."),
            "edit": Leaf("goal_edit:edit", "Edit or reopen a goal."),
            "drop": Leaf("goal:drop", "Drop a goal."),
            "rm": Leaf("goal:rm", "Remove a goal with its steps and links."),
            "link": Leaf("goal_link:link", "Link helpers to a goal."),
            "unlink": Leaf("goal_link:unlink", "Unlink helpers from a goal."),
            "step": Branch(
                "Manage the steps of goals.",
                {
                    "add": Leaf("goal_step:add", "Add a step to an open goal."),
                    "edit": Leaf("goal_step:edit", "Edit a step."),
                    "rm": Leaf("goal_step:rm", "Remove a step."),
                },
            ),
        },
    ),
    "agreement": Branch(
        "Manage agreements with advisors.",
        {
            "set": Leaf("agreement:set_", "Record or change an agreement."),
            "show": Leaf("agreement_list:show", "Show an agreement."),
            "list": Leaf("agreement_list:list_", "List agreements, the first to end first."),
        },
    ),
    "criterion": Branch(
        "Manage criteria for the next advisor.",
        {
            "add": Leaf("criterion:add", "Add a criterion."),
            "list": Leaf("criterion:list_", "List criteria, must-haves first."),
            "edit": Leaf("criterion:edit", "Edit a criterion."),
            "rm": Leaf("criterion:rm", "Remove a criterion and its ratings."),
        },
    ),
    "agenda": Branch(
        "Manage agenda items.",
        {
            "add": Leaf("agenda_add:add", "Add an agenda item."),
            "list": Leaf("agenda:list_", "List agenda items."),
            "edit": Leaf("agenda:edit", "Edit an agenda item."),
            "drop": Leaf("agenda:drop", "Drop agenda items."),
            "rm": Leaf("agenda:rm", "Remove an agenda item."),
        },
    ),
    "meeting": Branch(
        "Manage meetings.",
        {
            "list": Leaf("meeting:list_", "List meetings, newest first."),
            "show": Leaf("meeting_show:show", "Show a meeting and everything logged in it."),
            "edit": Leaf("meeting_edit:edit", "Edit a meeting."),
            "move": Leaf("meeting_changes:move", "Move a meeting to another day."),
            "cancel": Leaf("meeting_changes:cancel", "Cancel a planned meeting."),
            "missed": Leaf("meeting_changes:missed", "Mark a planned meeting as missed."),
            "rm": Leaf("meeting_changes:rm", "Remove a meeting and everything logged in it."),
        },
    ),
    "letter": Branch(
        "Write letters from what is on file.",
        {
            "ask": Leaf("letter:ask", "Ask somebody to be an advisor."),
            "agenda": Leaf("letter:agenda", "Send the agenda of the next meeting."),
            "thanks": Leaf("letter:thanks", "Thank an advisor for what came of the last meeting."),
            "news": Leaf(
                "letter:news", "Tell an advisor what came of their advice and introductions."
            ),
            "nudge": Leaf("letter:nudge", "Remind an advisor gently of what they promised."),
            "renew": Leaf("letter:renew", "Ask an advisor whether to go on."),
            "part": Leaf("letter:part", "Part with an advisor, and thank them."),
        },
    ),
    "promise": Branch(
        "Manage promises, yours and theirs.",
        {
            "add": Leaf("promise:add", "Add a promise."),
            "list": Leaf("promise:list_", "List promises, both ways."),
            "edit": Leaf("promise_edit:edit", "Edit a promise."),
            "drop": Leaf("promise_edit:drop", "Drop promises that nobody will keep."),
            "rm": Leaf("promise_edit:rm", "Remove a promise."),
        },
    ),
    "advice": Branch(
        "Manage advice and its outcome.",
        {
            "add": Leaf("advice:add", "Add advice that somebody gave you."),
            "list": Leaf("advice:list_", "List advice, unreported outcomes first."),
            "edit": Leaf("advice:edit", "Edit advice."),
            "outcome": Leaf("advice:outcome", "Set the outcome of advice."),
            "reported": Leaf("advice:reported", "Mark an outcome as reported back to the advisor."),
            "rm": Leaf("advice:rm", "Remove advice."),
        },
    ),
    "exchange": Branch(
        "Manage exchanges; give and got add them.",
        {
            "list": Leaf("exchange:list_", "List exchanges, newest first."),
            "edit": Leaf("exchange:edit", "Edit an exchange."),
            "rm": Leaf("exchange:rm", "Remove an exchange and the promises it made."),
        },
    ),
    "occasion": Branch(
        "Manage occasions: birthdays, exams, launches in people's lives.",
        {
            "add": Leaf("occasion:add", "Add an occasion: a dated thing in somebody's life."),
            "list": Leaf("occasion:list_", "List occasions, the next first."),
            "edit": Leaf("occasion:edit", "Edit an occasion."),
            "rm": Leaf("occasion:rm", "Remove an occasion."),
        },
    ),
    "calendar": Branch(
        "Write meetings to a calendar, and read one.",
        {
            "write": Leaf("calendar:write", "Write a calendar to subscribe to."),
            "vdir": Leaf("calendar:vdir", "Write a folder with a file for each event."),
            "read": Leaf("calendar_read:read", "Compare a calendar with the board, item by item."),
        },
    ),
    "config": Branch(
        "Manage the board's settings.",
        {
            "list": Leaf("config:list_", "List all settings."),
            "get": Leaf("config:get", "Print a setting."),
            "set": Leaf("config:set_", "Change a setting."),
            "path": Leaf("config:path", "Print the path of the board's file."),
        },
    ),
    "backup": Leaf("backup:backup", "Copy the board, or list its copies."),
    "restore": Leaf("backup:restore", "Put a copy of the board in its place."),
    "export": Leaf("export:export", "Export the board in one of several formats."),
    "import": Leaf("importing:import_", "Import a board, or people and meetings from elsewhere."),
    "purge": Leaf("purge:purge", "Remove a record for good, from history and copies too."),
    "doctor": Leaf("doctor:doctor", "Examine the board, its records and its copies."),
    "remind": Leaf("remind:remind", "Print what to install to be reminded, and how."),
    "demo": Leaf("demo:demo", "Run a command on a demonstration board.", passes_on=True),
    "completion": Leaf("completion:completion", "Print a shell completion script."),
    "help": Leaf("help:help_", "Show the help of a command or a topic."),
}
