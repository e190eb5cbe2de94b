"""The commands there are, in the order that help lists them."""

from __future__ import annotations

from boardroom.cli.board_nouns import BOARD_NOUNS
from boardroom.cli.entries import Branch, Leaf
from boardroom.cli.routines import ROUTINES
from boardroom.cli.talk_nouns import TALK_NOUNS

TREE: dict[str, Leaf | Branch] = {
    **ROUTINES,
    "undo": Leaf(
        "undo:undo",
        "Take back the last change, or the last N.",
        ("boardroom undo", "boardroom undo 3"),
    ),
    "redo": Leaf("undo:redo", "Bring back what undo took.", ("boardroom redo",)),
    "history": Leaf(
        "history:history",
        "What was changed, newest first.",
        ("boardroom history", "boardroom history --limit 5"),
    ),
    **BOARD_NOUNS,
    **TALK_NOUNS,
    "config": Branch(
        "The board's own defaults.",
        {
            "list": Leaf("config.reads:list_", "Every setting.", ("boardroom config list",)),
            "get": Leaf("config.reads:get", "One setting.", ("boardroom config get window",)),
            "set": Leaf(
                "config.changes:set_",
                "Change a setting.",
                ("boardroom config set window 3-5w", "boardroom config set window default"),
            ),
            "path": Leaf(
                "config.reads:path", "Where the board is kept.", ("boardroom config path",)
            ),
        },
    ),
    "demo": Leaf(
        "demo:demo",
        "Run any command on a throwaway board.",
        ("boardroom demo", "boardroom demo board", "boardroom demo advisor show marcus --json"),
        passes_on=True,
    ),
    "completion": Leaf(
        "completion:completion",
        "Print a shell's completion script.",
        ("boardroom completion bash",),
    ),
}
