"""Asks about each difference between a calendar and the board."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from boardroom.cli.call import Call
from boardroom.errors import BadInput
from boardroom.render.calendar_reading import about_event, difference_words
from boardroom.rules.calendar_differences import ANSWERS, LEFT, NEVER, Difference, series_keys
from boardroom.rules.text import join_words, quoted

_VERBS = {"held": "log", "moved": "move", "cancelled": "cancel", "unplanned": "plan"}
_SKIP, _LEAVE, _NEVER, _ALL, _STOP = "skip", "leave", "never", "all", "quit"
_MEANINGS = {
    "log": "put it on file as held",
    "move": "move the plan to where the calendar has it",
    "cancel": "cancel the plan",
    "plan": "plan it here, too",
    _SKIP: "change nothing now; the next time it is asked about again",
    _LEAVE: "change nothing, and don't ask about it again, but with --again",
    _NEVER: "leave it, and never ask about this series, but with --again",
    _ALL: "take it, and whatever is certain after it",
    _STOP: "end here; the answers so far count",
}


def ask_about_each(call: Call, found: Sequence[Difference]) -> list[str | None]:
    """Asks about each difference; the answers up to where the user stopped.

    One that was skipped has none, nor what is left of a series never to be asked about again.
    """
    answers: list[str | None] = []
    takes_all = False
    never_again: set[str] = set()
    for number, difference in enumerate(found, 1):
        verb, taken = _VERBS[difference.kind], ANSWERS[difference.kind]
        if not never_again.isdisjoint(series_keys(difference.event)):
            answers.append(None)
            continue
        if takes_all and difference.sure:
            answers.append(taken)
            continue
        never = (_NEVER,) if difference.event.occurrence.is_series else ()
        words = (verb, _SKIP, _LEAVE, *never, _ALL, _STOP)
        default = verb if difference.sure else _SKIP
        about = (
            f"{number} of {len(found)}  {difference_words(difference, as_sentence=True)}\n"
            f"        {about_event(difference, call.today)}"
        )
        choices = "/".join(word.upper() if word == default else word for word in words)
        word = call.ask_until(f"[{choices}]", partial(_word, words, default), about=about)
        if word == _STOP:
            break
        takes_all |= word == _ALL
        if word == _NEVER:
            never_again.update(series_keys(difference.event))
        answers.append({_SKIP: None, _LEAVE: LEFT, _NEVER: NEVER}.get(word, taken))
    return answers


def _word(words: Sequence[str], default: str, text: str) -> str:
    """The word that an answer begins or is; the default for Enter.

    Raises:
        BadInput: none, or several; or the words are to be explained.
    """
    lowered = (text or default).lower()
    if lowered in ("y", "yes"):
        return words[0]
    if lowered in ("n", "no"):
        return _LEAVE
    if lowered == "?":
        raise BadInput("\n".join(f"{word}: {_MEANINGS[word]}" for word in words), "")
    fitting = [word for word in words if word.startswith(lowered)]
    if len(fitting) != 1:
        raise BadInput(
            f"{quoted(text)} is no answer.", f"Answer {join_words(words, 'or')}; ? explains them."
        )
    return fitting[0]
