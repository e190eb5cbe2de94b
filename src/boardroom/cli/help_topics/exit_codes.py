"""The help on exit codes."""

from __future__ import annotations

TEXT = """
An error is a sentence on standard error that says what is wrong and what to do. The exit codes:

  0  done, also if nothing is due
  1  something unexpected
  2  usage or bad input
  3  not found
  4  several match
  5  cancelled, nothing changed
  6  refused by a rule: a full board, a double
  10  something is due (due --exit-code only)
  11  something is overdue (due --exit-code only)
  20  another process is writing
  21  the file is damaged, or no board
  22  the board was made by a newer version
  23  the disk is full, or can't be written
  24  the import was rejected, nothing changed
  130  interrupted
"""
