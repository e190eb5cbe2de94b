"""The options of `advisor add` and `advisor edit` for the fields of a person.

The fields are declared in `boardroom.rules.advisor`; their labels there are the option names.
"""

from __future__ import annotations

from boardroom.cli.parameters import with_options

_ONE = {
    "seat": ("TEXT", "Their seat on the board, in your words."),
    "title": ("TEXT", "What they are, like CFO."),
    "org": ("TEXT", "Where they work."),
    "how_met": ("TEXT", "How you met."),
    "role": ("ROLE", "advisor, mentee or both."),
    "kind": ("KIND", "informal or formal."),
    "their_goals": ("TEXT", "Their own goals."),
    "email": ("TEXT", "Email address."),
    "phone": ("TEXT", "Phone number."),
    "link": ("URL", "Web page."),
    "city": ("TEXT", "Where they live."),
    "timezone": ("ZONE", "Their time zone, like Europe/Lisbon."),
    "way": ("WAY", "coffee, lunch, call, video, walk or other."),
    "usual": ("SLOT", "When you usually meet, like thu 16:00 or first tue 16:00."),
    "window": ("4-6w", "How often to meet."),
    "minutes": ("60m", "How long to meet."),
    "notes": ("TEXT", "Anything else."),
    "handle": ("HANDLE", "Short unique name to type."),
}
_SEVERAL = {
    "nicknames": ("--nickname", "TEXT", "Another name; can be repeated."),
    "strengths": ("--strength", "TEXT", "What they are good at; can be repeated."),
    "perspectives": (
        "--perspective",
        "DIMENSION=VALUE",
        "A perspective, like industry=retail; can be repeated.",
    ),
}

with_fields = with_options(
    "given",
    {
        **{
            field: f"Annotated[str | None, typer.Option(metavar={metavar!r}, help={text!r})]"
            for field, (metavar, text) in _ONE.items()
        },
        **{
            field: (
                f"Annotated[list[str] | None,"
                f" typer.Option({option!r}, metavar={metavar!r}, help={text!r})]"
            )
            for field, (option, metavar, text) in _SEVERAL.items()
        },
    },
)
"""Gives a command these options; it receives those used as `given`, by field."""
