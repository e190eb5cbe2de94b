"""The help on JSON."""

from __future__ import annotations

TEXT = """
Every command that shows or changes something takes --json, and prints one object on standard
output, with the name of its schema:

  boardroom due --json  {"schema": "boardroom.due/1", "as_of": …, "counts": …, "items": […]}
  boardroom promise list --json  {"schema": "boardroom.promises/1", "promises": […]}
  boardroom done p1 --json  the record as it is now, or a list of several

Keys are only ever added. Days are ISO, what is unknown is null, and a list is never null. Nothing
is asked.

An error is one object on standard error:

  {"error": {"code", "exit", "message", "hint", "candidates"}}  see: boardroom help exit-codes

All records at once, and their JSON Schema:

  boardroom export  the board without what is private
  boardroom export --schema  what its keys mean
"""
