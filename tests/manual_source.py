"""Writes the manual page, `docs/commands.md`, and parts of README and `docs/environment.md`.

`make man` runs it, and tests compare them. They are made from what help shows: the tree, the signatures, the docstrings and the topics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from boardroom.cli.help_pages import (
    EXAMPLES,
    GROUPS,
    SUMMARY,
    VERSION,
    everywhere,
    options_of,
    table_of,
)
from boardroom.cli.help_topics import TOPICS, text_of
from boardroom.cli.signature import signature
from boardroom.cli.tree import TREE, Leaf, commands, documented, function_of
from boardroom.cli.usage import usage_of

_ROOT = Path(__file__).parent.parent
MANUAL = _ROOT / "man" / "boardroom.1"
README = _ROOT / "README.md"
COMMANDS = _ROOT / "docs" / "commands.md"
ENVIRONMENT = _ROOT / "docs" / "environment.md"
_DAILY = ("each day", "look back")
_SECTIONS = {"environment": "Environment variables", "exit-codes": "Exit codes"}
"""The sections of `docs/environment.md` that are topics of the help."""
_HEADINGS = {"exit-codes": "EXIT STATUS"}


def manual() -> str:
    """The manual page, in roff."""
    lines = [
        '.\\" Written by `make man` from the help of the commands; change it there.',
        ".TH BOARDROOM 1",
        ".SH NAME",
        f"boardroom \\- {_roff(SUMMARY[0].lower() + SUMMARY[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        *_command("boardroom [COMMAND] [OPTIONS]"),
        ".SH DESCRIPTION",
        "Without COMMAND, it shows what is due. A noun alone is its list.",
        *_examples(EXAMPLES),
    ]
    for group, names in GROUPS.items():
        lines += [f".SH {group.upper()}"]
        for name, leaf in _commands_of(names):
            lines += _described(name, leaf)
    lines += [".SH OPTIONS OF EVERY COMMAND", *_table(everywhere() | VERSION)]
    for topic in TOPICS:
        lines += [f".SH {_HEADINGS.get(topic, topic.upper())}", *_topic(topic)]
    return "\n".join(lines) + "\n"


def readme_table() -> str:
    """The table of the daily commands, in README's section on commands."""
    rows = ["| command | what it does |", "|---|---|"]
    for group in _DAILY:
        rows += [_row(_usage(name, leaf), leaf.help) for name, leaf in _commands_of(GROUPS[group])]
    nouns = ", ".join(f"`{name}`" for name in GROUPS["records"])
    return "\n".join(
        [
            *rows,
            "",
            f"Each kind of record has its own: {nouns}; `boardroom advisor` alone lists them.",
            (
                "**[Every command with its options](docs/commands.md)** is what `boardroom help all` and"
                " `man boardroom` show too."
            ),
            "",
            "",
        ]
    )


def commands_page() -> str:
    """`docs/commands.md`: every command with its options, by use."""
    lines = ["# Commands", "", "`boardroom COMMAND -h` explains each, with examples."]
    for group, names in GROUPS.items():
        lines += ["", f"## {group[0].upper()}{group[1:]}", ""]
        lines += ["| command | what it does | options |", "|---|---|---|"]
        for name, leaf in _commands_of(names):
            options = " ".join(f"`{it}`" for it in options_of(signature(function_of(leaf))))
            lines.append(_row(_usage(name, leaf), leaf.help, options))
    shared = ", ".join(f"`{option}`" for option in everywhere())
    return "\n".join([*lines, "", f"Every command takes {shared}, before or after its name.", ""])


def environment_page(page: str) -> str:
    """`docs/environment.md` with the sections that are topics of the help as they should be."""
    for topic, heading in _SECTIONS.items():
        page = _with_section(page, heading, _topic_in_markdown(topic))
    return page


def readme(page: str) -> str:
    """A README with the table as it should be."""
    return _with_section(page, "Commands", readme_table())


def _with_section(page: str, heading: str, text: str) -> str:
    section = re.compile(rf"(?<=^## {re.escape(heading)}\n\n).*?(?=^## )", re.MULTILINE | re.DOTALL)
    return section.sub(lambda _: text, page)


def _topic_in_markdown(topic: str) -> str:
    lines: list[str] = []
    for part in text_of(topic).split("\n\n"):
        if part.startswith("  "):
            rows = table_of(part).items()
            lines += ["| | |", "|---|---|", *(_row(f"`{label}`", text) for label, text in rows), ""]
        else:
            lines += [" ".join(part.split()), ""]
    return "\n".join([*lines, ""])


def _usage(name: str, leaf: Leaf) -> str:
    arguments = signature(function_of(leaf)).arguments
    return f"`{name}{''.join(f' {argument.metavar}' for argument in arguments)}`"


def _commands_of(names: tuple[str, ...]) -> Iterator[tuple[str, Leaf]]:
    for name in names:
        yield from commands({name: TREE[name]})


def _row(*cells: str) -> str:
    escaped = " | ".join(cell.replace("|", "\\|") for cell in cells)
    return f"| {escaped} |"


def _described(name: str, leaf: Leaf) -> list[str]:
    """A command: its usage, its help, its options and its examples."""
    function = function_of(leaf)
    declared = signature(function)
    text, examples = documented(function)
    arguments = {argument.metavar: argument.help for argument in declared.arguments}
    paragraphs = [_roff(" ".join(part.split())) for part in text.split("\n\n")]
    return [
        f".SS {_roff(name)}",
        *_command(usage_of(name, declared)),
        *(line for paragraph in paragraphs for line in (".PP", paragraph)),
        *_table({metavar: line for metavar, line in arguments.items() if line}),
        *_table(options_of(declared)),
        *_examples(examples),
    ]


def _topic(topic: str) -> list[str]:
    lines: list[str] = []
    for part in text_of(topic).split("\n\n"):
        if part.startswith("  "):
            lines += _table(table_of(part))
        else:
            lines += [".PP", _roff(" ".join(part.split()))]
    return lines


def _table(rows: Mapping[str, str]) -> list[str]:
    return [
        line
        for label, text in rows.items()
        for line in (".TP", f"\\fB{_roff(label)}\\fR", _roff(text))
    ]


def _examples(examples: tuple[str, ...]) -> list[str]:
    return [".PP", ".nf", ".RS 4", *map(_roff, examples), ".RE", ".fi"]


def _command(usage: str) -> list[str]:
    return [f"\\fB{_roff(usage)}\\fR"]


def _roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    escaped = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in escaped)
    return f"\\&{escaped}" if escaped.startswith((".", "\\(aq")) else escaped


if __name__ == "__main__":
    MANUAL.parent.mkdir(exist_ok=True)
    MANUAL.write_text(manual(), encoding="utf-8")
    COMMANDS.write_text(commands_page(), encoding="utf-8")
    for path, written in ((README, readme), (ENVIRONMENT, environment_page)):
        path.write_text(written(path.read_text(encoding="utf-8")), encoding="utf-8")
