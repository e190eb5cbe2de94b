"""The hits of a search, with the words around each."""

from __future__ import annotations

from datetime import date

from boardroom.queries.long_list import convert
from boardroom.queries.search import Hit, HitList
from boardroom.render.formatting import iso, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.render.privacy import marked, private_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def hits_json(listed: HitList) -> dict[str, Any]:
    """The record of the hits; `found` is the match, `text` the match with the words around it."""
    return {"schema": "boardroom.hits/1", "hits": convert(listed.hits, _record)}


def hits_page(listed: HitList, today: date, nothing: str, all_: str) -> Page:
    """The hits, one per row.

    `nothing` is the text of an empty list, `all_` says how to list the rest.
    """
    if not listed.hits:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("with", lead=True),
        Column("in", lead=True),
        Column("words around", bare=True, least=48),
    )
    rows = (
        (
            Cell(_ref(hit) or "", "strong"),
            Cell(short_day(hit.on, today) if hit.on else ""),
            Cell(hit.name or ""),
            Cell(_field(hit), "quiet"),
            _words(hit),
        )
        for hit in listed.hits
    )
    more = f"{listed.left_out_count:,} more: {all_}" if listed.left_out_count else ""
    return Page((Table(columns, rows, more),), (for_pipe(_pipe_row(hit) for hit in listed.hits),))


def _field(hit: Hit) -> str:
    """The kind of record and the field, “meeting notes”; for a person only the field, “seat”."""
    as_named = hit.field.replace("_", " ")
    if hit.kind == "advisor":
        return as_named
    kind = _KINDS.get(hit.kind, hit.kind)
    return f"{kind} {_FIELDS.get(hit.field, as_named)}".rstrip()


def _words(hit: Hit) -> Cell:
    before, match, after = hit.excerpt
    words = marked(f"{before}{match}{after}", private_words(hit.private))
    return Cell(words, mark=(len(before), len(before) + len(match)))


def _ref(hit: Hit) -> str | None:
    return str(hit.ref) if hit.ref else None


def _pipe_row(hit: Hit) -> tuple[str | date | None, ...]:
    return (
        hit.kind,
        _ref(hit),
        hit.handle,
        hit.on,
        hit.field,
        "".join(hit.excerpt),
        private_words(hit.private),
    )


def _record(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "id": _ref(hit),
        "advisor": hit.handle,
        "name": hit.name,
        "on": iso(hit.on),
        "field": hit.field,
        "text": "".join(hit.excerpt),
        "found": hit.excerpt.match,
        "private": hit.private,
    }


_KINDS = {"transition": "status"}
# A record's main text is named by its kind alone.
_FIELDS = {"text": "", "title": "", "board_note": "note"}
