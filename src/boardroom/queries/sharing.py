"""What of a record may be shared: neither the words nor the names of what is private.

Every text made to be shared goes through here: it keeps days, counts and states, and leaves out
records made of words. A private meeting is a day, a length and a way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from boardroom.queries.previous_answers import PreviousAnswer
from boardroom.queries.reviews import AnswerView, ReviewView
from boardroom.rules.reviews import RATINGS, UNANSWERED
from boardroom.rules.snoozes import asleep_until

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, TypeVar

    from boardroom.queries.advice import AdviceView
    from boardroom.queries.agenda import AgendaView
    from boardroom.queries.agreed import Agreed
    from boardroom.queries.agreements import AgreementView
    from boardroom.queries.board import BoardView
    from boardroom.queries.introductions import Chain
    from boardroom.queries.meetings import MeetingView
    from boardroom.queries.prep import PrepView
    from boardroom.queries.promises import PromiseView
    from boardroom.queries.review_facts import FactsView
    from boardroom.rules.review_facts import BoardFacts
    from boardroom.rules.shared_history import Piece
    from boardroom.rules.starters import Starter

    class MaybePrivate(Protocol):
        """A view of a record that may be private."""

        @property
        def private(self) -> bool:
            """Whether it is."""

        @property
        def id(self) -> int:
            """Its number among those of its kind."""

    V = TypeVar("V", bound=MaybePrivate)


_STARTER_KINDS = {"g": "goal", "s": "goal_step", "v": "advice"}
"""What a starter was made of, by the letter of its id."""
_LETTERS = {kind: letter for letter, kind in _STARTER_KINDS.items()}


class Sharing:
    """Leaves out of views what is private, and counts it by kind in `left_out`.

    With `everything`, nothing is left out. The kinds are those of `boardroom.render.privacy`.
    """

    def __init__(self, *, everything: bool = False) -> None:
        self.everything = everything
        self.left_out: dict[str, int] = {}
        self._refs: set[tuple[str, str]] = set()

    def records(self, kind: str, views: Iterable[V]) -> tuple[V, ...]:
        """The views of records made of words, without private ones."""
        letter = _LETTERS.get(kind, kind)
        return tuple(
            view
            for view in views
            if not self.leaves_out(kind, f"{letter}{view.id}", private=view.private)
        )

    def agenda(self, views: Iterable[AgendaView]) -> tuple[AgendaView, ...]:
        """Agenda items, without private items and answers."""
        return tuple(
            view._replace(answer=self._text("answer", view.answer, private=view.answer_private))
            for view in self.records("agenda_item", views)
        )

    def advice(self, views: Iterable[AdviceView]) -> tuple[AdviceView, ...]:
        """Advice, without private advice and outcomes."""
        return tuple(
            view._replace(outcome=self._text("outcome", view.outcome, private=view.outcome_private))
            for view in self.records("advice", views)
        )

    def promises(self, views: Iterable[PromiseView], *, today: date) -> tuple[PromiseView, ...]:
        """Promises, without private promises and notes, and without the reason of any snooze."""
        kept = []
        for view in self.records("promise", views):
            asleep = asleep_until(view.snoozed_until, view.done_on, today=today)
            why = view.snoozed_why if asleep else None
            kept.append(
                view._replace(
                    note=self._text("promise_note", view.note, private=view.note_private),
                    snoozed_why=self._text("snooze_reason", why, private=True),
                )
            )
        return tuple(kept)

    def meeting(self, view: MeetingView) -> MeetingView:
        """A meeting, if private without its place and notes."""
        return view._replace(
            place=self._text("place", view.place, private=view.private),
            notes=self._text("notes", view.notes, private=view.private),
        )

    def agreement(self, view: AgreementView) -> AgreementView:
        """An agreement, if private without its text."""
        if not view.private or self.everything:
            return view
        without = view._replace(hopes=None, focus=(), boundaries=None, programme=None, outcome=None)
        if view != without:
            self._count("agreement", 1)
        return without

    def starters(self, views: Iterable[Starter]) -> list[Starter]:
        """What could be raised, without private goals, steps and advice."""
        return [
            view
            for view in views
            if not self.leaves_out(_STARTER_KINDS[view.ref[0]], view.ref, private=view.private)
        ]

    def board(self, view: BoardView) -> BoardView:
        """The board, without the titles of private goals."""
        goals = tuple(
            goal._replace(title=self._text("goal", goal.title, private=goal.private) or "")
            for goal in view.gaps.goals
        )
        return view._replace(gaps=view.gaps._replace(goals=goals))

    def facts(self, view: FactsView) -> FactsView:
        """The facts of a review, without the words of private agreements, goals and advice."""
        advisors = tuple(
            advisor._replace(agreed=self._agreed(advisor.agreed)) if advisor.agreed else advisor
            for advisor in view.advisors
        )
        return view._replace(advisors=advisors, board=self._board_facts(view.board))

    def prep(self, view: PrepView) -> PrepView:
        """A brief, without what it shows of private records."""
        helped = {goal.id for goal in self.records("goal", [goal for goal, _ in view.goals])}
        planned = view.planned
        return view._replace(
            # What a brief never shows is not counted either.
            planned=None if planned is None else self.meeting(planned._replace(notes=None)),
            agreement=None if view.agreement is None else self.agreement(view.agreement),
            agenda=self.agenda(item._replace(answer=None) for item in view.agenda),
            advice=self.advice(view.advice),
            promises=self.promises(
                (promise._replace(note=None) for promise in view.promises), today=view.today
            ),
            goals=tuple(goal for goal in view.goals if goal.goal.id in helped),
            occasions=self.records("occasion", view.occasions),
            meetings=tuple(self.meeting(meeting._replace(place=None)) for meeting in view.meetings),
            starters=tuple(self.starters(view.starters)),
            chain=self._chain(view.chain),
            offer=view.offer
            and view.offer._replace(advice=self.records("advice", view.offer.advice)),
        )

    def _chain(self, chain: Chain) -> Chain:
        by = self.records("exchange", [] if chain.by is None else [chain.by])
        return chain._replace(
            by=by[0] if by else None, brought=self.records("exchange", chain.brought)
        )

    def review(self, view: ReviewView) -> ReviewView:
        """A completed review, without private answers and titles of goals."""
        return view._replace(
            answers=tuple(map(self._answer, view.covered)),
            board_facts=self._board_facts(view.board_facts),
        )

    def earlier_answers(
        self, view: ReviewView, previous: Mapping[str, PreviousAnswer]
    ) -> dict[str, PreviousAnswer]:
        """The answers that a review is compared with, without private ones.

        An answer that was left out is compared with nothing.
        """
        kept = {}
        for answer in view.covered:
            earlier = previous.get(answer.handle)
            if earlier is None:
                continue
            if earlier.private and not self.everything:
                self._count("earlier_answer", _has_judgement(earlier))
            elif not answer.private or self.everything:
                kept[answer.handle] = earlier
        return kept

    def leaves_out(self, kind: str, ref: str, *, private: bool) -> bool:
        """Whether a record is left out; it is counted once, however often it would be shown."""
        if not private or self.everything:
            return False
        if (kind, ref) not in self._refs:
            self._refs.add((kind, ref))
            self._count(kind, 1)
        return True

    def _agreed(self, view: Agreed) -> Agreed:
        history = view.history
        return view._replace(
            agreement=self.agreement(view.agreement),
            history=history._replace(
                goals=self._pieces("goal", history.goals),
                advice=self._pieces("advice", history.advice),
            ),
        )

    def _pieces(self, kind: str, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        return tuple(
            piece
            for piece in pieces
            if not self.leaves_out(kind, str(piece.id), private=piece.private)
        )

    def _board_facts(self, facts: BoardFacts | None) -> BoardFacts | None:
        if facts is None:
            return None
        goals = tuple(
            goal._replace(title=self._text("goal", goal.title, private=goal.private) or "")
            for goal in facts.goals_without_help
        )
        return facts._replace(goals_without_help=goals)

    def _answer(self, view: AnswerView) -> AnswerView:
        if not view.private or self.everything:
            return view
        self._count("review_answer", 1)
        return view._replace(answer=UNANSWERED)

    def _text(self, kind: str, text: str | None, *, private: bool) -> str | None:
        if not text or not private or self.everything:
            return text
        self._count(kind, 1)
        return None

    def _count(self, kind: str, count: int) -> None:
        if count:
            self.left_out[kind] = self.left_out.get(kind, 0) + count


def _has_judgement(earlier: PreviousAnswer) -> bool:
    answer = earlier.answer
    return any(
        getattr(answer, field) is not None for field in (*RATINGS, "fits_next", "outcome_met")
    )
