"""The commands there are, in the order that help lists them, and where each is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from boardroom.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Leaf(Record):
    """A command: `where` it is (`module:function` in `boardroom.cli`) and its `help` in one line.

    The whole help and the examples are the function's docstring. One that `passes_on` its words
    leaves the options after the first of them to the command they name.
    """

    where: str
    help: str
    passes_on: bool = False


class Branch(Record):
    """A noun, and the commands on it; a part of it may be a noun of its own."""

    help: str
    leaves: Mapping[str, Leaf | Branch]


def commands(tree: Mapping[str, Leaf | Branch], under: str = "") -> Iterator[tuple[str, Leaf]]:
    """Yields every command of a tree with its whole name: “goal step add”."""
    for name, entry in tree.items():
        if isinstance(entry, Leaf):
            yield f"{under}{name}", entry
        else:
            yield from commands(entry.leaves, f"{under}{name} ")


def function_of(leaf: Leaf) -> Callable[..., Any]:
    """The function that runs a command; its module is imported only now."""
    module, _, name = leaf.where.partition(":")
    function: Callable[..., Any] = getattr(import_module(f"boardroom.cli.{module}"), name)
    return function


def documented(function: Callable[..., Any]) -> tuple[str, tuple[str, ...]]:
    """A command's help and its examples, both from its docstring."""
    lines = [line.removeprefix("    ") for line in (function.__doc__ or "").splitlines()]
    text, _, examples = "\n".join(lines).partition("Examples:\n")
    return text.strip(), tuple(line.strip() for line in examples.strip().splitlines())


TREE: dict[str, Leaf | Branch] = {
    "due": Leaf("due:due", "Who has not been seen, whose review has come, what is planned."),
    "board": Leaf("board:board", "The seats at a glance."),
    "prep": Leaf("prep:prep", "The brief before a coffee, on one screen."),
    "plan": Leaf("plan:plan", "Put a meeting in the calendar."),
    "log": Leaf("log:log", "Note a meeting that took place: in your editor, or in words."),
    "done": Leaf("done:done", "A promise kept, an item covered, a goal or its step achieved."),
    "snooze": Leaf("snooze:snooze", "Leave a person or a promise off the list until a day."),
    "give": Leaf("exchange:give", "Note what you gave an advisor."),
    "got": Leaf("exchange:got", "Note what an advisor gave you."),
    "search": Leaf("search:search", "Find words in everything you wrote."),
    "review": Leaf("review.command:review", "The six-month look at each advisor and at the board."),
    "undo": Leaf("history:undo", "Take back the last change, or the last N."),
    "redo": Leaf("history:redo", "Bring back what undo took."),
    "history": Leaf("history:history", "What was changed, newest first."),
    "advisor": Branch(
        "The people on, near or formerly on the board.",
        {
            "add": Leaf("advisor.person:add", "Seat an advisor, or note a prospect."),
            "list": Leaf(
                "advisor.show:list_", "The people, active and paused; or the prospects, ranked."
            ),
            "show": Leaf("advisor.show:show", "One person, and everything that happened."),
            "edit": Leaf(
                "advisor.person:edit",
                "Change what is kept about a person, by options or in the editor.",
            ),
            "consider": Leaf("advisor.lifecycle:consider", "Make somebody a prospect."),
            "ask": Leaf("advisor.lifecycle:ask", "Note that you asked, or asked once more."),
            "seat": Leaf(
                "advisor.seat:seat", "Give a prospect a seat, and write down what you agree."
            ),
            "decline": Leaf("advisor.lifecycle:decline", "Note that somebody you asked declined."),
            "pause": Leaf("advisor.lifecycle:pause", "Stop the clock for a while."),
            "resume": Leaf("advisor.lifecycle:resume", "End a pause."),
            "part": Leaf("advisor.part:part", "Part well; the history stays."),
            "rate": Leaf("criterion:rate", "Note whether somebody meets a criterion."),
            "rm": Leaf("advisor.person:rm", "Remove a person and everything with them."),
        },
    ),
    "goal": Branch(
        "What you want to achieve, step by step, and who helps.",
        {
            "add": Leaf("goal:add", "Set a goal."),
            "list": Leaf("goal:list_", "The goals, and how far they have come."),
            "show": Leaf("goal:show", "One goal with its steps, whole."),
            "edit": Leaf(
                "goal:edit", "Change a goal, by options or in the editor; or open it again."
            ),
            "drop": Leaf("goal:drop", "Drop a goal, but keep it on file."),
            "rm": Leaf("goal:rm", "Remove a goal, its steps and its links."),
            "link": Leaf("goal:link", "Link a goal to people who help."),
            "unlink": Leaf("goal:unlink", "Unlink a goal from people who no longer help."),
            "step": Branch(
                "The small steps towards a goal; done sID takes one.",
                {
                    "add": Leaf("goal_step:add", "Add a small step, best with a day."),
                    "edit": Leaf("goal_step:edit", "Change a step, by options or in the editor."),
                    "rm": Leaf("goal_step:rm", "Remove a step."),
                },
            ),
        },
    ),
    "agreement": Branch(
        "What you and an advisor agreed, and until when.",
        {
            "set": Leaf(
                "agreement:set_", "Write down what you agreed, by options or in the editor."
            ),
            "show": Leaf("agreement:show", "What you agreed with somebody."),
        },
    ),
    "criterion": Branch(
        "What you look for in the next advisor.",
        {
            "add": Leaf("criterion:add", "Add a must-have or a nice-to-have."),
            "list": Leaf("criterion:list_", "The criteria, must-haves first."),
            "edit": Leaf("criterion:edit", "Change a criterion, by options or in the editor."),
            "rm": Leaf("criterion:rm", "Remove a criterion and its ratings."),
        },
    ),
    "agenda": Branch(
        "What to raise with an advisor; open items carry over.",
        {
            "add": Leaf("agenda:add", "Put something on the agenda."),
            "list": Leaf("agenda:list_", "What there is to raise."),
            "edit": Leaf("agenda:edit", "Change an item, by options or in the editor."),
            "drop": Leaf("agenda:drop", "Let an item go, but keep it."),
            "rm": Leaf("agenda:rm", "Remove an item."),
        },
    ),
    "meeting": Branch(
        "Meetings planned, held, cancelled and missed.",
        {
            "list": Leaf("meeting:list_", "Meetings, newest first."),
            "show": Leaf("meeting:show", "One meeting, whole."),
            "edit": Leaf("meeting:edit", "Change a meeting, by options or in the editor."),
            "move": Leaf("meeting:move", "Move a meeting to another day."),
            "cancel": Leaf("meeting:cancel", "Call a planned meeting off."),
            "missed": Leaf("meeting:missed", "Note that a planned one did not take place."),
            "rm": Leaf("meeting:rm", "Remove a meeting and what was noted in it."),
        },
    ),
    "promise": Branch(
        "What you promised them, and they you.",
        {
            "add": Leaf("promise:add", "Note a promise."),
            "list": Leaf("promise:list_", "What is promised, both ways."),
            "edit": Leaf("promise:edit", "Change a promise, by options or in the editor."),
            "rm": Leaf("promise:rm", "Remove a promise."),
        },
    ),
    "advice": Branch(
        "What they advised, what came of it, and whether they know.",
        {
            "add": Leaf("advice:add", "Note what somebody advised."),
            "list": Leaf("advice:list_", "Advice, what is to be reported back first."),
            "edit": Leaf("advice:edit", "Change advice, by options or in the editor."),
            "outcome": Leaf("advice:outcome", "Say what came of it."),
            "reported": Leaf("advice:reported", "Note that you told them what came of it."),
            "rm": Leaf("advice:rm", "Remove advice."),
        },
    ),
    "exchange": Branch(
        "What you gave them, and they you; noted by give and got.",
        {
            "list": Leaf("exchange:list_", "Give and take, newest first."),
            "edit": Leaf("exchange:edit", "Change an exchange, by options or in the editor."),
            "rm": Leaf(
                "exchange:rm", "Remove an exchange, and the promises that followed from it."
            ),
        },
    ),
    "config": Branch(
        "The board's own defaults.",
        {
            "list": Leaf("config:list_", "Every setting."),
            "get": Leaf("config:get", "One setting."),
            "set": Leaf("config:set_", "Change a setting."),
            "path": Leaf("config:path", "Where the board is kept."),
        },
    ),
    "demo": Leaf("demo:demo", "Run any command on a throwaway board.", passes_on=True),
    "completion": Leaf("completion:completion", "Print a shell's completion script."),
}
