"""The help on privacy."""

from __future__ import annotations

TEXT = """
Nothing leaves your machine by itself. What you hand on, prep --md, review --md and export, leaves
out what is private, and says on standard error how much that was; --include-private leaves out
nothing. Your own screen shows everything.

Private is:

  --private  whatever you say, as it is added or edited
  agreement set ana --confidential  all that happens with her from that day on
  what comes of it  the thanks, follow-ups and steps made from a private record

Days, counts and states are shared all the same: a private meeting is a day, a length and a way.

A letter to somebody may hold what is confidential between the two of you, and leaves out the rest.

It stays private after the agreement ends. To release one record:

  boardroom advice edit v1 --no-private  or any other record

A backup holds everything, and purge removes a record for good, from the history and the copies
too.
"""
