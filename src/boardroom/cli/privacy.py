"""The options on what is private, and the output of a text made to be shared."""

from __future__ import annotations

import sys

from boardroom.cli.messages import warn
from boardroom.errors import BadInput
from boardroom.rules.text import join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Annotated, TypeAlias

    import typer

    from boardroom.cli.call import Call
    from boardroom.cli.picture import Picture

Private: TypeAlias = (
    "Annotated[bool | None, typer.Option('--private/--no-private', show_default=False, "
    "help='Keep it out of everything made to share, or release it.')]"
)
IncludePrivate: TypeAlias = (
    "Annotated[bool, typer.Option('--include-private', help='Leave out nothing that is private.')]"
)


Svg: TypeAlias = (
    "Annotated[str | None, typer.Option('--svg', metavar='FILE', "
    "help='Draw it as a picture to share, without what is private.')]"
)


def check_include_private(include_private: bool, given: Mapping[str, bool]) -> None:
    """Checks that `--include-private` goes with something made to be shared.

    `given` are the options that make it, and whether each is used.

    Raises:
        BadInput: it does not.
    """
    if include_private and not any(given.values()):
        options = join_words(list(given), "or")
        raise BadInput(
            f"--include-private goes with {options} alone; everything else shows what is private"
            " anyway.",
            f"Add {options}, or leave it out.",
        )


def picture_to_share(call: Call, svg: str | None, *, include_private: bool) -> Picture | None:
    """The picture that `--svg` asks for; None without it.

    Raises:
        BadInput: it can't be drawn there, or `--json` is used too.
    """
    if svg is None:
        return None
    from boardroom.cli.picture import Picture  # noqa: PLC0415  only for --svg

    return Picture(call, svg, include_private=include_private)


def print_shared(text: str, left_out: str) -> None:
    """Prints a text made to be shared, and on stderr the sentence on what it leaves out."""
    sys.stdout.write(text)
    if left_out:
        warn(left_out)
