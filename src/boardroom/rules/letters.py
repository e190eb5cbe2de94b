"""Letters: their kinds, each a moment at which a relationship wants a word, and their headers.

Sources: say up front what you hope for, and take no for an answer (articles 000, 003); send the
agenda ahead (003); thank, and report back (000, 002); renew, or part amiably (001, 002, 003).
"""

from __future__ import annotations

from boardroom.errors import Refused
from boardroom.record import Record
from boardroom.rules.lifecycle import check_step, format_status, next_steps

KINDS = ("ask", "agenda", "thanks", "news", "nudge", "renew", "part")

NAMES = {
    "ask": "the ask",
    "agenda": "the agenda",
    "thanks": "your thanks",
    "news": "the news",
    "nudge": "a gentle reminder",
    "renew": "the question whether to go on",
    "part": "your thanks at parting",
}
"""What is sent, by the kind of the letter, as after “Sent Ana Lima”."""

BY_LETTER = "by letter"
"""How somebody was asked."""

_STATUSES = {"renew": ("active", "paused"), "part": ("active", "paused", "alumni")}
_SPECIAL = frozenset('()<>[]\\,;:@"')
"""What an address holds in quotes alone, and a name too."""


class Letter(Record):
    """A letter as it is sent: the value of each header in one line, and the body.

    `to` is empty if no address of theirs is on file.
    """

    to: str
    subject: str
    body: str


def check_recipient(
    name: str, handle: str, status: str, kind: str, *, role: str = "advisor"
) -> None:
    """Checks that somebody of a status may get a letter of that kind.

    Raises:
        Refused: they are on the board and need not be asked, or were never on it; or a mentee is
            asked to be an advisor.
    """
    if kind == "ask" and role == "mentee":
        raise Refused(
            f"{name} is your mentee, and this letter asks somebody to advise you.",
            f"If each of you mentors the other: boardroom advisor edit {handle} --role both",
        )
    if kind == "ask":
        check_step(name, handle, status, "asked")
    if status not in _STATUSES.get(kind, (status,)):
        verb = "renew" if kind == "renew" else "part with"
        raise Refused(
            f"{format_status(name, status, role=role)}, so there is nothing to {verb}.",
            next_steps(handle, status),
        )


def is_address(email: str) -> bool:
    """Whether a text is one address that can stand in a header, like `ana@example.org`."""
    local, _, domain = email.rpartition("@")
    return bool(local and domain) and not any(map(_is_special, f"{local}{domain}"))


def recipient(name: str, email: str) -> str:
    """The value of the header To: `Ana Lima <ana@example.org>`, the name quoted where it must."""
    words = one_line(name)
    # Python's own parser fails on a name that begins with a dot, which needs quotes anyway.
    if words.startswith(".") or any(sign != " " and _is_special(sign) for sign in words):
        escaped = words.replace("\\", "\\\\").replace('"', '\\"')
        words = f'"{escaped}"'
    return f"{words} <{email}>"


def one_line(text: str) -> str:
    """The text with each run of whitespace, line ends included, as one blank."""
    return " ".join(text.split())


def first_name(name: str) -> str:
    """How a letter addresses somebody: “Marcus” for “Marcus Ojo” and for “Ojo, Marcus”.

    Whole where the first word is a title, as in “Dr. Ana Lima”.
    """
    family, comma, given = name.partition(",")
    words = (given if comma and given.strip() else family).split()
    return one_line(name) if not words or words[0].endswith(".") else words[0]


def _is_special(sign: str) -> bool:
    return sign in _SPECIAL or sign.isspace() or not sign.isprintable()
