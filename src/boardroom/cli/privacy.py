"""The options on what is private, and the output of a text made to be shared."""

from __future__ import annotations

import sys

from boardroom.cli.messages import warn
from boardroom.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

    import typer

Private: TypeAlias = (
    "Annotated[bool | None, typer.Option('--private/--no-private', show_default=False, "
    "help='Keep it out of everything made to share, or release it.')]"
)
IncludePrivate: TypeAlias = (
    "Annotated[bool, typer.Option('--include-private', help='Leave out nothing that is private.')]"
)


def check_include_private(include_private: bool, *, md: bool) -> None:
    """Checks that `--include-private` goes with a text made to be shared.

    Raises:
        BadInput: it does not.
    """
    if include_private and not md:
        raise BadInput(
            "--include-private goes with --md alone; everything else shows what is private anyway.",
            "Add --md, or leave it out.",
        )


def print_shared(text: str, left_out: str) -> None:
    """Prints a text made to be shared, and on stderr the sentence on what it leaves out."""
    sys.stdout.write(text)
    if left_out:
        warn(left_out)
