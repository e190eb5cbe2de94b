"""The topics of `boardroom help TOPIC`: a module each with a `TEXT`, loaded when it is read.

A text is paragraphs. One whose lines are indented is a table, with two blanks between its columns.
"""

from __future__ import annotations

from importlib import import_module

ALL = "all"
"""The word for the page of all commands."""
TOPICS = {
    "dates": "How to write days and times.",
    "windows": "How often to meet, and what is due when.",
    "names": "How to name a person or a record.",
    "privacy": "What is private, and what leaves it out.",
    "form": "The form that log opens in your editor.",
    "json": "What scripts can rely on.",
    "exit-codes": "What each exit code means.",
    "environment": "The variables that are read.",
}
"""Every topic, with its one-line help."""


def text_of(topic: str) -> str:
    """The text of a topic."""
    text: str = import_module(f"{__name__}.{topic.replace('-', '_')}").TEXT
    return text.strip()
