"""`boardroom log`: logs a meeting by arguments and options; the form is in `log_form`."""

from __future__ import annotations

from boardroom.actions.logged_before import MeetingLogged
from boardroom.actions.logging import log_meeting
from boardroom.cli.added_to_meeting import (
    added_reply,
    is_another_meeting,
    stored_if_held,
    with_command,
)
from boardroom.cli.call import Call
from boardroom.cli.log_command import log_command
from boardroom.cli.log_options import LogOptions, parse_covered, read_options
from boardroom.cli.log_reply import log_reply
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import id_of
from boardroom.cli.who import Who, before_dash
from boardroom.errors import BadInput
from boardroom.rules.ids import MEETING, looks_like_id
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def log(
    context: typer.Context,
    who: Who = None,
    notes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NOTES...|-]",
            show_default=False,
            help="“-” reads a form or plain notes from a pipe.",
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day (default: that of the unlogged plan, else today)."
        ),
    ] = None,
    meeting_: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            metavar="mID",
            help="The planned meeting that took place, or a logged one to add to.",
        ),
    ] = None,
    way: Annotated[
        str | None,
        typer.Option(
            metavar="WAY", help="coffee, lunch, call, video, walk or other (default: as planned)."
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="The place.")] = None,
    for_: Annotated[str | None, typer.Option("--for", metavar="45m", help="The length.")] = None,
    covered: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID,...|all|none",
            help="Agenda items covered (default: none); can be repeated.",
        ),
    ] = None,
    advice: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="Advice they gave; can be repeated."),
    ] = None,
    i_owe: Annotated[
        list[str] | None,
        typer.Option(metavar="'TEXT @ DATE'", help="What you promised; can be repeated."),
    ] = None,
    they_owe: Annotated[
        list[str] | None,
        typer.Option(metavar="'TEXT @ DATE'", help="What they promised; can be repeated."),
    ] = None,
    gave: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="What you gave; can be repeated.")
    ] = None,
    got: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="What you received; can be repeated.")
    ] = None,
    private: Private = None,
    another: Annotated[
        bool,
        typer.Option("--another", help="Log a second meeting with them on that day."),
    ] = False,
    edit: Annotated[
        bool,
        typer.Option("--edit", help="Open the form in your editor, filled in from the options."),
    ] = False,
) -> None:
    """Log a meeting, in the editor or by options.

    On a terminal, without NOTES or options about the contents, a form opens in your editor
    (BOARDROOM_EDITOR, VISUAL or EDITOR). If it can't be stored, it opens again with the reason.
    Your text is kept as a draft until it is stored. Days in it count from the day it was written.

    This logs the planned meeting of that day, or without --on that of the last 14 days. If there is
    none, it logs a new meeting. NOTES are added to those of the plan. A promise can end with its
    due day: “send the deck @ 1 Dec”, or “by 1 Dec”. NOTES that begin with a day other than that of
    the meeting are asked about: name the day with --on.

    A meeting is private if you say so, if its plan was, or if you agreed on confidentiality by its
    day; and with it everything logged in it. A meeting in the last 7 days makes a promise to thank
    the person, unless there is one already or the setting `thanks` is off.

    Logging a meeting twice changes nothing, and so does a form, which is known by its id. If the
    second log says anything else of a day already logged, you are asked if it was another meeting,
    or the command that adds it is named: --meeting mID adds to a logged meeting, notes below its
    own. Meetings at two times of a day are two.

    Examples:
        boardroom log marcus
        boardroom log ana 'Said yes to the pilot' --on yesterday --covered a3,a4
        boardroom log marcus --advice 'Ask to shadow the round' --got 'intro to Lena Vogt'
        boardroom log marcus --i-owe 'send the deck @ 1 Dec'
        boardroom log marcus --meeting m1 --advice 'Bring two options'
        echo 'From my notebook' | boardroom log tom - --on 'last fri'
    """
    call = Call.of(context)
    if edit and not call.may_ask:
        from boardroom.cli.editor_process import is_named  # noqa: PLC0415  subprocess (8 ms)

        if not is_named():
            raise BadInput(
                "--edit needs a terminal, or an editor in BOARDROOM_EDITOR, VISUAL or EDITOR.",
                "Use NOTES and options, or pipe in a form with -.",
            )
    who, notes = before_dash(call, who, notes)
    options = LogOptions(
        who=who,
        on=on,
        meeting_id=None if meeting_ is None else id_of(call, meeting_, MEETING, "show"),
        way=way,
        place=place,
        minutes=for_,
        private=private,
        covered=parse_covered(call, covered),
        advice=tuple(advice or ()),
        i_owe=tuple(i_owe or ()),
        they_owe=tuple(they_owe or ()),
        gave=tuple(gave or ()),
        got=tuple(got or ()),
    )
    if notes and notes != ["-"] and on is None and not edit:
        options, notes = _with_day(call, options, notes)
    text = call.text_argument(notes)
    if edit or (notes is None and not options.has_entry and call.may_ask):
        from boardroom.cli.log_editor import log_in_editor  # noqa: PLC0415  for a form alone

        log_in_editor(call, options, notes, another=another)
    elif notes == ["-"]:
        from boardroom.cli.log_form import log_from_pipe  # noqa: PLC0415  as above

        log_from_pipe(call, options, text or "", another=another)
    else:
        try:
            call.change(lambda work: _log(call, work, options, notes, another=another))
        except _OnlyWho as only:
            from boardroom.cli.log_editor import log_in_editor  # noqa: PLC0415  as above

            log_in_editor(call, options._replace(who=only.handle), None, another=another)


class _OnlyWho(Exception):
    """The words are all a name, `log marcus ojo`, so the form is to be opened after all."""

    def __init__(self, handle: str) -> None:
        super().__init__()
        self.handle = handle


def _with_day(
    call: Call, options: LogOptions, notes: list[str]
) -> tuple[LogOptions, list[str] | None]:
    """The options and the notes, with a day that the notes begin with where it belongs."""
    from boardroom.cli import log_day  # noqa: PLC0415  for this alone

    # The first word or two may belong to the name.
    beginnings = (" ".join(notes[start:]) for start in range(min(3, len(notes))))
    if not any(log_day.begins_with_day(text, today=call.today) for text in beginnings):
        return options, notes
    return log_day.settle_day(call, options, notes)


def _log(
    call: Call, work: Work, options: LogOptions, notes: list[str] | None, *, another: bool
) -> Reply:
    person, fields, entry = read_options(call, work.connection, options, notes)
    if entry.notes and options.meeting_id is None and looks_like_id(entry.notes.split()[0]):
        from boardroom.cli.words_after_who import (  # noqa: PLC0415  where something is wrong alone
            meeting_in_notes,
        )

        if error := meeting_in_notes(work.connection, person, entry.notes.split()):
            raise error
    if notes is not None and entry.notes is None:
        if call.may_ask and not options.has_entry:
            raise _OnlyWho(person.handle)
        notes = None
    if notes is None and not options.says_anything:
        raise BadInput(
            f"Nothing was given to log about the meeting with {person.name}.",
            f"Say what came of it, or only when it was: boardroom log {person.handle} --on today",
        )
    before = stored_if_held(work, person, fields.meeting_id)

    def action(*, another: bool) -> Done:
        return log_meeting(work, person.id, entry=entry, another=another, **fields._asdict())

    try:
        done = action(another=another)
    except MeetingLogged as error:
        if not is_another_meeting(call, error):
            on = options.on if fields.on and fields.on.at else None
            named = options._replace(meeting_id=error.meeting_id)
            command = log_command(person.handle, named, on, entry.notes)
            raise with_command(error, command) from None
        done = action(another=True)
    if before is not None:
        return added_reply(call, work, done, before)
    return log_reply(call, work, done, entry.new_item_count)
