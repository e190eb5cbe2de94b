"""What the tests of `boardroom review` on a terminal have in common."""

from __future__ import annotations

from tests.boards import Board

NEVER_MET = """\

since     Sat 10 Jan, 316 days
met       no meetings; 1 gap of 315 days, longer than 4-6w
weeks     ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
agenda    nothing raised
advice    none given
promises  none either way
exchange  nothing given or got
goals     no progress

"""
"""What a review shows of somebody seated on 10 January and never met."""
OPEN = (
    "Value, 1-5? Chemistry, 1-5? Trust, 1-5? Fits your next six months, y/n? A note?"
    " Decision: keep, adjust, pause or part? "
)
YOURSELF = "What do you need now? What do you seek in your advisors? What do you bring them? \n"
UNSAID = ("", "", "")
"""Enter at each of the questions on yourself."""
NEXT = "What to look for next? One per line, Enter to finish: "
FINAL = "Complete the review? [y/N, or a name to ask again] "
ANA = ("4", "5", "3", "y", "Asks good questions", "keep")
SKIPPED = ("", "", "", "", "")


def lines(*answers: str) -> str:
    """The answers as typed, a line each."""
    return "".join(f"{answer}\n" for answer in answers)


def stored_answers(board: Board) -> list[tuple[object, ...]]:
    """Every stored answer, by handle."""
    return board.sql(
        "SELECT handle, value, chemistry, trust, fits_next, note, decision, window, until_on FROM"
        " review_answer ORDER BY handle"
    )
