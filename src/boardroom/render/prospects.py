"""Prospects ranked by the criteria for the next advisor, and one person's ratings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.queries.criteria import RatingView
from boardroom.queries.introductions import Chain
from boardroom.queries.prospects import RatedView
from boardroom.render.advisors import advisor_record, pipe_row
from boardroom.render.formatting import short_day
from boardroom.render.introductions import chain_json
from boardroom.render.page import Block, Cell, Column, Heading, Page, Prose, Table, for_pipe
from boardroom.rules.criteria import Match, Tally, kind_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WHERE_TO_LOOK = (
    "Where to look: alumni, former colleagues, associations, your networks; your boss, friends,"
    " family and community too."
)
_NO_CRITERIA = "Nothing to rank them by yet. Add a criterion: boardroom criterion add TEXT --must"
_UNKNOWN = "Unknown is not no: boardroom advisor rate WHO cID yes|no"


def advisor_json(view: RatedView, events: Iterable[dict[str, Any]], chain: Chain) -> dict[str, Any]:
    """The record of one person, with ratings, introductions and the `events` of their timeline."""
    return {
        "schema": "boardroom.advisor/1",
        **_rated_record(view),
        **chain_json(chain),
        "timeline": events,
    }


def advisors_json(views: Iterable[RatedView]) -> dict[str, Any]:
    """The record of several people, with their ratings."""
    return {"schema": "boardroom.advisors/1", "advisors": [_rated_record(view) for view in views]}


def prospects_page(views: Sequence[RatedView], today: date, nobody: str) -> Page:
    """The prospects, one per row, the best first; `nobody` is the text of an empty list."""
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
    pipe = for_pipe((*pipe_row(view.advisor), *view.match.must, *view.match.nice) for view in views)
    return Page(tuple(blocks), (pipe,))


def ratings_blocks(ratings: Sequence[RatingView]) -> list[Block]:
    """A person's ratings, one per row; no blocks without ratings."""
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
            Cell(criterion.ref, "strong"),
            Cell(kind_words(must=criterion.must), "quiet"),
            _VERDICTS[meets],
            Cell(criterion.text),
        )
        for criterion, meets in ratings
    )
    return [Heading("Criteria"), Table(columns, rows)]


def tally_words(tally: Tally) -> str:
    """“2 met, 1 missing, 1 unknown”, without the zeros."""
    counts = ((tally.met, "met"), (tally.missing, "missing"), (tally.unknown, "unknown"))
    return ", ".join(f"{count} {word}" for count, word in counts if count)


_VERDICTS = {
    True: Cell("yes", "good"),
    False: Cell("no", "overdue"),
    None: Cell("unknown", "quiet"),
}


def _must(match: Match) -> Cell:
    tally = match.must
    role = "overdue" if tally.missing else "good" if tally.met and not tally.unknown else ""
    return Cell(tally_words(tally), role)


def _state(view: RatedView, today: date) -> Cell:
    """The status, with its day unless they are just a prospect."""
    standing = view.advisor.standing
    since = "" if standing.status == "prospect" else f" {short_day(standing.since, today)}"
    return Cell(f"{standing.status}{since}", "quiet")


def _rated_record(view: RatedView) -> dict[str, Any]:
    return {
        **advisor_record(view.advisor),
        "ratings": [
            {
                "criterion": criterion.ref,
                "text": criterion.text,
                "must": criterion.must,
                "meets": meets,
            }
            for criterion, meets in view.ratings
        ],
        "match": {"must": view.match.must._asdict(), "nice": view.match.nice._asdict()},
    }
