"""How to know a command in a text, which is not broken over lines, so that it can be copied."""

from __future__ import annotations

# A pattern is compiled by `re` when it is first used.
_COMMAND_END = r"\)|[.?] |[;,:] | (?:·|or|and|takes|brings|lists) "
_OURS = rf"\S*boardroom (?=[a-z-])(?:'[^']*'|\"[^\"]*\"|(?!{_COMMAND_END})[^'\"])+[^\s'\"]*"
_PATH = r"(?:'[^']*'|(?!')\S*/\S+)"
COMMAND = rf"(?:eval \"\$\([^)]*\)\"|\b(?:rm|del)(?: {_PATH})+|{_OURS})"
"""A command of the program, the line that loads its completion, or the removal of a draft."""
