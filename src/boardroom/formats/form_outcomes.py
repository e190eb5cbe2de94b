"""What came of advice, as a form says it: “→ worked: got the Porto budget”."""

from __future__ import annotations

import re

from boardroom.errors import BadInput
from boardroom.formats.form_text import STATUSES, unescape_words
from boardroom.record import Record
from boardroom.rules.text import brief, quoted

_FLAGS = re.IGNORECASE | re.DOTALL
_ARROW = r"(?:→|->|=>)"
_NEW = re.compile(
    rf"(?P<text>.*?)(?:(?<!\S)(?:→|->)\s+)(?P<status>{STATUSES})(?:\s*:\s*(?P<words>.*)|\s*[.!]?)",
    _FLAGS,
)
_OUTCOME = re.compile(rf"(?P<status>{STATUSES})\b\s*(?:[:,.;!–—-]\s*)?(?P<words>.*)", _FLAGS)
_ANSWER = re.compile(
    rf"(?:{_ARROW}\s*)?(?P<status>{STATUSES})(?:\s*[:,.]\s*(?P<words>.*))?", _FLAGS
)
_CORRECTED = re.compile(rf"(?:{STATUSES})\b.*?\s{_ARROW}\s*(?P<last>(?:{STATUSES})\b.*)", _FLAGS)
_LONGEST_SLIP = 30


class Outcome(Record):
    """The words of a status, like “did not work”, and what else was said."""

    status: str
    words: str


def outcome_on_file(text: str, known: str) -> Outcome | None:
    """The outcome behind advice on file, whose words may be left out; None if there is no arrow.

    The last outcome counts where one was written behind another.

    Raises:
        BadInput: what follows the arrow is no outcome.
    """
    words = r"\s+".join(map(re.escape, known.split()))
    line = re.fullmatch(rf"(?:{words}\s*)?{_ARROW}\s*(?P<rest>.*)", text, _FLAGS)
    if line is None:
        return None
    rest = line["rest"]
    while corrected := _CORRECTED.fullmatch(rest):
        rest = corrected["last"]
    outcome = _OUTCOME.fullmatch(rest)
    if outcome is None:
        slip = rest.partition(":")[0].strip()
        raise BadInput(
            f"{quoted(brief(slip, _LONGEST_SLIP))} is not what can come of advice.",
            "Write “→ worked: …”, “→ did not work: …”, “→ set aside: …” or “→ trying: …”.",
        )
    return _outcome(outcome)


def split_new(text: str) -> tuple[str, Outcome] | None:
    """New advice and its outcome; None if the text has none."""
    line = _NEW.fullmatch(text)
    return None if line is None else (line["text"], _outcome(line))


def read_answer(answer: str) -> Outcome | None:
    """The outcome on a line of its own; None if it does not begin with one."""
    line = _ANSWER.fullmatch(answer)
    return None if line is None else Outcome(line["status"], line["words"] or "")


def _outcome(line: re.Match[str]) -> Outcome:
    return Outcome(line["status"], unescape_words(line["words"] or "").strip())
