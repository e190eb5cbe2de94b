"""From an ID on the command line to a row; an id of another kind is answered with the command that takes it."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.tree import TREE, commands
from boardroom.errors import BadInput
from boardroom.rules import ids
from boardroom.rules.ids import KINDS, Ref


def row_id(call: Call, given: str | None, letter: str, verb: str) -> int:
    """The row that an ID of that letter's kind names, which `verb` is to be done to; asked for on a terminal where it is missing.

    Raises:
        BadInput: it is missing and nobody is there to ask, is not an id, or is one of another kind.
    """
    text = call.needed(given, "ID", f"Which {KINDS[letter]}? Its id:")
    fitting = _command(ids.parse(text), verb)
    try:
        return ids.wanted(text, letter).number
    except BadInput as error:
        if fitting is None:
            raise
        raise BadInput(error.message, f"For it there is: {fitting}") from None


def _command(ref: Ref, verb: str) -> str | None:
    """What comes nearest to the verb for a record of that kind; None where nothing does."""
    if ref.letter == "r":
        return f"boardroom review --show {ref}"
    noun = _NOUNS.get(ref.letter, "")
    known = dict(commands(TREE))
    fitting = next(
        (word for word in (verb, _LIKE.get(verb), "list") if f"{noun} {word}" in known), None
    )
    if fitting is None:
        return None
    return f"boardroom {noun} list" if fitting == "list" else f"boardroom {noun} {fitting} {ref}"


_NOUNS = {
    "m": "meeting",
    "a": "agenda",
    "p": "promise",
    "v": "advice",
    "x": "exchange",
    "g": "goal",
    "s": "goal step",
    "c": "criterion",
}
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
