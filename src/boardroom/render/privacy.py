"""What is private, in words: beside a record on a screen, and where a text leaves it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardroom.rules.fields import PRIVATE, Change
from boardroom.rules.text import join_words


def private_words(private: bool, part: str = "", *, part_private: bool = False) -> str:  # noqa: FBT001  a view's field
    """“private”, or “outcome private” if only that part is; else empty."""
    if private:
        return "private"
    return f"{part} private" if part_private else ""


def marked(text: str, words: str) -> str:
    """The text with its `private_words`, if it has any: “Ask Dana (private)”."""
    return f"{text} ({words})" if words else text


def unmarked(text: str, _: str) -> str:
    """The text alone, where no privacy is shown."""
    return text


def marked_unless_private(text: str, words: str) -> str:
    """The text, marked if it is not private, where most of what is shown is: “… (not private)”."""
    return text if words == "private" else marked(text, words or "not private")


def split_mark(text: str) -> tuple[str, str]:
    """A marked text, and its mark with the space before it; the mark is empty if there is none."""
    body, opening, words = text.rpartition(" (")
    return (body, f"{opening}{words}") if opening and words.endswith("private)") else (text, "")


def private_echo(private: bool) -> str:  # noqa: FBT001  a view's field
    """What follows the sentence of a change if the record is private."""
    return ", private" if private else ""


def edit_private_echo(private: bool, changes: Sequence[Change]) -> str:  # noqa: FBT001  a view's field
    """What follows the sentence of an edit, if its `changes` do not say it themselves."""
    return private_echo(private and all(change.label != PRIVATE.label for change in changes))


def private_echo_of(private_refs: Sequence[str], count: int) -> str:
    """What follows the sentence of a change to `count` records, of which some may be private."""
    if len(private_refs) in (0, count):
        return private_echo(bool(private_refs))
    verb = "is" if len(private_refs) == 1 else "are"
    return f" · {join_words(private_refs)} {verb} private"


def left_out_words(counts: Mapping[str, int]) -> str:
    """What a shared text leaves out, as `left_out_count_words`, and the option that includes it."""
    words = left_out_count_words(counts)
    return f"{words} Nothing is left out with --include-private." if words else ""


def left_out_count_words(counts: Mapping[str, int]) -> str:
    """A sentence on what a text leaves out as private, by kind; empty if nothing."""
    left_out = [_counted(kind, counts[kind]) for kind in _WORDS if counts.get(kind)]
    return f"Left out as private: {join_words(left_out)}." if left_out else ""


def _counted(kind: str, count: int) -> str:
    one, several = _WORDS[kind]
    if count != 1:
        return f"{count} {several}"
    return one if one.startswith("the ") else f"1 {one}"


_WORDS = {
    "agreement": ("the text of the agreement", "texts of agreements"),
    "agenda_item": ("agenda item", "agenda items"),
    "answer": ("answer", "answers"),
    "advice": ("piece of advice", "pieces of advice"),
    "outcome": ("outcome of advice", "outcomes of advice"),
    "promise": ("promise", "promises"),
    "promise_note": ("promise's note", "promises' notes"),
    "snooze_reason": ("reason for a snooze", "reasons for snoozes"),
    "exchange": ("exchange", "exchanges"),
    "occasion": ("occasion", "occasions"),
    "occasion_note": ("occasion's note", "occasions' notes"),
    "goal": ("goal", "goals"),
    "goal_step": ("step", "steps"),
    "status_words": ("note on a change of status", "notes on changes of status"),
    "calendar_meeting": ("meeting's name and place", "meetings' names and places"),
    "calendar_due": ("name of a person who is due", "names of people who are due"),
    "place": ("meeting's place", "meetings' places"),
    "notes": ("meeting's notes", "meetings' notes"),
    "review_answer": ("person's review answers", "people's review answers"),
    "earlier_answer": ("person's earlier review answers", "people's earlier review answers"),
}
"""Each kind of what `boardroom.queries.sharing` leaves out, for one and for several."""
