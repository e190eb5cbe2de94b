"""What is kept about a person, declared once: the options of `advisor add` and `advisor edit`, and the lines to edit by hand."""

from __future__ import annotations

from boardroom.cli.parameters import with_options
from boardroom.formats.fields import Field

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
_LONG = ("their_goals", "notes")

BY_HAND = (
    Field("name", "name"),
    Field("since", "since"),
    *(Field(field, field.replace("_", "-")) for field in _ONE if field not in _LONG),
    *(Field(field, option[2:], several=True) for field, (option, _, _) in _SEVERAL.items()),
    *(Field(field, field.replace("_", " ").capitalize(), text=True) for field in _LONG),
)
"""A person as the editor shows them: named as the options are, the long texts last."""

with_fields = with_options(
    "given",
    {
        **{
            field: f"Annotated[str | None, typer.Option(metavar={metavar!r}, help={text!r})]"
            for field, (metavar, text) in _ONE.items()
        },
        **{
            field: f"Annotated[list[str] | None, typer.Option({option!r}, metavar={metavar!r}, help={text!r})]"
            for field, (option, metavar, text) in _SEVERAL.items()
        },
    },
)
"""Gives a command these options; it receives those that were used as `given`, by field."""
