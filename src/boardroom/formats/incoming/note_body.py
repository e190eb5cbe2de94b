"""Reads the text of a note on a person: dated lines, dated headings, tasks, and the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from boardroom.errors import BadInput
from boardroom.formats.incoming.records import Fault, Given, HeldMeeting, Promised
from boardroom.formats.incoming.ways import way_in
from boardroom.rules.advisor import WAYS
from boardroom.rules.exchanges import KINDS
from boardroom.rules.names import fold
from boardroom.rules.windows import parse_minutes

GIVE_AND_TAKE = "give and take"
FOR_READERS = ("advice", "planned", "occasions")
"""The sections that an export has for people to read, and that are not read back."""
BETWEEN = " · "
"""What stands between the parts of a meeting's heading."""

_HEADING = re.compile(r"(?P<level>#{1,6}) +(?P<text>.*?)\s*#*")
_DAY = r"\**\[{0,2}(?P<day>\d{4}-\d{2}-\d{2})\]{0,2}\**"
_DATED = re.compile(rf"[-*+] {_DAY}(?:[ :,–—-]+(?P<text>.*))?")
_DATED_HEADING = re.compile(rf"#{{2,6}} +{_DAY}(?:[ T]+(?P<time>\d{{2}}:\d{{2}}))?(?P<text>.*)")
_TASK = re.compile(r"[-*+] \[(?P<mark>.)\]\s+(?P<text>.+)")
_DUE = re.compile(r"\s*📅\ufe0f?\s*(?P<day>\S+)")
_DONE = re.compile(r"\s*[✅❌]\ufe0f?\s*(?P<day>\S+)")
_MADE = re.compile("\\s*\N{HEAVY PLUS SIGN}\ufe0f?\\s*(?P<day>\\S+)")
_OTHER_MARK = re.compile(r"\s*(?:[⏳🛫🔁🆔⛔]\ufe0f?\s*\S+|[🔺⏫🔼🔽⏬]\ufe0f?)")
_EXCHANGE = re.compile(rf"[-*+] {_DAY} (?P<verb>gave|got)(?: \((?P<kind>[a-z]+)\))?: (?P<text>.+)")
_DIRECTIONS = {"gave": "given", "got": "received"}
_STATUSES = {" ": "open", "x": "kept", "X": "kept", "-": "dropped"}
_ESCAPED = re.compile(r"\\(?=[#\-\\*+.])")
_ALL_BELOW = -1
"""The indent of a heading, to which every line below it belongs."""


class BodyReader:
    """Reads the text of one note; what it finds is in its lists."""

    def __init__(self, who: str, lost: Counter[str], faults: list[Fault]) -> None:
        self.meetings: list[HeldMeeting] = []
        self.promises: list[Promised] = []
        self.exchanges: list[Given] = []
        self._who, self._lost, self._faults = who, lost, faults
        self._rest: list[str] = []
        self._headings: list[str] = []
        self._has_new_heading = False
        self._section = ""
        self._repeats: Counter[date] = Counter()
        self._tasks: dict[str, list[date | None]] = {}
        self._open: tuple[HeldMeeting, list[str], int] | None = None
        self._task_indent: int | None = None  # of the line above, if that is a promise or its note

    @property
    def notes(self) -> list[str]:
        """The rest of the text, if there is any."""
        text = "\n".join(self._rest).strip()
        return [text] if text else []

    def read(self, lines: Sequence[str], start: int, end: int) -> None:
        """Takes these lines."""
        for at in range(start, end):
            line = lines[at].rstrip()
            place = f"line {at + 1}"
            if shape := _DATED_HEADING.fullmatch(line):
                self._close()
                self._drop_heading()
                self._begin(place, shape)
            elif shape := _HEADING.fullmatch(line):
                self._close()
                self._section = fold(shape["text"])
                self._headings.append(line)
                self._has_new_heading = True
            elif self._open is not None and self._is_below(line):
                self._open[1].append(_ESCAPED.sub("", line, count=1))
            else:
                self._close()
                if self._note_of_task(line) or self._item(place, line):
                    self._drop_heading()
                else:
                    self._keep(line)
        self._close()

    def _is_below(self, line: str) -> bool:
        """Whether a line belongs to the open meeting: below a list item, if it is indented more."""
        assert self._open is not None  # asked only of one
        indent = self._open[2]
        if indent == _ALL_BELOW:
            return True
        if not line.strip():
            return True
        is_own = _TASK.fullmatch(line.strip()) or _DATED.fullmatch(line.strip())
        return _indent(line) > indent and not is_own

    def _item(self, place: str, line: str) -> bool:
        """Takes a line of a list that says what happened; whether it is one."""
        text = line.strip()
        if self._section in FOR_READERS and text[:2] in ("- ", "* "):
            self._lost[f"a line under {self._section.capitalize()}"] += 1
            return True
        if self._section == GIVE_AND_TAKE and (shape := _EXCHANGE.fullmatch(text)):
            if on := self._day(place, shape["day"]):
                kind = shape["kind"] if shape["kind"] in KINDS else "other"
                words, direction = shape["text"], _DIRECTIONS[shape["verb"]]
                source_id = f"{self._who} {direction} {on} {fold(words)}"
                self.exchanges.append(
                    Given(self._who, words, on, place, source_id, direction, kind)
                )
            return True
        if shape := _TASK.fullmatch(text):
            before_count = len(self.promises)
            self._task(place, shape["mark"], shape["text"])
            self._task_indent = _indent(line) if len(self.promises) > before_count else None
            return True
        if shape := _DATED.fullmatch(text):
            if on := self._day(place, shape["day"]):
                words = (shape["text"] or "").strip()
                meeting = HeldMeeting(self._who, on, place, "", way=way_in(words))
                self._open = (meeting, [words], _indent(line))
            return True
        return False

    def _note_of_task(self, line: str) -> bool:
        """Takes a line that is indented below a task as its note; whether it is one."""
        above, self._task_indent = self._task_indent, None
        text = line.strip()
        is_item = _TASK.fullmatch(text) or _DATED.fullmatch(text)
        if above is None or not text or is_item or _indent(line) <= above:
            return False
        self._task_indent = above
        promise = self.promises[-1]
        note = f"{promise.note or ''}\n{_ESCAPED.sub('', text, count=1)}"
        self.promises[-1] = promise._replace(note=note.strip())
        return True

    def _begin(self, place: str, shape: re.Match[str]) -> None:
        """Opens the meeting of a dated heading, of which the lines below are the notes."""
        on = self._day(place, shape["day"])
        if on is None:
            return
        meeting = HeldMeeting(self._who, on, place, "", start_time=shape["time"])
        words = []
        for number, part in enumerate(shape["text"].split(BETWEEN)):
            text = part.strip() if number else part.strip(" :–—-")
            if text in WAYS:
                meeting = meeting._replace(way=text)
            elif text.startswith("at "):
                meeting = meeting._replace(where=text[3:].strip())
            elif minutes := _minutes(text):
                meeting = meeting._replace(minutes=minutes)
            elif text:
                words.append(text)
        heading = " ".join(words)
        meeting = meeting._replace(way=meeting.way or way_in(heading))
        self._open = (meeting, [heading], _ALL_BELOW)

    def _close(self) -> None:
        if self._open is None:
            return
        meeting, (words, *below), indent = self._open
        self._open = None
        if indent != _ALL_BELOW:
            least = min((_indent(line) for line in below if line.strip()), default=0)
            below = [line[least:] for line in below]
        self._meet(meeting, "\n".join([words, *below]).strip())
        if indent != _ALL_BELOW and below and not below[-1].strip():
            self._keep("")  # what is below it is a paragraph of its own

    def _meet(self, meeting: HeldMeeting, words: str) -> None:
        self._repeats[meeting.on] += 1
        source_id = f"{self._who} {meeting.on} {self._repeats[meeting.on]}"
        self.meetings.append(meeting._replace(source_id=source_id, notes=words or None))

    def _task(self, place: str, mark: str, text: str) -> None:
        days: dict[str, date | None] = {}
        for name, pattern in (("due_on", _DUE), ("done_on", _DONE), ("made_on", _MADE)):
            if shape := pattern.search(text):
                days[name] = self._day(place, shape["day"])
                text = f"{text[: shape.start()]}{text[shape.end() :]}"
        if _OTHER_MARK.search(text):
            self._lost["a mark of a task"] += 1
            text = _OTHER_MARK.sub("", text)
        side, colon, words = text.partition(": ")
        is_theirs = bool(colon) and side.strip() == "them"
        text = words.strip() if is_theirs else text.strip()
        source_id = f"{self._who} {fold(text)}"
        said_on = self._tasks.setdefault(source_id, [])
        made_on = days.get("made_on")
        if said_on and made_on in (None, *said_on):
            self._lost["a task said twice"] += 1
            return
        if said_on:  # the same words on another day, as thanks are
            source_id = f"{source_id} {made_on}"
        said_on.append(made_on)
        status = _STATUSES.get(mark, "open")
        if status == "open":
            days.pop("done_on", None)
        self.promises.append(
            Promised(
                self._who,
                text,
                place,
                source_id,
                status,
                made_on,
                days.get("due_on"),
                days.get("done_on"),
                by_whom="them" if is_theirs else "me",
            )
        )

    def _day(self, place: str, text: str) -> date | None:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._faults.append(Fault(place, "day", f"there is no day {text}"))
            return None

    def _drop_heading(self) -> None:
        """Leaves a heading out of the notes, since it holds a meeting or the like."""
        if self._has_new_heading:
            self._headings.pop()
            self._has_new_heading = False

    def _keep(self, line: str) -> None:
        """Keeps a line as notes, with the headings above it that hold nothing else."""
        if line.strip():
            if self._rest:
                self._rest += self._headings
            else:
                self._rest += [each for each in self._headings if fold(each.strip("# ")) != "notes"]
            self._headings, self._has_new_heading = [], False
            self._rest.append(_ESCAPED.sub("", line, count=1))
        elif self._rest and not self._headings:
            self._rest.append("")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _minutes(text: str) -> int | None:
    if not text[:1].isdigit():
        return None
    try:
        return parse_minutes(text)
    except BadInput:
        return None
