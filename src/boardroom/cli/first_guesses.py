"""What people type first, and the command that they mean: one table for each kind of guess.

`guessing` reads them when a command line can't be run, so good input never pays for them. The words
typed go behind the command, before its options; after “= ” the command is whole. In “board |
advisor show”, the second one is for words, the first for none.
"""

from __future__ import annotations

VERBS = {
    "add": ("new", "create", "make", "insert", "plus"),
    "list": ("ls", "all", "index"),
    "show": ("view", "open", "see", "display", "info", "details", "describe", "cat"),
    "edit": ("change", "update", "modify", "rename", "correct", "amend"),
    "rm": ("remove", "delete", "del", "erase"),
    "drop": ("abandon", "forget"),
    "move": ("reschedule", "postpone", "shift"),
    "cancel": ("call-off",),
    "missed": ("miss", "no-show"),
    "done": (
        "complete",
        "completed",
        "finish",
        "finished",
        "kept",
        "keep",
        "close",
        "achieved",
        "fulfil",
        "fulfill",
        "honor",
        "honour",
    ),
}
"""Verbs, and other words for them."""

NOUNS = {
    "advisor": ("advisors", "people", "person", "contacts", "contact", "mentors", "mentor"),
    "mentee": ("mentees", "mentoring", "protege", "proteges"),
    "goal": ("goals", "target", "targets", "objective", "objectives"),
    "goal step": ("step", "steps", "milestone", "milestones"),
    "agreement": ("agreements", "contract", "terms", "expectations"),
    "criterion": ("criteria", "must-haves"),
    "agenda": ("item", "items", "agendas", "question", "questions", "topic", "topics"),
    "meeting": ("meetings", "events"),
    "promise": ("promises", "commitment", "commitments", "todo", "todos", "task", "tasks"),
    "advice": ("advices", "tips", "lessons"),
    "exchange": ("exchanges", "favors", "favours"),
    "letter": ("letters",),
    "occasion": ("occasions", "birthday", "birthdays", "anniversary"),
    "calendar": ("calendars", "ical", "ics", "icalendar"),
    "config": ("settings", "setting", "preferences", "options"),
}
"""Nouns, and other words for them."""

FIRST = {
    "today": "due",
    "now": "due",
    "next": "due",
    "upcoming": "due",
    "overdue": "due --severity overdue",
    "morning": "due",
    "check": "due",
    "status": "board | advisor show",
    "stats": "board | advisor show",
    "overview": "board | advisor show",
    "summary": "board | advisor show",
    "dashboard": "board",
    "prepare": "prep",
    "brief": "prep",
    "add": "advisor add",
    "list": "advisor list | advisor show",
    "show": "board | advisor show",
    "edit": "advisor edit",
    "rm": "advisor rm",
    "drop": "advisor part",
    "meet": "plan",
    "book": "plan",
    "schedule": "plan",
    "arrange": "plan",
    "coffee": "plan",
    "lunch": "plan",
    "call": "plan",
    "met": "log",
    "saw": "log",
    "seen": "log",
    "talked": "log",
    "spoke": "log",
    "held": "log",
    "had": "log",
    "note": "log",
    "notes": "log",
    "record": "log",
    "invite": "advisor ask",
    "accept": "advisor seat",
    "hire": "advisor seat",
    "reject": "advisor decline",
    "refuse": "advisor decline",
    "decide": "review --advisor",
    "decision": "review --advisor",
    "fire": "advisor part",
    "retire": "advisor part",
    "raise": "agenda add",
    "promised": "promise add",
    "owe": "promise add",
    "owes": "promise add --theirs",
    "owed": "promise list --all",
    "break": "promise drop",
    "broke": "promise drop",
    "forgive": "promise drop",
    "waive": "promise drop",
    "extend": "agreement set --until DATE",
    "prolong": "agreement set --until DATE",
    "learned": "advice add",
    "tip": "advice add",
    "thanks": "letter thanks",
    "thank": "letter thanks",
    "part": "advisor part",
    "gave": "give",
    "gift": "give",
    "offer": "give",
    "received": "got",
    "tick": "done",
    "did": "done",
    "later": "snooze",
    "hide": "snooze",
    "mute": "snooze",
    "find": "search",
    "grep": "search",
    "where": "search",
    "lookup": "search",
    "set": "config set",
    "get": "config get",
    "path": "config path",
    "configure": "config list",
    "setup": "init",
    "start": "init",
    "begin": "init",
    "save": "backup",
    "recover": "restore",
    "load": "import",
    "dump": "export",
    "revert": "undo",
    "log-book": "history",
    "recent": "history | advisor show",
    "timeline": "history | advisor show",
    "evaluate": "review",
    "retro": "review",
    "html": "report",
    "page": "report",
    "chart": "report",
    "charts": "report",
    "graph": "report",
    "publish": "report",
    "try": "demo",
    "tutorial": "demo",
    "fix": "doctor --fix",
    "repair": "doctor --fix",
    "reminder": "remind",
    "notify": "remind",
    "completions": "completion",
    "manual": "help",
    "docs": "help",
    "commands": "help all",
    "version": "--version",
}
"""First words that are no command."""

ASKING = ("advisor ask", "agenda add")
"""`ask WHO` alone, and with a question."""
WRITING = ("mail", "email", "e-mail", "write", "message", "send")
"""First words before a WHO: the letter that can be written to them now."""
YEARLY = ("birthday", "anniversary")
"""First words before a WHO and a day: an occasion of every year."""
RENAMED = {
    "advisor": "--name",
    "goal": "--title",
    **dict.fromkeys(
        ("goal step", "agenda", "promise", "advice", "exchange", "criterion", "occasion"), "--text"
    ),
}
"""The option for the new words of what is renamed, by noun."""
INTRODUCING = ("intro", "introduce", "introduction", "introduced")
"""First words before a WHO and somebody they introduced: `got WHO 'an introduction to NAME'`."""

VERBS_OF = {"mentee": "advisor"}
"""Nouns, and those whose verbs work on their records too."""

NOUN_ALONE = {
    "advisor": "advisor show",
    "mentee": "advisor show",
    "goal": "goal add",
    "goal step": "goal step add",
    "agreement": "agreement show | agreement set",
    "criterion": "criterion add --must",
    "agenda": "agenda list | agenda add",
    "meeting": "meeting list | plan",
    "promise": "promise list | promise add",
    "advice": "advice list | advice add",
    "exchange": "exchange list | give",
    "occasion": "occasion list | occasion add",
    "calendar": "calendar read",
    "config": "config get | config set",
}
"""What a noun means before a WHO or a text; the second, if more words follow.

`letter` is not among them: what is meant is the letter that can be written to them now.
"""

NOTED = ("agenda", "promise", "advice", "exchange", "occasion")
"""Nouns of which a WHO and a text are noted."""

AFTER_COMMAND = {
    "due": "prep",
    "board": "advisor show",
    "history": "advisor show",
    "review": "review --advisor",
    "remind": "= promise add WHO TEXT --by DATE",
    "init": "advisor add",
    "export": "export --output",
    "export csv": "= export --to csv -o board.zip",
    "export json": "= export --to json -o board.json",
    "export html": "= report",
    "export pdf": "= report",
    "doctor": "doctor --fix",
}
"""What a command means before words that it does not take."""

DAY_OPTIONS = {"due": "--as-of", "board": "--as-of", "report": "--since"}
"""The option for a day after a command that takes no words."""
OF_A_PERSON = ("prep", "advisor show", "review --advisor")
"""Those of them that the name of somebody on file means, and no other words."""

NEEDED = {
    "snooze": "--until DATE",
    "criterion add": "--must",
    "occasion add": "--on DATE",
}
"""What a command needs besides its arguments."""
