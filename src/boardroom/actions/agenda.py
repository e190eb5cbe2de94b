"""Putting items on the agenda, changing them, and closing them as covered or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from sqlmodel import select

from boardroom.actions.goals import goal_row, ref
from boardroom.errors import BadInput
from boardroom.models import Advisor, AgendaItem
from boardroom.rules.advisor import one_of, optional
from boardroom.rules.agenda import KINDS, check_step, kind_of
from boardroom.rules.day_format import format_day
from boardroom.rules.goals import check_open
from boardroom.rules.log_entry import LoggedItem
from boardroom.rules.text import brief, clean
from boardroom.store.work import Work


def add_items(
    work: Work,
    advisor_id: int,
    texts: Sequence[str],
    *,
    kind: str | None = None,
    goal_id: int | None = None,
) -> list[int]:
    """Puts an item a text on the agenda with somebody, of a kind told from the text where none is given; returns the row ids.

    Raises:
        BadInput: a text can't be kept, or there is no such kind.
        NotFound: there is no such goal.
        Refused: the goal that they are about was achieved or dropped.
    """
    advisor = work.get(Advisor, advisor_id)
    chosen = None if kind is None else _kind(kind)
    cleaned = [clean(text, what="agenda item") for text in texts]
    about = None if goal_id is None else _open_goal(work, goal_id)
    added = [
        work.add(
            AgendaItem(
                advisor_id=advisor_id,
                kind=chosen or kind_of(text),
                text=text,
                added_on=work.today,
                goal_id=about,
            )
        )
        for text in cleaned
    ]
    work.summary = f"Put {_several(added)} on the agenda with {advisor.name}{f': {brief(cleaned[0])}' if len(added) == 1 else ''}"
    return [_id(item) for item in added]


def edit_item(
    work: Work,
    item_id: int,
    *,
    text: str | None = None,
    kind: str | None = None,
    answer: str | None = None,
    goal_id: int | Literal[""] | None = None,
) -> None:
    """Changes what is given of an item; an empty answer or goal takes it away.

    Raises:
        NotFound: there is no such item or goal.
        BadInput: a text can't be kept, or there is no such kind.
        Refused: the goal that it is to be about was achieved or dropped.
    """
    item = _item(work, item_id)
    if text is not None:
        item.text = clean(text, what="agenda item")
    if kind is not None:
        item.kind = _kind(kind)
    if answer is not None:
        item.answer = optional(answer, "answer")
    if goal_id is not None:
        item.goal_id = _open_goal(work, goal_id) if goal_id else None
    work.summary = (
        f"Changed {_ref(item)} on the agenda with {_advisor(work, item).name}: {brief(item.text)}"
    )


def drop_item(work: Work, item_id: int) -> None:
    """Lets an open item go, as of today.

    Raises:
        NotFound: there is no such item.
        Refused: it is not open.
    """
    item = _item(work, item_id)
    advisor = _advisor(work, item)
    check_step(_ref(item), advisor.handle, item.status, "dropped")
    item.status, item.closed_on = "dropped", work.today
    work.summary = f"Dropped {_ref(item)} from the agenda with {advisor.name}: {brief(item.text)}"


def remove_item(work: Work, item_id: int) -> None:
    """Takes an item off file.

    Raises:
        NotFound: there is no such item.
    """
    item = _item(work, item_id)
    work.session.delete(item)
    work.summary = (
        f"Removed {_ref(item)} from the agenda with {_advisor(work, item).name}: {brief(item.text)}"
    )


def cover_items(
    work: Work, item_ids: Sequence[int], *, on: date | None = None, answer: str | None = None
) -> None:
    """Closes open items as covered, all or none, today where `on` is None; the answer, if there is one, is each item's.

    Raises:
        NotFound: one of them is gone, or never was.
        Refused: one is not open.
        BadInput: the day is ahead, or the answer can't be kept.
    """
    day = on or work.today
    if day > work.today:
        raise BadInput(
            f"{format_day(day)} is still to come, so nothing was covered then.",
            "Give a day up to today with --on.",
        )
    said = None if answer is None else clean(answer, what="answer")
    items = [_item(work, item_id) for item_id in dict.fromkeys(item_ids)]
    for item in items:
        advisor = _advisor(work, item)
        _cover(item, advisor, day)
        item.answer = said or item.answer
        work.summary = f"Covered {_ref(item)} on the agenda with {advisor.name}: {brief(item.text)}"
    if len(items) > 1:
        work.summary = f"Covered {_several(items)}"


def note_items(
    work: Work, advisor: Advisor, items: Sequence[LoggedItem], *, meeting_id: int, on: date
) -> None:
    """Lets the agenda with an advisor be as it was noted in a meeting of theirs: new items, words, answers, and what was covered.

    What the meeting covered and is now said to be open opens again.

    Raises:
        NotFound: an item is gone, or never was.
        BadInput: one is somebody else's, or a text can't be kept.
        Refused: one is covered that was not open.
    """
    for noted in items:
        if noted.id is None:
            item = _item(work, add_items(work, _advisor_id(advisor), [noted.text])[0])
        else:
            item = _theirs(work, advisor, noted.id)
            item.text = clean(noted.text, what="agenda item") if noted.text else item.text
        if noted.answer is not None:
            item.answer = optional(noted.answer, "answer")
        here = item.status == "covered" and item.meeting_id == meeting_id
        if noted.covered and not here:
            _cover(item, advisor, on)
            item.meeting_id = meeting_id
        elif here and noted.covered is False:
            item.status, item.meeting_id, item.closed_on = "open", None, None


def reopen_items(work: Work, meeting_id: int) -> None:
    """Opens again what was covered in a meeting that is to go; the answers were given there, and go with it."""
    for item in work.session.exec(select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)):
        item.status, item.answer, item.meeting_id, item.closed_on = "open", None, None, None
    work.session.flush()


def move_closing(work: Work, meeting_id: int, on: date) -> None:
    """Lets the day of closing follow the meeting that items were covered in."""
    for item in work.session.exec(select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)):
        item.closed_on = on


def _cover(item: AgendaItem, advisor: Advisor, on: date) -> None:
    check_step(_ref(item), advisor.handle, item.status, "covered")
    item.status, item.closed_on = "covered", on


def _theirs(work: Work, advisor: Advisor, item_id: int) -> AgendaItem:
    item = _item(work, item_id)
    if item.advisor_id != advisor.id:
        raise BadInput(
            f"{_ref(item)} is on the agenda with {_advisor(work, item).name}, not with {advisor.name}.",
            f"See theirs with: boardroom agenda list {advisor.handle}",
        )
    return item


def _open_goal(work: Work, goal_id: int) -> int:
    goal = goal_row(work, goal_id)
    check_open(ref(goal), goal.status, "nothing is put on an agenda for it")
    return goal_id


def _kind(given: str) -> str:
    return one_of(given, KINDS, "kind of agenda item")


def _item(work: Work, item_id: int) -> AgendaItem:
    return work.get(AgendaItem, item_id)


def _advisor(work: Work, item: AgendaItem) -> Advisor:
    return work.get(Advisor, item.advisor_id)


def _advisor_id(advisor: Advisor) -> int:
    assert advisor.id is not None  # it is on file
    return advisor.id


def _several(items: Sequence[AgendaItem]) -> str:
    return ", ".join(_ref(item) for item in items)


def _ref(item: AgendaItem) -> str:
    return f"a{item.id}"


def _id(item: AgendaItem) -> int:
    assert item.id is not None  # it has been flushed
    return item.id
