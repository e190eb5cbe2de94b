"""Editing and removing records, their ID arguments and shared options, for every noun.

A noun declares its differences in an `Editable`; its module has the options and the help.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.tree import TREE, commands
from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.render.privacy import edit_private_echo, private_echo
from boardroom.rules import ids
from boardroom.rules.fields import Field, parse_flag
from boardroom.rules.ids import KINDS, REVIEW, Kind, Ref
from boardroom.rules.text import join_words, quoted
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

Words: TypeAlias = (
    "Annotated[list[str] | None, typer.Argument(metavar='TEXT...|-', "
    "show_default=False, help='“-” reads it from a pipe.')]"
)
"""The text of a new record."""

DueDay: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='DATE', help='Due day; due reminds you of it.')]"
)
NewDueDay: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='DATE', help=\"Due day; '' clears it.\")]"
)
NewNote: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='TEXT|-', help=\"A note; '' clears it.\")]"
)
Yes: TypeAlias = "Annotated[bool, typer.Option('--yes', help='Skip the confirmation.')]"
FormArgument: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='[-]', show_default=False, "
    "help='“-” reads the form from a pipe.')]"
)
"""The argument of a command that edits a record by its form."""


class Editable(Record):
    """How a record of one kind is edited, by options or in the editor.

    `values` reads the title and the fields to show in the editor. `change` applies the given
    fields, as texts, and `reply` reads the record back. `options` are those listed in a hint
    (default: the labels of the fields).
    """

    kind: Kind
    fields: tuple[Field, ...]
    values: Callable[[sqlite3.Connection, int], tuple[str, dict[str, Any]]]
    change: Callable[[Call, Work, int, dict[str, Any]], Done]
    reply: Callable[[Work, Done], Reply]
    options: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        """Which options to use if there is no terminal to edit on."""
        names = self.options or tuple(f"--{field.label.lower()}" for field in self.fields)
        return f"Use {join_words(names, 'or')}."


def id_of(
    call: Call,
    text: str | None,
    kind: Kind,
    verb: str,
    board: sqlite3.Connection | None = None,
) -> int:
    """Parses an ID argument; asks for it on a terminal if it is missing.

    The choices are read from `board` if it is open already.

    Raises:
        BadInput: it is missing and there is no terminal, or is not an id of this kind. For another
            kind, the hint is the command nearest to `verb`.
    """
    if text is None:
        call.check_asks_for("ID")
        from boardroom.cli.choices import ask_id  # noqa: PLC0415  for a question alone

        text = ask_id(
            call,
            [kind],
            f"Which {kind.noun}?",
            lambda answer: id_of(call, answer, kind, verb),
            verb=verb,
            board=board,
        )
    if len(ids.ids_in(text)) > 1:
        from boardroom.cli.words_after_who import (  # noqa: PLC0415  where something is wrong alone
            one_at_a_time,
        )

        if error := one_at_a_time(call, text):
            raise error
    command = command_for(ids.parse(text), verb)
    try:
        return ids.parse_kind(text, kind.letter).number
    except BadInput as error:
        if command is None:
            raise
        raise BadInput(error.message, f"Use instead: {command}") from None


def edit_record(
    call: Call, editable: Editable, row_id: int, given: dict[str, Any], form: str | None
) -> None:
    """Changes the `given` fields; if there are none, edits the record by its form.

    The form is opened in the editor, or read from a pipe if `form` is `-`.

    Raises:
        BadInput: no field is given, and there is no terminal; or a value is not valid.
        Cancelled: the file was emptied.
        NotFound: there is no such record.
        Refused: the record was changed elsewhere after the form was written.
    """
    piped = is_piped(form, given)
    if given:
        call.change(lambda work: _apply(call, editable, work, row_id, given))
        return
    from boardroom.cli.record_form import RecordForm, edit_by_form  # noqa: PLC0415  only for a form

    def open_form() -> RecordForm:
        title, _ = call.read(lambda board: editable.values(board, row_id))
        return RecordForm(
            call,
            title,
            editable.fields,
            lambda board: editable.values(board, row_id)[1],
            lambda work, changed: _apply(call, editable, work, row_id, _with_flag(changed)),
        )

    ref = editable.kind.ref(row_id)
    edit_by_form(
        call,
        open_form,
        name=ref,
        command=f"boardroom {editable.kind.command} edit {ref} -",
        hint=editable.hint,
        piped=piped,
    )


def is_piped(form: str | None, given: dict[str, Any]) -> bool:
    """Whether the form comes from a pipe: its argument is `-`.

    Raises:
        BadInput: it is another word, or options are `given` besides.
    """
    if form is not None and ids.looks_like_id(form):
        raise BadInput("This takes one id at a time.", f"{quoted(form)} is one too many.")
    if form is not None and (form != "-" or given):
        raise BadInput(
            f"{quoted(form)} is an unexpected argument.",
            "Use options, or - alone to read the form from a pipe.",
        )
    return form is not None


def split_dash(who: str | None) -> tuple[str | None, str | None]:
    """WHO without a `-` at its end, and that `-`, which reads a form from a pipe."""
    words = (who or "").split()
    if words[-1:] != ["-"]:
        return who, None
    return " ".join(words[:-1]) or None, "-"


def remove_record(
    call: Call,
    action: Callable[[Work], Done],
    record: Callable[[sqlite3.Connection], dict[str, Any]],
    *,
    is_private: Callable[[sqlite3.Connection], bool] | None = None,
) -> None:
    """Removes a record, and replies with the record as it was.

    `is_private` says if it was private (default: as its record says).
    """

    def remove(work: Work) -> Reply:
        old_record = record(work.connection)
        private = is_private(work.connection) if is_private else old_record.get("private")
        action(work)
        return Reply(old_record, private_echo(bool(private)))

    call.change(remove)


def given_fields(**values: Any) -> dict[str, Any]:  # noqa: ANN401  options of any type
    """The fields whose options were used."""
    return {name: value for name, value in values.items() if value is not None}


def _with_flag(changed: dict[str, Any]) -> dict[str, Any]:
    """The changed fields, with the word of the editor for `private` as a flag."""
    if "private" not in changed:
        return changed
    return {**changed, "private": parse_flag(changed["private"])}


def _apply(call: Call, editable: Editable, work: Work, row_id: int, given: dict[str, Any]) -> Reply:
    done = editable.change(call, work, row_id, given)
    reply = editable.reply(work, done)
    private = edit_private_echo(bool(reply.record.get("private")), done.changes)
    return reply._replace(echo=f"{reply.echo}{private}")


def command_for(ref: Ref, verb: str) -> str | None:
    """The command nearest to `verb` for a record of another kind; None if there is none."""
    if ref.letter == REVIEW.letter:
        return f"boardroom review --show {ref}"
    noun = KINDS[ref.letter].command
    known = dict(commands(TREE))
    words: Sequence[str | None] = (verb, _LIKE.get(verb), "list")
    nearest = next((word for word in words if f"{noun} {word}" in known), None)
    if nearest is None:
        return None
    return f"boardroom {noun} list" if nearest == "list" else f"boardroom {noun} {nearest} {ref}"


_LIKE = {
    "move": "edit",
    "cancel": "drop",
    "missed": "drop",
    "drop": "cancel",
    "outcome": "edit",
    "reported": "edit",
    "step": "edit",
    "link": "edit",
    "unlink": "edit",
}
"""The nearest verb, for kinds without that command."""
