"""Putting two records of one person together: every record of the second goes to the first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from boardroom.actions import merged_once
from boardroom.actions.advisors import edit_advisor
from boardroom.actions.calendar import merge_answers
from boardroom.actions.lifecycle import seated
from boardroom.actions.merged_doubles import (
    drop_doubles,
    drop_letters,
    note_possible_doubles,
)
from boardroom.errors import BadInput, Refused
from boardroom.queries.settings import settings
from boardroom.rules.advisor import FIELDS, role_of_both
from boardroom.rules.merging import (
    Difference,
    differ,
    differing_keys,
    merge_value,
    nicknames_of_both,
)
from boardroom.rules.names import Named, find_matches
from boardroom.rules.text import join_words
from boardroom.store.row import Row
from boardroom.store.rows import REFERRING, Advisor, Source
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMES = ("id", "uid", "handle", "name", "nicknames")
"""The columns that are the first's; the second's names become nicknames."""

_ONCE: dict[str, Callable[[Work, Advisor, Advisor, Collection[str]], list[str]]] = {
    "agreement": merged_once.merge_agreements,
    "confidential_period": merged_once.merge_periods,
    "goal_helper": merged_once.merge_helpers,
    "rating": merged_once.merge_ratings,
    "review_answer": merged_once.merge_answers,
    "transition": merged_once.merge_steps,
}
"""The tables of which a person has one row of a kind, and what puts two together."""


def differences(
    work: Work, first_id: int, second_id: int, given: Collection[str]
) -> list[Difference]:
    """What two records of one person say differently, apart from the fields `given` besides.

    Raises:
        NotFound: there is no such person.
    """
    first, second = work.get(Advisor, first_id), work.get(Advisor, second_id)
    return [
        *_differing_fields(first, second, given),
        *merged_once.differing_records(work, first, second),
    ]


def merge_advisors(
    work: Work,
    first_id: int,
    second_id: int,
    fields: Mapping[str, Any],
    *,
    name: str | None = None,
    keep_second: Collection[str] = (),
) -> Done:
    """Gives every record of the second person to the first, and removes the second.

    `fields` and `name` are changed as by `edit_advisor`. Of the `differences`, those named in
    `keep_second` are settled as the second has it, and all others as the first has it.

    Raises:
        NotFound: there is no such person.
        BadInput: both are the same person, or a field is not valid.
        Refused: both have an answer in an open review, a new handle is taken, or a mentee would
            take a seat on a full board.
    """
    first, second = work.get(Advisor, first_id), work.get(Advisor, second_id)
    check_two(first, second)
    seated_before = seated(work.connection)
    merged_once.check_reviews(work, first, second)
    refs = []
    for table in REFERRING[Advisor.TABLE]:
        if table in _ONCE:
            refs += _ONCE[table](work, first, second, keep_second)
        else:
            for row in work.find(_ROWS[table], advisor_id=second_id):
                row.advisor_id = first_id  # type: ignore[attr-defined]  # it refers to a person
    refs += drop_doubles(work, first)
    drop_letters(work, first)
    merge_answers(work, first.uid, second.uid)
    values = _merged_fields(first, second, keep_second)
    for source in work.find(Source, row_uid=second.uid):
        source.row_uid = first.uid  # so that a file they came from does not make them anew
    work.delete(second)
    for column, value in values.items():
        setattr(first, column, value)
    work.flush()
    if fields or name is not None:
        edit_advisor(work, first_id, dict(fields), name=name)
    _check_seats(work, first, seated_before)
    if refs:
        work.note(f"Kept once, as both had it: {join_words(refs)}.")
    note_possible_doubles(work, first)
    return work.did(
        f"Merged {second.name} ({second.handle}) into {first.name} ({first.handle})", first_id
    )


def _check_seats(work: Work, merged: Advisor, before: Sequence[str]) -> None:
    """Checks that a mentee who is merged with an advisor takes no seat that is not free."""
    after = seated(work.connection)
    most = settings(work.connection).seats.most
    if len(after) > max(len(before), most):
        raise Refused(
            f"As mentee and advisor, {merged.name} would take a seat, and all {most} are taken.",
            "Leave them your mentee with --role mentee, or pause or part with somebody first.",
        )


def check_two(first: Advisor, second: Advisor) -> None:
    """Checks that two people were named.

    Raises:
        BadInput: it is the same person.
    """
    if first is second:
        raise BadInput(
            f"Both are {first.name} ({first.handle}), so there is nothing to merge.",
            "Name the other record by its handle; see: boardroom advisor list --all",
        )


def _differing_fields(first: Advisor, second: Advisor, given: Collection[str]) -> list[Difference]:
    labels = {field.name: field.label for field in FIELDS}
    words = {field.name: field.words for field in FIELDS}
    found = []
    for column in _merged_columns(given):
        one, other = getattr(first, column), getattr(second, column)
        if column == "role":  # of two, both
            continue
        if isinstance(one, dict):
            found += [
                Difference(
                    f"{column}.{key}", f"{labels.get(column, column)} {key}", one[key], other[key]
                )
                for key in differing_keys(one, other)
                if f"{column}.{key}" not in given
            ]
        elif differ(column, one, other, default=getattr(Advisor, column)):
            say = words.get(column) or str
            found.append(
                Difference(column, labels.get(column, column).lower(), say(one), say(other))
            )
    return found


def _merged_fields(first: Advisor, second: Advisor, keep_second: Collection[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in _merged_columns(()):
        pair = getattr(first, column), getattr(second, column)
        one, other = reversed(pair) if column in keep_second else pair
        values[column] = merge_value(column, one, other, default=getattr(Advisor, column))
        if isinstance(one, dict):
            chosen = {key: other[key] for key in other if f"{column}.{key}" in keep_second}
            values[column] |= chosen
    values["role"] = role_of_both(first.role, second.role)
    names = [second.name, *second.nicknames]
    nicknames = nicknames_of_both([first.name, *first.nicknames], names)[1:]
    merged = Named(first.id, first.handle, first.name, tuple(nicknames))
    if not find_matches(second.handle, [merged]) and not _is_numbered(second.handle):
        nicknames.append(second.handle)
    values["nicknames"] = nicknames
    return values


def _is_numbered(handle: str) -> bool:
    """Whether a handle like `marcus-2` was made because a better one was taken."""
    return handle.rpartition("-")[2].isdigit()


def _merged_columns(given: Collection[str]) -> list[str]:
    return [column for column in Advisor.COLUMNS if column not in (*_NAMES, *given)]


_ROWS: dict[str, type[Row]] = {row.TABLE: row for row in Row.__subclasses__()}
