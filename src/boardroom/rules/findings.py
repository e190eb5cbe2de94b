"""What an examination of the board can find, and how serious each finding is."""

from __future__ import annotations

from boardroom.record import Record


class Finding(Record):
    """One thing that an examination found.

    `level` is how serious it is: `damage` to the file, an `error` in a record, a `warning` of a
    risk, or a `note`, advice. `kind` is a word for scripts, `subject` the id, handle or path of
    what it is about, and `next_step` what to do about it, a command if it begins with “boardroom ”.
    `is_fixable` is true for what `boardroom doctor --fix` mends.
    """

    kind: str
    level: str
    subject: str
    message: str
    next_step: str = ""
    is_fixable: bool = False
