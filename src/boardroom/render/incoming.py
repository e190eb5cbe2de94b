"""What an import of another program's file would do, before anything is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from boardroom.render.imported import imported_json
from boardroom.render.page import Cell, Fields, Heading, Page, Prose
from boardroom.rules.imports import joined_imports
from boardroom.rules.names import fold
from boardroom.rules.text import join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.formats.incoming.outcome import PersonTaken, Preview
    from boardroom.formats.incoming.records import Incoming, Person
    from boardroom.render.page import Block

_SHOWN = 20
"""How many people, faults or doubts a preview lists."""
_NAMES_SHOWN = 10

_HOW = {
    "before": "on file, imported before",
    "name": "on file",
    "nickname": "on file by that nickname",
    "email": "on file with that email address",
    "part": "on file",
    "twice": "the same as above",
}


def preview_page(preview: Preview) -> Page:
    """The whole preview."""
    incoming, taken = preview.incoming, preview.taken
    counts = _meeting_counts(incoming, {fault.place for fault in taken.faults})
    rows = [
        (person.person.name, Cell(_of_person(person, counts))) for person in taken.people[:_SHOWN]
    ]
    rows += _more(len(taken.people))
    rows += [("becomes", Cell(words)) for words in incoming.maps]
    lost = [f"{words} ({count})" for words, count in incoming.lost.items() if count]
    rows += [("lost", Cell(words)) for words in lost]
    rows += [("doubtful", Cell(words)) for words in incoming.doubtful[:_SHOWN]]
    rows += _more(len(incoming.doubtful))
    faults = preview.faults
    rows += [("not read", Cell(str(fault), "overdue")) for fault in faults[:_SHOWN]]
    rows += _more(len(faults))
    if taken.gone_count:
        words = f"{taken.gone_count} removed here since the last import, and left out"
        rows.append(("removed", Cell(words)))
    blocks: list[Block] = [Heading(preview.name, (Cell(preview.words),)), Fields(tuple(rows))]
    if preview.not_taken:
        blocks.append(Prose(_not_taken(preview.not_taken)))
    return Page(tuple(blocks))


def preview_json(previews: Sequence[Preview]) -> dict[str, Any]:
    """The record of an import of other programs' files, before or after it."""
    incoming = [preview.incoming for preview in previews]
    return {
        **imported_json(joined_imports([preview.taken.imported for preview in previews])),
        "schema": "boardroom.import_people/1",
        "from": ", ".join(each.kind for each in incoming),
        "people": [
            {
                "name": person.person.name,
                "handle": person.handle,
                "known_by": None if person.status else person.how,
                "status": person.status or None,
                "fields": list(person.fields),
            }
            for preview in previews
            for person in preview.taken.people
        ],
        "not_taken": [person.name for preview in previews for person in preview.not_taken],
        "becomes": [words for each in incoming for words in each.maps],
        "lost": [
            {"what": what, "count": count}
            for each in incoming
            for what, count in each.lost.items()
            if count
        ],
        "doubtful": [words for each in incoming for words in each.doubtful],
        "faults": [
            {"place": fault.place, "field": fault.field or None, "problem": fault.problem}
            for preview in previews
            for fault in preview.faults
        ],
        "gone_count": sum(preview.taken.gone_count for preview in previews),
    }


def _of_person(taken: PersonTaken, counts: Mapping[str, int]) -> str:
    if taken.status:
        seat = "with a seat" if taken.status == "active" else "as a prospect"
        who = f"new, {seat} ({taken.handle})"
    else:
        how = _HOW[taken.how]
        if fold(taken.name) != fold(taken.person.name):
            how += f"{'' if how == _HOW['name'] else ','} as {taken.name}"
        who = f"{how} ({taken.handle})"
    fields = f": {join_words(taken.fields)}" if taken.fields else ""
    count = counts.get(taken.person.source_id, 0)
    meetings = f"{count} meeting{'' if count == 1 else 's'}" if count else ""
    return "; ".join(part for part in (f"{who}{fields}", meetings) if part)


def _not_taken(people: Sequence[Person]) -> str:
    if len(people) > _NAMES_SHOWN:
        return f"New and not taken: {len(people):,} people."
    names = join_words([person.name for person in people])
    return f"New and not taken: {names.removesuffix('.')}."


def _meeting_counts(incoming: Incoming, refused: Collection[str]) -> Counter[str]:
    """How many meetings each person has, without those in the `refused` places."""
    return Counter(meeting.who for meeting in incoming.meetings if meeting.place not in refused)


def _more(count: int) -> Iterable[tuple[str, Cell]]:
    if count > _SHOWN:
        yield "", Cell(f"and {count - _SHOWN:,} more")
