from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.names import fold, fold_letters
from boardroom.rules.phrase_search import Excerpt, parse_query

# What is hard to fold: accents in and after their letter, letters that become two, other scripts,
# odd spaces, capitals.
TRICKY = st.text(
    "aeisAEIS Ssßẞ ﬁfi éÉe\u0301 ıİiI ΣσςA kK\u212a がか\u3099 각\u1100\u1161"
    " \u00a0\u2003\x1f\n\t.?*[%_\\\"'ÆæøŒ½Ꭰꭰ🎓ẫ—’ŉ",
    max_size=14,
)


@given(TRICKY, TRICKY)
@example("strasse", "Bergstraße 3")
@example("ﬁ", "FIT")
@example("b a", "A\u00a0\n B")
@example("が", "か\u3099")
def test_a_text_matches_if_folded_it_holds_every_word(words: str, text: str) -> None:
    words = words.replace('"', "")
    if fold(words):
        expected = all(word in fold(text) for word in fold(words).split())
        assert parse_query(words).is_in(text) == expected


@given(TRICKY, TRICKY)
@example("a b", "A\u00a0\n B")
@example("a b", "b a")
def test_a_phrase_in_quotes_is_in_a_text_if_folded_it_is(words: str, text: str) -> None:
    words = words.replace('"', "")
    if fold(words):
        assert parse_query(f'"{words}"').is_in(text) == (fold(words) in fold(text))


@given(TRICKY, st.lists(TRICKY))
@example("strasse", ["Bergstraße 3", "à propos"])
@example("a b", ["a", "b"])
def test_a_match_in_one_of_several_texts_is_never_missed(words: str, texts: list[str]) -> None:
    if fold(words):
        query = parse_query(words)
        holding = [text for text in texts if query.longest in fold_letters(text)]
        assert query.may_be_in_any(texts) == bool(holding)


@given(TRICKY, TRICKY, TRICKY)
def test_an_excerpt_holds_a_phrase_and_loses_nothing(before: str, words: str, after: str) -> None:
    words = words.replace('"', "")
    text, phrase = f"{before}{words}{after}", f'"{words}"'
    if not fold(words) or not parse_query(phrase).is_in(text):
        return

    excerpt = parse_query(phrase).excerpt(text)

    assert fold(words) in fold(excerpt.match)
    if max(len(before), len(after)) + len(words) <= 40:
        assert "".join("".join(excerpt).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("words", "text", "excerpt"),
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
        ("小", "王小明 error", Excerpt("王", "小", "明 error")),
        ("🎓", "a 🎓 b", Excerpt("a ", "🎓", " b")),
        ("round budget", "The budget round", Excerpt("The budget ", "round", "")),
        ('round "the budget"', "The budget round", Excerpt("The budget ", "round", "")),
        (
            "needle",
            (
                "one two three four five six seven eight nine ten needle"
                " one two three four five six seven eight nine ten"
            ),
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
def test_an_excerpt_has_the_words_around_a_match(words: str, text: str, excerpt: Excerpt) -> None:
    assert parse_query(words).excerpt(text) == excerpt


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ('"a b"', "ab"),
        ('"a b"', "b a"),
        ("“a b”", "b a"),
        ("a c", "ab"),
        ('"a b" c', "a b"),
        ("ano", "and"),
        ("が", "か"),
        ("x%", "xy"),
        ("a_c", "abc"),
        ('"a', "a"),
    ],
)
def test_a_near_match_is_no_match(words: str, text: str) -> None:
    assert not parse_query(words).is_in(text)


@pytest.mark.parametrize(
    ("words", "text"),
    [("a b", "b a"), ('c "a b"', "a b, c"), ("“a b”", "a  b"), ('5" pipe', 'a pipe of 5"')],
)
def test_words_match_in_any_order_and_phrases_in_theirs(words: str, text: str) -> None:
    assert parse_query(words).is_in(text)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (" \n", "The text to search for can't be empty."),
        ("a\0", "The text to search for can't contain a NUL character."),
        ("\u0301", "'\u0301' has only accents."),
    ],
)
def test_an_empty_search_is_refused(words: str, error: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_query(words)

    assert caught.value.message == error
