"""Introductions in words: who brought whom, what came of it, and whether they were told."""

from __future__ import annotations

from datetime import date

from boardroom.queries.introductions import Chain, IntroductionView
from boardroom.render.formatting import iso, short_day
from boardroom.render.page import Cell
from boardroom.render.privacy import marked, private_words
from boardroom.rules.lifecycle import status_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    _Mark = Callable[[str, str], str]


def introduced_by(view: IntroductionView, today: date, mark: _Mark = marked) -> str:
    """Who introduced somebody: “Marcus Ojo, Sat 24 Oct; you told them …”."""
    told = _told(view, today)
    words = f"{view.name}, {short_day(view.on, today)}{f'; {told}' if told else ''}"
    return mark(words, private_words(view.private))


def introduced(view: IntroductionView, today: date, mark: _Mark = marked) -> str:
    """Whom somebody introduced, and what came of it: “Dana Reyes: on the board since Tue 3 Nov”."""
    standing = view.standing
    if standing is not None:
        since = f" since {short_day(standing.since, today)}" if standing.status == "active" else ""
        came_of_it = f"{status_words(standing.status, view.role or 'advisor')}{since}"
    elif view.contacted_on is not None:
        came_of_it = f"contacted {short_day(view.contacted_on, today)}"
    else:
        came_of_it = "not contacted yet" if view.is_followed_up else short_day(view.on, today)
    parts = [part for part in (came_of_it, _told(view, today)) if part]
    return mark(f"{view.person}: {'; '.join(parts)}", private_words(view.private))


def chain_fields(chain: Chain, today: date) -> list[tuple[str, Cell]]:
    """Who introduced a person, and everybody whom they introduced, newest first."""
    by = [("introduced by", Cell(introduced_by(chain.by, today)))] if chain.by else []
    return by + [
        ("" if number else "introduced", Cell(f"{view.ref} {introduced(view, today)}"))
        for number, view in enumerate(chain.brought)
    ]


def chain_json(chain: Chain) -> dict[str, Any]:
    """The keys of a person's introductions."""
    return {
        "introduced_by": None if chain.by is None else _record(chain.by),
        "introductions": [_record(view) for view in chain.brought],
    }


def _told(view: IntroductionView, today: date) -> str:
    """Whether the advisor knows how it went; nothing before there is anything to tell."""
    if view.told_on is not None:
        return f"you told them how it went {short_day(view.told_on, today)}"
    is_on = view.standing is not None or view.contacted_on is not None
    return "you have not told them how it went" if is_on and view.is_followed_up else ""


def _record(view: IntroductionView) -> dict[str, Any]:
    return {
        "exchange": view.ref,
        "advisor": view.handle,
        "person": view.person,
        "on": view.on.isoformat(),
        "private": view.private,
        "handle": view.brought,
        "status": None if view.standing is None else view.standing.status,
        "contacted_on": iso(view.contacted_on),
        "told_on": iso(view.told_on),
    }
