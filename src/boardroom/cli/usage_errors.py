"""Turns what Typer says of a command line that it can't use into our own errors."""

from __future__ import annotations

import re
from shlex import join
from typing import Any

import typer

from boardroom.cli import loose_words
from boardroom.cli.guessing import guessed, guessed_words, unknown_word
from boardroom.cli.lane import resolve
from boardroom.cli.option_guesses import (
    alike,
    as_occasion,
    guessed_option,
    listed_anyway,
)
from boardroom.cli.parameters import is_name
from boardroom.cli.signature import NotPlain
from boardroom.errors import BadInput
from boardroom.rules.ids import looks_like_id
from boardroom.rules.text import join_words, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call

_EXTRA_WORDS = re.compile(r"Got unexpected extra argument\S* \((?P<words>.*)\)", re.DOTALL)


def misused(error: typer.TyperException, argv: list[str], call: Call) -> BadInput:
    """Converts a usage error of Typer, and adds the command that is meant."""
    context = getattr(error, "ctx", None)
    if hasattr(error, "possibilities"):  # only the error for an unknown option has them
        return _no_such_option(error, context, argv)
    if (unknown := unknown_word(argv)) is not None:
        return guessed(unknown, call)
    message = error.format_message()
    if extra := _EXTRA_WORDS.match(message):
        if line := guessed_words(argv, call):
            unexpected = f"{quoted(extra['words'])} is unexpected here."
            return BadInput(unexpected, f"Write: boardroom {line}", (line,))
        return _too_many_words(extra["words"], context, argv)
    ending = "" if message.endswith((".", "?")) else "."
    return BadInput(f"{message}{ending}", _where(error, context, argv))


def _no_such_option(error: Any, context: Any, argv: list[str]) -> BadInput:
    option: str = error.option_name
    message = f"No such option: {option}."
    if listed := listed_anyway(argv, option) or as_occasion(argv, option):
        return BadInput(message, f"{listed[0]}: boardroom {listed[1]}", listed[1:])
    if line := guessed_option(argv, option):
        return BadInput(message, f"Write: boardroom {line}", (line,))
    near = alike(option, error.possibilities or ())
    if near:
        lines = [_with_option(argv, option, other) for other in near]
        return BadInput(message, f"Did you mean: {join_words(lines, 'or')}", near)
    return BadInput(message, _where(error, context, argv))


def _where(error: typer.TyperException, context: Any, argv: list[str]) -> str:
    """Which help to see."""
    where = f"See: {context.command_path if context else _command_path(argv)} -h"
    takes_text = context and any(parameter.nargs == -1 for parameter in context.command.params)
    if takes_text and hasattr(error, "option_name"):
        return f"Text that begins with a dash goes after --. {where}"
    return where


def _with_option(argv: list[str], option: str, other: str) -> str:
    """The command line with another option instead."""
    words = (word.partition("=") for word in argv)
    new = (f"{other if name == option else name}{equals}{text}" for name, equals, text in words)
    return f"boardroom {join(new)}"


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
    if context and (line := _with_dashes(context, argv)):
        return BadInput(f"{quoted(words)} is unexpected here.", f"Write: boardroom {line}", (line,))
    command = context.command_path if context else "boardroom"
    usage = " ".join(context.command.collect_usage_pieces(context)) if context else ""
    first = context.command.params[0] if context else None
    metavar = getattr(first, "metavar", None)
    if "ID" in (metavar or "") and all(map(looks_like_id, words.split())):
        others = [word for word in argv if word not in words.split()]
        return BadInput("This takes one id at a time.", f"Begin with: boardroom {join(others)}")
    named = context and is_name(metavar)
    quotes = "A name of several words goes in quotes. " if named else ""
    return BadInput(
        f"{quoted(words)} is unexpected here.",
        f"{quotes}Usage: {command} {usage}. See: {command} -h",
    )


def _with_dashes(context: Any, argv: list[str]) -> str:
    """The command line with a word that is the name of an option as that: “by fri” for --by fri."""
    options = {
        name
        for parameter in context.command.params
        for name in parameter.opts
        if name.startswith("--") and not getattr(parameter, "is_flag", False)
    }
    given = {word.partition("=")[0] for word in argv}
    for at, word in enumerate(argv[1:], 1):
        option = f"--{word.lower()}"
        if option not in options or option in given:
            continue
        end = next((n for n in range(at, len(argv)) if argv[n].startswith("-")), len(argv))
        if value := " ".join(argv[at + 1 : end]):
            return join([*argv[:at], option, value, *argv[end:]])
    return ""
