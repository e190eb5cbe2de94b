from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given

from boardroom.errors import BadInput
from boardroom.formats.form import Form, read_form, write_form
from boardroom.formats.form_header import Header
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from tests.boards import TODAY
from tests.formats.form_entries import entries

HEADER = Header("Marcus Ojo", "coffee", Moment(TODAY, None), 60)
LOG_IT = "Save and close to log it; empty the file to cancel."
FIRST_LINE = (
    "<!-- Marcus Ojo · coffee · Sat 21 Nov 2026 · 60 min. Save and close to log\n"
    "it; empty the file to cancel. -->\n"
)
HINT = (
    '<!-- x: covered. A "- " line without an id is new. "> " under an item: the\n'
    'answer. A promise begins with "me:" or "them:" and may end with "by DATE";\n'
    'an exchange begins with "gave:" or "got:". -->\n'
)

FORM = f"""\
{FIRST_LINE}{HINT}## Agenda
- [x] a12 How do I get P&L exposure?
- [ ] a14 Read my deck?
## Notes
Free text.
## Advice
- Ask to shadow the budget round
## Promises
- me: send the revised deck by 1 Dec
- them: introduce Dana Reyes
## Exchange
- gave: notes on the new analytics stack
- got: introduction to Dana Reyes (head of FP&A)
"""
ENTRY = LogEntry(
    "Free text.",
    (
        LoggedItem(12, "How do I get P&L exposure?", covered=True),
        LoggedItem(14, "Read my deck?", covered=False),
    ),
    (LoggedAdvice(None, "Ask to shadow the budget round"),),
    (
        LoggedPromise(None, "me", "send the revised deck", date(2026, 12, 1)),
        LoggedPromise(None, "them", "introduce Dana Reyes"),
    ),
    (
        LoggedExchange(None, "given", "notes on the new analytics stack"),
        LoggedExchange(None, "received", "introduction to Dana Reyes (head of FP&A)"),
    ),
)


def _read(text: str) -> Form:
    return read_form(text, today=TODAY, date_order=None)


def _written(entry: LogEntry, header: Header = HEADER) -> str:
    return write_form(header, entry, closing=LOG_IT, today=TODAY, date_order=None)


def test_a_form_is_written() -> None:
    assert _written(ENTRY) == FORM.replace("1 Dec", "2026-12-01")


def test_a_form_is_read() -> None:
    assert _read(FORM) == Form(HEADER, ENTRY, is_form=True, has_notes=True)


def test_an_empty_form_says_that_there_are_no_notes() -> None:
    text = _written(LogEntry())

    sections = "## Agenda\n## Notes\n## Advice\n## Promises\n## Exchange\n"
    assert text == f"{FIRST_LINE}{HINT}{sections}"
    assert _read(text) == Form(HEADER, LogEntry(""), is_form=True, has_notes=True)


def test_the_form_of_a_logged_meeting_has_ids_and_answers() -> None:
    entry = LogEntry(
        "Two ways:\n\n- shadow the round\n## Notes\n\\## advice:\n# My own heading",
        (
            LoggedItem(
                12,
                "Which\nround?",
                covered=True,
                answer="The autumn one.\n\n  Dana knows\n## Notes",
            ),
        ),
        (LoggedAdvice(3, "Shadow\n  the round"),),
        (
            LoggedPromise(4, "me", "stand by my word", date(2026, 12, 1)),
            LoggedPromise(5, "them", "meet @ the office by noon by tomorrow"),
            LoggedPromise(6, "me", "read it by tomorrow", date(2026, 12, 2)),
        ),
        (LoggedExchange(2, "given", "notes"),),
    )

    text = _written(entry, HEADER._replace(when=Moment(TODAY, "15:30"), private=True, meeting_id=7))

    assert text == (
        "<!-- Marcus Ojo · coffee · Sat 21 Nov 2026 15:30 · 60 min · private · m7.\n"
        "Save and close to log it; empty the file to cancel. -->\n"
        f"{HINT}## Agenda\n- [x] a12 Which \\\n  round?\n"
        "  > The autumn one.\n  >\n  >   Dana knows \\\n  > \\## Notes\n"
        "## Notes\nTwo ways:\n\n- shadow the round\n\\## Notes\n\\\\## advice:\n# My own heading\n"
        "## Advice\n- v3 Shadow \\\n    the round\n"
        "## Promises\n- p4 me: stand by my word by 2026-12-01\n"
        "- p5 them: meet \\@ the office \\by noon \\by tomorrow\n- p6 me: read it by tomorrow by"
        " 2026-12-02\n"
        "## Exchange\n- x2 gave: notes\n"
    )
    assert _read(text) == Form(
        HEADER._replace(when=Moment(TODAY, "15:30"), private=True, meeting_id=7),
        entry,
        is_form=True,
        has_notes=True,
    )


@given(entries)
@example(LogEntry("<!-- mine -->\n\n## Promises"))
@example(LogEntry("", (LoggedItem(None, "[v] a1:"),), (LoggedAdvice(None, "[ ]"),)))
@example(LogEntry("", promises=(LoggedPromise(None, "me", "meet me @", date(2026, 12, 1)),)))
def test_every_entry_reads_back(entry: LogEntry) -> None:
    assert _read(_written(entry)).entry == entry


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + FORM.replace("\n", "\r\n"),
        FORM.rstrip("\n"),
        FORM.replace("\n", " \t\n"),
        FORM.replace("## ", "##")
        .replace("##Notes", "#  NOTES :")
        .replace("##Promises", "# promise"),
        FORM.replace("## Exchange", " ## Exchanges ##").replace("## Advice", "   #Advice"),
        FORM.replace("- [x]", "* [X]")
        .replace("- [ ]", "+ []")
        .replace("- me", "*   me")
        .replace("- got:", "+ GOT :"),
        FORM.replace("\n", "\n\n"),
        FORM.replace("a12", "A12:").replace("- [ ]", "-"),
        FORM.replace("## Notes", "- [ ]\n- []\n## Notes") + "-\n<!-- nothing more -->\n",
        "<!-- Not stored yet: no. -->\n\n" + FORM,
    ],
)
def test_variants_of_a_form_say_the_same(text: str) -> None:
    assert _read(text) == Form(HEADER, ENTRY, is_form=True, has_notes=True)


def test_sections_may_be_missing_twice_or_in_any_order() -> None:
    assert _read("## Exchange\n- got: help\n## Notes\nOne\n## Advice\n## Note\nTwo\n") == Form(
        None,
        LogEntry("One\n\nTwo", exchanges=(LoggedExchange(None, "received", "help"),)),
        is_form=True,
        has_notes=True,
    )
    assert _read("## Advice\n- Do it\n").entry == LogEntry(advice=(LoggedAdvice(None, "Do it"),))


def test_a_deeper_heading_stays_in_the_notes() -> None:
    assert _read("## Notes\nOne\n### Notes\nTwo\n## Advice\n- Do it\n").entry == LogEntry(
        "One\n### Notes\nTwo", advice=(LoggedAdvice(None, "Do it"),)
    )


def test_very_many_blanks_after_a_heading_are_read_at_once() -> None:
    assert _read(f"## Notes{' ' * 100_000}.\n").is_form is False


def test_indented_lines_after_a_blank_one_are_paragraphs_of_the_item_above() -> None:
    text = (
        "## Agenda\n- [x] a1\n      First\n        - second\n\n      third\n- [ ] New?\n  \n##"
        " Advice\n- Do it\n  and\n\n that\n"
    )

    assert _read(text).entry == LogEntry(
        agenda=(
            LoggedItem(1, "", covered=True, answer="First\n  - second\n\nthird"),
            LoggedItem(None, "New?", covered=False),
        ),
        advice=(LoggedAdvice(None, "Do it and\n\nthat"),),
    )


def test_a_text_without_our_headings_is_plain_notes() -> None:
    text = "<!-- mine -->\n# Coffee\n- me: x @ never\n## Other\n"

    assert _read(text) == Form(None, LogEntry(text), is_form=False)


def test_plain_notes_may_have_a_header() -> None:
    assert _read(f"{FIRST_LINE}Just this.\n") == Form(
        HEADER, LogEntry("Just this.\n"), is_form=False
    )


@pytest.mark.parametrize(
    ("first_line", "header"),
    [
        (
            "<!-- Marcus Ojo · lunch · yesterday · 1h30 -->",
            HEADER._replace(way="lunch", when=Moment(date(2026, 11, 20), None), minutes=90),
        ),
        (
            "<!--Ana · de · Lima · WALK · fri 3pm · 45 minutes. Bye-->",
            Header("Ana · de · Lima", "walk", Moment(date(2026, 11, 20), "15:00"), 45),
        ),
        ("<!-- Marcus Ojo, on a day -->", None),
        ("", None),
    ],
)
def test_a_header_is_read_if_it_is_one(first_line: str, header: Header | None) -> None:
    assert _read(f"{first_line}\n## Notes\n").header == header


def test_a_header_can_hold_any_name() -> None:
    text = _written(LogEntry(), HEADER._replace(name="A ---> B\nC"))

    assert text.splitlines()[0].startswith("<!-- A - - -> B C · coffee")
    assert _read(text).header == HEADER._replace(name="A - - -> B C")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## Advice\n\nDo it\n", "Line 3: 'Do it' does not begin with “- ”."),
        ("## Advice\n  - Do it\n", "Line 2: '  - Do it' does not begin with “- ”."),
        (
            "## Agenda\n- [x]\n",
            "Line 2: '- [x]': The agenda item can't be empty. Write at least one word.",
        ),
        (
            "## Agenda\n- a0 x\n",
            (
                "Line 2: '- a0 x': 'a0' is not an id: no record has that number. Ids count up from 1,"
                " like m12."
            ),
        ),
        (
            "## Agenda\n- a1 x\n- [x] A1 y\n",
            "Line 3: '- [x] A1 y': its id is in a line above already.",
        ),
        (
            "## Agenda\n- [v] a1\n",
            (
                "Line 2: '- [v] a1': What was covered begins with “- [x]”, what"
                " is still open with “- [ ]”."
            ),
        ),
        (
            "## Agenda\n- x a1 Deck\n",
            (
                "Line 2: '- x a1 Deck': What was covered begins with “- [x]”, what is still"
                " open with “- [ ]”."
            ),
        ),
        (
            "## Advice\n- v3\n",
            "Line 2: '- v3': The advice can't be empty. Write at least one word.",
        ),
        (
            "## Promises\n- send it\n",
            (
                "Line 2: '- send it': It does not say whose promise it is: begin it with “me:”"
                " or “them:”."
            ),
        ),
        (
            "## Promises\n- me:\n",
            "Line 2: '- me:': The promise can't be empty. Write at least one word.",
        ),
        (
            "## Exchange\n- x2 help\n",
            (
                "Line 2: '- x2 help': It does not say which way it went: begin it with “gave:”"
                " or “got:”."
            ),
        ),
        (
            "## Exchange\n- got: \n",
            "Line 2: '- got: ': The exchange can't be empty. Write at least one word.",
        ),
        (
            "<!-- Marcus · coffee · 31 Feb · 60 min. -->\n## Notes\n",
            "Line 1: The first comment can't be read. February has no 31st. Its last day is 28 Feb.",
        ),
    ],
)
def test_an_unreadable_line_is_quoted_with_its_number(text: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        _read(text)

    assert caught.value.message == message
    assert (
        caught.value.hint
        == "Free words go under ## Notes, anything else on a line that begins with “- ”."
    )


def test_all_unreadable_lines_are_quoted_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        _read("<!-- x -->\n\n\n## Promises\n- two\n## Advice\nthree\n")

    assert caught.value.message == (
        "Line 5: '- two': It does not say whose promise it is: begin it with “me:” or “them:”."
        " Line 7: 'three' does not begin with “- ”."
    )


def test_at_most_twenty_lines_are_quoted() -> None:
    with pytest.raises(BadInput) as caught:
        _read("## Agenda\n" + "no\n" * 1000)

    assert caught.value.message.endswith(
        "Line 21: 'no' does not begin with “- ”. And 980 more lines."
    )
