"""Remembers what the columns of a spreadsheet are, for the next file with the same header."""

from __future__ import annotations

from collections.abc import Mapping

from boardroom.store.rows import ColumnMapping
from boardroom.store.work import Work


def remember_columns(work: Work, mappings: Mapping[str, Mapping[str, str]]) -> bool:
    """Remembers mappings by the ids of their headers; a new one replaces an old one.

    Returns whether any is new.
    """
    is_any_new = False
    for header, columns in mappings.items():
        row = work.first(ColumnMapping, header=header)
        is_any_new |= row is None or row.columns != columns
        if row is None:
            work.add(ColumnMapping(header=header, columns=dict(columns)))
        else:
            row.columns = dict(columns)
    return is_any_new
