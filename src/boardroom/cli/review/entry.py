"""`boardroom review`: the six-month look at every advisor and at the board."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.review.facts import show_facts
from boardroom.cli.review.reads import print_report, show_list, show_one
from boardroom.cli.who import handles
from boardroom.errors import BadInput
from boardroom.rules.text import join_words

_TOGETHER = ({"--facts", "--advisor"}, {"--answers", "--advisor"}, {"--show", "--md"})


def review(
    context: typer.Context,
    advisor: Annotated[
        str | None, typer.Option(metavar="WHO", help="One person alone.", autocompletion=handles)
    ] = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Print what happened since the last review.")
    ] = False,
    answers: Annotated[
        str | None,
        typer.Option(metavar="FILE|-", help="Answer and complete it from a file of JSON."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Past reviews.")] = False,
    show: Annotated[
        str | None, typer.Option(metavar="rID", help="One review, as it was kept.")
    ] = None,
    md: Annotated[
        bool,
        typer.Option("--md", help="A report of the last review, or of the one shown, as Markdown."),
    ] = False,
) -> None:
    """The six-month look at each advisor and at the board.

    The review: what happened, your answers, and what is to change.

    Examples:
        boardroom review
        boardroom review --advisor tom
        boardroom review --facts --advisor marcus
        boardroom review --list
        boardroom review --show r1
        boardroom review --md
        echo '{"advisors": {"tom": {"trust": 4, "decision": "keep"}}}' | boardroom review --advisor tom --answers -
    """
    call = Call.of(context)
    given = {
        "--facts": facts,
        "--answers": answers is not None,
        "--list": list_,
        "--show": show is not None,
        "--md": md,
    }
    _check_together({**given, "--advisor": advisor is not None})
    if facts:
        show_facts(call, advisor)
    elif list_:
        show_list(call)
    elif md:
        print_report(call, show)
    elif show is not None:
        show_one(call, show)
    elif answers is not None:
        from boardroom.cli.review.answers import take_answers  # noqa: PLC0415  a seam: a change loads SQLModel, and what is above only reads

        take_answers(context, call, answers, advisor)
    else:
        from boardroom.cli.review.walk import walk  # noqa: PLC0415  a seam: see above

        walk(context, advisor)


def _check_together(given: dict[str, bool]) -> None:
    """Whether those options mean something together.

    Raises:
        BadInput: they do not.
    """
    named = [option for option, is_given in given.items() if is_given]
    if len(named) > 1 and set(named) not in _TOGETHER:
        raise BadInput(f"{join_words(named)} can't go together.", "Leave one of them out.")
