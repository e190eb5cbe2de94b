"""Prints the lowest versions that the package allows, as constraints for pip: `make test-lowest`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def lowest_versions() -> list[str]:
    """`NAME==VERSION` for each dependency of the package itself."""
    project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    lowest = []
    for requirement in project["dependencies"]:
        match = re.match(r"([\w-]+)>=([\d.]+)", requirement)
        assert match, f"{requirement} has no lowest version"
        lowest.append(f"{match[1]}=={match[2]}")
    return lowest


if __name__ == "__main__":
    print("\n".join(lowest_versions()))  # noqa: T201
