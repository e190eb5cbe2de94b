"""The help on windows."""

from __future__ import annotations

TEXT = """
A window says how often to meet, from the earliest to the latest:

  4-6w  four to six weeks after the last meeting (the default)
  6w  six weeks exactly
  30-45d  in days
  6-12m  in calendar months

Only a meeting that was held counts, by its own day. Before the window an advisor is on track, in
it due, after it overdue. A first meeting is due at once.

A meeting before somebody joined the board, or came back to it, does not count: their first window
begins on that day.

A planned meeting within reach takes its place on the morning list; one planned too late for the
window says by how much.

To plan inside it:

  boardroom plan ana next  her next usual slot (advisor edit ana --usual 'thu 16:00')
  boardroom plan --all  the next with everybody who is not booked

To change a window, or the defaults:

  boardroom advisor edit ana --window 6-8w  of one person
  boardroom config set window 3-5w  of everybody else
  boardroom config set review 6-12m  of reviews
  boardroom config set soon 14d  how far ahead the morning list looks
"""
