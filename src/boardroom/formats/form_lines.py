"""The lines of a form, put together: the notes, and the items of each list.

Any heading but those of the form is the user's own, and begins notes; so does any text above the
first heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from boardroom.errors import BadInput
from boardroom.formats.form_text import SECTION_NAMES, is_marked, unescape_headings, unmarked
from boardroom.rules.ids import ADVICE, AGENDA_ITEM, EXCHANGE, PROMISE, Kind, looks_like_id, parse
from boardroom.rules.text import quoted

KINDS = {
    "agenda": AGENDA_ITEM,
    "advice": ADVICE,
    "promises": PROMISE,
    "exchange": EXCHANGE,
}
"""The kind of record in each list of a form."""

_HEADING = re.compile(rf" {{0,3}}#{{1,2}}[ \t]*(?P<name>{SECTION_NAMES})[\s:#]*", re.IGNORECASE)
_SECTIONS = {
    "note": "notes",
    "promise": "promises",
    "exchanges": "exchange",
}
_DEEP_HEADING = re.compile(
    rf" {{0,3}}#{{3,6}}[ \t]*(?P<name>{SECTION_NAMES})[\s:#]*", re.IGNORECASE
)
_OWN_HEADING = re.compile(r" ?#{1,6}[ \t]+\S")
_BULLET = re.compile(r"(?:[-*+]|\d{1,2}[.)])(?:[ \t]+(?P<rest>.*))?", re.DOTALL)
_BOX = re.compile(r"\[(?P<mark>[ xX]?)\]\s*(?P<rest>.*)", re.DOTALL)
_TASK_BOX = re.compile(r"\[(?P<mark>[ xX])\](?:\s+(?P<rest>.*))?", re.DOTALL)
_WRONG_BOX = re.compile(r"\[.\](?:\s.*)?|[xX✓✗]\s+[aA][1-9][0-9]*\b.*", re.DOTALL)
_COMMENT = re.compile(r"<!--.*-->\s*")
# A heading of the form behind other words, where an editor put its lines together.
_INLINE_HEADING = r"(?<!\S)##\s+(?:{name})(?!\S)"


class Known:
    """The words of a record on file, as the form writes the lines of its text and its answer."""

    def __init__(self, text: Sequence[str] = (), answer: Sequence[str] = ()) -> None:
        self.text = [word for line in text for word in line.split()]
        self.answer = [word for line in answer for word in line.split()]
        self.has_paragraphs = "" in text


class Item:
    """An item of a list: its first line, and the lines under it as they are."""

    def __init__(self, number: int, line: str, kind: Kind, known: Mapping[str, Known]) -> None:
        """Reads the first line, which begins with a bullet.

        Raises:
            BadInput: its box is wrong, or its id is not valid.
        """
        bullet = _BULLET.fullmatch(line)
        assert bullet is not None  # see `is_bullet`
        self.number, self.line, self.under = number, line, list[str]()
        self.mark: str | None = None
        self.is_ticked = False
        rest = (bullet["rest"] or "").lstrip()
        if kind is AGENDA_ITEM:
            if box := _BOX.fullmatch(rest):
                self.mark, rest = box["mark"], box["rest"]
            elif _WRONG_BOX.fullmatch(rest):
                raise BadInput(
                    "What was covered begins with “- [x]”, what is still open with “- [ ]”."
                )
        elif box := _TASK_BOX.fullmatch(rest):
            # Ticked, it says nothing that another list of the form could store.
            self.is_ticked, rest = box["mark"] != " ", box["rest"] or ""
        self.row_id: int | None = None
        if begins_with_id(rest, kind):
            first, *others = rest.split(maxsplit=1)
            self.row_id = parse(first.removesuffix(":")).number
            rest = "".join(others)
        self.first = rest
        own = None if self.row_id is None else known.get(kind.ref(self.row_id))
        self.known = own or Known()
        self._expected = [*self.known.text, *self.known.answer]
        self._taken = 0
        self._is_as_known = self._take(rest) or not rest.strip()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        words = "".join([self.first, *self.under]).strip()
        return self.row_id is None and self.mark not in ("x", "X") and not words

    @property
    def is_unchanged(self) -> bool:
        """Whether its words, however wrapped, are those on file."""
        return bool(self._expected) and self._is_as_known and self._taken == len(self._expected)

    def expects(self, line: str) -> bool:
        """Whether a line goes on with the words on file, whatever it begins with."""
        return self._is_as_known and self._taken < len(self._expected) and self._goes_on(line) > 0

    def add(self, line: str) -> None:
        """Adds a line under the first."""
        self.under.append(line)
        self._is_as_known = self._is_as_known and (not line.strip() or self._take(line))

    def _take(self, line: str) -> bool:
        count = self._goes_on(line)
        self._taken += count
        return count > 0

    def _goes_on(self, line: str) -> int:
        """How many words of a line go on with those on file: all or none (0)."""
        left = self._expected[self._taken :]
        for words in (line.split(), unmarked(line).split()):
            if words and left[: len(words)] == words:
                return len(words)
        return 0


def section_of(line: str) -> str | None:
    """The section that a line begins; None if it is not one of our headings."""
    heading = _HEADING.fullmatch(line)
    if heading is None:
        return None
    name = heading["name"].lower()
    return _SECTIONS.get(name, name)


def with_headings_apart(text: str) -> str:
    """The text of our form with each heading on a line of its own.

    An editor that puts a paragraph together takes a heading for a part of it.
    """
    for name in ("Agenda", "Notes", "Advice", "Promises", "Exchange"):
        if re.search(rf"^## {name}[ \t]*$", text, re.MULTILINE):
            continue
        headings = list(re.finditer(_INLINE_HEADING.format(name=name), text))
        if len(headings) == 1:
            before, after = text[: headings[0].start()], text[headings[0].end() :]
            text = f"{before.rstrip(' ')}\n## {name}\n{after.lstrip(' ')}".lstrip("\n")
    return text


def begins_with_id(text: str, kind: Kind) -> bool:
    """Whether the first word of a text is the id of such a record."""
    first = "".join(text.split(maxsplit=1)[:1]).lower().removesuffix(":")
    return first.startswith(kind.letter) and looks_like_id(first)


def begins_with_box(text: str) -> bool:
    """Whether a text begins with a box to tick."""
    return _TASK_BOX.fullmatch(text) is not None


class Lines:
    """The lines of a form, sorted into notes and items; what can't be read is in `wrong`.

    `deep_headings` are those in the notes that are called like a section, but are too deep for one.
    `known` are the words of records on file, by their ids as shown.
    """

    def __init__(self, known: Mapping[str, Known]) -> None:
        self.items: dict[str, list[Item]] = {}
        self.wrong: list[tuple[int, str]] = []
        self.deep_headings: list[str] = []
        self.has_notes = self.is_form = False
        self._known = known
        self._notes: list[list[str]] = [[]]
        self._section = ""  # the notes above the first heading
        self._level = 0
        self._item: Item | None = None
        self._has_item = False
        self._blanks = 0

    @property
    def notes(self) -> str:
        """Everything that is notes, a blank line between its parts."""
        parts = (unescape_headings("\n".join(lines)).strip() for lines in self._notes)
        return "\n\n".join(part for part in parts if part)

    def read(self, lines: Iterable[tuple[int, str]]) -> None:
        """Reads numbered lines."""
        for number, line in lines:
            if self._item is not None and self._item.expects(line):
                self._add(line)
            elif not self._begin_section(line):
                self._read_within(number, line)

    def _begin_section(self, line: str) -> bool:
        section = section_of(line)
        level = line.count("#", 0, len(line) - len(line.lstrip(" #")))
        if section == self._section == "notes" and level > self._level:
            return False  # a deeper heading in the notes is the user's own
        if section is not None:
            self._section, self._level, self.is_form = section, level, True
            self.has_notes = self.has_notes or section == "notes"
            self.items.setdefault(section, [])
        elif self._section in KINDS and _OWN_HEADING.match(line):
            self._section = ""
        else:
            return False
        self._item, self._has_item, self._blanks = None, False, 0
        self._notes.append([] if section else [line])
        if not section:
            self._note_heading(line)
        return True

    def _read_within(self, number: int, line: str) -> None:
        if self._section not in KINDS:
            self._note_heading(line)
            self._notes[-1].append(line)
        elif not line.strip():
            self._blanks += 1
        elif _BULLET.fullmatch(line):
            self._item, self._blanks = self._begin_item(number, line), 0
            self._has_item = True
        elif _COMMENT.fullmatch(line):
            pass
        elif self._has_item and (not self._blanks or line[0] in " \t" or is_marked(line)):
            self._add(line)  # a blank line ends the item, for a line that is not indented
        else:
            self.wrong.append((number, f"{quoted(line)} does not begin with “- ”."))

    def _note_heading(self, line: str) -> None:
        if heading := _DEEP_HEADING.fullmatch(line):
            level = line.lstrip().partition(" ")[0]
            self.deep_headings.append(f"{level} {heading['name']}")

    def _add(self, line: str) -> None:
        if self._item is None:  # the lines under one that can't be read
            return
        for _ in range(self._blanks):
            self._item.add("")
        self._item.add(line)
        self._blanks = 0

    def _begin_item(self, number: int, line: str) -> Item | None:
        try:
            item = Item(number, line, KINDS[self._section], self._known)
        except BadInput as error:
            self.wrong.append((number, f"{quoted(line)}: {error.message} {error.hint}".rstrip()))
            return None
        self.items[self._section].append(item)
        return item
