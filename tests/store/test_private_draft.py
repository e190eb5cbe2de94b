"""Private drafts: what is left beside one is removed with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boardroom.store.private_files import private_draft


def test_a_draft_goes_with_the_journal_beside_it(tmp_path: Path) -> None:
    with private_draft(str(tmp_path), ".copy-") as draft:
        Path(f"{draft}-journal").write_bytes(b"unfinished")

    assert os.listdir(tmp_path) == []


def test_a_draft_that_was_moved_stays(tmp_path: Path) -> None:
    with private_draft(str(tmp_path), ".copy-") as draft:
        os.replace(draft, tmp_path / "board.db")

    assert os.listdir(tmp_path) == ["board.db"]


def test_a_draft_that_another_process_removes_meanwhile_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "listdir", lambda _: [".copy-0123456789ab"])

    with private_draft(str(tmp_path), ".copy-") as draft:
        assert os.path.exists(draft)
