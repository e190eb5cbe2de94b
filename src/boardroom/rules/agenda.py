"""The kinds, the lifecycle and the fields of agenda items.

Source: topics and questions prepared in advance (articles 000, 003, 004).
"""

from __future__ import annotations

from boardroom.errors import Refused
from boardroom.rules.fields import PRIVATE, Field
from boardroom.rules.ids import GOAL

KINDS = ("topic", "question", "update")

NEXT = {"open": ("covered", "dropped"), "covered": (), "dropped": ()}
"""The statuses that may follow each. An item reopens only if its meeting is removed or edited."""

FIELDS = (
    Field("kind", "kind"),
    Field("goal_id", "goal", letter=GOAL.letter),
    PRIVATE,
    Field("text", "Text", text=True),
    Field("answer", "Answer", text=True),
)
"""The editable fields of an item."""


def kind_of(text: str) -> str:
    """The default kind of an item: a question if it ends in a question mark, else a topic."""
    return "question" if text.endswith("?") else "topic"


def check_step(ref: str, handle: str, status: str, to: str, *, meeting: str | None = None) -> None:
    """Checks that an item may go from `status` to `to`; `meeting` is where it was covered.

    Raises:
        Refused: `NEXT` does not allow it.
    """
    if to in NEXT[status]:
        return
    sentence = (
        f"{ref} was already {status}{f' in {meeting}' if meeting else ''}."
        if status == to
        else f"{ref} was {status}, so it can't be {to}."
    )
    raise Refused(sentence, f"To raise it again: boardroom agenda add {handle} TEXT")
