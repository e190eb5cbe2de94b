"""`boardroom help`: the help of a command, a topic, or all commands."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.help_pages import all_page, page_of, topic_page
from boardroom.cli.help_topics import ALL, TOPICS
from boardroom.cli.lane import resolve
from boardroom.cli.signature import NotPlain
from boardroom.errors import NotFound
from boardroom.rules.text import join_words, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def help_(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMAND...|TOPIC]",
            show_default=False,
            help="A command, a topic, or all (default: the program).",
        ),
    ] = None,
) -> None:
    """Show the help of a command or a topic.

    “all” lists every command. The topics are dates, windows, names, privacy, form,
    json, exit-codes and environment.

    Examples:
        boardroom help log
        boardroom help agenda add
        boardroom help dates
        boardroom help all
    """
    call = Call.of(context)
    text = _page(words or [])
    if call.json:
        call.print_json({"schema": "boardroom.help/1", "text": call.with_commands(text)})
    else:
        print(call.with_commands(text))


def _page(words: list[str]) -> str:
    if words == [ALL]:
        return all_page()
    topic = "-".join(words).lower().replace("_", "-")
    if topic in TOPICS:
        return topic_page(topic)
    try:
        names, entry, rest = resolve(words, {})
        if not rest:
            return page_of(names, entry)
    except NotPlain:
        pass
    raise NotFound(
        f"There is no help on {quoted(' '.join(words))}.",
        f"The topics are {join_words(tuple(TOPICS))}. All commands: boardroom help {ALL}",
        (*TOPICS,),
    )
