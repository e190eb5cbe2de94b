"""What an import of another program's file would do, before anything is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from boardroom.render.imported import imported_json
from boardroom.render.page import Cell, Fields, Heading, Page, Prose
from boardroom.rules.imports import joined_imports
from boardroom.rules.names import fold
from boardroom.rules.text import join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.formats.incoming.outcome import PersonTaken, Preview
    from boardroom.formats.incoming.records import Fault, Incoming, Person

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
    people = _people_rows(preview)
    rows = (*people, *_file_rows(preview.incoming, preview.faults), *_removed_rows(preview))
    return Page((_heading(preview), Fields(rows), *_not_taken(preview.not_taken)))


def file_page(name: str, words: str, incoming: Incoming) -> Page:
    """What a file is and becomes, and what of it is lost, doubtful or not read."""
    rows = Fields((*_file_rows(incoming, incoming.faults),))
    return Page((Heading(name, (Cell(words),)), rows))


def people_page(preview: Preview, *, is_one_of_several: bool) -> Page:
    """What becomes of the people, below the page of the file."""
    heading = [_heading(preview)] if is_one_of_several else []
    faults = _fault_rows(preview.taken.faults)
    rows = (*_people_rows(preview), *faults, *_removed_rows(preview))
    return Page((*heading, Fields(rows), *_not_taken(preview.not_taken)))


def _heading(preview: Preview) -> Heading:
    return Heading(preview.name, (Cell(preview.words),))


def _people_rows(preview: Preview) -> list[tuple[str, Cell]]:
    people, faults = preview.taken.people, preview.taken.faults
    counts = _meeting_counts(preview.incoming, {fault.place for fault in faults})
    rows = [(person.person.name, Cell(_of_person(person, counts))) for person in people[:_SHOWN]]
    return [*rows, *_more(len(people))]


def _file_rows(incoming: Incoming, faults: Sequence[Fault]) -> Iterator[tuple[str, Cell]]:
    yield from (("becomes", Cell(words)) for words in incoming.maps)
    lost = (f"{words} ({count})" for words, count in incoming.lost.items() if count)
    yield from (("lost", Cell(words)) for words in lost)
    yield from (("doubtful", Cell(words)) for words in incoming.doubtful[:_SHOWN])
    yield from _more(len(incoming.doubtful))
    yield from _fault_rows(faults)


def _fault_rows(faults: Sequence[Fault]) -> Iterator[tuple[str, Cell]]:
    yield from (("not read", Cell(str(fault), "overdue")) for fault in faults[:_SHOWN])
    yield from _more(len(faults))


def _removed_rows(preview: Preview) -> Iterator[tuple[str, Cell]]:
    if count := preview.taken.gone_count:
        yield "removed", Cell(f"{count} removed here since the last import, and left out")


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
        near = f", beside {taken.near.name} ({taken.near.handle})" if taken.near else ""
        who = f"new, {seat} ({taken.handle}){near}"
    else:
        how = _HOW[taken.how]
        if fold(taken.name) != fold(taken.person.name):
            how += f"{'' if how == _HOW['name'] else ','} as {taken.name}"
        who = f"{how} ({taken.handle})"
    fields = f": {join_words(taken.fields)}" if taken.fields else ""
    count = counts.get(taken.person.source_id, 0)
    meetings = f"{count} meeting{'' if count == 1 else 's'}" if count else ""
    return "; ".join(part for part in (f"{who}{fields}", meetings) if part)


def _not_taken(people: Sequence[Person]) -> Iterator[Prose]:
    if len(people) > _NAMES_SHOWN:
        yield Prose(f"New and not taken: {len(people):,} people.")
    elif people:
        names = join_words([person.name for person in people])
        yield Prose(f"New and not taken: {names.removesuffix('.')}.")


def _meeting_counts(incoming: Incoming, refused: Collection[str]) -> Counter[str]:
    """How many meetings each person has, without those in the `refused` places."""
    return Counter(meeting.who for meeting in incoming.meetings if meeting.place not in refused)


def _more(count: int) -> Iterator[tuple[str, Cell]]:
    if count > _SHOWN:
        yield "", Cell(f"and {count - _SHOWN:,} more")
