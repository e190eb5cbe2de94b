"""The options of `advisor add` and `advisor edit` for the fields of a person.

The fields are in `boardroom.rules.advisor`; an option is called as its field is labelled there.
"""

from __future__ import annotations

from boardroom.cli.parameters import with_options

_ONE = {
    "seat": ("T", "The chair they fill, in your words."),
    "org": ("T", "Where they work."),
    "how_met": ("T", "How you met."),
    "kind": ("K", "informal or formal."),
    "their_goals": ("T", "What they are after themselves."),
    "email": ("T", "Email address."),
    "phone": ("T", "Phone number."),
    "link": ("T", "A web page of theirs."),
    "city": ("T", "Where they live."),
    "way": ("W", "coffee, lunch, call, video, walk or other."),
    "window": ("4-6w", "How often to meet."),
    "minutes": ("60m", "How long to meet."),
    "notes": ("T", "Anything else."),
    "handle": ("H", "The short unique name to type."),
}
_SEVERAL = {
    "nicknames": ("--nickname", "T", "Another name of theirs; may be repeated."),
    "strengths": ("--strength", "T", "What they are good at; may be repeated."),
    "perspectives": ("--perspective", "DIMENSION=VALUE", "Like industry=retail; may be repeated."),
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
"""Gives a command these options; it receives those that were used as `given`, by field."""
