"""`boardroom review` on a terminal: one advisor after the other, then the board, then a yes to what was decided.

Nothing is decided here: what an answer may be is said by the rules, and each is kept before the next question is asked.
"""

from __future__ import annotations

import sys

import typer

from boardroom.cli.call import Call
from boardroom.cli.review.asking import Left, ask_about, read
from boardroom.cli.review.questions import LOOKED_FOR, QUESTIONS, first_open
from boardroom.cli.review.sitting import Sitting
from boardroom.cli.who import find
from boardroom.errors import BadInput
from boardroom.queries.due import due
from boardroom.queries.people import people
from boardroom.render.formatting import short_day
from boardroom.render.page import Block, Heading, Page, Prose
from boardroom.render.review_facts import board_fields
from boardroom.render.review_record import review_json
from boardroom.render.reviews import summary_blocks
from boardroom.rules.criteria import as_looked_for, is_must, looked_for
from boardroom.rules.day_format import from_today
from boardroom.rules.names import match
from boardroom.rules.reviews import Answer, done_count, missing, nobody_active, not_active
from boardroom.rules.text import brief, join_words, quoted

_HOW = "Each answer is kept as you give it. Enter leaves a question open, ? explains it, q leaves the review: it goes on from there any day."

_PENDING = "? "
"""What a line on what to look for next is kept with until it is said whether it is to be a criterion."""


def walk(context: typer.Context, who: str | None) -> None:
    """Leads through the review that is open, or a new one, of the board or of one person.

    Raises:
        BadInput: nobody is there to answer.
        Refused: nobody is active, or that person is not.
    """
    call = Call.of(context)
    if not call.may_ask:
        raise BadInput(
            "The review asks its questions on a terminal, and nobody is there to answer.",
            "Without one, --facts prints what it looks at and --answers FILE takes your answers.",
        )
    person = find(call, who) if who is not None else None
    sitting = Sitting(context, person)
    if not sitting.people:
        raise nobody_active() if person is None else not_active(person.name, person.handle)
    try:
        _lead(sitting)
    except Left:
        _say_left(sitting)


def _lead(sitting: Sitting) -> None:
    call = sitting.call
    call.tell(Page((Prose(_opening(sitting)),)))
    _ask_about_everybody(sitting)
    if sitting.person is not None and sitting.of_board:
        _say_answered(sitting)
        return
    if sitting.of_board:
        _ask_about_board(sitting)
    _confirm(sitting)
    work = sitting.complete()
    assert sitting.view is not None  # it has been completed
    call.did(work, review_json(sitting.view))


def _ask_about_everybody(sitting: Sitting) -> None:
    """Asks what is still open, from the first question after the last answer on; whoever has joined since is asked about too."""
    answered = [
        place for place, person in enumerate(sitting.people) if sitting.answer(person) != Answer()
    ]
    last = len(sitting.people) if sitting.noted else max(answered, default=-1)
    for place, person in enumerate(sitting.people):
        answer = sitting.answer(person)
        has_come = answer.until_on is not None and answer.until_on <= sitting.call.today
        if has_come:
            sitting.keep(person, until_on=None)
        elif place < last and not missing(answer):
            continue
        start = first_open(sitting.answer(person))
        if any(question.applies(answer) for question in QUESTIONS[start:]):
            ask_about(sitting, person, start)
        elif sitting.person is not None and sitting.of_board:
            ask_about(sitting, person, again=True)


def _ask_about_board(sitting: Sitting) -> None:
    """Shows what the board lacks, and asks what to look for next, line by line."""
    blocks: list[Block] = [
        Heading("The board"),
        board_fields(sitting.board_facts(), sitting.call.today),
    ]
    if sitting.looked_for:
        blocks.append(
            Prose(f"Last time you looked for: {'; '.join(map(brief, sitting.looked_for))}", "quiet")
        )
    if sitting.noted:
        blocks.append(
            Prose(
                f"So far: {'; '.join(brief(line.removeprefix(_PENDING)) for line in sitting.noted)}",
                "quiet",
            )
        )
    sitting.call.tell(Page(tuple(blocks)))
    _ask_whether_criterion(sitting)
    while text := read(
        sitting, "What to look for next? A line each, Enter to end:", [], LOOKED_FOR
    ):
        is_said = looked_for(text)[0] is not None
        try:
            sitting.note([*sitting.noted, text if is_said else f"{_PENDING}{text}"])
        except BadInput as error:
            sitting.say(f"{error.message} {error.hint}")
        else:
            _ask_whether_criterion(sitting)
    print(file=sys.stderr)


def _ask_whether_criterion(sitting: Sitting) -> None:
    """Asks whether the last line is to be a criterion of the search, where that is still to be said."""
    if not sitting.noted or not sitting.noted[-1].startswith(_PENDING):
        return
    *others, line = sitting.noted
    line = line.removeprefix(_PENDING)
    why = "As a criterion, prospects are rated against it; it becomes one when you complete the review. Enter for no."
    while True:
        text = read(sitting, "A criterion for the next advisor? [must/nice/no]", [], why)
        try:
            sitting.note(
                [
                    *others,
                    line
                    if text.lower() in ("", "n", "no")
                    else as_looked_for(line, must=is_must(text)),
                ]
            )
        except BadInput as error:
            sitting.say(f"{error.message} Use must, nice or no.")
        else:
            return


def _confirm(sitting: Sitting) -> None:
    """Shows the summary and what will change, until that is said to be right; somebody named is asked about again."""
    with sitting.call.reading() as board:
        everybody = [
            person
            for person in people(board)
            if any(person.id == covered.id for covered in sitting.people)
        ]
    why = "Yes does what was decided, as one change; until then nothing but your answers is kept. A name asks about them again."
    while True:
        sitting.call.tell(
            Page(summary_blocks(sitting.so_far(), sitting.before, sitting.call.today))
        )
        text = read(sitting, "Complete the review? [y/N, or whom to ask about again]", [], why)
        if text.lower() in ("y", "yes"):
            return
        if text.lower() in ("", "n", "no"):
            raise Left
        found = match(text, everybody)
        if len(found) == 1:
            print(file=sys.stderr)
            ask_about(
                sitting,
                next(person for person in sitting.people if person.id == found[0].id),
                again=True,
            )
        else:
            meant = join_words([person.handle for person in found or everybody], "or")
            sitting.say(
                f"{quoted(text)} is neither yes nor no, nor one of those reviewed: {meant}."
            )


def _opening(sitting: Sitting) -> str:
    view, call = sitting.view, sitting.call
    if view is not None:
        begun = f"The review begun {short_day(view.started_on, call.today)} ({from_today(view.started_on, call.today)}) goes on"
        return f"{begun}: {_progress(sitting)}. {_HOW}" if sitting.of_board else f"{begun}. {_HOW}"
    names = join_words([person.name for person in sitting.people])
    early = _early(sitting)
    return f"{names}{', then the board' if sitting.person is None else ''}.{early} {_HOW}"


def _early(sitting: Sitting) -> str:
    """From when on the review would be due, where that is still to come."""
    today = sitting.call.today
    with sitting.call.reading() as board:
        covered = {person.handle for person in sitting.people}
        clocks = [
            active.review for active in due(board, today=today).advisors if active.handle in covered
        ]
    if any(clock.due_from <= today for clock in clocks):
        return ""
    return f" It is early: due from {short_day(min(clock.due_from for clock in clocks), today)}."


def _progress(sitting: Sitting) -> str:
    """“2 of 5 done”, of everybody whom the review covers."""
    people = sitting.everybody()
    return f"{done_count(map(sitting.answer, people))} of {len(people)} done"


def _say_left(sitting: Sitting) -> None:
    alone = (
        f" --advisor {sitting.person.handle}"
        if sitting.person is not None and not sitting.of_board
        else ""
    )
    if sitting.view is None:
        if not sitting.call.json:
            print(f"Nothing was answered. Begin any day with: boardroom review{alone}")
    elif sitting.call.json:
        sitting.call.print_json(review_json(sitting.view))
    else:
        done = f", {_progress(sitting)}" if sitting.of_board else ""
        print(
            f"Left r{sitting.view.id}{done}; every answer is kept. Go on any day with: boardroom review{alone}"
        )


def _say_answered(sitting: Sitting) -> None:
    """Where to go on, for whoever answered about one person in the middle of a review of the whole board."""
    assert sitting.view is not None  # something was answered
    if sitting.call.json:
        sitting.call.print_json(review_json(sitting.view))
    else:
        print(
            f"Kept in r{sitting.view.id}, the review of the board ({_progress(sitting)}): boardroom review goes on with it"
        )
