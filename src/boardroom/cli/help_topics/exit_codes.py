"""The help on exit codes."""

from __future__ import annotations

TEXT = """
An error is a sentence on standard error that says what is wrong and what to do. The exit codes:

  0  done, also if nothing is due
  1  something unexpected: --debug shows where
  2  wrong usage or bad input
  3  not found
  4  ambiguous: several people or records match
  5  cancelled, nothing changed
  6  refused by a rule: a full board, a wrong step in a lifecycle, a double
  10  something is due (due --exit-code only)
  11  something is overdue (due --exit-code only)
  20  another process keeps the board locked
  21  the file is damaged, or no board
  22  the board was made by a newer version
  23  cannot write: the disk is full, or read-only
  24  an import was rejected, nothing changed
  130  interrupted
"""
