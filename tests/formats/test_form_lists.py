"""The items of a form as people write them: promises, exchanges, and what came of advice."""

from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.formats.form import read_form
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedPromise,
)
from tests.boards import TODAY

ON_FILE = LogEntry(
    advice=(LoggedAdvice(3, "Ask for a P&L line"), LoggedAdvice(4, "Rest", "trying", "Slept"))
)


def _read(section: str, *lines: str, header: str = "") -> LogEntry:
    text = "\n".join([header, f"## {section}", *lines])
    names = ["ana", "Ana", "Ana Lima"]
    return read_form(text, today=TODAY, date_order=None, known=ON_FILE, names=names).entry


@pytest.mark.parametrize(
    ("line", "side", "text"),
    [
        ("me: send the deck", "me", "send the deck"),
        ("Me : I will send the deck", "me", "send the deck"),
        ("I will send the deck", "me", "send the deck"),
        ("I'll send the deck", "me", "send the deck"),
        ("i’ll send the deck", "me", "send the deck"),
        ("I owe her the deck", "me", "I owe her the deck"),
        ("I owe: send the deck", "me", "send the deck"),
        ("She owes: introduce Dana", "them", "introduce Dana"),
        ("they owe: introduce Dana", "them", "introduce Dana"),
        ("them: introduce Dana", "them", "introduce Dana"),
        ("she: introduce Dana", "them", "introduce Dana"),
        ("Ana: introduce Dana", "them", "introduce Dana"),
        ("ana lima: introduce Dana", "them", "introduce Dana"),
        ("Ana will introduce Dana", "them", "introduce Dana"),
        ("Ana introduces Dana", "them", "Ana introduces Dana"),
    ],
)
def test_a_promise_begins_with_whose_it_is(line: str, side: str, text: str) -> None:
    assert _read("Promises", f"- {line}").promises == (LoggedPromise(None, side, text),)


@pytest.mark.parametrize("line", ["Anabel: read it", "we: meet", "send it", "Irene will read it"])
def test_a_promise_of_nobody_is_refused(line: str) -> None:
    with pytest.raises(BadInput, match="does not say whose promise it is"):
        _read("Promises", f"- {line}")


@pytest.mark.parametrize(
    ("line", "direction", "text"),
    [
        ("gave: notes", "given", "notes"),
        ("gave notes", "given", "notes"),
        ("got: help", "received", "help"),
        ("Received: help", "received", "help"),
        ("introduced me to Lena Vogt", "received", "introduced me to Lena Vogt"),
        ("put me in touch with Lena", "received", "put me in touch with Lena"),
        ("Ana introduced me to Lena", "received", "introduced me to Lena"),
        ("Ana: intro'd me to Lena", "received", "intro'd me to Lena"),
    ],
)
def test_an_exchange_says_which_way_it_went(line: str, direction: str, text: str) -> None:
    assert _read("Exchange", f"- {line}").exchanges == (LoggedExchange(None, direction, text),)


@pytest.mark.parametrize("line", ["introduction to Lena", "help", "gavel", "Ana helped"])
def test_an_exchange_that_may_have_gone_either_way_is_refused(line: str) -> None:
    with pytest.raises(BadInput, match="does not say which way it went"):
        _read("Exchange", f"- {line}")


@pytest.mark.parametrize(
    ("lines", "status", "outcome"),
    [
        (["- v3 Ask for a P&L line → worked: got it"], "worked", "got it"),
        (["- v3 Ask for a P&L line -> did not work"], "did_not_work", None),
        (["- v3 Ask for a P&L line → Set aside: too", "  early"], "set_aside", "too early"),
        (["- v3 Ask for a P&L line", "  > worked: got", "  it"], "worked", "got it"),
        (["- v3 Ask for a P&L line", "  trying"], "trying", None),
        (["- v3 Ask for a P&L line", "→ set aside: too early"], "set_aside", "too early"),
        (["- v3 Ask for a P&L line →worked - got it"], "worked", "got it"),
        (["- v3 → worked: got it"], "worked", "got it"),
        (["- v3 Ask for a", "  P&L line => did not work. No"], "did_not_work", "No"),
        (["- v3 Ask for a P&L line"], "", None),
    ],
)
def test_what_came_of_advice_is_read(lines: list[str], status: str, outcome: str | None) -> None:
    assert _read("Advice", *lines).advice == (
        LoggedAdvice(3, "Ask for a P&L line", status, outcome),
    )


def test_more_words_about_an_outcome_keep_its_status() -> None:
    assert _read("Advice", "- v4 Rest → trying: Slept", "  > and walked").advice == (
        LoggedAdvice(4, "Rest", "trying", "Slept and walked"),
    )


def test_an_outcome_behind_the_one_on_file_replaces_it() -> None:
    assert _read("Advice", "- v4 Rest → trying: Slept → worked: at last").advice == (
        LoggedAdvice(4, "Rest", "worked", "at last"),
    )


@pytest.mark.parametrize("slip", ["wroked: got it", "done", "", "workedish"])
def test_a_slip_in_what_came_of_advice_is_refused(slip: str) -> None:
    with pytest.raises(BadInput, match="is not what can come of advice"):
        _read("Advice", f"- v3 Ask for a P&L line → {slip}")


def test_an_arrow_before_other_words_is_text() -> None:
    assert _read("Advice", "- Push → then rest").advice == (LoggedAdvice(None, "Push → then rest"),)


@pytest.mark.parametrize("words", ["Got it", "worked out well"])
def test_an_outcome_needs_a_word_for_it(words: str) -> None:
    with pytest.raises(BadInput, match="does not say what came of it"):
        _read("Advice", "- v3 Ask for a P&L line", f"  > {words}")


def test_a_promise_has_no_answer() -> None:
    with pytest.raises(BadInput, match="begins an answer"):
        _read("Promises", "- me: send it", "  > tomorrow")


def test_days_count_from_the_day_the_form_was_written() -> None:
    header = "<!-- Ana Lima · coffee · yesterday · 60 min · written Mon 16 Nov 2026 · form 7f3a -->"
    text = f"{header}\n## Promises\n- me: send it by fri\n"

    form = read_form(text, today=TODAY, date_order=None)

    assert form.header is not None
    assert (form.header.written_on, form.header.form_id) == (date(2026, 11, 16), "7f3a")
    assert form.header.when.on == date(2026, 11, 15)
    assert form.entry.promises == (LoggedPromise(None, "me", "send it", date(2026, 11, 20)),)
