"""The command line of a log, as an error prints it to be typed."""

from __future__ import annotations

from shlex import quote

from boardroom.cli.log_options import LogOptions
from boardroom.cli.parameters import is_text


def log_command(handle: str, options: LogOptions, on: str | None, notes: str | None) -> str:
    """The command for the same log, with its day `on` as an option, and its notes."""
    covered = options.covered
    pairs = [
        ("--meeting", None if options.meeting_id is None else f"m{options.meeting_id}"),
        ("--on", on and on.rstrip(":;,")),
        ("--way", options.way),
        ("--place", options.place),
        ("--for", options.minutes),
        ("--covered", "all" if covered == "all" else _item_ids(covered)),
        *(("--advice", text) for text in options.advice),
        *(("--i-owe", text) for text in options.i_owe),
        *(("--they-owe", text) for text in options.they_owe),
        *(("--gave", text) for text in options.gave),
        *(("--got", text) for text in options.got),
    ]
    given = "".join(f" {option} {quote(text)}" for option, text in pairs if text is not None)
    private = "" if options.private is None else _PRIVATE[options.private]
    if notes and not is_text(notes):
        return f"boardroom log {handle}{given}{private} -- {quote(notes)}"
    # Words behind an option might belong to its value.
    words = f" {quote(notes)}" if notes else ""
    return f"boardroom log {handle}{words}{given}{private}"


_PRIVATE = {True: " --private", False: " --no-private"}


def _item_ids(covered: tuple[int, ...] | None) -> str | None:
    if covered is None:
        return None
    return ",".join(f"a{item_id}" for item_id in covered) or "none"
