"""What an examination of the board can find, and how serious each finding is."""

from __future__ import annotations

from boardroom.record import Record

LEVELS = ("damage", "error", "warning", "note")
"""How serious a finding is: damage to the file; a record that is wrong; a risk; advice."""


class Finding(Record):
    """One thing that an examination found.

    `kind` is a word for scripts, `subject` the id, handle or path of what it is about, and
    `next_step` what to do about it, a command if it begins with “boardroom ”. `is_fixable` is true
    for what `boardroom doctor --fix` mends.
    """

    kind: str
    level: str
    subject: str
    message: str
    next_step: str = ""
    is_fixable: bool = False
