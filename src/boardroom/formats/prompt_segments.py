"""Reminders where people look anyway: in the prompt or the status line, and once a day at login."""

from __future__ import annotations

import json
from collections.abc import Sequence

from boardroom.formats.reminder_files import Reminder, ReminderFile, fish_quoted, shell_line

STARTUP_FILES = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/config.fish",
}
PROMPT_FILES = {
    **STARTUP_FILES,
    "starship": "~/.config/starship.toml",
    "tmux": "~/.tmux.conf",
}
_BASH = """\
boardroom_due() { local due; due=$(CALL) && [ -n "$due" ] && printf '(%s) ' "$due"; }
PS1='$(boardroom_due)'"$PS1"
"""
_ZSH = """\
boardroom_due() { local due; due=$(CALL) && [[ -n $due ]] && print -rn -- "($due) "; }
setopt prompt_subst
PROMPT='$(boardroom_due)'$PROMPT
"""
_FISH = """\
function fish_right_prompt
    CALL
end
"""
_STARSHIP = """\
[custom.boardroom]
command = CALL
when = true
shell = ["sh"]
format = "([$output]($style) )"
"""
_TMUX = """\
set -g status-interval 60
set -ag status-right CALL
"""
_ONCE_A_DAY = (
    'day="${XDG_CACHE_HOME:-$HOME/.cache}/boardroom-day"; '
    '[ "$(cat "$day" 2>/dev/null)" = "$(date +%F)" ] || '
    '{ mkdir -p "${day%/*}"; date +%F > "$day"; CALL; }'
)


def prompt(command: Sequence[str]) -> Reminder:
    """What is due as a part of the prompt of a shell, of starship, and of the line of tmux."""
    words = [*command, "due", "--short"]
    call = shell_line(words)
    texts = {
        "bash": _BASH.replace("CALL", call),
        "zsh": _ZSH.replace("CALL", call),
        "fish": _FISH.replace("CALL", " ".join(map(fish_quoted, words))),
        "starship": _STARSHIP.replace("CALL", json.dumps(call, ensure_ascii=False)),
        "tmux": _TMUX.replace("CALL", _tmux_word(call)),
    }
    return Reminder(
        "prompt",
        tuple(ReminderFile(path, texts[of], of) for of, path in PROMPT_FILES.items()),
        (),
        "Add the part for your shell to the end of its file. It shows nothing if nothing is due.",
    )


def login(command: Sequence[str]) -> Reminder:
    """A line for a shell's startup file that prints the list in the first terminal of each day."""
    once = _ONCE_A_DAY.replace("CALL", shell_line([*command, "due"]))
    for_fish = f"status is-interactive; and sh -c {fish_quoted(once)}\n"
    texts = {"bash": f"[ -t 1 ] && ( {once} )\n", "zsh": f"[ -t 1 ] && ( {once} )\n"}
    return Reminder(
        "login",
        tuple(
            ReminderFile(path, texts.get(of, for_fish), of) for of, path in STARTUP_FILES.items()
        ),
        (),
        "Add the line for your shell to the end of its file. It prints the list in the first"
        " terminal that you open on a day.",
    )


def _tmux_word(call: str) -> str:
    """A part of the status line. tmux takes `%` for a time and `#` for a format of its own."""
    escaped = call.replace("%", "%%").replace("#", "##")
    for character in '\\"$':
        escaped = escaped.replace(character, f"\\{character}")
    return f'" #({escaped})"'
