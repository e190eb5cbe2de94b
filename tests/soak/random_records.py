"""Fills a board with random records, whose texts hold whatever a user may type or paste."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from boardroom.store.rows import (
    Advice,
    Advisor,
    AgendaItem,
    Agreement,
    Criterion,
    Exchange,
    Goal,
    GoalHelper,
    GoalStep,
    Meeting,
    Promise,
    Rating,
    Transition,
)
from boardroom.store.work import Work
from tests.boards import TODAY, Board

PEOPLE = 40
_WORDS = (
    *("the", "next", "round", "budget", "O'Brien", "C++", "50%", "multi-agent", '"quoted"', "a,b"),
    *("=1+1", "+49 30", "-5", "@SUM(A1)", "[/red]", "\\n", "{}", "%s", "; DROP TABLE", "<b>"),
    *("Zoë", "Zoë\u0301", "王小明", "Ünal", "ﬁ", "مرحبا", "👩🏽‍🚀", "🇵🇹", "\x1b[31m", "\x9b2J"),
    *("\u202e", "\u200b", "\ufeff", "\u00ad", "\u2028", "\t", "\n", "\r\n", "\x7f", "\U000e0041"),
)
_WAYS = ("coffee", "lunch", "call", "video", "walk", "other")
_KINDS = ("introduction", "insight", "feedback", "help", "invitation", "resource", "other")


class RandomRecords:
    """Makes random records of every kind, on a board of `PEOPLE`."""

    def __init__(self, work: Work, chance: random.Random) -> None:
        self.work, self.chance = work, chance
        self.people = [self._person(number) for number in range(PEOPLE)]
        self.goals = [self._goal() for _ in range(PEOPLE)]
        self.criteria = [
            work.add(Criterion(text=self.text(), must=bool(number % 2))).id for number in range(9)
        ]
        for person in self.people:
            for criterion in chance.sample(self.criteria, 3):
                work.add(
                    Rating(advisor_id=person, criterion_id=criterion, meets=chance.random() < 0.5)
                )

    def text(self) -> str:
        """A text that is not empty."""
        words = self.chance.choices(_WORDS, k=self.chance.randint(1, 12))
        return f"x{' '.join(words)}x"

    def maybe(self) -> str | None:
        """A text, or none."""
        return self.text() if self.chance.random() < 0.5 else None

    def day(self) -> date:
        """A day of the last ten years."""
        return TODAY - timedelta(days=self.chance.randrange(1, 3650))

    def add(self) -> None:
        """Adds a record, or a meeting with what was logged in it."""
        person, on = self.chance.choice(self.people), self.day()
        mark = self.chance.choice((None, None, None, True, False))
        match self.chance.randrange(5):
            case 0:
                self._meeting(person, on, mark)
            case 1:
                self.work.add(
                    AgendaItem(
                        advisor_id=person,
                        kind=self.chance.choice(("topic", "question", "update")),
                        text=self.text(),
                        added_on=on,
                        goal_id=self.chance.choice((None, *self.goals)),
                        private=mark,
                    )
                )
            case 2:
                is_kept = self.chance.random() < 0.5
                self.work.add(
                    Promise(
                        advisor_id=person,
                        by_whom=self.chance.choice(("me", "them")),
                        text=self.text(),
                        made_on=on,
                        due_on=self.chance.choice((None, on + timedelta(days=9))),
                        status="kept" if is_kept else "open",
                        done_on=on + timedelta(days=1) if is_kept else None,
                        note=self.maybe() if is_kept else None,
                        private=mark,
                    )
                )
            case 3:
                self._advice(person, on, None, mark)
            case _:
                self.work.add(
                    Exchange(
                        advisor_id=person,
                        direction=self.chance.choice(("given", "received")),
                        kind=self.chance.choice(_KINDS),
                        text=self.text(),
                        person=self.maybe(),
                        exchanged_on=on,
                        private=mark,
                    )
                )

    def _person(self, number: int) -> int:
        advisor = Advisor(
            handle=f"person{number}",
            name=f"Person{number} {self.text()}",
            nicknames=[f"Nick{number} {self.text()}"],
            strengths=[self.text(), self.text()],
            perspectives={"industry": self.text()},
            way=self.chance.choice(_WAYS),
            window=self.chance.choice((None, "4-6w", "6-12m")),
            seat=self.maybe(),
            org=self.maybe(),
            how_met=self.maybe(),
            email=self.maybe(),
            city=self.maybe(),
            notes=self.maybe(),
        )
        person = self.work.add(advisor).id
        on = TODAY - timedelta(days=3650)
        self.work.add(
            Transition(advisor_id=person, changed_on=on, status="prospect", recorded_on=on)
        )
        self.work.add(
            Agreement(advisor_id=person, agreed_on=on, focus=[self.text()], boundaries=self.maybe())
        )
        return person

    def _goal(self) -> int:
        goal = Goal(
            title=self.text(),
            horizon=self.chance.choice(("near", "long")),
            why=self.maybe(),
            target_on=self.day(),
            status="open",
            added_on=self.day(),
        )
        goal_id = self.work.add(goal).id
        self.work.add(GoalStep(goal_id=goal_id, text=self.text(), due_on=self.day()))
        self.work.add(GoalHelper(goal_id=goal_id, advisor_id=self.chance.choice(self.people)))
        return goal_id

    def _meeting(self, person: int, on: date, mark: bool | None) -> None:
        meeting = Meeting(
            advisor_id=person,
            status="held",
            met_on=on,
            start_time=self.chance.choice((None, "09:00", "23:59")),
            way=self.chance.choice(_WAYS),
            place=self.maybe(),
            minutes=self.chance.randint(1, 1440),
            notes=self.maybe(),
            private=mark,
        )
        meeting_id = self.work.add(meeting).id
        self._advice(person, on, meeting_id, mark)
        self.work.add(
            AgendaItem(
                advisor_id=person,
                kind="topic",
                text=self.text(),
                status="covered",
                answer=self.maybe(),
                meeting_id=meeting_id,
                added_on=on,
                closed_on=on,
            )
        )

    def _advice(self, person: int, on: date, meeting: int | None, mark: bool | None) -> None:
        is_tried = self.chance.random() < 0.5
        self.work.add(
            Advice(
                advisor_id=person,
                text=self.text(),
                given_on=on,
                status="worked" if is_tried else "new",
                outcome=self.maybe() if is_tried else None,
                outcome_on=on if is_tried else None,
                reported_on=self.chance.choice((None, on)) if is_tried else None,
                meeting_id=meeting,
                private=mark,
            )
        )


def fill(path: Path, chance: random.Random, count: int) -> int:
    """Makes a board of at least `count` random records at `path`; returns how many."""
    board = Board(path)
    with board.change() as work:
        work.did("Filled the board")
        records = RandomRecords(work, chance)
        while (made := work.connection.execute(_COUNT).fetchone()[0]) < count:
            for _ in range(50):
                records.add()
    return int(made)


_COUNT = """
SELECT (SELECT count(*) FROM advisor) + (SELECT count(*) FROM transition)
    + (SELECT count(*) FROM goal) + (SELECT count(*) FROM goal_step)
    + (SELECT count(*) FROM goal_helper) + (SELECT count(*) FROM meeting)
    + (SELECT count(*) FROM agenda_item) + (SELECT count(*) FROM promise)
    + (SELECT count(*) FROM advice) + (SELECT count(*) FROM exchange)
    + (SELECT count(*) FROM agreement) + (SELECT count(*) FROM criterion)
    + (SELECT count(*) FROM rating)"""
