"""How the active advisors differ, in words."""

from __future__ import annotations

from boardroom.queries.perspectives import Diversity
from boardroom.render.page import Block, Cell, Fields
from boardroom.rules.perspectives import Dimension, has_organisation
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_COMMAND = "boardroom advisor edit WHO --perspective organisation=outside"


def diversity_blocks(diversity: Diversity, *, with_hint: bool = True) -> tuple[Block, ...]:
    """A line for each dimension in which not all are alike.

    If it is not noted who is inside the user's organisation, and who outside, `with_hint` adds the
    command. If nothing at all is noted, one line says so. One advisor differs from nobody.
    """
    if diversity.active_count < 2:
        return ()
    texts = [_words(dimension) for dimension in diversity.dimensions if not dimension.is_alike]
    if not diversity.dimensions:
        texts.append(f"nothing noted yet: {_COMMAND}")
    elif with_hint and not has_organisation(diversity.dimensions):
        texts.append(f"inside or outside your organisation: {_COMMAND}")
    rows = [("" if number else "they differ", Cell(text)) for number, text in enumerate(texts)]
    return (Fields(tuple(rows)),) if rows else ()


def perspectives_json(diversity: Diversity) -> list[dict[str, Any]]:
    """The dimensions, as part of another record."""
    return [
        {
            "dimension": dimension.name,
            "values": [
                {
                    "value": holders.value,
                    "advisors": [member.handle for member in holders.members],
                }
                for holders in dimension.values
            ],
            "unknown": [member.handle for member in dimension.unknown],
        }
        for dimension in diversity.dimensions
    ]


def _words(dimension: Dimension) -> str:
    """“industry: food (Ana Lima), retail (Tom Berg), not noted (Dana Reyes)”."""
    values = [(brief(holders.value), holders.members) for holders in dimension.values]
    others = [("not noted", dimension.unknown)] if dimension.unknown else []
    shown = (
        f"{value} ({', '.join(member.name for member in members)})"
        for value, members in [*values, *others]
    )
    return f"{brief(dimension.name)}: {', '.join(shown)}"
