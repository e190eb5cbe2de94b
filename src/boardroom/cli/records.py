"""What the commands of every noun share: an ID argument, an edit, a removal.

A noun declares what is its own in an `Editable`; its module has the options and the help.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from boardroom.cli.call import Answer, Call, Outcome
from boardroom.cli.tree import TREE, commands
from boardroom.errors import BadInput
from boardroom.render.formatting import safe
from boardroom.rules import ids
from boardroom.rules.fields import Field
from boardroom.rules.ids import KINDS, REVIEW, Kind, Ref
from boardroom.rules.text import join_words
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Editable(NamedTuple):
    """How a record of one kind is edited, by options or in the editor.

    `values` reads what the editor is opened on: what the record is called there, and the fields.
    `change` lays the fields given over the record, as texts, and `answer` reads it back. `options`
    names the options that a hint lists, where they are not called as the fields are.
    """

    kind: Kind
    fields: tuple[Field, ...]
    values: Callable[[sqlite3.Connection, int], tuple[str, dict[str, Any]]]
    change: Callable[[Call, Work, int, dict[str, Any]], Done]
    answer: Callable[[Work, Done], Answer]
    options: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        """What to give where there is no terminal to edit on."""
        names = self.options or tuple(f"--{field.label.lower()}" for field in self.fields)
        return f"Say what: {join_words(names, 'or')}."


def id_of(call: Call, given: str | None, kind: Kind, verb: str) -> int:
    """The number in an ID argument of that kind; asked for on a terminal if it is missing.

    An id of another kind is answered with the command that does `verb`, or nearly, to it.

    Raises:
        BadInput: it is missing and nobody is there to ask, is not an id, or is of another kind.
    """
    text = call.needed(given, "ID", f"Which {kind.noun}? Its id:")
    fitting = _command_for(ids.parse(text), verb)
    try:
        return ids.parse_kind(text, kind.letter).number
    except BadInput as error:
        if fitting is None:
            raise
        raise BadInput(error.message, f"For it there is: {fitting}") from None


def edit_record(call: Call, editable: Editable, row_id: int, given: dict[str, Any]) -> None:
    """Changes the fields `given`, or opens the record in the editor if there are none.

    Raises:
        BadInput: nothing is given and there is no terminal to edit on; or a value can't be kept.
        Cancelled: the file was emptied.
        NotFound: there is no such record.
    """
    if given:
        call.change(lambda work: _lay(call, editable, work, row_id, given))
        return
    about, values = call.read(lambda board: editable.values(board, row_id))
    if not call.may_ask:
        raise BadInput("Nothing to change was given.", editable.hint)
    outcome = edit_in_editor(
        call,
        about,
        editable.fields,
        values,
        lambda work, changed: _lay(call, editable, work, row_id, changed),
        name=editable.kind.ref(row_id),
    )
    call.say(outcome)


def edit_in_editor(
    call: Call,
    about: str,
    fields: Sequence[Field],
    values: Mapping[str, Any],
    change: Callable[[Work, dict[str, Any]], Answer],
    *,
    name: str,
) -> Outcome:
    """Opens a record's `values` in the editor; `change` gets the fields that were changed there.

    `about` says whose record it is, and the draft is named after `name`.

    Raises:
        BadInput: what was saved can't be read or kept, and was saved so again.
        Cancelled: the file was emptied.
    """
    from boardroom.cli.editor import edit_text  # noqa: PLC0415  subprocess and tempfile (8 ms)
    from boardroom.formats.fields import changed_fields, write_fields  # noqa: PLC0415  for it

    shown = write_fields(
        safe(f"{about}. Save and close to change it; empty the file to cancel."), fields, values
    )
    return edit_text(
        call,
        shown,
        lambda text: call.transact(lambda work: change(work, changed_fields(text, shown, fields))),
        name=name,
    )


def remove_record(
    call: Call,
    action: Callable[[Work], Done],
    record: Callable[[sqlite3.Connection], dict[str, Any]],
) -> None:
    """Removes a record; the answer is the record as it was."""

    def removing(work: Work) -> Answer:
        removed = record(work.connection)
        action(work)
        return Answer(removed)

    call.change(removing)


def given_fields(**values: Any) -> dict[str, Any]:  # noqa: ANN401  options of any type
    """The fields whose option was used."""
    return {name: value for name, value in values.items() if value is not None}


def _lay(call: Call, editable: Editable, work: Work, row_id: int, given: dict[str, Any]) -> Answer:
    return editable.answer(work, editable.change(call, work, row_id, given))


def _command_for(ref: Ref, verb: str) -> str | None:
    """The command nearest to the verb for a record of that kind; None if there is none."""
    if ref.letter == REVIEW.letter:
        return f"boardroom review --show {ref}"
    noun = KINDS[ref.letter].command
    known = dict(commands(TREE))
    words: Sequence[str | None] = (verb, _LIKE.get(verb), "list")
    fitting = next((word for word in words if f"{noun} {word}" in known), None)
    if fitting is None:
        return None
    return f"boardroom {noun} list" if fitting == "list" else f"boardroom {noun} {fitting} {ref}"


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
"""The verb that comes closest for a kind that lacks one."""
