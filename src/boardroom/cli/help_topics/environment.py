"""The help on environment variables."""

from __future__ import annotations

TEXT = """
These variables are read:

  BOARDROOM_DB  the board's file; --db comes before it
  BOARDROOM_TODAY  the day to take for today, as 2027-01-15
  BOARDROOM_EDITOR, VISUAL, EDITOR  the editor of forms, the first that is set
  ACCESSIBLE  1: labelled lines, nothing drawn, for screen readers
  NO_COLOR  no colours
  FORCE_COLOR  a screen as on a terminal, also in a pipe
  TERM  dumb: a terminal without colours
  COLUMNS  the width; a pipe without it has 80 columns
  XDG_DATA_HOME  on Linux, where the folder of the board is (default: ~/.local/share)
  LOCALAPPDATA  the same on Windows

To see which file is used: boardroom config path
"""
