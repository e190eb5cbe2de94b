"""A record changed by hand: `edit` of any record opens it in the editor where no option says what to change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from boardroom.cli.call import Call
from boardroom.cli.editor import edited
from boardroom.errors import BadInput
from boardroom.formats.fields import Field, changes, written
from boardroom.render.formatting import safe

Changed = TypeVar("Changed")


def edit_by_hand(
    call: Call,
    about: str,
    fields: Sequence[Field],
    values: Mapping[str, Any],
    change: Callable[[dict[str, Any]], Changed],
    *,
    name: str,
    hint: str,
) -> Changed:
    """Opens a record in the editor; `change` gets the fields that were changed, as texts, and lays them over the record.

    `about` says whose record it is, `name` names its draft, and `hint` the options to give where there is no terminal to edit on.

    Raises:
        BadInput: there is no terminal; or what was written can't be read or kept, and was saved so again.
        Cancelled: the file was emptied.
    """
    if not call.may_ask:
        raise BadInput("Nothing to change was given.", hint)
    shown = written(
        safe(f"{about}. Save and close to change it; empty the file to cancel."), fields, values
    )
    return edited(call, shown, lambda text: change(changes(text, shown, fields)), name=name)
