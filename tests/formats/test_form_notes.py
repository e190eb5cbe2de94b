"""Notes that were pasted into a form: a title, headings of their own, front matter."""

from __future__ import annotations

import pytest

from boardroom.formats.form import read_form
from boardroom.rules.log_entry import LogEntry, LoggedAdvice
from tests.boards import TODAY

HEADER = "<!-- Ana Lima · coffee · Sat 21 Nov 2026 · 60 min · form 7f3a9c2e. Save it. -->"


def _notes(text: str) -> str | None:
    return read_form(text, today=TODAY, date_order=None).entry.notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("# Coffee with Ana\n\n## Notes\nOne\n", "# Coffee with Ana\n\nOne"),
        ("Hello\n\n## Notes\n", "Hello"),
        ("---\ntags: [a]\n---\n## Notes\nOne\n", "---\ntags: [a]\n---\n\nOne"),
        ("<!-- mine -->\n## Notes\nOne", "<!-- mine -->\n\nOne"),
        (f"{HEADER}\n# Coffee\n## Notes\nOne", "# Coffee\n\nOne"),
        (f"# Coffee\n{HEADER}\n## Notes\nOne", "# Coffee\n\nOne"),
        (
            "## Notes\nOne\n### Advice\n- own\n## Pricing\nTwo\n",
            "One\n### Advice\n- own\n## Pricing\nTwo",
        ),
        ("## Notes\nOne\n## Advice\n- Do it\n## Pricing\n- Two\n", "One\n\n## Pricing\n- Two"),
        ("## Advice\n### Notes\nOne\n## Agenda\n", "### Notes\nOne"),
        ("## Advice\n- Do it\n## Advise\n- x\n", "## Advise\n- x"),
        ("## Notes\nOne\n## Advice\n- Do it\n## Note\nTwo\n", "One\n\nTwo"),
        ("## Notes\n\\## Advice\n\\- x\n", "## Advice\n\\- x"),
        ("## Advice\n- Do it\n", None),
        ("## Notes\n", ""),
    ],
)
def test_what_is_not_in_a_section_of_the_form_is_notes(text: str, notes: str | None) -> None:
    assert _notes(text) == notes


def test_a_heading_of_the_form_ends_the_users_own() -> None:
    text = "## Agenda\n## Pricing\n- own\n## Advice\n- Do it\n"

    assert read_form(text, today=TODAY, date_order=None).entry == LogEntry(
        "## Pricing\n- own", advice=(LoggedAdvice(None, "Do it"),)
    )


def test_a_hash_without_a_blank_is_no_heading() -> None:
    text = "## Advice\n- Post under\n#leadership\n"

    assert read_form(text, today=TODAY, date_order=None).entry.advice == (
        LoggedAdvice(None, "Post under #leadership"),
    )
