from __future__ import annotations

import pytest

from boardroom.rules.exchanges import follow_up, kind_of, person_in, second_person_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("introduction to Dana Reyes", "introduction"),
        ("INTRO  to Dana", "introduction"),
        ("Intro to", "other"),
        ("intro tomorrow", "other"),
        ("an introduction to Lee", "introduction"),
        ("The intro to Lee", "introduction"),
        ("introduced me to Kim", "introduction"),
        ("intro'd me to Kim", "introduction"),
        ("intro’d me to Kim", "introduction"),
        ("introducing me to Kim", "introduction"),
        ("connected me with Kim", "introduction"),
        ("put me in touch with Kim Vale", "introduction"),
        ("intro: Kim Vale", "introduction"),
        ("introduction to statistics, the book", "other"),
        ("intro to the head of FP&A", "other"),
        ("introduced them to Kim", "other"),
        ("introductions to many", "other"),
        ("Notes", "other"),
    ],
)
def test_what_begins_as_an_introduction_is_one(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("introduction to Dana Reyes (head of FP&A)", "Dana Reyes"),
        ("Intro to Dana Reyes, head of FP&A", "Dana Reyes"),
        ("intro to Dana Reyes from Kite", "Dana Reyes"),
        ("intro to Dana Reyes At Kite", "Dana Reyes"),
        ("intro to the head of FP&A", None),
        ("Introduction: her editor", None),
        ("an introduction to Lee", "Lee"),
        ("introduced me to Kim at the fair", "Kim"),
        ("put me in touch with Kim Vale for pricing", "Kim Vale"),
        ("connected me with Kim Vale [Kite]", "Kim Vale"),
        ("intro to Dana Reyes who runs FP&A", "Dana Reyes"),
        ("introduction to statistics, the book", None),
        ("Intro: Dana Reyes", "Dana Reyes"),
        ("An introduction to Dana Reyes of Kite", "Dana Reyes"),
        ("Introduction", None),
        ("intro", None),
        ("intro to Dana Reyes by email", "Dana Reyes"),
        ("intro to Dr. Reyes", "Dr. Reyes"),
        ("intro to Dana next week", "Dana"),
        ("introduction to Dana and Lena Vogt", "Dana"),
        ("intro to María José von der Leyen-Östberg", "María José von der Leyen-Östberg"),
        ("intro to Lena Vogt!", "Lena Vogt"),
        ("intro to someone who knows pricing", None),
        ("intro to Jean-Luc d'Atout – his old boss", "Jean-Luc d'Atout"),
        ("intro to Dana Reyes.\nShe is back in May", "Dana Reyes"),
        ("intro to 王小明", "王小明"),
        ("intro to (somebody)", None),
        ("intro to", None),
        ("intro to " + "x" * 101, None),
        ("Dana Reyes, head of FP&A", "Dana Reyes"),
        ("intro to Mrs. Ng", "Mrs. Ng"),
        ("intro to Mrs Reyes. She is back in May", "Mrs Reyes"),
        ("intro to Prof. Dr. Maria-José de la Cruz", "Prof. Dr. Maria-José de la Cruz"),
        ("intro to Sir Ian van der Berg", "Sir Ian van der Berg"),
        ("intro to Omar al-Rashid", "Omar al-Rashid"),
        ("intro to Mrs.", None),
        ("connected me with Ana's editor Paula Reis", "Paula Reis"),
        ("connected me with Ana’s editor", None),
        ("intro to Rui Reis & Lena Vogt", "Rui Reis"),
        ("Met his CFO", None),
        ("One Two Three Four Five", None),
        ("(nobody)", None),
    ],
)
def test_the_person_is_read_from_an_introduction(text: str, person: str | None) -> None:
    assert person_in("introduction", text) == person


def test_no_other_kind_has_its_person_read() -> None:
    assert person_in("help", "Dana Reyes") is None


@pytest.mark.parametrize(
    ("direction", "kind", "person", "owed"),
    [
        ("received", "introduction", "Dana Reyes", "Contact Dana Reyes"),
        ("received", "introduction", None, "Follow up: Met his CFO"),
        ("received", "introduction", "x" * 60, f"Contact {'x' * 50}…"),
        ("given", "introduction", "Dana Reyes", None),
        ("received", "help", "Dana Reyes", None),
    ],
)
def test_a_received_introduction_is_followed_up(
    direction: str, kind: str, person: str | None, owed: str | None
) -> None:
    assert follow_up(direction, kind, "Met his CFO", person) == owed


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("intro to Rui Reis and Lena Vogt", "Lena Vogt"),
        ("intro to Rui & Dr. Lena Vogt, his boss", "Dr. Lena Vogt"),
        ("intro to Rui Reis and his boss", None),
        ("intro to Rui Reis", None),
        ("Rui Reis and Lena Vogt", None),
    ],
)
def test_the_second_person_of_an_introduction_is_read(text: str, person: str | None) -> None:
    assert second_person_in("introduction", text) == person
