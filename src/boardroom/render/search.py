"""What a search found: where it stands, and the words around it."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardroom.queries.search import Hit, HitList
from boardroom.render.formatting import iso, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe


def hits_json(found: HitList) -> dict[str, Any]:
    """What was found; `text` is the words around, `found` the words themselves as they were written."""
    return {"schema": "boardroom.hits/1", "hits": [_record(hit) for hit in found.hits]}


def hits_page(found: HitList, today: date, nothing: str, all_: str) -> Page:
    """One row a hit; `nothing` is said where there is none, `all_` is the command that shows those left out."""
    if not found.hits:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("with", lead=True),
        Column("in", lead=True),
        Column("words around", bare=True, least=48),
    )
    rows = tuple(
        (
            Cell(_ref(hit) or "", "strong"),
            Cell(short_day(hit.on, today) if hit.on else ""),
            Cell(hit.name or ""),
            Cell(_where(hit), "quiet"),
            _words(hit),
        )
        for hit in found.hits
    )
    more = f"{found.left_out_count:,} more: {all_}" if found.left_out_count else ""
    return Page((Table(columns, rows, more),), (for_pipe(_pipe_row(hit) for hit in found.hits),))


def _where(hit: Hit) -> str:
    """The kind of record and the field, as words: “meeting notes”, “promise”; a person's field alone: “seat”."""
    field = _FIELDS.get(hit.field, hit.field.replace("_", " "))
    kind = _KINDS.get(hit.kind, hit.kind)
    return field if hit.kind == "advisor" else f"{kind} {field}".rstrip()


def _words(hit: Hit) -> Cell:
    before, found, after = hit.excerpt
    return Cell(f"{before}{found}{after}", mark=(len(before), len(before) + len(found)))


def _ref(hit: Hit) -> str | None:
    return str(hit.ref) if hit.ref else None


def _pipe_row(hit: Hit) -> tuple[str | date | None, ...]:
    return hit.kind, _ref(hit), hit.handle, hit.on, hit.field, "".join(hit.excerpt)


def _record(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "id": _ref(hit),
        "advisor": hit.handle,
        "name": hit.name,
        "on": iso(hit.on),
        "field": hit.field,
        "text": "".join(hit.excerpt),
        "found": hit.excerpt.found,
    }


_KINDS = {"transition": "status"}
# What a record is about needs no word of its own.
_FIELDS = {"text": "", "title": "", "board_note": "note"}
