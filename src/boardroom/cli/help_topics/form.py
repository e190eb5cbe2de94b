"""The help on the form of a meeting."""

from __future__ import annotations

TEXT = """
Without notes or options, log opens a form in BOARDROOM_EDITOR, VISUAL or EDITOR. Leave out what
you don't need; save and close to log it, empty it to cancel.

  ## Agenda  what you meant to raise
  - [x] a1 The deck?  x: covered; without an id: a new item
  > Too long.  the answer to the line above
  ## Notes  whatever was said
  ## Advice  what they advise
  - v1 Cut it → worked: they said yes  what came of earlier advice
  ## Promises  who does what, by when
  - me: send the deck by fri  yours
  - them: introduce me to Lena  theirs
  ## Exchange  give and take
  - got: an introduction to Lena Vogt  or gave

Outcomes are trying, worked, did not work and set aside, after → or ->. Of earlier advice, what
came of it counts as told in the meeting. Days count from the day the form was written.

To read a form, or plain notes, from a file:

  boardroom log ana - < notes.md  one change, taken back by undo

Nothing is lost: what can't be read opens again with the reason, and a text that was not stored is
kept, with the command that stores it. So is one from a pipe; a file stays as it is.
"""
