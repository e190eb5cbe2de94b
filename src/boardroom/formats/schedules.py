"""Reminders at a time of day: a line for cron, units for systemd, files for launchd and Windows.

cron mails what is due. systemd and launchd show a notification with the counts alone, since others
may see it. Windows opens a window with the list. Each shows nothing if nothing is due.
"""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET

from boardroom.formats.reminder_files import Reminder, ReminderFile, shell_line

_DESCRIPTION = "What is due on your board of advisors"
_LABEL = "boardroom.due"
_PLIST = f"~/Library/LaunchAgents/{_LABEL}.plist"
_UNITS = '"${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user"'
_NOTIFY = """text=$("$@" due --short); [ -z "$text" ] || notify-send boardroom "$text\""""
_SERVICE = """\
[Unit]
Description={description}
StartLimitIntervalSec=1h
StartLimitBurst=5

[Service]
Type=oneshot
ExecStart=/bin/sh -c {script} sh {command}
# Right after the login, there may be no desktop yet to show it on.
Restart=on-failure
RestartSec=1min
"""
_TIMER = """\
[Unit]
Description={description}, each day at {at}

[Timer]
OnCalendar=*-*-* {at}:00
# A day on which the machine was off is caught up on.
Persistent=true

[Install]
WantedBy=timers.target
"""
# launchd does not catch up after a shutdown. So this runs at the login as well, and leaves a stamp.
_ONCE_A_DAY = """\
stamp="$HOME/Library/Caches/{label}"
[ "$(date +%H%M)" -lt {digits} ] && exit
[ "$(cat "$stamp" 2>/dev/null)" = "$(date +%F)" ] && exit
text=$("$@" due --short)
[ -z "$text" ] || osascript -e 'on run argv' \\
    -e 'display notification (item 1 of argv) with title "boardroom"' -e 'end run' "$text"
date +%F > "$stamp"
"""
_TASK = "http://schemas.microsoft.com/windows/2004/02/mit/task"


def cron(command: Sequence[str], at: str, again: str) -> Reminder:
    """A line for the user's crontab. `again` is the command line that prints it."""
    hour, minute = at.split(":")
    line = shell_line([*command, "due", "--severity", "due"]).replace("%", "\\%")
    return Reminder(
        "cron",
        (ReminderFile("", f"{int(minute)} {int(hour)} * * * {line}\n"),),
        (f"(crontab -l 2>/dev/null; {again}) | crontab -",),
        "cron mails what is due to you on this machine, which needs a mail program. It does not"
        " catch up on a day when the machine was off; systemd and launchd do.",
    )


def systemd(command: Sequence[str], at: str, again: str) -> Reminder:
    """A service and its timer, for the user's own systemd."""
    service = _SERVICE.format(
        description=_DESCRIPTION,
        script=_systemd_word(_NOTIFY),
        command=" ".join(map(_systemd_word, command)),
    )
    return Reminder(
        "systemd",
        (
            ReminderFile("~/.config/systemd/user/boardroom.service", service),
            ReminderFile(
                "~/.config/systemd/user/boardroom.timer",
                _TIMER.format(description=_DESCRIPTION, at=at),
            ),
        ),
        (f"{again} | sh",),
        "It shows a desktop notification (notify-send, of libnotify). A time missed while you were"
        " logged out is made up for at the next login. To take it back: systemctl --user disable"
        " --now boardroom.timer",
    )


def systemd_script(reminder: Reminder) -> str:
    """A shell script that writes the units and starts the timer."""
    heredocs = (
        f"cat > {_UNITS}/{file.path.rpartition('/')[2]} <<'EOF'\n{file.text}EOF\n"
        for file in reminder.files
    )
    return (
        f"mkdir -p {_UNITS}\n{''.join(heredocs)}"
        "systemctl --user daemon-reload\n"
        "systemctl --user enable --now boardroom.timer\n"
    )


def launchd(command: Sequence[str], at: str, again: str) -> Reminder:
    """A launch agent of macOS."""
    hour, minute = at.split(":")
    script = _ONCE_A_DAY.format(label=_LABEL, digits=hour + minute)
    agent = {
        "Label": _LABEL,
        "ProgramArguments": ["/bin/sh", "-c", script, "sh", *command],
        "StartCalendarInterval": {"Hour": int(hour), "Minute": int(minute)},
        "RunAtLoad": True,
    }
    return Reminder(
        "launchd",
        (ReminderFile(_PLIST, plistlib.dumps(agent, sort_keys=False).decode()),),
        (
            "mkdir -p ~/Library/LaunchAgents",
            f"{again} > {_PLIST}",
            f"launchctl bootstrap gui/$(id -u) {_PLIST}",
        ),
        "It shows a notification. A time missed while the Mac was off is made up for at the next"
        f" login. To take it back: launchctl bootout gui/$(id -u)/{_LABEL}",
    )


def windows(command: Sequence[str], at: str, again: str, *, today: date) -> Reminder:
    """A task for the Task Scheduler of Windows, from today on."""
    call = " ".join(f'"{word}"' if " " in word or "\\" in word else word for word in command)
    task = ET.Element("Task", {"version": "1.2", "xmlns": _TASK})
    _child(task, "RegistrationInfo", Description=_DESCRIPTION)
    trigger = _child(
        _child(task, "Triggers"), "CalendarTrigger", StartBoundary=f"{today.isoformat()}T{at}:00"
    )
    _child(trigger, "ScheduleByDay", DaysInterval="1")
    principal = _child(_child(task, "Principals"), "Principal", LogonType="InteractiveToken")
    principal.set("id", "Author")
    _child(
        task,
        "Settings",
        DisallowStartIfOnBatteries="false",
        StopIfGoingOnBatteries="false",
        StartWhenAvailable="true",
    )
    actions = _child(task, "Actions")
    actions.set("Context", "Author")
    # The window closes by itself if nothing is due.
    script = f'/d /s /c "{call} due --exit-code || pause"'
    _child(actions, "Exec", Command="cmd.exe", Arguments=script)
    ET.indent(task)
    # ASCII, so that it is the same in whatever encoding a shell writes it. An encoding is not
    # declared, because Windows refuses a file whose declaration is wrong.
    text = ET.tostring(task, encoding="us-ascii", xml_declaration=False).decode("ascii")
    return Reminder(
        "windows",
        (ReminderFile("boardroom.xml", f'<?xml version="1.0"?>\n{text}\n'),),
        (f"{again} > boardroom.xml", "schtasks /create /tn boardroom /xml boardroom.xml"),
        "It opens a window with the list, which stays if something is due. A time missed while the"
        " machine was off is made up for. To take it back: schtasks /delete /tn boardroom",
    )


def _child(parent: ET.Element, tag: str, **texts: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    for name, text in texts.items():
        ET.SubElement(element, name).text = text
    return element


def _systemd_word(word: str) -> str:
    """A word of ExecStart, in which `%` and `$` mean something to systemd."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'
