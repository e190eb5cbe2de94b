"""People beside what is looked for: the ranked prospects, and how one was rated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from boardroom.queries.criteria import RatingView
from boardroom.queries.prospects import RatedView
from boardroom.render.advisors import advisor_json, advisors_json, pipe_row
from boardroom.render.formatting import short_day
from boardroom.render.page import Block, Cell, Column, Heading, Page, Prose, Table, for_pipe
from boardroom.rules.criteria import Match, Tally, kind_words

_NO_CRITERIA = (
    "Nothing to rank them by yet. Say whom you look for: boardroom criterion add TEXT --must"
)
_UNKNOWN = "Unknown is not no: boardroom advisor rate WHO cID yes|no"


def rated_json(view: RatedView) -> dict[str, Any]:
    """One person, with each criterion and whether they meet it."""
    return {**advisor_json(view.advisor), **_rated(view)}


def prospects_json(views: Sequence[RatedView]) -> dict[str, Any]:
    """The prospects, the best first."""
    found = advisors_json([view.advisor for view in views])
    return {
        **found,
        "advisors": [
            {**record, **_rated(view)}
            for record, view in zip(found["advisors"], views, strict=True)
        ],
    }


def prospects_page(views: Sequence[RatedView], today: date, nobody: str) -> Page:
    """One row a prospect, the best first; `nobody` is said where there is none."""
    if not views:
        return Page((Prose(nobody),), ())
    columns = (
        Column("handle", fixed=True, lead=True),
        Column("name", lead=True),
        Column("state", fixed=True, bare=True),
        Column("must have", least=20),
        Column("nice to have", least=20),
    )
    rows = tuple(
        (
            Cell(view.advisor.handle, "strong"),
            Cell(view.advisor.name),
            _state(view, today),
            _must(view.match),
            Cell(tally_words(view.match.nice)),
        )
        for view in views
    )
    blocks: list[Block] = [Table(columns, rows)]
    if not views[0].ratings:
        blocks.append(Prose(_NO_CRITERIA, "quiet"))
    elif any(tally.unknown for view in views for tally in view.match):
        blocks.append(Prose(_UNKNOWN, "quiet"))
    return Page(
        tuple(blocks),
        (
            for_pipe(
                (*pipe_row(view.advisor), *view.match.must, *view.match.nice) for view in views
            ),
        ),
    )


def ratings_blocks(ratings: Sequence[RatingView]) -> list[Block]:
    """How somebody was rated, criterion by criterion; nothing where they never were."""
    if all(rating.meets is None for rating in ratings):
        return []
    columns = (
        Column("id", fixed=True, lead=True),
        Column("kind", fixed=True, lead=True),
        Column("met", fixed=True, lead=True),
        Column("what", bare=True, least=24),
    )
    rows = tuple(
        (
            Cell(f"c{criterion.id}", "strong"),
            Cell(kind_words(must=criterion.must), "quiet"),
            _VERDICTS[meets],
            Cell(criterion.text),
        )
        for criterion, meets in ratings
    )
    return [Heading("Looked for"), Table(columns, rows)]


def tally_words(tally: Tally) -> str:
    """“2 met, 1 missing, 1 unknown”, without what there is none of."""
    counted = ((tally.met, "met"), (tally.missing, "missing"), (tally.unknown, "unknown"))
    return ", ".join(f"{count} {word}" for count, word in counted if count)


_VERDICTS = {
    True: Cell("yes", "good"),
    False: Cell("no", "overdue"),
    None: Cell("unknown", "quiet"),
}


def _must(match: Match) -> Cell:
    role = (
        "overdue"
        if match.must.missing
        else "good"
        if match.must.met and not match.must.unknown
        else ""
    )
    return Cell(tally_words(match.must), role)


def _state(view: RatedView, today: date) -> Cell:
    """Where somebody stands, and since when where a word was said."""
    where = view.advisor.standing
    return Cell(
        where.status
        if where.status == "prospect"
        else f"{where.status} {short_day(where.since, today)}",
        "quiet",
    )


def _rated(view: RatedView) -> dict[str, Any]:
    return {
        "ratings": [
            {
                "criterion": f"c{criterion.id}",
                "text": criterion.text,
                "must": criterion.must,
                "meets": meets,
            }
            for criterion, meets in view.ratings
        ],
        "match": {"must": view.match.must._asdict(), "nice": view.match.nice._asdict()},
    }
