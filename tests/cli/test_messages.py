"""Sentences on a terminal, wrapped, and elsewhere, in one line."""

from __future__ import annotations

import io
import os

import pytest

from boardroom.cli.messages import fitted

LONG = "Nobody on file matches that name. List everybody with: boardroom advisor list --all"
WRAPPED = "Nobody on file matches that name. List\neverybody with:\nboardroom advisor list --all"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 7


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """A terminal of 40 columns."""
    monkeypatch.setattr(os, "get_terminal_size", {7: os.terminal_size((40, 24))}.__getitem__)
    return _Terminal()


def test_a_sentence_is_wrapped_to_the_terminal(terminal: io.StringIO) -> None:
    assert fitted(LONG, terminal) == WRAPPED


def test_columns_comes_before_the_width_of_the_terminal(
    terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")

    assert fitted(LONG, terminal) == LONG


def test_a_terminal_that_does_not_know_its_width_has_80_columns(
    terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "get_terminal_size", {7: os.terminal_size((0, 0))}.__getitem__)

    assert fitted(LONG, terminal) == WRAPPED.replace("List\neverybody", "List everybody")


def test_a_sentence_in_a_pipe_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    assert fitted(LONG, io.StringIO()) == LONG
