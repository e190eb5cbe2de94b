"""Marks for tests that need a shell: bash is usual, zsh and fish are for `make test-shells`."""

from __future__ import annotations

import shutil

import pytest


def _is_here(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


NEEDS_BASH = [_is_here("bash")]
NEEDS_ZSH = [pytest.mark.shells, _is_here("zsh")]
NEEDS_FISH = [pytest.mark.shells, _is_here("fish")]
NEEDS_TMUX = [pytest.mark.shells, _is_here("tmux")]
