"""Prints views and the results of changes: on a terminal, into a pipe or as JSON."""

from __future__ import annotations

import os
import sys

from boardroom.cli.messages import (
    print_details,
    print_labelled,
    print_message,
    print_quiet,
    terminal_width,
    warn,
)
from boardroom.cli.printable import Printable
from boardroom.record import Record
from boardroom.render.formatting import is_accessible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.render.page import Page
    from boardroom.store.work import Done

SCREENFUL = 50
"""How many rows of a list a terminal shows, unless `--all` is given."""


class Reply(Record):
    """What a command says after a change, read from the board before the commit.

    `record` is printed by `--json`. Otherwise `echo` follows the summary of the change, and
    `unchanged` is printed if nothing changed. `notices` go to standard error, a line each.

    On a screen, `details` are labelled lines below the summary, which `short_echo` then follows.
    """

    record: dict[str, Any]
    echo: str = ""
    unchanged: str = "Nothing changed: already up to date."
    notices: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    short_echo: str = ""


class Result(Record):
    """A committed transaction: the action's result, whether the board changed, and the reply."""

    done: Done
    changed: bool
    reply: Reply

    @property
    def sentence(self) -> str:
        """What the change did."""
        return f"{self.done.summary}{self.reply.echo}"


class Printer(Printable):
    """Prints in the format that the user asked for."""

    @property
    def on_screen(self) -> bool:
        """Whether standard output is a terminal, or is treated as one (`FORCE_COLOR`)."""
        return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))

    def screenful(self, *, all_: bool) -> int | None:
        """The number of rows of a list to show; all of them (None) in a pipe and as JSON."""
        return SCREENFUL if self.on_screen and not (all_ or self.json) else None

    def show(self, page: Page, record: dict[str, Any]) -> None:
        """Prints a view: `record` with `--json`, otherwise the page."""
        if self.json:
            self.print_json(record)
            return
        page = self.printable_page(page)
        if self.on_screen and is_accessible():
            print_labelled(page, sys.stdout)
        elif self.on_screen:
            # A seam: importing rich takes longer than all of a plain `due`.
            from boardroom.render.terminal import print_page  # noqa: PLC0415

            print_page(page)
        else:
            from boardroom.render.plain import print_plain  # noqa: PLC0415  a seam: only for a pipe

            print_plain(page)

    def print_result(self, result: Result) -> None:
        """Prints a one-line confirmation with the undo hint, or the current record as JSON."""
        self.keep_own(result.reply.record)
        if self.json:
            self.print_json(result.reply.record)
        elif result.changed:
            self._print_changed(result)
        else:
            self._print_lines(result.done.notes or (result.reply.unchanged,))
        for notice in result.reply.notices if result.changed else ():
            warn(self.with_commands(notice))

    def _print_changed(self, result: Result) -> None:
        """Prints what a change did, on a screen with a line for each field of an edit."""
        done, reply = result.done, result.reply
        summary, echo, details = done.summary, reply.echo, reply.details
        silent = (change for change in done.changes if change.is_silent and change.on_screen)
        notes = (*done.notes, *(_as_sentence(f"{it.label}: {it.on_screen}") for it in silent))
        if self.on_screen and details:
            echo = reply.short_echo
        elif self.on_screen:
            # A seam, as the terminal is: a pipe has one sentence.
            from boardroom.render.confirmation import confirmation  # noqa: PLC0415

            told = confirmation(done, echo, terminal_width(sys.stdout))
            summary, echo, details = told.summary, told.echo, told.rows
            notes = (*told.others, *(done.notes if details else notes))
        self.print_change(summary, "boardroom undo takes it back", notes, details, echo)

    def print_change(
        self,
        summary: str,
        way_back: str,
        notes: tuple[str, ...] = (),
        details: tuple[tuple[str, str], ...] = (),
        echo: str = "",
    ) -> None:
        """Prints what a change did and how to take it back: on a terminal a line each.

        The `summary` has no commands of the program's, so it stays as it is; the `echo` follows it.
        The `notes` have lines of their own, and on a terminal so have the labelled `details`. In a
        demo nothing is kept, so there is no way back.
        """
        if self.is_demo:
            from boardroom.cli import demo_commands  # noqa: PLC0415  in a demo alone

            echo = demo_commands.without_next(echo)
            details = tuple((label, demo_commands.without_next(text)) for label, text in details)
            way_back = demo_commands.NOTHING_IS_KEPT
        sentence = f"{summary}{self.with_commands(echo)}"
        if self.on_screen:
            for part in self._parts(sentence):
                print_message(part)
            here = tuple((label, self.with_commands(text)) for label, text in details)
            print_details(here)
            self._print_lines(notes)
            print_quiet(self.with_commands(way_back))
        else:
            print_message(f"{sentence} · {self.with_commands(way_back)}")
            self._print_lines(notes)

    def _parts(self, sentence: str) -> list[str]:
        """A sentence in lines for a screen: its parts, if it is too long for one."""
        width = terminal_width(sys.stdout)
        if width is None or len(sentence) <= width:
            return [sentence]
        from boardroom.render.confirmation import parts  # noqa: PLC0415  as above

        return parts(sentence)

    def _print_lines(self, lines: tuple[str, ...]) -> None:
        for line in lines:
            print_message(self.with_commands(line))

    def print_json(self, record: dict[str, Any]) -> None:
        """Prints one JSON object."""
        from boardroom.render.json_text import print_json  # noqa: PLC0415  only for JSON

        print_json(self.printable_record(record))


def _as_sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
