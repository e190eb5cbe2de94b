"""The help on environment variables."""

from __future__ import annotations

TEXT = """
These variables are read:

  BOARDROOM_DB  the board's file; --db comes before it
  BOARDROOM_TODAY  the day to take for today, as 2027-01-15
  BOARDROOM_EDITOR, VISUAL, EDITOR  the editor of forms, the first that is set
  COLUMNS  the width of the screen
  NO_COLOR  no colours
  FORCE_COLOR  colours in a pipe too
  TERM  dumb: no colours
  ACCESSIBLE  labelled lines, nothing drawn, for screen readers
  XDG_DATA_HOME  on Linux, where the folder of the board is (default: ~/.local/share)

To see which file is used: boardroom config path
"""
