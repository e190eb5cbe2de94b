"""The form of one record, opened in the editor or read from a pipe."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence

from boardroom.cli.call import Call
from boardroom.cli.printer import Reply, Result
from boardroom.errors import BadInput, Cancelled, Refused
from boardroom.formats.fields import changed_fields, read_fields, write_fields
from boardroom.formats.record_header import (
    check_title,
    read_record_header,
    record_form_id,
    write_record_header,
)
from boardroom.render.formatting import safe
from boardroom.rules.fields import SHORT, Field
from boardroom.rules.text import brief, join_words
from boardroom.store.place import draft_folder
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Values: TypeAlias = Mapping[str, Any]
    Shown: TypeAlias = Mapping[str, str | list[str]]

_CLOSING = "Save and close to change it; empty the file to cancel."


class RecordForm:
    """The form of a record as it was written, and how it is stored.

    `title` begins with whose form it is, `read` returns the fields as they are on the board, and
    `change` applies those that the user changed. `closing` ends the first line.
    """

    def __init__(
        self,
        call: Call,
        title: str,
        fields: Sequence[Field],
        read: Callable[[sqlite3.Connection], Values],
        change: Callable[[Work, dict[str, Any]], Reply],
        *,
        closing: str = _CLOSING,
    ) -> None:
        self._call = call
        self._title = title
        self._fields = fields
        self._read = read
        self._change = change
        self._values = call.read(read)
        self._latest = self._on_board(self._values)
        header = write_record_header(
            title, closing, fields=self._filled(self._values), written_on=call.today
        )
        self.text = write_fields(safe(header), fields, self._values)

    def store(self, text: str) -> Result:
        """Stores the fields that differ from the form as it was written.

        Raises:
            BadInput: a line or value is not valid, or nothing but a comment is left.
            Refused: a field to change was changed elsewhere meanwhile; the next call overwrites it.
        """
        self._count_from_header(text)
        changed = changed_fields(text, self.text, self._fields)

        def action(work: Work) -> Reply:
            self._check_meanwhile(work.connection, changed)
            return self._change(work, changed)

        try:
            return self._call.transact(action)
        except BadInput as error:
            error.message, error.hint = map(self._with_field_names, (error.message, error.hint))
            raise

    def store_piped(self, text: str) -> Result:
        """Stores the fields of a form from a pipe that differ from the board.

        Raises:
            BadInput: see `store`; or it is the form of another record.
            Cancelled: the form is empty.
            Refused: the record was changed after the form was written.
        """
        from boardroom.cli.drafts import forget_stored_draft  # noqa: PLC0415  only from a pipe

        if not text.strip():
            raise Cancelled("The form is empty, so nothing changed.")
        form_id = self._count_from_header(text)
        changed = changed_fields(text, self.text, self._fields)
        if changed and form_id not in (None, record_form_id(self._filled(self._values))):
            raise Refused(
                f"This form is older than the last change of {self._title.partition(',')[0]}."
                f" On file: {self._differences(changed, self._latest)}.",
                f"To take the form's words for them, remove “form {form_id}” from its first line.",
            )
        result = self.store(text)
        forget_stored_draft(draft_folder(self._call.path), text)
        return result

    def _with_field_names(self, sentence: str) -> str:
        """A sentence about options as one about the fields of the form, unless it is a command."""
        if "boardroom " in sentence:
            return sentence
        for field in self._fields:
            option = rf"--{re.escape(field.label.lower())}(?![\w-])"
            sentence = re.sub(option, f"the field “{field.label}”", sentence)
        return sentence

    def _count_from_header(self, text: str) -> str | None:
        """Makes days count from the day the form was written. Returns the id of the form."""
        header = read_record_header(text, today=self._call.today)
        check_title(header, safe(self._title))
        if header is None:
            return None
        self._call.written_on = header.written_on
        return header.form_id

    def _check_meanwhile(self, board: sqlite3.Connection, changed: Shown) -> None:
        """Checks that no field to change was changed elsewhere since it was last shown."""
        before, self._latest = self._latest, self._on_board(self._read(board))
        clashes = {
            name: value
            for name, value in changed.items()
            if self._latest[name] not in (before[name], value)
        }
        if clashes:
            now = self._differences(clashes, self._latest)
            raise Refused(
                f"Meanwhile it was changed in another window: {now}.",
                "The next save overwrites it.",
            )

    def _differences(self, changed: Shown, on_file: Shown) -> str:
        """“seat Mirror, notes”: what is on file of the fields to change."""
        parts = []
        for field in self._fields:
            if field.name in changed:
                value = on_file[field.name]
                words = value if isinstance(value, str) else ", ".join(value)
                shown = field.unset if not words else brief(words, SHORT)
                parts.append(field.label if field.silent else f"{field.label.lower()} {shown}")
        return join_words(parts)

    def _on_board(self, values: Values) -> Shown:
        return read_fields(self._text(values), self._fields)

    def _text(self, values: Values) -> str:
        return write_fields("", self._fields, values)

    def _filled(self, values: Values) -> str:
        """The fields with a value, for the form's id: a form may leave out empty ones."""
        return write_fields("", [field for field in self._fields if values[field.name]], values)


def edit_by_form(
    call: Call,
    open_form: Callable[[], RecordForm],
    *,
    name: str,
    command: str,
    hint: str,
    piped: bool,
) -> None:
    """Edits a record by its form, in the editor or from a pipe, and prints what changed.

    `name` is used for the draft, and `command` reads it from a pipe. `hint` names the options. A
    form from a pipe that can't be stored is kept.

    Raises:
        BadInput: the form is not valid, or there is no terminal to edit it on.
        Cancelled: the form is empty.
        Refused: the record was changed elsewhere meanwhile.
    """
    if piped:
        from boardroom.cli.piped_form import keeping_piped  # noqa: PLC0415  only from a pipe

        with keeping_piped(call, piped=True, name=name, command=command):
            result = open_form().store_piped(call.text_argument(["-"]) or "")
        call.print_result(result)
        return
    form = open_form()
    if not call.may_ask:
        raise BadInput("No change was given.", hint)
    from boardroom.cli.editor import edit_text  # noqa: PLC0415  subprocess and tempfile (8 ms)

    call.print_result(edit_text(call, form.text, form.store, name=name, command=command))
