"""The commands there are, in the order that help lists them, and where each is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from boardroom.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Leaf(Record):
    """A command: `where` it is (`module:function` below `boardroom.cli`) and its `help` in one line.

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
    "give": Leaf("give:give", "Note what you gave an advisor."),
    "got": Leaf("give:got", "Note what an advisor gave you."),
    "search": Leaf("search:search", "Find words in everything you wrote."),
    "review": Leaf("review.entry:review", "The six-month look at each advisor and at the board."),
    "undo": Leaf("undo:undo", "Take back the last change, or the last N."),
    "redo": Leaf("undo:redo", "Bring back what undo took."),
    "history": Leaf("history:history", "What was changed, newest first."),
    "advisor": Branch(
        "The people on, near or formerly on the board.",
        {
            "add": Leaf("advisor.changes:add", "Seat an advisor, or note a prospect."),
            "list": Leaf(
                "advisor.reads:list_", "The people, active and paused; or the prospects, ranked."
            ),
            "show": Leaf("advisor.reads:show", "One person, and everything that happened."),
            "edit": Leaf(
                "advisor.changes:edit",
                "Change what is kept about a person, by options or in the editor.",
            ),
            "consider": Leaf("advisor.steps:consider", "Make somebody a prospect."),
            "ask": Leaf("advisor.steps:ask", "Note that you asked, or asked once more."),
            "seat": Leaf(
                "advisor.seating:seat", "Give a prospect a seat, and write down what you agree."
            ),
            "decline": Leaf("advisor.steps:decline", "Take no for an answer."),
            "pause": Leaf("advisor.steps:pause", "Stop the clock for a while."),
            "resume": Leaf("advisor.steps:resume", "End a pause."),
            "part": Leaf("advisor.part:part", "Part well; the history stays."),
            "rate": Leaf("advisor.rating:rate", "Note whether somebody meets a criterion."),
            "rm": Leaf("advisor.changes:rm", "Remove a person and everything with them."),
        },
    ),
    "goal": Branch(
        "What you want to achieve, step by step, and who helps.",
        {
            "add": Leaf("goal.changes:add", "Set a goal."),
            "list": Leaf("goal.reads:list_", "The goals, and how far they have come."),
            "show": Leaf("goal.reads:show", "One goal with its steps, whole."),
            "edit": Leaf(
                "goal.changes:edit", "Change a goal, by options or in the editor; or open it again."
            ),
            "drop": Leaf("goal.changes:drop", "Let a goal go, but keep it."),
            "rm": Leaf("goal.changes:rm", "Remove a goal, its steps and its links."),
            "link": Leaf("goal.changes:link", "Note who helps with it."),
            "unlink": Leaf("goal.changes:unlink", "Note who helps with it no more."),
            "step": Branch(
                "The small steps towards a goal; done sID takes one.",
                {
                    "add": Leaf("goal.steps:add", "Add a small step, best with a day."),
                    "edit": Leaf("goal.steps:edit", "Change a step, by options or in the editor."),
                    "rm": Leaf("goal.steps:rm", "Remove a step."),
                },
            ),
        },
    ),
    "agreement": Branch(
        "What you and an advisor agreed, and until when.",
        {
            "set": Leaf(
                "agreement.changes:set_", "Write down what you agreed, by options or in the editor."
            ),
            "show": Leaf("agreement.reads:show", "What you agreed with somebody."),
        },
    ),
    "criterion": Branch(
        "What you look for in the next advisor.",
        {
            "add": Leaf("criterion.changes:add", "Say what they must have, or would better have."),
            "list": Leaf("criterion.reads:list_", "What is looked for, the must-haves first."),
            "edit": Leaf(
                "criterion.changes:edit", "Change a criterion, by options or in the editor."
            ),
            "rm": Leaf("criterion.changes:rm", "Remove a criterion, and its ratings."),
        },
    ),
    "agenda": Branch(
        "What to raise with an advisor; open items carry over.",
        {
            "add": Leaf("agenda.changes:add", "Put something on the agenda."),
            "list": Leaf("agenda.reads:list_", "What there is to raise."),
            "edit": Leaf("agenda.changes:edit", "Change an item, by options or in the editor."),
            "drop": Leaf("agenda.changes:drop", "Let an item go, but keep it."),
            "rm": Leaf("agenda.changes:rm", "Remove an item."),
        },
    ),
    "meeting": Branch(
        "Meetings planned, held, cancelled and missed.",
        {
            "list": Leaf("meeting.reads:list_", "Meetings, newest first."),
            "show": Leaf("meeting.reads:show", "One meeting, whole."),
            "edit": Leaf("meeting.changes:edit", "Change a meeting, by options or in the editor."),
            "move": Leaf("meeting.changes:move", "Move a meeting to another day."),
            "cancel": Leaf("meeting.changes:cancel", "Call a planned meeting off."),
            "missed": Leaf("meeting.changes:missed", "Note that a planned one did not take place."),
            "rm": Leaf("meeting.changes:rm", "Remove a meeting and what was noted in it."),
        },
    ),
    "promise": Branch(
        "What you promised them, and they you.",
        {
            "add": Leaf("promise.changes:add", "Note a promise."),
            "list": Leaf("promise.reads:list_", "What is promised, both ways."),
            "edit": Leaf("promise.changes:edit", "Change a promise, by options or in the editor."),
            "rm": Leaf("promise.changes:rm", "Remove a promise."),
        },
    ),
    "advice": Branch(
        "What they advised, what came of it, and whether they know.",
        {
            "add": Leaf("advice.changes:add", "Note what somebody advised."),
            "list": Leaf("advice.reads:list_", "Advice, what is to be reported back first."),
            "edit": Leaf(
                "advice.changes:edit", "Change what is kept of advice, by options or in the editor."
            ),
            "outcome": Leaf("advice.changes:outcome", "Say what came of it."),
            "reported": Leaf("advice.changes:reported", "Note that you told them what came of it."),
            "rm": Leaf("advice.changes:rm", "Remove advice."),
        },
    ),
    "exchange": Branch(
        "What you gave them, and they you; noted by give and got.",
        {
            "list": Leaf("exchange.reads:list_", "Give and take, newest first."),
            "edit": Leaf(
                "exchange.changes:edit",
                "Change what is kept of an exchange, by options or in the editor.",
            ),
            "rm": Leaf("exchange.changes:rm", "Remove an exchange, and what it made you promise."),
        },
    ),
    "config": Branch(
        "The board's own defaults.",
        {
            "list": Leaf("config.reads:list_", "Every setting."),
            "get": Leaf("config.reads:get", "One setting."),
            "set": Leaf("config.changes:set_", "Change a setting."),
            "path": Leaf("config.reads:path", "Where the board is kept."),
        },
    ),
    "demo": Leaf("demo:demo", "Run any command on a throwaway board.", passes_on=True),
    "completion": Leaf("completion:completion", "Print a shell's completion script."),
}
