"""The nouns of the conversations: what is planned, raised, said, promised and exchanged."""

from __future__ import annotations

from boardroom.cli.entries import Branch, Leaf

TALK_NOUNS: dict[str, Leaf | Branch] = {
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
            "list": Leaf(
                "agenda.reads:list_",
                "What there is to raise.",
                ("boardroom agenda list", "boardroom agenda list marcus --all"),
            ),
            "edit": Leaf(
                "agenda.changes:edit",
                "Change an item, by options or in the editor.",
                ("boardroom agenda edit a2 --text 'Which budget round?' --kind question",),
            ),
            "drop": Leaf(
                "agenda.changes:drop", "Let an item go, but keep it.", ("boardroom agenda drop a2",)
            ),
            "rm": Leaf("agenda.changes:rm", "Remove an item.", ("boardroom agenda rm a2",)),
        },
    ),
    "meeting": Branch(
        "Meetings planned, held, cancelled and missed.",
        {
            "list": Leaf(
                "meeting.reads:list_",
                "Meetings, newest first.",
                ("boardroom meeting list", "boardroom meeting list marcus"),
            ),
            "show": Leaf(
                "meeting.reads:show", "One meeting, whole.", ("boardroom meeting show m1",)
            ),
            "edit": Leaf(
                "meeting.changes:edit",
                "Change a meeting, by options or in the editor.",
                ("boardroom meeting edit m1 --place 'Blue Bottle' --for 45m",),
            ),
            "move": Leaf(
                "meeting.changes:move",
                "Move a meeting to another day.",
                ("boardroom meeting move m9 next thu 10:00",),
            ),
            "cancel": Leaf(
                "meeting.changes:cancel",
                "Call a planned meeting off.",
                ("boardroom meeting cancel m9",),
            ),
            "missed": Leaf(
                "meeting.changes:missed",
                "Note that a planned one did not take place.",
                ("boardroom meeting missed m9",),
            ),
            "rm": Leaf(
                "meeting.changes:rm",
                "Remove a meeting and what was noted in it.",
                ("boardroom meeting rm m1 --yes",),
            ),
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
                "promise.reads:list_",
                "What is promised, both ways.",
                ("boardroom promise list", "boardroom promise list ana --all"),
            ),
            "edit": Leaf(
                "promise.changes:edit",
                "Change a promise, by options or in the editor.",
                ("boardroom promise edit p1 --by 'next fri'",),
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
                (
                    "boardroom advice outcome v3 trying",
                    "boardroom advice outcome v3 did_not_work No seat was free --on yesterday",
                ),
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
                "exchange.reads:list_",
                "Give and take, newest first.",
                ("boardroom exchange list", "boardroom exchange list marcus"),
            ),
            "edit": Leaf(
                "exchange.changes:edit",
                "Change what is kept of an exchange, by options or in the editor.",
                (
                    "boardroom exchange edit x1 --kind insight --on 'last fri'",
                    "boardroom exchange edit x1 --person 'Lena Vogt'",
                ),
            ),
            "rm": Leaf(
                "exchange.changes:rm",
                "Remove an exchange, and what it made you promise.",
                ("boardroom exchange rm x1",),
            ),
        },
    ),
}
