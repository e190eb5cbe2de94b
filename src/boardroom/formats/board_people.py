"""The records of a board by person, for the formats that have people and no tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from boardroom.formats.board_content import BoardContent
from boardroom.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Rows = Sequence[Mapping[str, Any]]

BIRTHDAY = "birthday"
"""The words of the occasion that is a birthday."""
_BEGINNING = "2000-01-01"
"""The day of somebody on file without a status."""
_YEARS_OLD = 5
"""A birthday that lies no further back was recorded without its year."""


class BoardPerson(Record):
    """A person with what happened with them, each kind in the order of days; days are ISO text.

    `since` is the day they came on file.
    """

    advisor: Mapping[str, Any]
    status: str
    since: str
    meetings: Rows
    promises: Rows
    exchanges: Rows
    advice: Rows
    occasions: Rows

    @property
    def birthday(self) -> str:
        """`1984-03-07`, or `--03-07` if the year is unknown; empty if there is none."""
        for row in self.occasions:
            if is_birthday(row):
                day = date.fromisoformat(row["occurs_on"])
                is_known = date.fromisoformat(row["added_on"]).year - day.year >= _YEARS_OLD
                return day.isoformat() if is_known else f"--{day:%m-%d}"
        return ""

    @property
    def held(self) -> Rows:
        """The meetings that took place."""
        return [row for row in self.meetings if row["status"] == "held"]


def people_of(content: BoardContent) -> list[BoardPerson]:
    """Everybody on the board, by name."""
    rows = content.rows
    by_table = {
        table: _by_advisor(rows.get(table, ()), day)
        for table, day in (
            ("transition", "changed_on"),
            ("meeting", "met_on"),
            ("promise", "made_on"),
            ("exchange", "exchanged_on"),
            ("advice", "given_on"),
            ("occasion", "occurs_on"),
        )
    }
    people = []
    for advisor in rows.get("advisor", ()):
        of_person = {table: found.get(advisor["id"], []) for table, found in by_table.items()}
        steps = of_person["transition"]
        people.append(
            BoardPerson(
                advisor,
                steps[-1]["status"] if steps else "",
                steps[0]["changed_on"] if steps else _BEGINNING,
                of_person["meeting"],
                of_person["promise"],
                of_person["exchange"],
                of_person["advice"],
                of_person["occasion"],
            )
        )
    return sorted(people, key=lambda person: (person.advisor["name"], person.advisor["id"]))


def is_birthday(occasion: Mapping[str, Any]) -> bool:
    """Whether an occasion is a birthday."""
    return bool(occasion["yearly"]) and BIRTHDAY in occasion["text"].lower()


def one_line(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def _by_advisor(rows: Iterable[Mapping[str, Any]], day: str) -> dict[int, list[Mapping[str, Any]]]:
    by_advisor: dict[int, list[Mapping[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: (row[day], row["id"])):
        by_advisor.setdefault(row["advisor_id"], []).append(row)
    return by_advisor
