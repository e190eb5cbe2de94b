"""A letter as plain text, the headers first, ready for `mail -t`; and back, after the editor."""

from __future__ import annotations

from boardroom.errors import BadInput
from boardroom.formats.markup import strip_notes
from boardroom.rules.letters import Letter, one_line
from boardroom.rules.text import quoted

_TO, _SUBJECT = "To", "Subject"


def write_letter(letter: Letter) -> str:
    """The text of a letter."""
    return f"{_TO}: {letter.to}".rstrip() + f"\n{_SUBJECT}: {letter.subject}\n\n{letter.body}\n"


def read_letter(text: str) -> Letter:
    """The letter in a text: its lines `To:` and `Subject:`, a blank line, and the body.

    Raises:
        BadInput: a header is missing, given twice or unknown, or there is no body.
    """
    head, _, body = strip_notes(text).lstrip("\n").partition("\n\n")
    values: dict[str, str] = {}
    for line in head.split("\n"):
        name, colon, value = line.partition(":")
        header = name.strip().capitalize()
        if not colon or header not in (_TO, _SUBJECT) or header in values:
            raise BadInput(
                f"The line {quoted(line)} above the letter is no header of it.",
                "A letter begins with To: and Subject:, a line each, and a blank line.",
            )
        values[header] = one_line(value)
    if not body.strip():
        raise BadInput("The letter has no body.", "Write it below To:, Subject: and a blank line.")
    return Letter(values.get(_TO, ""), values.get(_SUBJECT, ""), body.strip("\n"))
