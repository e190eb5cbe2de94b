"""`boardroom letter`: a text to send, made of what is on file."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.letter_writing import LetterOptions, write_to
from boardroom.cli.who import Who

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

    import typer

Edit: TypeAlias = "Annotated[bool, typer.Option('--edit', help='Open it in your editor first.')]"
Open: TypeAlias = "Annotated[bool, typer.Option('--open', help='Open it in your mail program.')]"
Eml: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='FILE', "
    "help='Write it as a message, which mail programs open.')]"
)
Sent: TypeAlias = (
    "Annotated[bool, typer.Option('--sent', help='Print nothing, and note that you sent it.')]"
)
On: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='DATE', "
    "help='With --sent: the day you sent it (default: today).')]"
)


def ask(
    context: typer.Context,
    who: Who = None,
    edit: Edit = False,
    open_: Open = False,
    eml: Eml = None,
    sent: Sent = False,
    on: On = None,
) -> None:
    """Ask somebody to be an advisor.

    Why them, from the criteria that they meet and their strengths; what for, from your goals; how
    often and how long; until when, which is the end of your agreement, or your first review; when
    to talk about it, which is the meeting that is planned, or else the next usual slot; and that no
    is a fine answer.

    A letter is plain text, with To and Subject on top: a pipe to mail -t sends it. It is made of
    what is on file alone, and standard error says what is missing. It may hold what is confidential
    between you; what was marked private is left out and counted.

    --sent records that you asked them, as boardroom advisor ask does, and --on the day.

    Examples:
        boardroom letter ask noor
        boardroom letter ask noor --eml noor.eml
    """
    _write(context, "ask", who, LetterOptions(edit, open_, eml, sent, on))


def agenda(
    context: typer.Context,
    who: Who = None,
    edit: Edit = False,
    open_: Open = False,
    eml: Eml = None,
    sent: Sent = False,
    on: On = None,
) -> None:
    """Send the agenda of the next meeting.

    When, where, and what you would like to raise; best sent two days ahead.

    Examples:
        boardroom letter agenda ana
        boardroom letter agenda ana --sent
    """
    _write(context, "agenda", who, LetterOptions(edit, open_, eml, sent, on))


def thanks(
    context: typer.Context,
    who: Who = None,
    edit: Edit = False,
    open_: Open = False,
    eml: Eml = None,
    sent: Sent = False,
    on: On = None,
) -> None:
    """Thank an advisor for what came of the last meeting.

    Their advice and answers, what they gave you, and what you promised.

    --sent keeps your promise to thank them.

    Examples:
        boardroom letter thanks marcus
        boardroom letter thanks marcus --sent
        boardroom letter thanks marcus --sent --on yesterday
    """
    _write(context, "thanks", who, LetterOptions(edit, open_, eml, sent, on))


def news(
    context: typer.Context,
    who: Who = None,
    edit: Edit = False,
    open_: Open = False,
    eml: Eml = None,
    sent: Sent = False,
    on: On = None,
) -> None:
    """Tell an advisor what came of their advice and introductions.

    What has an outcome that you have not reported yet.

    --sent marks the advice as reported, and keeps the promise to tell of an introduction.

    Examples:
        boardroom letter news marcus
        boardroom letter news marcus --sent
    """
    _write(context, "news", who, LetterOptions(edit, open_, eml, sent, on))


def nudge(
    context: typer.Context,
    who: Who = None,
    edit: Edit = False,
    open_: Open = False,
    eml: Eml = None,
    sent: Sent = False,
    on: On = None,
) -> None:
    """Remind an advisor gently of what they promised.

    What is due, and what has no day. Once --sent notes it, due asks no more until they have had
    the time to answer (the setting ask_wait).

    Examples:
        boardroom letter nudge ana
    """
    _write(context, "nudge", who, LetterOptions(edit, open_, eml, sent, on))


def renew(
    context: typer.Context,
    who: Who = None,
    edit: Edit = False,
    open_: Open = False,
    eml: Eml = None,
    sent: Sent = False,
    on: On = None,
) -> None:
    """Ask an advisor whether to go on.

    What you agreed and hoped for, what came of it, and the question. Once --sent notes it, due
    asks no more until the agreement ends.

    Examples:
        boardroom letter renew tom
    """
    _write(context, "renew", who, LetterOptions(edit, open_, eml, sent, on))


def part(
    context: typer.Context,
    who: Who = None,
    edit: Edit = False,
    open_: Open = False,
    eml: Eml = None,
    sent: Sent = False,
    on: On = None,
) -> None:
    """Part with an advisor, and thank them.

    What you did together: meetings, goals, advice that worked, what they gave you.

    --sent keeps your promise to thank them, or saves a later one. boardroom advisor part records
    the parting itself.

    Examples:
        boardroom letter part ines
    """
    _write(context, "part", who, LetterOptions(edit, open_, eml, sent, on))


def _write(context: typer.Context, kind: str, who: str | None, options: LetterOptions) -> None:
    call = Call.of(context)
    options.check(json=call.json)
    if options.sent:
        from boardroom.cli.letter_sent import note_as_sent  # noqa: PLC0415  for --sent alone

        note_as_sent(call, kind, who, options)
    else:
        write_to(call, kind, who, options)
