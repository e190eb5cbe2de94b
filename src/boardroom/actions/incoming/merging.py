"""What a file changes in a record that the board has already."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boardroom.actions.incoming.origins import digest
from boardroom.formats.incoming.records import DATED, link_key
from boardroom.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.store.row import Row

    Check = Callable[[str, Mapping[str, Any]], str]
    """Why a record is refused, as “field: problem”; empty if it is not."""


class Merged(Record):
    """The new values of a row, and the columns in which it stays as it is, unlike the file.

    `agreed` is what of the file the board has now, to be remembered.
    """

    values: Mapping[str, Any]
    left: tuple[str, ...]
    agreed: Mapping[str, Any]


def merge(
    row: Row,
    values: Mapping[str, Any],
    remembered: Mapping[str, str],
    *,
    update: bool,
    assumed: Mapping[str, object],
) -> Merged:
    """Compares a row with what a file says of it, and with what the file said last time.

    What the board lacks or only `assumed` is filled in, and lists are joined. Where the user has
    changed a value since, the file changes it only if it has changed itself and with `update`.
    """
    uid: str = row.uid  # type: ignore[attr-defined]  # every row of an import has one
    new: dict[str, Any] = {}
    left: list[str] = []
    agreed: dict[str, Any] = {}
    for column, value in values.items():
        on_board = getattr(row, column)
        last = remembered.get(column)
        if isinstance(value, list):
            joined = [*on_board, *(item for item in value if item not in on_board)]
            if joined != on_board and last != digest(uid, value):
                new[column] = joined
            agreed[column] = value
            continue
        is_old_news = last == digest(uid, value)
        is_unknown = on_board in (None, "") or on_board == assumed.get(column)
        is_untouched = is_unknown or last == digest(uid, on_board)
        if _same(column, on_board, value) or (is_old_news and not update):
            agreed[column] = value
        elif update or is_untouched:
            new[column] = agreed[column] = value
        else:
            left.append(column)
    return Merged(new, tuple(left), agreed)


def _same(column: str, one: object, other: object) -> bool:
    if column == "link" and isinstance(one, str) and isinstance(other, str):
        return link_key(one) == link_key(other)
    if isinstance(one, str) and isinstance(other, str):  # many formats have no place for a break
        return _in_one_line(one) == _in_one_line(other)
    return one == other


def add_paragraphs(notes: str | None, paragraphs: tuple[str, ...]) -> str | None:
    """Notes with those paragraphs below them that they do not contain.

    One that the notes have without a day, or in several lines, is contained: a journal has neither.
    """
    if not notes:
        return "\n\n".join(paragraphs) or None
    whole = _in_one_line(notes)
    undated = {_in_one_line(paragraph) for paragraph in notes.split("\n\n")}
    new = [
        paragraph
        for paragraph in paragraphs
        if _in_one_line(paragraph) not in whole
        and DATED.sub("", _in_one_line(paragraph)) not in undated
    ]
    return "\n\n".join([notes, *new])


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def raw(row: Row) -> dict[str, Any]:
    """The columns of a row as a file would have them, for its model to check."""
    return {
        column: value.isoformat() if column in row.DAYS and value is not None else value
        for column, value in vars(row).items()
        if column in row.COLUMNS and column != "id"
    }
