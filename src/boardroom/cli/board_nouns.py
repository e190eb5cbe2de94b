"""The nouns of the board: who sits on it or may, what was agreed with them, and what it is all for."""

from __future__ import annotations

from boardroom.cli.entries import Branch, Leaf

BOARD_NOUNS: dict[str, Leaf | Branch] = {
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
                (
                    "boardroom advisor list",
                    "boardroom advisor list --prospects",
                    "boardroom advisor list --all",
                ),
            ),
            "show": Leaf(
                "advisor.reads:show",
                "One person, and everything that happened.",
                (
                    "boardroom advisor show marcus",
                    "boardroom advisor show ana --since '3 months ago'",
                ),
            ),
            "edit": Leaf(
                "advisor.changes:edit",
                "Change what is kept about a person, by options or in the editor.",
                (
                    "boardroom advisor edit marcus --seat 'Finance and pricing' --window 6-8w",
                    "boardroom advisor edit marcus --phone ''",
                ),
            ),
            "consider": Leaf(
                "advisor.steps:consider",
                "Make somebody a prospect.",
                ("boardroom advisor consider ines",),
            ),
            "ask": Leaf(
                "advisor.steps:ask",
                "Note that you asked, or asked once more.",
                (
                    "boardroom advisor ask noor --how 'over coffee' --about 'entering a field'",
                    "boardroom advisor ask yusuf --on yesterday",
                ),
            ),
            "seat": Leaf(
                "advisor.seating:seat",
                "Give a prospect a seat, and write down what you agree.",
                ("boardroom advisor seat noor --seat Logistics",),
            ),
            "decline": Leaf(
                "advisor.steps:decline",
                "Take no for an answer.",
                ("boardroom advisor decline yusuf --note 'Ask again in spring'",),
            ),
            "pause": Leaf(
                "advisor.steps:pause",
                "Stop the clock for a while.",
                ("boardroom advisor pause tom --until 'in 2m'",),
            ),
            "resume": Leaf(
                "advisor.steps:resume", "End a pause.", ("boardroom advisor resume priya",)
            ),
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
            "rm": Leaf(
                "advisor.changes:rm",
                "Remove a person and everything with them.",
                ("boardroom advisor rm tom --yes",),
            ),
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
                "goal.reads:list_",
                "The goals, and how far they have come.",
                ("boardroom goal list", "boardroom goal list --all"),
            ),
            "show": Leaf(
                "goal.reads:show", "One goal with its steps, whole.", ("boardroom goal show g1",)
            ),
            "edit": Leaf(
                "goal.changes:edit",
                "Change a goal, by options or in the editor; or open it again.",
                ("boardroom goal edit g1 --target 'in 3m' --long",),
            ),
            "drop": Leaf(
                "goal.changes:drop",
                "Let a goal go, but keep it.",
                ("boardroom goal drop g1 --note 'No longer mine'",),
            ),
            "rm": Leaf(
                "goal.changes:rm",
                "Remove a goal, its steps and its links.",
                ("boardroom goal rm g1 --yes",),
            ),
            "link": Leaf(
                "goal.changes:link", "Note who helps with it.", ("boardroom goal link g1 ana tom",)
            ),
            "unlink": Leaf(
                "goal.changes:unlink",
                "Note who helps with it no more.",
                ("boardroom goal unlink g1 marcus",),
            ),
            "step": Branch(
                "The small steps towards a goal; done sID takes one.",
                {
                    "add": Leaf(
                        "goal.steps:add",
                        "Add a small step, best with a day.",
                        (
                            "boardroom goal step add g1 Ask the CFO for a line of the budget --by 'next fri'",
                        ),
                    ),
                    "edit": Leaf(
                        "goal.steps:edit",
                        "Change a step, by options or in the editor.",
                        ("boardroom goal step edit s2 --by 'in 2w'",),
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
            "show": Leaf(
                "agreement.reads:show",
                "What you agreed with somebody.",
                ("boardroom agreement show tom",),
            ),
        },
    ),
    "criterion": Branch(
        "What you look for in the next advisor.",
        {
            "add": Leaf(
                "criterion.changes:add",
                "Say what they must have, or would better have.",
                (
                    "boardroom criterion add 'Has run a P&L' --must",
                    "boardroom criterion add Lives near enough for a walk --nice",
                ),
            ),
            "list": Leaf(
                "criterion.reads:list_",
                "What is looked for, the must-haves first.",
                ("boardroom criterion list",),
            ),
            "edit": Leaf(
                "criterion.changes:edit",
                "Change a criterion, by options or in the editor.",
                ("boardroom criterion edit c3 --must",),
            ),
            "rm": Leaf(
                "criterion.changes:rm",
                "Remove a criterion, and its ratings.",
                ("boardroom criterion rm c3 --yes",),
            ),
        },
    ),
}
