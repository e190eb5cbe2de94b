"""The commands there are: each with its one-line help, an example, and the function that runs it, imported only when it is run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Leaf(NamedTuple):
    """A command: `where` it is (`module:function` below `boardroom.cli`), what it does, and how it is typed.

    One that `passes_on` its words leaves the options after the first of them to the command they name.
    """

    where: str
    help: str
    examples: tuple[str, ...]
    passes_on: bool = False


class Branch(NamedTuple):
    """A noun, and the commands on it; a part of it may be a noun of its own."""

    help: str
    leaves: Mapping[str, Leaf | Branch]


def commands(tree: Mapping[str, Leaf | Branch], under: str = "") -> Iterator[tuple[str, Leaf]]:
    """Every command of a tree, by its whole name: “goal step add”."""
    for name, entry in tree.items():
        if isinstance(entry, Leaf):
            yield f"{under}{name}", entry
        else:
            yield from commands(entry.leaves, f"{under}{name} ")


TREE: dict[str, Leaf | Branch] = {
    "due": Leaf(
        "due:due",
        "Who has not been seen, whose review has come, what is planned.",
        ("boardroom due", "boardroom due --within 4w", "boardroom due --as-of 'in 2w' --json"),
    ),
    "board": Leaf("board:board", "The seats at a glance.", ("boardroom board",)),
    "prep": Leaf(
        "prep:prep",
        "The brief before a coffee, on one screen.",
        ("boardroom prep ana", "boardroom prep marcus --last 3", "boardroom prep tom --md"),
    ),
    "plan": Leaf(
        "plan:plan",
        "Put a meeting in the calendar.",
        ("boardroom plan marcus next tue 15:30", "boardroom plan ana 4 Dec --way lunch --place 'Blue Bottle' --for 45m"),
    ),
    "log": Leaf(
        "log:log",
        "Note a meeting that took place: in your editor, or in words.",
        (
            "boardroom log marcus",
            "boardroom log ana 'Said yes to the pilot' --on yesterday --covered a3,a4",
            "boardroom log marcus --advice 'Ask to shadow the round' --i-owe 'send the deck @ 1 Dec' --got 'intro to Lena Vogt'",
            "echo 'From my notebook' | boardroom log tom - --on 'last fri'",
        ),
    ),
    "done": Leaf(
        "done:done",
        "A promise kept, an item covered, a goal or its step achieved.",
        (
            "boardroom done p1",
            "boardroom done s2",
            "boardroom done g1 --tell",
            "boardroom done a3 a4 p2 --on yesterday",
            "boardroom done a3 --note 'Ask Dana first'",
        ),
    ),
    "snooze": Leaf(
        "snooze:snooze",
        "Leave a person or a promise off the list until a day.",
        (
            "boardroom snooze marcus --until 'in 3w' --why 'Closing the year'",
            "boardroom snooze p1 --until mon",
            "boardroom snooze review --until '10 Jan'",
        ),
    ),
    "give": Leaf(
        "give:give",
        "Note what you gave an advisor.",
        ("boardroom give marcus Notes on the new analytics stack", "boardroom give ana 'A table at the dinner' --kind invitation"),
    ),
    "got": Leaf(
        "give:got",
        "Note what an advisor gave you.",
        ("boardroom got marcus 'introduction to Lena Vogt (head of FP&A)'", "boardroom got tom Feedback on the deck --kind feedback"),
    ),
    "search": Leaf(
        "search:search",
        "Find words in everything you wrote.",
        ("boardroom search deck", "boardroom search budget round --who marcus --since '6 months ago'"),
    ),
    "undo": Leaf("undo:undo", "Take back the last change, or the last N.", ("boardroom undo", "boardroom undo 3")),
    "redo": Leaf("undo:redo", "Bring back what undo took.", ("boardroom redo",)),
    "history": Leaf("history:history", "What was changed, newest first.", ("boardroom history", "boardroom history --limit 5")),
    "advisor": Branch(
        "The people on, near or formerly on the board.",
        {
            "add": Leaf(
                "advisor.changes:add",
                "Seat an advisor, or note a prospect.",
                (
                    "boardroom advisor add 'Marcus Ojo' --seat Finance",
                    "boardroom advisor add 'Ana Lima' --since 2026-01-10 --last-met 'last fri' --window 3-5w",
                ),
            ),
            "list": Leaf(
                "advisor.reads:list_",
                "The people, active and paused; or the prospects, ranked.",
                ("boardroom advisor list", "boardroom advisor list --prospects", "boardroom advisor list --all"),
            ),
            "show": Leaf(
                "advisor.reads:show",
                "One person, and everything that happened.",
                ("boardroom advisor show marcus", "boardroom advisor show ana --since '3 months ago'"),
            ),
            "edit": Leaf(
                "advisor.changes:edit",
                "Change what is kept about a person, by options or in the editor.",
                ("boardroom advisor edit marcus --seat 'Finance and pricing' --window 6-8w", "boardroom advisor edit marcus --phone ''"),
            ),
            "consider": Leaf("advisor.steps:consider", "Make somebody a prospect.", ("boardroom advisor consider ines",)),
            "ask": Leaf(
                "advisor.steps:ask",
                "Note that you asked, or asked once more.",
                ("boardroom advisor ask noor --how 'over coffee' --about 'entering a field'", "boardroom advisor ask yusuf --on yesterday"),
            ),
            "seat": Leaf(
                "advisor.seating:seat",
                "Give a prospect a seat, and write down what you agree.",
                ("boardroom advisor seat noor --seat Logistics",),
            ),
            "decline": Leaf(
                "advisor.steps:decline", "Take no for an answer.", ("boardroom advisor decline yusuf --note 'Ask again in spring'",)
            ),
            "pause": Leaf("advisor.steps:pause", "Stop the clock for a while.", ("boardroom advisor pause tom --until 'in 2m'",)),
            "resume": Leaf("advisor.steps:resume", "End a pause.", ("boardroom advisor resume priya",)),
            "part": Leaf(
                "advisor.part:part",
                "Part well; the history stays.",
                (
                    "boardroom advisor part tom --yes --note 'He moved to Oslo; we write'",
                    "boardroom advisor part ana --on 'last fri' --yes",
                ),
            ),
            "rate": Leaf(
                "advisor.rating:rate",
                "Note whether somebody meets a criterion.",
                ("boardroom advisor rate noor c1 yes", "boardroom advisor rate yusuf c2 unknown"),
            ),
            "rm": Leaf("advisor.changes:rm", "Remove a person and everything with them.", ("boardroom advisor rm tom --yes",)),
        },
    ),
    "agenda": Branch(
        "What to raise with an advisor; open items carry over.",
        {
            "add": Leaf(
                "agenda.changes:add",
                "Put something on the agenda.",
                (
                    "boardroom agenda add marcus 'How do I get exposure to a P&L?'",
                    "boardroom agenda add ana --kind update The pilot is live",
                    "boardroom agenda add marcus 'Which line of the budget?' --goal g1",
                    "boardroom agenda add tom - < questions.txt",
                ),
            ),
            "list": Leaf("agenda.reads:list_", "What there is to raise.", ("boardroom agenda list", "boardroom agenda list marcus --all")),
            "edit": Leaf(
                "agenda.changes:edit",
                "Change an item, by options or in the editor.",
                ("boardroom agenda edit a2 --text 'Which budget round?' --kind question",),
            ),
            "drop": Leaf("agenda.changes:drop", "Let an item go, but keep it.", ("boardroom agenda drop a2",)),
            "rm": Leaf("agenda.changes:rm", "Remove an item.", ("boardroom agenda rm a2",)),
        },
    ),
    "meeting": Branch(
        "Meetings planned, held, cancelled and missed.",
        {
            "list": Leaf("meeting.reads:list_", "Meetings, newest first.", ("boardroom meeting list", "boardroom meeting list marcus")),
            "show": Leaf("meeting.reads:show", "One meeting, whole.", ("boardroom meeting show m1",)),
            "edit": Leaf(
                "meeting.changes:edit",
                "Change a meeting, by options or in the editor.",
                ("boardroom meeting edit m1 --place 'Blue Bottle' --for 45m",),
            ),
            "move": Leaf("meeting.changes:move", "Move a meeting to another day.", ("boardroom meeting move m9 next thu 10:00",)),
            "cancel": Leaf("meeting.changes:cancel", "Call a planned meeting off.", ("boardroom meeting cancel m9",)),
            "missed": Leaf("meeting.changes:missed", "Note that a planned one did not take place.", ("boardroom meeting missed m9",)),
            "rm": Leaf("meeting.changes:rm", "Remove a meeting and what was noted in it.", ("boardroom meeting rm m1 --yes",)),
        },
    ),
    "promise": Branch(
        "What you promised them, and they you.",
        {
            "add": Leaf(
                "promise.changes:add",
                "Note a promise.",
                (
                    "boardroom promise add marcus send the revised deck --by '1 Dec'",
                    "boardroom promise add ana --theirs Introduce me to her editor",
                ),
            ),
            "list": Leaf(
                "promise.reads:list_", "What is promised, both ways.", ("boardroom promise list", "boardroom promise list ana --all")
            ),
            "edit": Leaf(
                "promise.changes:edit", "Change a promise, by options or in the editor.", ("boardroom promise edit p1 --by 'next fri'",)
            ),
            "rm": Leaf("promise.changes:rm", "Remove a promise.", ("boardroom promise rm p1",)),
        },
    ),
    "advice": Branch(
        "What they advised, what came of it, and whether they know.",
        {
            "add": Leaf(
                "advice.changes:add",
                "Note what somebody advised.",
                (
                    "boardroom advice add marcus Ask to shadow the budget round",
                    "boardroom advice add ana 'Answer first, then explain' --on 'last tue'",
                ),
            ),
            "list": Leaf(
                "advice.reads:list_",
                "Advice, what is to be reported back first.",
                ("boardroom advice list", "boardroom advice list marcus --all"),
            ),
            "edit": Leaf(
                "advice.changes:edit",
                "Change what is kept of advice, by options or in the editor.",
                ("boardroom advice edit v1 --outcome 'They said yes at once'",),
            ),
            "outcome": Leaf(
                "advice.changes:outcome",
                "Say what came of it.",
                ("boardroom advice outcome v3 trying", "boardroom advice outcome v3 did_not_work No seat was free --on yesterday"),
            ),
            "reported": Leaf(
                "advice.changes:reported",
                "Note that you told them what came of it.",
                ("boardroom advice reported v1", "boardroom advice reported v1 --on 'last fri'"),
            ),
            "rm": Leaf("advice.changes:rm", "Remove advice.", ("boardroom advice rm v1",)),
        },
    ),
    "exchange": Branch(
        "What you gave them, and they you; noted by give and got.",
        {
            "list": Leaf(
                "exchange.reads:list_", "Give and take, newest first.", ("boardroom exchange list", "boardroom exchange list marcus")
            ),
            "edit": Leaf(
                "exchange.changes:edit",
                "Change what is kept of an exchange, by options or in the editor.",
                ("boardroom exchange edit x1 --kind insight --on 'last fri'", "boardroom exchange edit x1 --person 'Lena Vogt'"),
            ),
            "rm": Leaf("exchange.changes:rm", "Remove an exchange, and what it made you promise.", ("boardroom exchange rm x1",)),
        },
    ),
    "goal": Branch(
        "What you want to achieve, step by step, and who helps.",
        {
            "add": Leaf(
                "goal.changes:add",
                "Set a goal.",
                (
                    "boardroom goal add Run a P&L --target '1 Dec' --helps marcus --why 'To lead a company one day'",
                    "boardroom goal add --long Sit on a board --helps ana --helps tom",
                ),
            ),
            "list": Leaf(
                "goal.reads:list_", "The goals, and how far they have come.", ("boardroom goal list", "boardroom goal list --all")
            ),
            "show": Leaf("goal.reads:show", "One goal with its steps, whole.", ("boardroom goal show g1",)),
            "edit": Leaf(
                "goal.changes:edit",
                "Change a goal, by options or in the editor; or open it again.",
                ("boardroom goal edit g1 --target 'in 3m' --long",),
            ),
            "drop": Leaf("goal.changes:drop", "Let a goal go, but keep it.", ("boardroom goal drop g1 --note 'No longer mine'",)),
            "rm": Leaf("goal.changes:rm", "Remove a goal, its steps and its links.", ("boardroom goal rm g1 --yes",)),
            "link": Leaf("goal.changes:link", "Note who helps with it.", ("boardroom goal link g1 ana tom",)),
            "unlink": Leaf("goal.changes:unlink", "Note who helps with it no more.", ("boardroom goal unlink g1 marcus",)),
            "step": Branch(
                "The small steps towards a goal; done sID takes one.",
                {
                    "add": Leaf(
                        "goal.steps:add",
                        "Add a small step, best with a day.",
                        ("boardroom goal step add g1 Ask the CFO for a line of the budget --by 'next fri'",),
                    ),
                    "edit": Leaf(
                        "goal.steps:edit", "Change a step, by options or in the editor.", ("boardroom goal step edit s2 --by 'in 2w'",)
                    ),
                    "rm": Leaf("goal.steps:rm", "Remove a step.", ("boardroom goal step rm s2",)),
                },
            ),
        },
    ),
    "agreement": Branch(
        "What you and an advisor agreed, and until when.",
        {
            "set": Leaf(
                "agreement.changes:set_",
                "Write down what you agreed, by options or in the editor.",
                (
                    "boardroom agreement set marcus --hopes 'A seat at the table' --focus 'P&L' --focus pricing --until 2027-06-01",
                    "boardroom agreement set ana --confidential --boundaries 'No weekends' --window 6-8w",
                ),
            ),
            "show": Leaf("agreement.reads:show", "What you agreed with somebody.", ("boardroom agreement show tom",)),
        },
    ),
    "criterion": Branch(
        "What you look for in the next advisor.",
        {
            "add": Leaf(
                "criterion.changes:add",
                "Say what they must have, or would better have.",
                ("boardroom criterion add 'Has run a P&L' --must", "boardroom criterion add Lives near enough for a walk --nice"),
            ),
            "list": Leaf("criterion.reads:list_", "What is looked for, the must-haves first.", ("boardroom criterion list",)),
            "edit": Leaf(
                "criterion.changes:edit", "Change a criterion, by options or in the editor.", ("boardroom criterion edit c3 --must",)
            ),
            "rm": Leaf("criterion.changes:rm", "Remove a criterion, and its ratings.", ("boardroom criterion rm c3 --yes",)),
        },
    ),
    "config": Branch(
        "The board's own defaults.",
        {
            "list": Leaf("config.reads:list_", "Every setting.", ("boardroom config list",)),
            "get": Leaf("config.reads:get", "One setting.", ("boardroom config get window",)),
            "set": Leaf(
                "config.changes:set_", "Change a setting.", ("boardroom config set window 3-5w", "boardroom config set window default")
            ),
            "path": Leaf("config.reads:path", "Where the board is kept.", ("boardroom config path",)),
        },
    ),
    "demo": Leaf(
        "demo:demo",
        "Run any command on a throwaway board.",
        ("boardroom demo", "boardroom demo board", "boardroom demo advisor show marcus --json"),
        passes_on=True,
    ),
    "completion": Leaf("completion:completion", "Print a shell's completion script.", ("boardroom completion bash",)),
}
