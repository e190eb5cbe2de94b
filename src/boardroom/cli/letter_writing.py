"""Writes a letter: reads its facts, and prints it, opens it or writes it to a file."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable

from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.cli.who import find_person
from boardroom.errors import BadInput
from boardroom.formats.letter_text import read_letter, write_letter
from boardroom.queries.letters import letter_facts
from boardroom.record import Record
from boardroom.render.letter_gaps import check_has_facts, gaps
from boardroom.render.letters import letter as letter_of
from boardroom.render.letters import letter_json
from boardroom.render.privacy import left_out_count_words
from boardroom.rules.day_format import format_day
from boardroom.rules.text import join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.queries.letter_views import Facts
    from boardroom.rules.letters import Letter

    Deliver = Callable[[Letter], None]


class LetterOptions(Record):
    """What is to become of a letter; printed by default."""

    edit: bool
    to_mail: bool
    eml: str | None
    sent: bool
    on: str | None = None

    @property
    def names(self) -> list[str]:
        """The options that were used, as they are typed."""
        used = {
            "--edit": self.edit,
            "--open": self.to_mail,
            "--eml": self.eml is not None,
            "--sent": self.sent,
        }
        return [name for name, is_used in used.items() if is_used]

    def check(self, *, json: bool) -> None:
        """Checks that the options go together, and with `--json`.

        Raises:
            BadInput: they do not.
        """
        ways = [name for name in self.names if name != "--edit"]
        if self.on is not None and not self.sent:
            raise BadInput("--on says when a letter was sent.", "Add --sent, or leave it out.")
        if self.sent and len(self.names) > 1:
            others = join_words(self.names[:-1], "or")
            raise BadInput(
                f"--sent notes a letter that you sent, and does not go with {others}.",
                "Send it first, then note it by --sent alone.",
            )
        if len(ways) > 1:
            raise BadInput(f"{join_words(ways)} can't go together.", "Leave one of them out.")
        if json and ways and not self.sent:
            raise BadInput(f"{ways[0]} and --json can't go together.", "Leave one of them out.")


def write_to(call: Call, kind: str, who: str | None, options: LetterOptions) -> None:
    """Writes the letter of a kind to WHO.

    Raises:
        Refused: nothing on file says what it is for, or it is none for somebody of their status.
        BadInput: the options don't go together; or it can't be opened, or written there.
    """
    deliver = _delivery(options)

    def query(board: sqlite3.Connection) -> Facts:
        person = find_person(call, board, who)
        return letter_facts(board, kind, person.id, today=call.today)

    facts = call.read(query)
    check_has_facts(facts)
    letter = letter_of(facts)

    def give_out(written: Letter) -> None:
        if call.json:
            call.print_json(letter_json(facts, written))
        else:
            deliver(written)

    if options.edit:
        _edit(call, facts, letter, give_out)
    else:
        give_out(letter)
    if not call.json:
        _say_more(call, facts)


def _delivery(options: LetterOptions) -> Deliver:
    """What to do with the letter. What can't be done is found out before anybody writes.

    Raises:
        BadInput: it can't be opened, or written there.
    """
    if options.to_mail:
        from boardroom.cli.opener import open_with, opener  # noqa: PLC0415  subprocess (8 ms)
        from boardroom.formats.mailto import mailto  # noqa: PLC0415  email, urllib

        program = opener()
        return lambda letter: open_with(program, mailto(letter))
    if options.eml is not None:
        from boardroom.cli.output_file import output_path, write_output  # noqa: PLC0415  for --eml
        from boardroom.formats.letter_message import message  # noqa: PLC0415  a seam: email

        path = output_path(options.eml)
        return lambda letter: write_output(path, message(letter))
    return _print


def _print(letter: Letter) -> None:
    sys.stdout.write(write_letter(letter))
    sys.stdout.flush()


def _edit(call: Call, facts: Facts, letter: Letter, give_out: Deliver) -> None:
    """Opens the letter in the editor; the draft is kept until the letter is given out."""
    from boardroom.cli.editor import edit_text  # noqa: PLC0415  subprocess and tempfile (8 ms)

    edit_text(
        call,
        write_letter(letter),
        lambda text: give_out(read_letter(text)),
        name=f"letter-{facts.kind}-{facts.advisor.handle}",
    )


def _say_more(call: Call, facts: Facts) -> None:
    """Says on standard error what the letter lacks and leaves out, and how to note it as sent."""
    for sentence in gaps(facts):
        warn(call.with_commands(sentence))
    left_out = left_out_count_words(facts.left_out)
    if left_out:
        warn(left_out)
    command = f"boardroom letter {facts.kind} {facts.advisor.handle} --sent"
    before = f"You sent one {format_day(facts.sent_on)}. " if facts.sent_on else ""
    if facts.sent_on and facts.kind in _DID:
        before = f"You {_DID[facts.kind]} them {format_day(facts.sent_on)}. "
    warn(call.with_commands(f"{before}Once it is sent: {command}"))


_DID = {"ask": "asked", "thanks": "thanked"}
"""What was done, where it may have been done otherwise than by letter."""
