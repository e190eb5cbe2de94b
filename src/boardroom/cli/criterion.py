"""`boardroom criterion add`, `list`, `edit` and `rm`, and `boardroom advisor rate`."""

from __future__ import annotations

import sqlite3

from boardroom.actions.criteria import (
    add_criterion,
    edit_criterion,
    rate_advisor,
    remove_criterion,
)
from boardroom.cli.advisor.lifecycle import record_of
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.records import (
    Editable,
    FormArgument,
    Words,
    Yes,
    edit_record,
    given_fields,
    id_of,
)
from boardroom.cli.who import Who, find_person
from boardroom.queries.criteria import criteria, ratings_count
from boardroom.queries.criteria import criterion as read_criterion
from boardroom.render.criteria import criteria_json, criteria_page, criterion_json, removal
from boardroom.rules.criteria import FIELDS, is_must, parse_verdict
from boardroom.rules.ids import CRITERION
from boardroom.rules.text import brief
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

CriterionId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='cID', show_default=False, "
    "help='The id of the criterion, like c12.')]"
)
Must: TypeAlias = (
    "Annotated[bool | None, typer.Option('--must/--nice', help='A must-have "
    "or a nice-to-have.', show_default=False)]"
)


def add(
    context: typer.Context,
    text: Words = None,
    must: Must = None,
) -> None:
    """Add a criterion.

    Rate prospects on it with advisor rate.

    Examples:
        boardroom criterion add 'Has run a P&L' --must
        boardroom criterion add Lives near enough for a walk --nice
    """
    call = Call.of(context)
    words = call.ask_if_missing(
        call.text_argument(text), "TEXT", "What do you look for? (like Has run a P&L)"
    )
    if must is None:
        question = "Is it a must-have or a nice-to-have? [must/nice]"
        must = is_must(call.ask_if_missing(None, "--must or --nice", question, check=is_must))
    call.change(lambda work: _reply(work, add_criterion(work, words, must=must)))


def list_(context: typer.Context) -> None:
    """List criteria, must-haves first.

    Examples:
        boardroom criterion list
    """
    call = Call.of(context)
    views = call.read(criteria)
    call.show(criteria_page(views), criteria_json(views))


def edit(
    context: typer.Context,
    criterion: CriterionId = None,
    form: FormArgument = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="What you look for; “-” reads it from a pipe."),
    ] = None,
    must: Must = None,
) -> None:
    """Edit a criterion.

    Without options, the criterion opens in your editor. Ratings stay.

    Examples:
        boardroom criterion edit c3 --must
    """
    call = Call.of(context)
    criterion_id = id_of(call, criterion, CRITERION, "edit")
    kind = None if must is None else _kind(must=must)
    given = given_fields(text=call.text_option(text), must=kind)
    edit_record(call, _EDITABLE, criterion_id, given, form)


def rm(
    context: typer.Context,
    criterion: CriterionId = None,
    yes: Yes = False,
) -> None:
    """Remove a criterion and its ratings.

    If there are ratings, it asks for confirmation.

    Examples:
        boardroom criterion rm c3 --yes
    """
    call = Call.of(context)
    criterion_id = id_of(call, criterion, CRITERION, "rm")

    def action(work: Work) -> Reply:
        view = read_criterion(work.connection, criterion_id)
        count = ratings_count(work.connection, criterion_id)
        if count:
            call.confirm(removal(view, count), yes=yes)
        remove_criterion(work, criterion_id)
        return Reply(criterion_json(view))

    call.change(action)


def rate(
    context: typer.Context,
    who: Who = None,
    criterion: CriterionId = None,
    meets: Annotated[
        str | None,
        typer.Argument(
            metavar="yes|no|unknown",
            show_default=False,
            help="Whether they meet it; unknown removes the rating.",
        ),
    ] = None,
) -> None:
    """Rate a person on a criterion.

    This replaces an earlier rating.

    Examples:
        boardroom advisor rate noor c1 yes
        boardroom advisor rate yusuf c2 unknown
    """
    call = Call.of(context)

    def action(work: Work) -> Reply:
        person = find_person(call, work.connection, who)
        criterion_id = id_of(call, criterion, CRITERION, "rate", work.connection)
        view = read_criterion(work.connection, criterion_id)
        question = f"Does {person.name} meet {view.ref}, {brief(view.text)}? [yes/no/unknown]"
        verdict = parse_verdict(
            call.ask_if_missing(meets, "yes, no or unknown", question, check=parse_verdict)
        )
        rate_advisor(work, person.id, criterion_id, meets=verdict)
        return Reply(record_of(call, work, person.id))

    call.change(action)


def _values(board: sqlite3.Connection, criterion_id: int) -> tuple[str, dict[str, Any]]:
    view = read_criterion(board, criterion_id)
    return f"{view.ref}, criterion for the next advisor", {
        "must": _kind(must=view.must),
        "text": view.text,
    }


def _change(_: Call, work: Work, criterion_id: int, given: dict[str, Any]) -> Done:
    kind = given.get("must")
    must = None if kind is None else is_must(kind)
    return edit_criterion(work, criterion_id, **{**given, "must": must})


def _reply(work: Work, done: Done) -> Reply:
    return Reply(criterion_json(read_criterion(work.connection, done.id)))


def _kind(*, must: bool) -> str:
    return "must" if must else "nice"


_EDITABLE = Editable(
    CRITERION, FIELDS, _values, _change, _reply, options=("--text", "--must", "--nice")
)
