"""The help on names and ids."""

from __future__ import annotations

TEXT = """
A person is WHO: a handle, a name, a nickname, or the beginning of a word of one. Accents and
capitals make no difference, and a full name needs no quotes:

  boardroom prep marcus  by handle
  boardroom prep oj  by the beginning of Ojo
  boardroom plan Marcus Ojo tue  by the full name

If several match, a terminal asks which you mean; elsewhere the command ends with 4 and names
them. A change is never made on a guess.

Records have ids, a letter and a number that is never used again:

  m1  a meeting
  a1  an agenda item
  p1  a promise
  v1  advice
  x1  an exchange, given or got
  o1  an occasion
  g1  a goal
  s1  a step of a goal
  c1  a criterion
  r1  a review

Lists show them, and Tab completes them with their words (see: boardroom help completion).
"""
