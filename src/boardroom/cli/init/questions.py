"""The questions of `init`, in order, which depend on the answers so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from boardroom.cli.init.parsing import Parsed, Parser, optional_text
from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.first_board import parse_people
from boardroom.rules.names import Named
from boardroom.rules.settings import Settings

PEOPLE, GOAL_KEY, STEP_KEY, HELPERS = "people", "goal", "step", "helpers"
SEAT, LAST_MET, WINDOW, HOPES = "seat", "last met", "window", "hopes"


class Question(Record):
    """A question, with an example, what Enter stands for, and the explanation that `?` prints.

    Without a `default`, it needs an answer. `section` is the heading it stands under.
    """

    key: str
    section: tuple[str, str]
    text: str
    example: str
    default: str
    why: str
    parse: Callable[[str], Parsed]


class Questions:
    """Makes the questions for a board with these settings, as of `today`."""

    def __init__(self, settings: Settings, today: date) -> None:
        self._settings, self._parser = settings, Parser(settings, today)

    def after(self, texts: Mapping[str, str]) -> list[Question]:
        """The questions as far as the answers tell, each with the answers before it in mind."""
        questions = [self._people()]
        try:
            persons = parse_people(texts.get(PEOPLE, ""), self._settings.seats)
        except BadInput:
            return questions
        for person in persons:
            questions += self._about(person, len(persons), texts)
        questions.append(self._goal())
        if texts.get(GOAL_KEY):
            questions += [self._step(), self._helpers(persons)]
        return questions

    def _people(self) -> Question:
        return Question(
            PEOPLE,
            ("", ""),
            "Who is on your board?",
            "like Marcus Ojo, Ana Lima",
            "",
            "Three to five people to learn from: a former boss, a colleague, somebody from your"
            " networks, a friend who tells you the truth. Not the most famous, but the relevant"
            " ones who have time. Write their names with commas between them.",
            self._parser.people,
        )

    def _about(self, person: Named, count: int, texts: Mapping[str, str]) -> list[Question]:
        section = (person.name, f"{person.id} of {count}")
        last_met = key_of(LAST_MET, person)
        return [
            Question(
                key_of(SEAT, person),
                section,
                "What seat do they take?",
                "like Finance, or Truth-teller",
                "none yet",
                "What you go to them for, in your own words. Seats that differ make a board:"
                " experience, trade, background, inside and outside your organisation.",
                lambda text: optional_text(text, "seat"),
            ),
            Question(
                last_met,
                section,
                "When did you last see each other?",
                "like 3 Nov, or 2 weeks ago",
                "never",
                "The day of your last talk of about an hour. The next one is counted from it. After"
                " never, a first meeting is due at once.",
                self._parser.last_met,
            ),
            Question(
                key_of(WINDOW, person),
                section,
                "How often do you want to meet?",
                "like 4-6w, or monthly",
                str(self._settings.window),
                "The shortest and the longest wait from one meeting to the next: 4-6w is every four"
                " to six weeks, for about an hour. d, w and m are days, weeks and months.",
                lambda text: self._parser.window(text, texts.get(last_met, "")),
            ),
            Question(
                key_of(HOPES, person),
                section,
                "What do you hope for?",
                "like Help on the way to a P&L",
                "nothing yet",
                "Said up front, it spares both of you disappointment, and you look at it again in"
                " the review. What else you agreed on (focus, an end, confidentiality, boundaries)"
                " can follow any day with:"
                f" boardroom agreement set {person.handle}",
                lambda text: optional_text(text, "text of your hopes"),
            ),
        ]

    def _goal(self) -> Question:
        return Question(
            GOAL_KEY,
            _GOAL,
            "What do you want from the next six months?",
            "like Lead a region by 1 Jun",
            "no goal yet",
            "One goal, specific enough to know when you are there. It is for six months from today"
            " unless it ends in a day: by 1 Jun.",
            self._parser.goal,
        )

    def _step(self) -> Question:
        return Question(
            STEP_KEY,
            _GOAL,
            "What is the first small step?",
            "like Ask the CFO for a budget line by 15 Dec",
            "none yet",
            "Small enough for the next weeks, with its day at the end: by 15 Dec.",
            self._parser.step,
        )

    def _helpers(self, persons: tuple[Named, ...]) -> Question:
        handles = [person.handle for person in persons]
        return Question(
            HELPERS,
            _GOAL,
            "Who can help you with it?",
            ", ".join(handles) if len(handles) == 1 else f"{', '.join(handles)}, or all",
            "nobody yet",
            "Whoever knows the way, or the people on it: you can raise the goal when you meet."
            " Write names or handles with commas between them.",
            lambda text: self._parser.helpers(text, persons),
        )


def key_of(question: str, person: Named) -> str:
    """The key of a question about one person."""
    return f"{question}: {person.name}"


_GOAL = ("Your goal", "")
