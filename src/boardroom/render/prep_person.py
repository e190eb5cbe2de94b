"""Who the brief is about: who they are, what is not known of them yet, and whom they brought."""

from __future__ import annotations

from boardroom.queries.prep import PrepView
from boardroom.render.formatting import cut_to_line
from boardroom.render.introductions import introduced, introduced_by
from boardroom.render.prep_fit import LINE
from boardroom.render.privacy import private_words
from boardroom.rules.text import brief, join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Lines = list[tuple[str, str]]
    _Mark = Callable[[str, str], str]

_MOST_UNKNOWN = 3
_MOST_INTRODUCED = 2
_WORDS = 40  # of advice or a goal to offer


def who_line(view: PrepView, *, whole: bool) -> str:
    """Who they are: “CFO, Atlas; how met: Alumni dinner; strengths: pricing”, and their notes."""
    advisor = view.advisor
    parts = [
        ", ".join(part for part in (advisor.title, advisor.org) if part),
        f"how met: {advisor.how_met}" if advisor.how_met else "",
        f"strengths: {', '.join(advisor.strengths)}" if advisor.strengths else "",
        advisor.notes or "",
    ]
    line = "; ".join(part for part in parts if part)
    return line if whole else cut_to_line(" ".join(line.split()), LINE)


def introduction_lines(view: PrepView, mark: _Mark, *, whole: bool, commands: bool) -> _Lines:
    """Who introduced them, and whom they introduced: the newest, and how to see the rest.

    Whom to contact still is a promise, which stands among the others.
    """
    chain, today = view.chain, view.today
    brought = [one for one in chain.brought if one.standing or one.contacted_on]
    by = [(chain.by.ref, f"by {introduced_by(chain.by, today, mark)}")] if chain.by else []
    shown = brought if whole else brought[:_MOST_INTRODUCED]
    lines = [(one.ref, introduced(one, today, mark)) for one in shown]
    more = len(brought) - len(shown)
    if more:
        command = f": boardroom advisor show {view.advisor.handle}" if commands else ""
        lines.append(("", f"and {more:,} more{command}"))
    return by + lines


def unknown_lines(view: PrepView, *, whole: bool, commands: bool) -> _Lines:
    """What to find out in a first meeting, each with the command that notes it."""
    if not view.is_first:
        return []
    advisor = view.advisor
    shown = view.unrated if whole else view.unrated[:_MOST_UNKNOWN]
    rate = f": boardroom advisor rate {advisor.handle} {{}} yes|no" if commands else ""
    lines = [(unrated.ref, f"{unrated.text}{rate.format(unrated.ref)}") for unrated in shown]
    more = len(view.unrated) - len(shown)
    if more:
        lines.append(("", f"and {more:,} more: boardroom criterion list" if commands else ""))
    missing = [
        (words, option)
        for words, option, value in (
            ("title", "--title", advisor.title),
            ("organisation", "--org", advisor.org),
            ("how you met", "--how-met", advisor.how_met),
            ("strengths", "--strength", advisor.strengths),
            ("their goals", "--their-goals", advisor.their_goals),
        )
        if not value
    ]
    if missing:
        # The form asks for several at once.
        option = f" {missing[0][1]} TEXT" if len(missing) == 1 else ""
        edit = f": boardroom advisor edit {advisor.handle}{option}" if commands else ""
        lines.append(("", f"{', '.join(words for words, _ in missing)}{edit}"))
    return lines


def offer_line(view: PrepView, mark: _Mark) -> str:
    """The question “how can I support you?”, what they are after, and what the user has."""
    offer, their_goals = view.offer, view.advisor.their_goals
    if offer is None:
        return ""
    have = [
        *(
            mark(f"{piece.ref} {brief(piece.text, _WORDS)} (worked)", private_words(piece.private))
            for piece in offer.advice
        ),
        *([f"{offer.goal.ref} {brief(offer.goal.title, _WORDS)} (achieved)"] if offer.goal else []),
    ]
    parts = [
        f"their goals: {their_goals}" if their_goals else "",
        f"you have {', '.join(have)}" if have else "",
        f"you could introduce {join_words(offer.people)}" if offer.people else "",
    ]
    known = "; ".join(part for part in parts if part)
    return f"ask: how can I support you?{f' ({known})' if known else ''}"
