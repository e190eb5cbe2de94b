"""Agenda items: adding, changing and removing them, and closing them as covered or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.actions.goals import check_goal_open
from boardroom.actions.on_file import check_new_words, item_on_file
from boardroom.actions.privacy import edited_fields, set_private
from boardroom.queries.private import is_private
from boardroom.rules.agenda import FIELDS, KINDS, check_step, kind_of
from boardroom.rules.calendar import check_not_future
from boardroom.rules.fields import format_edit
from boardroom.rules.ids import AGENDA_ITEM
from boardroom.rules.repetition import first_with_words
from boardroom.rules.starters import Starter
from boardroom.rules.text import brief, clean, one_of, optional
from boardroom.store.rows import Advisor, AgendaItem
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


def add_items(
    work: Work,
    advisor_id: int,
    texts: Sequence[str],
    *,
    kind: str | None = None,
    goal_id: int | None = None,
    private: bool | None = None,
) -> Done:
    """Adds an item for each text; `kind` defaults to the one detected from the text.

    Of a text that is on the agenda already, no second item is made; the ids include it.

    Raises:
        BadInput: a text is not valid, or there is no such kind.
        NotFound: there is no such goal.
        Refused: the goal was achieved or dropped, or an item on file has another kind or goal.
    """
    advisor = work.get(Advisor, advisor_id)
    given_kind = None if kind is None else _kind(kind)
    cleaned = [clean(text, what=AGENDA_ITEM.noun) for text in texts]
    if goal_id is not None:
        _check_goal(work, goal_id)
    new: list[AgendaItem] = []
    items: list[AgendaItem] = []
    for text in cleaned:
        item = first_with_words(text, new) or item_on_file(
            work,
            advisor,
            text,
            kind=given_kind,
            goal_id=goal_id,
            private=private,
            fields=FIELDS,
        )
        if item is None:
            item = work.add(
                AgendaItem(
                    advisor_id=advisor_id,
                    kind=given_kind or kind_of(text),
                    text=text,
                    added_on=work.today,
                    goal_id=goal_id,
                )
            )
            set_private(work, item, private=private)
            new.append(item)
        items.append(item)
    words = f": {brief(new[0].text)}" if len(new) == 1 else ""
    for item in new if len(new) > 1 else ():
        work.note(f"{item.ref} {brief(item.text)}")
    return work.did(
        f"Put {_refs(new)} on the agenda with {advisor.name}{words}",
        *dict.fromkeys(item.id for item in items),
    )


def add_starters(work: Work, advisor_id: int, starters: Sequence[Starter]) -> Done:
    """Adds items made of goals, steps and advice. One made of a private record is private."""
    advisor = work.get(Advisor, advisor_id)
    ids = [
        add_items(
            work,
            advisor_id,
            [starter.text],
            kind=starter.kind,
            goal_id=starter.goal_id,
            private=starter.private or None,
        ).id
        for starter in starters
    ]
    items = (work.get(AgendaItem, item_id) for item_id in ids)
    texts = "; ".join(f"{item.ref} {brief(item.text)}" for item in items)
    return work.did(f"Put on the agenda with {advisor.name}: {texts}", *ids)


def edit_item(
    work: Work,
    item_id: int,
    *,
    text: str | None = None,
    kind: str | None = None,
    answer: str | None = None,
    goal_id: int | Literal[""] | None = None,
    private: bool | None = None,
) -> Done:
    """Changes the given fields; an empty answer or goal clears the field.

    Raises:
        NotFound: there is no such item or goal.
        BadInput: a text is not valid, or there is no such kind.
        Refused: the goal was achieved or dropped, or another open item has the same words.
    """
    item = work.get(AgendaItem, item_id)
    was_private = is_private(work.connection, AgendaItem.TABLE, item_id)
    if text is not None:
        set_item_text(work, item, text)
    if kind is not None:
        item.kind = _kind(kind)
    if answer is not None:
        item.answer = optional(answer, "answer")
    if goal_id is not None:
        if goal_id:
            _check_goal(work, goal_id)
        item.goal_id = goal_id or None
    set_private(work, item, private=private)
    changes = edited_fields(work, item, FIELDS, was_private=was_private)
    return work.did(
        format_edit(
            item.ref, item.text, f" on the agenda with {_advisor(work, item).name}", changes
        ),
        item.id,
        changes=changes,
    )


def set_item_text(work: Work, item: AgendaItem, text: str) -> None:
    """Gives an item a new text.

    Raises:
        BadInput: it is not valid.
        Refused: another open item with that person has the same words.
    """
    cleaned = clean(text, what=AGENDA_ITEM.noun)
    if item.status == "open":
        open_items = work.find(AgendaItem, advisor_id=item.advisor_id, status="open")
        check_new_words(item, cleaned, open_items)
    item.text = cleaned


def drop_item(work: Work, item_id: int) -> Done:
    """Drops an open item, dated today.

    Raises:
        NotFound: there is no such item.
        Refused: it is not open.
    """
    item = work.get(AgendaItem, item_id)
    advisor = _advisor(work, item)
    check_step(item.ref, advisor.handle, item.status, "dropped")
    item.status, item.closed_on = "dropped", work.today
    return work.did(
        f"Dropped {item.ref} from the agenda with {advisor.name}: {brief(item.text)}", item.id
    )


def drop_items(work: Work, item_ids: Sequence[int]) -> Done:
    """Drops several open items, all or none.

    Raises:
        NotFound, Refused: see `drop_item`.
    """
    drops = [drop_item(work, item_id) for item_id in item_ids]
    if len(drops) == 1:
        return drops[0]
    dropped = [work.get(AgendaItem, item_id) for item_id in item_ids]
    texts = "; ".join(f"{item.ref} {brief(item.text)}" for item in dropped)
    return work.did(f"Dropped {texts}", *item_ids)


def remove_item(work: Work, item_id: int) -> Done:
    """Removes an item.

    Raises:
        NotFound: there is no such item.
    """
    item = work.get(AgendaItem, item_id)
    name = _advisor(work, item).name
    work.delete(item)
    return work.did(f"Removed {item.ref} from the agenda with {name}: {brief(item.text)}", item_id)


def cover_items(
    work: Work, item_ids: Sequence[int], *, on: date | None = None, answer: str | None = None
) -> Done:
    """Closes open items as covered, all or none, on a day (default: today), with the same answer.

    Raises:
        NotFound: there is no such item.
        Refused: one is not open.
        BadInput: the day is in the future, or the answer is not valid.
    """
    day = on or work.today
    check_not_future(day, "covered", today=work.today)
    words = None if answer is None else clean(answer, what="answer")
    items = [work.get(AgendaItem, item_id) for item_id in dict.fromkeys(item_ids)]
    for item in items:
        cover(item, _advisor(work, item), day)
        item.answer = words or item.answer
    what = _refs(items)
    if len(items) == 1:
        name = _advisor(work, items[0]).name
        what = f"{what} on the agenda with {name}: {brief(items[0].text)}"
    return work.did(f"Covered {what}", *(item.id for item in items))


def cover(item: AgendaItem, advisor: Advisor, on: date) -> None:
    """Closes an open item as covered on a day.

    Raises:
        Refused: it is not open.
    """
    check_step(item.ref, advisor.handle, item.status, "covered")
    item.status, item.closed_on = "covered", on


def _check_goal(work: Work, goal_id: int) -> None:
    check_goal_open(work, goal_id, "nothing can be put on an agenda for it")


def _kind(text: str) -> str:
    return one_of(text, KINDS, "kind of agenda item")


def _advisor(work: Work, item: AgendaItem) -> Advisor:
    return work.get(Advisor, item.advisor_id)


def _refs(items: Sequence[AgendaItem]) -> str:
    return ", ".join(item.ref for item in items)
