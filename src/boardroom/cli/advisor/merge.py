"""`boardroom advisor merge`: puts two records of one person together."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from boardroom.actions.merging import check_two, differences, merge_advisors
from boardroom.cli.advisor.fields import with_fields
from boardroom.cli.advisor.lifecycle import record_of
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.records import Yes
from boardroom.cli.who import ask_who, find_person
from boardroom.errors import BadInput
from boardroom.queries.advisors import record_counts
from boardroom.queries.people import people
from boardroom.render.formatting import plural
from boardroom.rules.merging import Difference, format_differences
from boardroom.rules.names import LONGEST_RUN, Named, find_matches
from boardroom.rules.text import join_words, quoted
from boardroom.store.rows import Advisor
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer

_USAGE = "Name two people; see: boardroom advisor merge -h"


@with_fields
def merge(
    context: typer.Context,
    given: dict[str, Any],
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHO WHO",
            show_default=False,
            help="The record to keep, and the one to put into it.",
        ),
    ] = None,
    keep: Annotated[
        str | None,
        typer.Option(metavar="first|second", help="Whose record is right where they differ."),
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="Their full name.")] = None,
    yes: Yes = False,
) -> None:
    """Put two records of one person together.

    Every record of the second goes to the first: meetings, agenda, promises, advice, exchanges,
    goals, ratings, agreement, status, snoozes and answers in reviews. The second's name becomes a
    nickname, notes of both are kept, and what both have alike is kept once. Then the second is
    gone; undo takes it all back.

    Where the two differ, in a field or the status, you are asked whose is right. Without a
    terminal, say --keep first or --keep second, or give the field itself, as in advisor edit.

    Examples:
        boardroom advisor merge marcus tom --keep first --yes
        boardroom advisor merge noor yusuf --org Kite --keep second --yes
    """
    call = Call.of(context)
    keep = _parse_keep(keep)

    def action(work: Work) -> Reply:
        board = work.connection
        first, second = _two_people(call, board, who or ())
        check_two(work.get(Advisor, first.id), work.get(Advisor, second.id))
        found = differences(work, first.id, second.id, _settled_by(given))
        keep_second = _choose(call, first, second, found, keep)
        if not yes:
            call.confirm(_consequence(board, first, second), yes=False)
        merge_advisors(work, first.id, second.id, given, name=name, keep_second=keep_second)
        return Reply(record_of(call, work, first.id))

    call.change(action)


def _parse_keep(keep: str | None) -> str | None:
    word = None if keep is None else keep.strip().lower()
    if word not in (None, "first", "second"):
        raise BadInput(f"{quoted(keep or '')} is neither first nor second.", "Use --keep first.")
    return word


def _two_people(call: Call, board: sqlite3.Connection, words: Sequence[str]) -> tuple[Named, Named]:
    """The two people that the words name.

    Raises:
        MissingArgument: the second is missing.
        BadInput: more than two words do not name two people.
        NotFound, Ambiguous: see `find_person`.
    """

    def check(text: str) -> None:
        find_person(call, board, text)

    if len(words) < 2:
        who = words[0] if words else ask_who(call, board, "Whose record stays?", check)
        first = find_person(call, board, who)
        question = f"Whose record goes into that of {first.name} ({first.handle})?"
        second = ask_who(call, board, question, check, "The second WHO", without=first.id)
        return first, find_person(call, board, second)
    if len(words) == 2:
        return find_person(call, board, words[0]), find_person(call, board, words[1])
    everybody = people(board)
    for count in range(1, len(words) if len(words) <= 2 * LONGEST_RUN else 0):
        pair = [find_matches(" ".join(part), everybody) for part in (words[:count], words[count:])]
        if all(len(matches) == 1 for matches in pair):
            return pair[0][0], pair[1][0]
    raise BadInput(f"{quoted(' '.join(words))} does not name two people.", _USAGE)


def _choose(
    call: Call,
    first: Named,
    second: Named,
    found: Sequence[Difference],
    keep: str | None,
) -> list[str]:
    """The names of the differences to settle as the second has them.

    Raises:
        BadInput: they differ, nothing says whose is right, and there is no terminal to ask on.
    """
    if keep is not None or not found:
        return [difference.name for difference in found] if keep == "second" else []
    if not call.may_ask:
        raise BadInput(
            f"{first.handle} and {second.handle} differ: {format_differences(found)}.",
            f"Say whose is right: --keep first ({first.handle}) or --keep second ({second.handle});"
            " or give the field, like --org TEXT.",
        )
    return [difference.name for difference in found if _ask(call, first, second, difference)]


def _ask(call: Call, first: Named, second: Named, difference: Difference) -> bool:
    """Asks which is right; returns whether it is the second."""
    about = f"  1  {difference.first} ({first.handle})\n  2  {difference.second} ({second.handle})"

    def read(answer: str) -> bool:
        if answer not in ("1", "2"):
            raise BadInput(f"{quoted(answer)} is neither 1 nor 2.", "Answer 1 or 2.")
        return answer == "2"

    return call.ask_until(f"Which {difference.label} is right? [1/2]", read, about=about)


def _consequence(board: sqlite3.Connection, first: Named, second: Named) -> str:
    counts = record_counts(board, second.id)
    records = join_words([plural(count, noun) for noun, count in counts.items()])
    what = f", with {records}," if records else ""
    return (
        f"This puts {second.name} ({second.handle}){what} into {first.name} ({first.handle}),"
        f" and removes {second.handle}."
    )


def _settled_by(given: dict[str, Any]) -> list[str]:
    """The names of the differences that the given fields settle."""
    dimensions = (pair.partition("=")[0].strip().lower() for pair in given.get("perspectives", ()))
    fields = (field for field in given if field != "perspectives")
    return [*fields, *(f"perspectives.{dimension}" for dimension in dimensions)]
