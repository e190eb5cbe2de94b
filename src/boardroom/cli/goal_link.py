"""`boardroom goal link` and `unlink`: the people who help with a goal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boardroom.actions.goal_helpers import link_helpers, unlink_helpers
from boardroom.cli.call import Call
from boardroom.cli.goal import GoalId, goal_reply
from boardroom.cli.printer import Reply
from boardroom.cli.records import id_of
from boardroom.cli.who import find_person
from boardroom.render.privacy import private_echo
from boardroom.rules.ids import GOAL
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

    import typer

Helpers: TypeAlias = (
    "Annotated[list[str] | None, typer.Argument(metavar='WHO...', "
    "show_default=False, help='Handles or names, or the start of them.')]"
)


def link(context: typer.Context, goal: GoalId = None, who: Helpers = None) -> None:
    """Link helpers to a goal.

    Examples:
        boardroom goal link g1 ana tom
    """
    _change_links(context, goal, who, "link", link_helpers)


def unlink(context: typer.Context, goal: GoalId = None, who: Helpers = None) -> None:
    """Unlink helpers from a goal.

    Examples:
        boardroom goal unlink g1 marcus
    """
    _change_links(context, goal, who, "unlink", unlink_helpers)


def _change_links(
    context: typer.Context,
    goal: str | None,
    who: list[str] | None,
    verb: str,
    change: Callable[[Work, int, Sequence[int]], Done],
) -> None:
    call = Call.of(context)
    goal_id = id_of(call, goal, GOAL, verb)

    def action(work: Work) -> Reply:
        board = work.connection
        names: Sequence[str | None] = who or [None]  # None asks for one person
        helper_ids = [find_person(call, board, name).id for name in names]
        reply = goal_reply(work, change(work, goal_id, helper_ids))
        return reply._replace(echo=f"{reply.echo}{private_echo(reply.record['private'])}")

    call.change(action)
