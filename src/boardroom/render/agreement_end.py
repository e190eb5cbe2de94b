"""An agreement that ends, in words: what was hoped for beside what came of it."""

from __future__ import annotations

from boardroom.render.formatting import plural
from boardroom.render.privacy import marked, private_words
from boardroom.rules.due_items import AgreementEnd
from boardroom.rules.text import brief

_HOPES = 48


def hopes_and_outcome(end: AgreementEnd) -> str:
    """“hoped for “a seat at the table”; came of it: 1 goal, 2 pieces of advice that worked”."""
    goals, advice = end.achieved_count, end.worked_count
    parts = (
        f"{plural(goals, 'goal')} achieved" if goals else "",
        f"{'1 piece' if advice == 1 else f'{advice} pieces'} of advice worked" if advice else "",
    )
    came = ", ".join(part for part in parts if part) or "nothing on file yet"
    hopes = f"hoped for “{brief(end.hopes, _HOPES)}”" if end.hopes else ""
    hoped = f"{marked(hopes, private_words(end.private))}; " if hopes else ""
    return f"{hoped}came of it: {came}"
