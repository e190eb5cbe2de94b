"""Turns what Typer says of a command line that it can't use into our own errors."""

from __future__ import annotations

import re
from typing import Any

import typer

from boardroom.cli import loose_words
from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_name
from boardroom.cli.signature import NotPlain
from boardroom.errors import BadInput
from boardroom.rules.text import quoted

_EXTRA_WORDS = re.compile(r"Got unexpected extra argument\S* \((?P<words>.*)\)", re.DOTALL)


def misused(error: typer.TyperException, argv: list[str]) -> BadInput:
    """Converts a usage error of Typer."""
    if extra := _EXTRA_WORDS.match(error.format_message()):
        return _too_many_words(extra["words"], getattr(error, "ctx", None), argv)
    context = getattr(error, "ctx", None)
    near = tuple(sorted(getattr(error, "possibilities", None) or ()))
    message = error.message if near else error.format_message()
    ending = "" if message.endswith((".", "?")) else "."
    suggestion = f"Did you mean {' or '.join(near)}? " if near else ""
    where = f"See: {context.command_path if context else _command_path(argv)} -h"
    takes_text = context and any(parameter.nargs == -1 for parameter in context.command.params)
    if takes_text and hasattr(error, "option_name"):
        where = f"Text that begins with a dash goes after --. {where}"
    return BadInput(f"{message}{ending}", f"{suggestion}{where}", near)


def _command_path(argv: list[str]) -> str:
    """The command that a command line names, as far as that is plain."""
    try:
        names, _, _ = resolve(argv, {})
    except NotPlain:
        names = []
    return " ".join(["boardroom", *names])


def _too_many_words(words: str, context: Any, argv: list[str]) -> BadInput:
    if error := loose_words.extra_words(argv, words):
        return error
    command = context.command_path if context else "boardroom"
    usage = " ".join(context.command.collect_usage_pieces(context)) if context else ""
    first = context.command.params[0] if context else None
    named = context and is_name(getattr(first, "metavar", None))
    quotes = "A name of several words goes in quotes. " if named else ""
    return BadInput(
        f"{quoted(words)} is unexpected here.",
        f"{quotes}Usage: {command} {usage}. See: {command} -h",
    )
