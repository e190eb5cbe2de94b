"""The advice in a brief: what came of it and is not told, then what has no outcome yet."""

from __future__ import annotations

from datetime import date

from boardroom.queries.advice import AdviceView
from boardroom.queries.prep import PrepView
from boardroom.render.advice import advice_privacy, with_outcome
from boardroom.rules.advice import has_outcome, status_words
from boardroom.rules.day_format import long_ago

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Mark = Callable[[str, str], str]
    _Section = tuple[str, list[tuple[str, str]]]

_LINES_ON_SCREEN = 5
_LEAST_OPEN = 2  # of it, without an outcome


def advice_sections(view: PrepView, mark: _Mark, *, whole: bool) -> list[_Section]:
    """Both sections; on a screen the first lines of each, and the command that lists the rest."""
    to_tell = [piece for piece in view.advice if has_outcome(piece.status)]
    still_open = [piece for piece in view.advice if not has_outcome(piece.status)]
    most_told = _LINES_ON_SCREEN - min(len(still_open), _LEAST_OPEN)
    most_open = max(_LEAST_OPEN, _LINES_ON_SCREEN - len(to_tell))
    open_label = "you advised" if view.advisor.role == "mentee" else "advice"
    return [
        ("report back", _lines(view, to_tell, mark, None if whole else most_told)),
        (open_label, _lines(view, still_open, mark, None if whole else most_open)),
    ]


def _lines(
    view: PrepView, pieces: list[AdviceView], mark: _Mark, most: int | None
) -> list[tuple[str, str]]:
    shown = pieces[:most]
    lines = [(piece.ref, mark(_words(piece, view.today), advice_privacy(piece))) for piece in shown]
    more = len(pieces) - len(shown)
    if more:
        lines.append(("", f"and {more:,} more: boardroom advice list {view.advisor.handle}"))
    return lines


def _words(piece: AdviceView, today: date) -> str:
    """“Ask Dana → She said yes (worked)”, “Say less, 6 weeks ago: what came of it?”."""
    if has_outcome(piece.status):
        return f"{with_outcome(piece)} ({status_words(piece.status)})"
    trying = " (trying)" if piece.status == "trying" else ""
    return f"{with_outcome(piece)}{trying}, {long_ago(piece.given_on, today)}: what came of it?"
