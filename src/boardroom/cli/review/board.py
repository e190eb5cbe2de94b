"""The questions about the board: what to look for next, and which lines become criteria.

Those on the user come first; see `boardroom.cli.review.yourself`.
"""

from __future__ import annotations

import sys
from functools import partial

from boardroom.cli.review.prompt import Back, ask_with_back, remark
from boardroom.cli.review.questions import LOOK_FOR
from boardroom.cli.review.session import ReviewSession
from boardroom.cli.review.yourself import ask_about_yourself, ask_last_about_yourself
from boardroom.errors import BadInput
from boardroom.render.page import Block, Heading, Page, Prose
from boardroom.render.perspectives import diversity_blocks
from boardroom.render.review_facts import board_fields
from boardroom.render.review_words import note_lines
from boardroom.rules.criteria import format_criterion, is_must, parse_criterion
from boardroom.rules.reviews import nobody_active
from boardroom.rules.text import brief

_UNDECIDED = "? "
"""The prefix of a stored line until the user decides whether it becomes a criterion."""


def ask_about_board(session: ReviewSession, *, again: bool = False) -> None:
    """Shows what the board lacks, asks about the user, and what to look for next, line by line.

    `again` leaves out the questions about the user, which were asked.

    Raises:
        Quit: the user left.
        Refused: the review was completed elsewhere, or nobody is active any more.
    """
    if not session.progress.advisors:
        raise nobody_active()
    session.call.show_with_question(_page(session))
    if not again and not session.lines:
        ask_about_yourself(session)
    _ask_if_criterion(session)
    while text := _ask_for_line(session):
        is_decided = parse_criterion(text)[0] is not None
        line = text if is_decided else f"{_UNDECIDED}{text}"
        try:
            session.change_lines(partial(_append, line))
        except BadInput as error:
            remark(session.call, f"{error.message} {error.hint}")
        else:
            _ask_if_criterion(session)
    print(file=sys.stderr)


def _ask_for_line(session: ReviewSession) -> str:
    """Asks what to look for next; `b` takes back the last line, and then goes to the user."""
    while True:
        try:
            return ask_with_back(
                session.call, "What to look for next? One per line, Enter to finish:", LOOK_FOR
            )
        except Back:
            if session.lines:
                _take_back(session)
            else:
                ask_last_about_yourself(session)


def _take_back(session: ReviewSession) -> None:
    """Drops the last line."""
    line = session.lines[-1]
    session.change_lines(partial(_without_last, line))
    remark(session.call, f"Taken back: {brief(line.removeprefix(_UNDECIDED))}")


def _page(session: ReviewSession) -> Page:
    blocks: list[Block] = [Heading("The board")]
    progress = session.progress
    if progress.board_facts is not None:
        names = {advisor.person.handle: advisor.person.name for advisor in progress.advisors}
        blocks.append(board_fields(progress.board_facts, names, session.call.today))
    if progress.diversity is not None:
        blocks += diversity_blocks(progress.diversity)
    previous = [brief(line) for line in note_lines(progress.previous_board["note"])]
    if previous:
        blocks.append(Prose(f"Last time you looked for: {'; '.join(previous)}", "quiet"))
    current = [brief(line.removeprefix(_UNDECIDED)) for line in session.lines]
    if current:
        blocks.append(Prose(f"So far: {'; '.join(current)}", "quiet"))
    return Page(tuple(blocks))


def _ask_if_criterion(session: ReviewSession) -> None:
    """Asks whether the last line becomes a criterion, if that is undecided."""
    stored = session.lines[-1] if session.lines else ""
    if not stored.startswith(_UNDECIDED):
        return
    line = stored.removeprefix(_UNDECIDED)
    why = (
        "Prospects are rated on criteria. The line becomes one when you complete the review."
        " Enter for no."
    )
    while True:
        try:
            text = ask_with_back(
                session.call, "A criterion for the next advisor? [must/nice/no]", why
            )
        except Back:
            _take_back(session)
            return
        try:
            is_plain = text.lower() in ("", "n", "no")
            decided = line if is_plain else format_criterion(line, must=is_must(text))
            session.change_lines(partial(_replace_last, stored, decided))
        except BadInput as error:
            remark(session.call, f"{error.message} Use must, nice or no.")
        else:
            return


def _without_last(line: str, lines: list[str]) -> list[str]:
    return lines[:-1] if lines[-1:] == [line] else lines


def _append(line: str, lines: list[str]) -> list[str]:
    return [*lines, line]


def _replace_last(old: str, new: str, lines: list[str]) -> list[str]:
    """Returns the lines with the last one equal to `old` replaced, if there is one."""
    if old not in lines:
        return lines
    last = len(lines) - 1 - lines[::-1].index(old)
    return [*lines[:last], new, *lines[last + 1 :]]
