"""Entries of a form, made up of words and of what is markup in a form."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)

_PIECES = (
    "a word", "a1:", "[v]", "[ ]", "by", "@", "by 1 Dec", "\\", "\\\\", "C:\\", "\\@", "\\by",
    "a12", "v3", "p4", "x5", "me:", "I will", "gave:", "[x]", "- ", "-", "\\-", "*", "+ one", "1. ",
    "## Notes", "#advice:", " ## Agenda ##", "### Notes", "# Own", "#", "\\## Notes", "<!-- x -->",
    "-->", ">", "> ", ">yes", ">50%", "\\>", "→ worked", "-> set aside: no", "\\→ trying", "🙂",
    "[/bold]", "2026-12-01", "tomorrow", "\n", "\n\n", "\n- ", "\n> ", "  ", "\t", "\xa0", "\u2028",
    "\x0b", "\x1b[1m", "漢字",
)  # fmt: skip
_texts = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map(" ".join) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1, max_size=30
)
texts = _texts.map(str.strip).filter(bool)
"""Texts as they are stored: cleaned, and not empty."""

_ids = st.none() | st.integers(1, 999)
_days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
_statuses = st.sampled_from(["trying", "worked", "did_not_work", "set_aside"])
_outcomes = st.just(("", None)) | st.tuples(_statuses, st.none() | texts)


def _records(record: Any, *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:  # noqa: ANN401  its class
    values = st.lists(
        st.tuples(_ids, *parts),
        max_size=3,
        unique_by=lambda item: object() if item[0] is None else item[0],
    )
    return values.map(lambda items: tuple(record(*item) for item in items))


entries = st.builds(
    LogEntry,
    notes=texts | st.just(""),
    agenda=_records(LoggedItem, texts, st.booleans(), texts | st.none()),
    advice=_records(lambda row_id, text, came: LoggedAdvice(row_id, text, *came), texts, _outcomes),
    promises=_records(LoggedPromise, st.sampled_from(["me", "them"]), texts, _days),
    exchanges=_records(LoggedExchange, st.sampled_from(["given", "received"]), texts),
)
"""Entries of all that a form can hold."""
