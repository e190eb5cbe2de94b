"""The commands of every day: verbs for what is done before a coffee, after it and each morning."""

from __future__ import annotations

from boardroom.cli.entries import Branch, Leaf

ROUTINES: dict[str, Leaf | Branch] = {
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
        (
            "boardroom plan marcus next tue 15:30",
            "boardroom plan ana 4 Dec --way lunch --place 'Blue Bottle' --for 45m",
        ),
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
        (
            "boardroom give marcus Notes on the new analytics stack",
            "boardroom give ana 'A table at the dinner' --kind invitation",
        ),
    ),
    "got": Leaf(
        "give:got",
        "Note what an advisor gave you.",
        (
            "boardroom got marcus 'introduction to Lena Vogt (head of FP&A)'",
            "boardroom got tom Feedback on the deck --kind feedback",
        ),
    ),
    "search": Leaf(
        "search:search",
        "Find words in everything you wrote.",
        (
            "boardroom search deck",
            "boardroom search budget round --who marcus --since '6 months ago'",
        ),
    ),
    "review": Leaf(
        "review.entry:review",
        "The six-month look at each advisor and at the board.",
        (
            "boardroom review",
            "boardroom review --advisor tom",
            "boardroom review --facts --advisor marcus",
            "boardroom review --list",
            "boardroom review --show r1",
            "boardroom review --md",
            """echo '{"advisors": {"tom": {"trust": 4, "decision": "keep"}}}' | boardroom review --advisor tom --answers -""",
        ),
    ),
}
