"""The agenda of a meeting: stored from its log, and changed with its day or its removal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.actions.agenda import add_items, cover, set_item_text
from boardroom.actions.privacy import set_private
from boardroom.errors import BadInput
from boardroom.queries.private import is_private
from boardroom.rules.agenda import check_step
from boardroom.rules.ids import MEETING
from boardroom.rules.log_entry import LoggedItem
from boardroom.rules.text import optional
from boardroom.store.rows import Advisor, AgendaItem
from boardroom.store.work import Work


def log_items(
    work: Work, advisor: Advisor, items: Sequence[LoggedItem], *, meeting_id: int, on: date
) -> list[int]:
    """Stores the agenda of a log entry: new items, texts, answers, and the items covered.

    An item covered in this meeting is reopened if the entry says so. A new item of a private
    meeting is private. Returns the ids.

    Raises:
        NotFound: there is no such item.
        BadInput: an item belongs to another advisor, or a text is not valid.
        Refused: an item to cover is not open, or an item gets the words of another one.
    """
    item_ids = []
    is_secret = is_private(work.connection, "meeting", meeting_id)
    known_ids = _item_ids(work, advisor.id) if is_secret else set()
    for logged in items:
        if logged.id is None:
            item = work.get(AgendaItem, add_items(work, advisor.id, [logged.text]).id)
            if is_secret and item.id not in known_ids:
                set_private(work, item, private=True)
        else:
            item = work.get(AgendaItem, logged.id)
            check_on_agenda(work, item, advisor)
            if logged.text:
                set_item_text(work, item, logged.text)
        if logged.answer is not None:
            item.answer = optional(logged.answer, "answer")
        covered_here = item.status == "covered" and item.meeting_id == meeting_id
        if logged.covered and not covered_here:
            check_open(item, advisor)
            cover(item, advisor, on)
            item.meeting_id = meeting_id
        elif covered_here and logged.covered is False:
            item.status, item.meeting_id, item.closed_on = "open", None, None
        item_ids.append(item.id)
    return item_ids


def _item_ids(work: Work, advisor_id: int) -> set[int]:
    # Not as rows, of which there may be hundreds: each flush compares all that are loaded.
    rows = work.connection.execute("SELECT id FROM agenda_item WHERE advisor_id = ?", (advisor_id,))
    return {item_id for (item_id,) in rows}


def reopen_items(work: Work, meeting_id: int) -> None:
    """Reopens the items covered in a meeting about to be removed, and clears their answers."""
    for item in work.find(AgendaItem, meeting_id=meeting_id):
        item.status, item.answer, item.meeting_id, item.closed_on = "open", None, None, None


def move_closing_day(work: Work, meeting_id: int, on: date) -> None:
    """Moves the closing day of the items covered in a meeting to `on`."""
    for item in work.find(AgendaItem, meeting_id=meeting_id):
        item.closed_on = on


def check_open(item: AgendaItem, advisor: Advisor) -> None:
    """Checks that an item can be covered; the error names the meeting that it was covered in.

    Raises:
        Refused: it is not open.
    """
    meeting = None if item.meeting_id is None else MEETING.ref(item.meeting_id)
    check_step(item.ref, advisor.handle, item.status, "covered", meeting=meeting)


def check_on_agenda(work: Work, item: AgendaItem, advisor: Advisor) -> None:
    """Checks that an item is on the agenda with an advisor.

    Raises:
        BadInput: it is on that with somebody else.
    """
    if item.advisor_id != advisor.id:
        raise BadInput(
            f"{item.ref} is on the agenda with {work.get(Advisor, item.advisor_id).name},"
            f" not with {advisor.name}.",
            f"See their agenda with: boardroom agenda list {advisor.handle}",
        )
