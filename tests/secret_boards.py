"""A board with a word of its own in every text, some of them private in every way there is.

What is private is worked out here a second time, plainly, while the board is filled.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from uuid import uuid4

from boardroom.actions.agreements import agree
from tests.boards import TODAY, Board

_MARKS = (None, None, True, False)


class Shared:
    """The words that one shared text may have: each maps to whether it is private.

    `counts` is what the text is to say of private records, by kind.
    """

    def __init__(self) -> None:
        self.words: dict[str, bool] = {}
        self.counts: Counter[str] = Counter()

    def add(self, word: str, kind: str, *, private: bool) -> None:
        """Adds a word, and if it is private, a record of some `kind`."""
        self.words[word] = private
        self.counts[kind] += private and bool(kind)

    @property
    def private(self) -> list[str]:
        """The words that must be left out."""
        return [word for word, private in self.words.items() if private]


class SecretBoard:
    """Fills a board by chance; `prep`, `review` and `export` are what may be shared of it."""

    def __init__(self, board: Board, chance: random.Random) -> None:
        self.board, self.chance = board, chance
        self.prep, self.review, self.export = Shared(), Shared(), Shared()
        self.periods: list[tuple[date, date]] = []
        self._count = 0
        self.ana = board.advisor("Ana Lima")
        self._agreement()
        self._goals()
        meetings = [self._meeting() for _ in range(4)]
        self._plan()
        self._occasion()
        exchanges = [self._exchange(meetings) for _ in range(3)]
        for _ in range(4):
            self._promise(meetings, exchanges)
            self._advice(meetings)
            self._item(meetings)
        self._reviews()
        self._pause()

    def _word(
        self, shared: Shared | None, *, private: bool, kind: str = "", exported: str | None = None
    ) -> str:
        """A new word, which is in `shared` and in the export.

        `kind` is what its record counts as if it is left out, `exported` that in the export.
        """
        self._count += 1
        word = f"canary{self._count:03}x"
        if shared is not None:
            shared.add(word, kind, private=private)
        self.export.add(word, kind if exported is None else exported, private=private)
        return word

    def _day(self) -> date:
        return TODAY - timedelta(days=self.chance.randrange(60))

    def _mark(self) -> bool | None:
        return self.chance.choice(_MARKS)

    def _agreed_since(self, day: date) -> bool:
        return any(last >= day for _, last in self.periods)

    def _agreed(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.periods)

    def _agreement(self) -> None:
        for _ in range(self.chance.randrange(3)):
            first = self._day()
            if any(first == other for other, _ in self.periods):
                continue
            last = min(TODAY, first + timedelta(days=self.chance.randrange(20)))
            is_open = self.chance.random() < 0.3
            self.periods.append((first, date.max if is_open else last))
            self.board.put(
                "INSERT INTO confidential_period (advisor_id, from_on, until_on) VALUES (?, ?, ?)",
                self.ana,
                first.isoformat(),
                None if is_open else last.isoformat(),
            )
        private = bool(self.periods)
        with self.board.change() as work:
            agree(
                work,
                self.ana,
                agreed_on=date(2026, 1, 10),
                hopes=self._word(self.prep, private=private, kind="agreement"),
                focus=[self._word(self.prep, private=private)],
                boundaries=self._word(self.prep, private=private),
                programme=self._word(None, private=private),
                outcome=self._word(None, private=private),
            )

    def _goals(self) -> None:
        for helpers in ((self.ana,), (self.ana,), ()):
            mark = self._mark()
            private = mark is True
            shared = self.prep if helpers else self.review
            title = self._word(shared, private=private, kind="goal")
            goal_id = self.board.goal(title, *helpers, private=mark)
            if helpers:
                taken, following = (
                    self._word(self.prep, private=private, exported="goal_step") for _ in range(2)
                )
                self.board.goal_step(goal_id, taken, done_on=TODAY.isoformat())
                self.board.goal_step(goal_id, following)

    def _meeting(self) -> tuple[int, bool]:
        on, mark = self._day(), self._mark()
        private = self._agreed(on) if mark is None else mark
        notes = self._word(self.prep, private=private, kind="notes")
        place = self._word(None, private=private, kind="place")
        row_id = self.board.meeting(
            self.ana, on.isoformat(), notes=notes, place=place, private=mark
        )
        return row_id, private

    def _plan(self) -> None:
        on, mark = TODAY + timedelta(days=3), self._mark()
        private = self._agreed(on) if mark is None else mark
        place = self._word(self.prep, private=private, kind="place")
        notes = self._word(None, private=private, kind="notes")
        self.board.meeting(
            self.ana, on.isoformat(), "planned", place=place, notes=notes, private=mark
        )

    def _occasion(self) -> None:
        on, added, mark = self._day(), self._day(), self._mark()
        private = self._agreed(on) or self._agreed(added) if mark is None else mark
        noted = private or self._agreed_since(added) if mark is None else mark
        self.board.occasion(
            self.ana,
            self._word(None, private=private, kind="occasion"),
            on=on.isoformat(),
            added=added.isoformat(),
            note=self._word(None, private=noted, kind="" if private else "occasion_note"),
            private=mark,
        )

    def _made_from(self, records: list[tuple[int, bool]]) -> tuple[int | None, bool]:
        return self.chance.choice([*records, (None, False)])

    def _exchange(self, meetings: list[tuple[int, bool]]) -> tuple[int, bool]:
        on, mark = self._day(), self._mark()
        meeting_id, from_private = self._made_from(meetings)
        private = self._agreed(on) or from_private if mark is None else mark
        row_id = self.board.exchange(
            self.ana,
            "received",
            self._word(None, private=private, kind="exchange"),
            person=self._word(None, private=private),
            on=on.isoformat(),
            meeting_id=meeting_id,
            private=mark,
        )
        return row_id, private

    def _promise(self, meetings: list[tuple[int, bool]], exchanges: list[tuple[int, bool]]) -> None:
        on, mark = self._day(), self._mark()
        meeting_id, from_meeting = self._made_from(meetings)
        exchange_id, from_exchange = self._made_from(exchanges)
        made = self._agreed(on) or from_meeting or from_exchange
        private = made if mark is None else mark
        noted = private or self._agreed_since(on) if mark is None else mark
        row_id = self.board.promise(
            self.ana,
            self._word(self.prep, private=private, kind="promise"),
            made=on.isoformat(),
            note=self._word(None, private=noted, kind="" if private else "promise_note"),
            meeting_id=meeting_id,
            exchange_id=exchange_id,
            private=mark,
        )
        if self.chance.random() < 0.5:
            why = self._word(self.prep, private=True, kind="" if private else "snooze_reason")
            self.board.put(
                "INSERT INTO snooze (subject, promise_id, snoozed_on, until_on, why)"
                " VALUES ('promise', ?, '2026-11-20', '2026-12-01', ?)",
                row_id,
                why,
            )

    def _advice(self, meetings: list[tuple[int, bool]]) -> None:
        on, mark = self._day(), self._mark()
        meeting_id, from_private = self._made_from(meetings)
        private = self._agreed(on) or from_private if mark is None else mark
        text = self._word(self.prep, private=private, kind="advice")
        outcome_on = on + (TODAY - on) * self.chance.random()
        both = private or self._agreed(outcome_on) if mark is None else mark
        outcome = None
        if self.chance.random() < 0.7:
            outcome = self._word(self.prep, private=both, kind="" if private else "outcome")
        self.board.advice(
            self.ana,
            text,
            given=on.isoformat(),
            meeting_id=meeting_id,
            private=mark,
            status=self.chance.choice(("trying", "worked")),
            outcome=outcome,
            outcome_on=outcome_on.isoformat(),
        )

    def _item(self, meetings: list[tuple[int, bool]]) -> None:
        on, mark = self._day(), self._mark()
        private = self._agreed(on) if mark is None else mark
        self.board.item(
            self.ana,
            self._word(self.prep, private=private, kind="agenda_item"),
            added=on.isoformat(),
            private=mark,
        )
        meeting_id, from_private = self._made_from(meetings)
        covered_on = on + (TODAY - on) * self.chance.random()
        answered = private or self._agreed(covered_on) or from_private if mark is None else mark
        self.board.item(
            self.ana,
            self._word(None, private=private, kind="agenda_item"),
            added=on.isoformat(),
            private=mark,
            status="covered",
            closed_on=covered_on,
            meeting_id=meeting_id,
            answer=self._word(None, private=answered, kind="" if private else "answer"),
        )

    def _reviews(self) -> None:
        tom = self.board.advisor("Tom Berg")
        earlier = sorted({self._day(), self._day()})
        for number, on in enumerate(earlier):
            private = self._agreed(on)
            is_last = number == len(earlier) - 1
            shared = self.review if is_last else None
            note = self._word(shared, private=private, kind="review_answer")
            if not is_last:
                self.review.counts["earlier_answer"] += private
            day = on.isoformat()
            self.board.answer(self.ana, on=day, value=1 + number, note=note, decision="keep")
            theirs = self._word(shared, private=False)
            review_id = self.board.answer(tom, on=day, value=4, note=theirs, decision="keep")
            self.board.complete(review_id, day)

    def _pause(self) -> None:
        for on, status in zip(
            sorted((self._day(), self._day())), ("paused", "active"), strict=True
        ):
            private = self._agreed(on)
            how, about, note = (
                self._word(None, private=private, kind=kind) for kind in ("status_words", "", "")
            )
            self.board.put(
                "INSERT INTO transition (uid, advisor_id, changed_on, status, how, about, note)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                str(uuid4()),
                *(self.ana, on.isoformat(), status, how, about, note),
            )
