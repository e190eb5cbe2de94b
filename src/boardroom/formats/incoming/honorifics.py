"""What stands before a name: “Dr.”, “Frau”, “Sig.ra”, in the languages of other programs."""

from __future__ import annotations

from boardroom.rules.names import fold

_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "herr"}
    | {"frau", "hr", "fr", "mme", "mlle", "sr", "sra", "srta", "dra", "dott", "dott.ssa", "sig"}
    | {"sig.ra", "sig.na", "dhr", "mevr", "ing", "pan", "pani", "fru", "froken", "様", "さん"}
)
_ALONE = frozenset({"m"})
"""Those that are initials in front of a name."""
_FEWEST_WORDS = 2


def is_honorific(cell: str) -> bool:
    """Whether a text is nothing else."""
    return fold(cell).rstrip(".") in _HONORIFICS | _ALONE


def untitled(spelling: str) -> str:
    """A folded name without the honorifics in front; of a single name, with them."""
    words = spelling.split()
    while len(words) > _FEWEST_WORDS and words[0].rstrip(".") in _HONORIFICS:
        del words[0]
    return " ".join(words)
