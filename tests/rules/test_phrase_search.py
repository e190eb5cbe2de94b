from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.names import fold
from boardroom.rules.phrase_search import Excerpt, phrase

# What folding is hard for: accents within and after their letter, letters that become two, other scripts, odd spaces, capitals.
TRICKY = st.text(
    "aeisAEIS Ssßẞ ﬁfi éÉe\u0301 ıİiI ΣσςA kK\u212a がか\u3099 각\u1100\u1161 \u00a0\u2003\x1f\n\t.?*[%_\\\"'ÆæøŒ½Ꭰꭰ🎓",
    max_size=14,
)


@given(TRICKY, TRICKY)
@example("strasse", "Bergstraße 3")
@example("ﬁ", "FIT")
@example("a b", "A\u00a0\n B")
@example("が", "か\u3099")
def test_a_phrase_is_in_a_text_exactly_where_their_folded_forms_say_so(
    wanted: str, text: str
) -> None:
    folded = fold(wanted)
    if folded:
        assert phrase(wanted).is_in(text) == (folded in fold(text))


@given(TRICKY, TRICKY, TRICKY)
def test_what_is_shown_as_found_holds_the_phrase_and_nothing_is_lost_around_it(
    before: str, wanted: str, after: str
) -> None:
    text = f"{before}{wanted}{after}"
    if not fold(wanted) or not phrase(wanted).is_in(text):
        return

    found = phrase(wanted).excerpt(text)

    assert fold(wanted) in fold(found.found)
    if max(len(before), len(after)) + len(wanted) <= 40:
        assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("wanted", "text", "excerpt"),
    [
        (
            "P&L",
            "How do I get exposure to a P&L?",
            Excerpt("How do I get exposure to a ", "P&L", "?"),
        ),
        ("ACAO", "Plano de ação hoje", Excerpt("Plano de ", "ação", " hoje")),
        ("ação", "Plano de acao hoje", Excerpt("Plano de ", "acao", " hoje")),
        ("cafe", "Two cafe\u0301s", Excerpt("Two ", "cafe\u0301", "s")),
        ("rasse 3", "Bergstraße 3", Excerpt("Bergst", "raße 3", "")),
        ("s", "ß", Excerpt("", "ß", "")),
        ("sse", "Bergstraße", Excerpt("Bergstra", "ße", "")),
        ("か", "が か", Excerpt("が ", "か", "")),
        ("が", "xか\u3099x", Excerpt("x", "か\u3099", "x")),
        (
            "the budget round",
            "about the\n\n  Budget\tround, and more",
            Excerpt("about ", "the Budget round", ", and more"),
        ),
        ("100%_", "at 100%_ [sure]", Excerpt("at ", "100%_", " [sure]")),
        ("小", "王小明 said", Excerpt("王", "小", "明 said")),
        ("🎓", "a 🎓 b", Excerpt("a ", "🎓", " b")),
        (
            "needle",
            "one two three four five six seven eight nine ten needle one two three four five six seven eight nine ten",
            Excerpt(
                "…four five six seven eight nine ten ",
                "needle",
                " one two three four five six seven eight…",
            ),
        ),
        (
            "found",
            f"{'十' * 50} {'x' * 9}found{'y' * 9} {'十' * 50}",
            Excerpt(f"…{'十' * 30} {'x' * 9}", "found", f"{'y' * 9} {'十' * 30}…"),
        ),
        (
            "needle",
            f"{'x' * 60}needle{'y' * 60}",
            Excerpt(f"…{'x' * 40}", "needle", f"{'y' * 40}…"),
        ),
    ],
)
def test_the_words_found_stand_among_those_around_them(
    wanted: str, text: str, excerpt: Excerpt
) -> None:
    assert phrase(wanted).excerpt(text) == excerpt


@pytest.mark.parametrize(
    ("wanted", "text"),
    [("a b", "ab"), ("a b", "b a"), ("ano", "and"), ("が", "か"), ("x%", "xy"), ("a_c", "abc")],
)
def test_what_only_looks_alike_is_not_found(wanted: str, text: str) -> None:
    assert not phrase(wanted).is_in(text)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (" \n", "The text to search for can't be empty."),
        ("a\0", "The text to search for can't hold a NUL character."),
        ("\u0301", "There is nothing but accents in '\u0301'."),
    ],
)
def test_nothing_can_not_be_looked_for(wanted: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        phrase(wanted)

    assert caught.value.message == said
