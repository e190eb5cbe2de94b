"""The people of a board as notes in Markdown with front matter; `incoming.notes` reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from boardroom.formats.board_content import BoardContent
from boardroom.formats.board_people import BoardPerson, is_birthday, one_line, people_of
from boardroom.formats.incoming.front_matter import MARK
from boardroom.formats.incoming.note_body import BETWEEN
from boardroom.formats.incoming.notes import MENTEE
from boardroom.rules.lifecycle import ENDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FIELDS = (
    ("seat", "seat"),
    ("job title", "title"),
    ("company", "org"),
    ("email", "email"),
    ("phone", "phone"),
    ("link", "link"),
    ("city", "city"),
    ("timezone", "timezone"),
    ("how met", "how_met"),
    ("frequency", "window"),
)
_PLAIN = re.compile(r"[^\W_][^:#\"'\[\]{},|&*!%@`\n\\]*")
_TAKEN = re.compile(r"[#\\]|---|\.\.\.|[-*+] ")
_MARKS = {"open": " ", "kept": "x", "dropped": "-"}


def write_notes(content: BoardContent) -> str:
    """A note for everybody, below one another."""
    notes = ("\n".join(_note(person)) for person in people_of(content))
    return "\n".join(f"{note}\n" for note in notes)


def _note(person: BoardPerson) -> Iterator[str]:
    advisor = person.advisor
    yield MARK
    yield f"name: {_scalar(advisor['name'])}"
    if advisor["nicknames"]:
        yield f"aliases: [{', '.join(map(_quoted, advisor['nicknames']))}]"
    if person.status:
        is_mentee = advisor["role"] == MENTEE and person.status not in ENDED
        yield f"status: {MENTEE if is_mentee else person.status}"
    for key, column in _FIELDS:
        if advisor[column]:
            yield f"{key}: {_scalar(advisor[column])}"
    if person.birthday:
        yield f"birthday: {person.birthday.removeprefix('--')}"
    yield from (MARK, "", f"# {one_line(advisor['name'])}")
    yield from _paragraphs(advisor["notes"])
    yield from _section("Meetings", [line for row in person.held for line in _meeting(row)])
    yield from _section("Promises", [line for row in person.promises for line in _promise(row)])
    yield from _section("Give and take", [_exchange(row) for row in person.exchanges])
    yield from _section("Advice", [_advice(row) for row in person.advice])
    occasions = [
        f"- {one_line(row['text'])} ({row['occurs_on']}{', yearly' if row['yearly'] else ''})"
        for row in person.occasions
        if not is_birthday(row)
    ]
    yield from _section("Occasions", occasions)
    planned = [
        f"- {row['way']} ({' '.join(filter(None, (row['met_on'], row['start_time'])))})"
        for row in person.meetings
        if row["status"] == "planned"
    ]
    yield from _section("Planned", planned)


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"## {title}", "", lines[0].lstrip("\n"), *lines[1:])


def _meeting(row: Any) -> Iterator[str]:  # noqa: ANN401  a row of the board
    when = " ".join(filter(None, (row["met_on"], row["start_time"])))
    parts = [when, row["way"], f"{row['minutes']} min"]
    if row["place"]:
        parts.append(f"at {one_line(row['place'])}")
    yield f"\n### {BETWEEN.join(parts)}"
    yield from _paragraphs(row["notes"])


def _promise(row: Any) -> Iterator[str]:  # noqa: ANN401  as above
    side = "them: " if row["by_whom"] == "them" else ""
    due = f" 📅 {row['due_on']}" if row["due_on"] else ""
    done = f" ✅ {row['done_on']}" if row["done_on"] else ""
    made = f" \N{HEAVY PLUS SIGN} {row['made_on']}"
    yield f"- [{_MARKS[row['status']]}] {side}{one_line(row['text'])}{made}{due}{done}"
    if row["note"]:
        yield f"  {_as_text(one_line(row['note']))}"


def _advice(row: Any) -> str:  # noqa: ANN401  as above
    outcome = f": {one_line(row['outcome'])}" if row["outcome"] else ""
    result = "" if row["status"] == "new" else f" → {row['status'].replace('_', ' ')}{outcome}"
    return f"- {one_line(row['text'])} ({row['given_on']}){result}"


def _exchange(row: Any) -> str:  # noqa: ANN401  as above
    verb = "gave" if row["direction"] == "given" else "got"
    return f"- {row['exchanged_on']} {verb} ({row['kind']}): {one_line(row['text'])}"


def _paragraphs(text: str | None) -> Iterator[str]:
    """A text below a blank line; a line that would mean something in a note gets a backslash."""
    if text:
        yield ""
        for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            yield _as_text(line)


def _as_text(line: str) -> str:
    return f"\\{line}" if _TAKEN.match(line) else line


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text == text.strip() else _quoted(text)


def _quoted(text: str) -> str:
    inside = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside.replace(chr(10), chr(92) + "n")}"'
