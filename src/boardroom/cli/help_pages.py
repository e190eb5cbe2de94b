"""The pages of the help: the program, a noun, a command, and all commands, a line each.

They are made from the tree, the signatures and the docstrings, without Typer, so that help starts
as fast as a command. The manual page and README's table are made from the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from boardroom.cli.help_topics import TOPICS, text_of
from boardroom.cli.messages import terminal_width
from boardroom.cli.parameters import EVERYWHERE
from boardroom.cli.signature import Option, Signature, signature
from boardroom.cli.tree import TREE, Branch, Leaf, commands, documented, function_of
from boardroom.cli.usage import usage_of
from boardroom.render.formatting import is_accessible

SUMMARY = "Your personal board of advisors, in the terminal."
GROUPS = {
    "each day": ("due", "board", "prep", "plan", "log", "done", "snooze", "give", "got", "search"),
    "look back": ("review", "report", "history", "undo", "redo"),
    "records": (
        *("advisor", "mentee", "goal", "agreement", "criterion", "agenda", "meeting", "promise"),
        *("advice", "exchange", "occasion", "letter"),
    ),
    "set up": ("init", "config", "remind", "completion", "demo", "help"),
    "your data": ("calendar", "backup", "restore", "export", "import", "doctor", "purge"),
}
"""The commands by use, as the help of the program shows them."""
EXAMPLES = (
    "boardroom agenda add marcus 'How do I get P&L exposure?'",
    "boardroom prep marcus",
    "boardroom log marcus",
)
_WIDEST = 80
_NARROW = 50
"""Up to this width, what an option does stands below its name."""
_LABEL_WIDTH = 36
_EXAMPLE_COUNT = 4
VERSION = {"-V, --version": "Print the version."}
_HELP = {"-h, --help": "Show the help."}


def page_of(names: Sequence[str], entry: Leaf | Branch | None) -> str:
    """The help of a command, of a noun, or of the program (None)."""
    if entry is None:
        return _root_page()
    name = " ".join(names)
    return _command_page(name, entry) if isinstance(entry, Leaf) else _noun_page(name, entry)


def all_page() -> str:
    """Every command, a line each."""
    return _rows({name: leaf.help for name, leaf in commands(TREE)}, indent=0)


def topic_page(topic: str) -> str:
    """The text of a topic, to the width of the screen."""
    return "\n\n".join(
        _rows(table_of(part)) if part.startswith("  ") else _filled(part)
        for part in text_of(topic).split("\n\n")
    )


def table_of(paragraph: str) -> dict[str, str]:
    """The rows of a topic's table."""
    rows = (line.strip().rpartition("  ") for line in paragraph.splitlines())
    return {label.strip(): text for label, _, text in rows}


def options_of(declared: Signature) -> dict[str, str]:
    """The options of a command itself, as help shows them, with what each does."""
    return {
        declaration_of(option): option.help
        for option in dict.fromkeys(declared.options.values())
        if option.name not in EVERYWHERE
    }


def declaration_of(option: Option) -> str:
    """“--near / --long”, “-o, --output FILE”."""
    between = " / " if len(set(option.flags.values())) > 1 else ", "
    words = sorted(option.words, key=len) if between == ", " else option.words
    return f"{between.join(words)} {option.metavar}".rstrip()


def everywhere() -> dict[str, str]:
    """The options of every command, with what each does."""
    return _own_everywhere() | _HELP


def _root_page() -> str:
    sections = [
        _filled(SUMMARY) + "\n" + _filled("Usage: boardroom [COMMAND] [OPTIONS]"),
        _rows({group: ", ".join(names) for group, names in GROUPS.items()}, indent=0),
        _section("Examples", "\n".join(f"  {example}" for example in EXAMPLES)),
        _filled("More: boardroom help COMMAND, boardroom help all, man boardroom")
        + "\n"
        + _filled(f"help TOPIC: {', '.join(TOPICS)}"),
        _rows(_own_everywhere() | {"-h, -V": "Show the help; print the version."}, indent=0),
    ]
    return "\n\n".join(sections)


def _own_everywhere() -> dict[str, str]:
    return {
        f"{word} {metavar or ''}".rstrip(): text for word, (metavar, text) in EVERYWHERE.items()
    }


def _noun_page(name: str, branch: Branch) -> str:
    has_list = "list" in branch.leaves
    examples = [
        documented(function_of(leaf))[1][0]
        for leaf in list(branch.leaves.values())[:_EXAMPLE_COUNT]
        if isinstance(leaf, Leaf)
    ]
    text = branch.help
    if has_list:
        text += f" Without COMMAND: boardroom {name} list."
    return _page(
        f"boardroom {name} {'[COMMAND]' if has_list else 'COMMAND'} [OPTIONS]",
        text,
        {"Commands": {word: entry.help for word, entry in branch.leaves.items()}},
        examples,
    )


def _command_page(name: str, leaf: Leaf) -> str:
    function = function_of(leaf)
    declared = signature(function)
    text, examples = documented(function)
    arguments = {argument.metavar: argument.help for argument in declared.arguments}
    return _page(
        usage_of(name, declared),
        text,
        {
            "Arguments": {metavar: line for metavar, line in arguments.items() if line},
            "Options": options_of(declared),
        },
        examples,
    )


def _page(
    usage: str, text: str, tables: Mapping[str, Mapping[str, str]], examples: Sequence[str]
) -> str:
    paragraphs = [_filled(part, indent=2) for part in text.split("\n\n")]
    sections = [
        _filled(f"Usage: {usage}"),
        *paragraphs,
        *(_section(title, _rows(rows)) for title, rows in tables.items() if rows),
        _section("Examples", "\n".join(f"  {example}" for example in examples)),
        _filled(f"Everywhere: {', '.join(everywhere())} (boardroom -h)"),
    ]
    return "\n\n".join(sections)


def _section(title: str, body: str) -> str:
    return f"{title}:\n{body}"


def _rows(rows: Mapping[str, str], indent: int = 2) -> str:
    """Two columns, the second wrapped; on a narrow screen it begins below the first.

    With `ACCESSIBLE`, each line has its label, and nothing is aligned.
    """
    if is_accessible() and sys.stdout.isatty():
        return "\n".join(_filled(f"{label}: {text}", indent=indent) for label, text in rows.items())
    widest = max(map(len, rows))
    start = indent + min(widest, _LABEL_WIDTH) + 2
    lines: list[str] = []
    for label, text in rows.items():
        first = f"{' ' * indent}{label}"
        if _width() <= _NARROW:
            lines += [*_wrapped_label(first), _filled(text, indent=indent + 4)]
        elif len(first) + 2 > start:
            lines += [first, _filled(text, indent=start)]
        else:
            lines.append(first.ljust(start) + _filled(text, indent=start).lstrip())
    return "\n".join(lines)


def _wrapped_label(label: str) -> Iterator[str]:
    indent = len(label) - len(label.lstrip())
    yield _filled(label.lstrip(), indent=indent)


def _filled(text: str, indent: int = 0) -> str:
    return fill(
        " ".join(text.split()),
        _width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _width() -> int:
    return min(terminal_width(sys.stdout) or _WIDEST, _WIDEST)
