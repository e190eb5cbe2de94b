"""Introductions received, as chains: who brought whom, and what came of it.

Source: mentors open doors; be courteous, follow up (articles 001, 003).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from boardroom.queries.people import people, standings
from boardroom.queries.private import EXCHANGE as IS_PRIVATE
from boardroom.queries.views import day
from boardroom.record import Record
from boardroom.rules.ids import EXCHANGE
from boardroom.rules.names import Named, same_name, same_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.rules.lifecycle import Standing


class IntroductionView(Record):
    """An introduction that `handle` made to a `person`; `brought` is the handle of that person.

    `brought`, `standing` and `role` are None if nobody on file has that name. If it
    `is_followed_up`, promises followed from it, and the days are those on which they were kept: to
    contact the person, and to tell the advisor how it went.
    """

    id: int
    handle: str
    name: str
    person: str
    on: date
    private: bool
    is_followed_up: bool
    contacted_on: date | None
    told_on: date | None
    brought: str | None = None
    standing: Standing | None = None
    role: str | None = None

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return EXCHANGE.ref(self.id)


class Chain(Record):
    """Who introduced somebody (`by`), whom they introduced, newest first, and whom others did.

    `others` are the names of people that the user knows by introductions of others, newest first.
    """

    by: IntroductionView | None = None
    brought: tuple[IntroductionView, ...] = ()
    others: tuple[str, ...] = ()


NO_CHAIN = Chain()


def chain(connection: sqlite3.Connection, advisor_id: int) -> Chain:
    """The introductions from and to one advisor.

    A person is recognized by the full name. Private introductions of others are left out of
    `others`, as are people who were not contacted yet.
    """
    introduced = connection.execute(_INTRODUCED).fetchall()
    if not introduced:
        return NO_CHAIN
    everybody = people(connection)
    [own] = (person for person in everybody if person.id == advisor_id)
    ways = [(row, same_name(row[2], [own]) is not None) for row in introduced]
    by = next((row[0] for row, is_own in reversed(ways) if is_own and row[1] != own.id), None)
    views = _views(
        connection,
        [by, *(row[0] for row in introduced if row[1] == own.id)],
        everybody,
    )
    return Chain(
        views.get(by),
        tuple(view for view_id, view in views.items() if view_id != by),
        tuple(
            dict.fromkeys(
                person
                for (_, giver_id, person, private, is_known), is_own in ways
                if giver_id != own.id and is_known and not private and not is_own
            )
        ),
    )


def _views(
    connection: sqlite3.Connection, ids: Iterable[int | None], everybody: list[Named]
) -> dict[int | None, IntroductionView]:
    wanted = [exchange_id for exchange_id in ids if exchange_id is not None]
    if not wanted:
        return {}
    rows = connection.execute(_CHOSEN, (str(wanted),)).fetchall()
    brought = same_names([row[3] for row in rows], everybody)
    standing_by_id = standings(connection) if brought else {}
    roles = dict(connection.execute("SELECT id, role FROM advisor")) if brought else {}
    found: dict[int | None, IntroductionView] = {}
    for exchange_id, handle, name, person, on, private, followed_up, contacted, told in rows:
        on_file = brought.get(person)
        found[exchange_id] = IntroductionView(
            exchange_id,
            handle,
            name,
            person,
            date.fromisoformat(on),
            bool(private),
            bool(followed_up),
            day(contacted),
            day(told),
            None if on_file is None else on_file.handle,
            None if on_file is None else standing_by_id.get(on_file.id),
            None if on_file is None else roles[on_file.id],
        )
    return found


# The first promise that follows is to contact the person, the next to say how it went.
_FIRST = "SELECT min(id) FROM promise WHERE exchange_id = exchange.id AND kind = 'follow_up'"
_KEPT = (
    "SELECT max(done_on) FROM promise WHERE exchange_id = exchange.id AND kind = 'follow_up'"
    " AND status = 'kept' AND id"
)
_INTRODUCED = f"""
SELECT id, advisor_id, person, {IS_PRIVATE},
    coalesce((SELECT status FROM promise WHERE id = ({_FIRST})), 'kept') = 'kept'
FROM exchange
WHERE direction = 'received' AND kind = 'introduction' AND person IS NOT NULL
ORDER BY exchanged_on DESC, id DESC"""
_CHOSEN = f"""
SELECT exchange.id, handle, name, person, exchanged_on, {IS_PRIVATE},
    ({_FIRST}) IS NOT NULL, ({_KEPT} = ({_FIRST})), ({_KEPT} > ({_FIRST}))
FROM exchange JOIN advisor ON advisor.id = exchange.advisor_id
JOIN json_each(?) AS listed ON listed.value = exchange.id ORDER BY listed.key"""
