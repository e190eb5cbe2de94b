"""The usage of a command and an example, for an error about a missing argument.

Both come from the command itself: its signature and its docstring.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from boardroom.cli.lane import resolve, take_options
from boardroom.cli.signature import NotPlain, Signature, signature
from boardroom.cli.tree import Leaf, documented, function_of
from boardroom.errors import BadInput, MissingArgument

_OPTION = re.compile(r"--[a-z-]+")


def with_usage(error: MissingArgument, command: str) -> BadInput:
    """The error with the usage of the command, and its first example that has the argument."""
    try:
        _, leaf, _ = resolve(command.split(), {})
        assert isinstance(leaf, Leaf)
        function = function_of(leaf)
        declared = signature(function)
    except NotPlain:  # it has a declaration that only Typer supports
        return BadInput(error.message, f"See: boardroom {command} -h")
    options = _OPTION.findall(error.argument)
    usage = usage_of(command, declared, options)
    example = _example(declared, documented(function)[1], error.argument, options)
    return BadInput(error.message, f"Usage: {usage} · Example: {example}")


def usage_of(command: str, declared: Signature, options: Sequence[str] = ()) -> str:
    """“boardroom snooze [OPTIONS] WHO|pID|review --until DATE”, with what options are missing."""
    arguments = [argument.metavar for argument in declared.arguments]
    missing = "|".join(f"{word} {declared.options[word].metavar}".strip() for word in options)
    return " ".join(["boardroom", command, "[OPTIONS]", *arguments, missing]).strip()


def _example(
    declared: Signature, examples: tuple[str, ...], missing: str, options: list[str]
) -> str:
    """The first example with one of the options, or with the missing argument."""
    named = [
        number for number, argument in enumerate(declared.arguments) if missing in argument.metavar
    ]
    position = named[0] if named else len(declared.arguments) - 1
    for example in examples:
        words = shlex.split(example)
        if words[0] != "boardroom":  # what is piped into it would need an example of its own
            continue
        _, _, rest = resolve(words[1:], {})
        given: dict[str, object] = {}
        texts = take_options(rest, declared.options, given, interspersed=True)
        if any(declared.options[word].name in given for word in options) or (
            not options and len(texts) > position
        ):
            return example
    return examples[0]
