"""Random records, exported, imported on a fresh board and exported again."""

from __future__ import annotations

import random
from pathlib import Path

from tests.soak.changes import rows
from tests.soak.conftest import Measured
from tests.soak.program import boardroom
from tests.soak.random_records import fill

RECORDS = 5_000
WHOLE = ("export", "--include-private")


def test_random_records_come_back_byte_for_byte(tmp_path: Path, measured: Measured) -> None:
    first, second = tmp_path / "board.db", tmp_path / "new" / "board.db"
    second.parent.mkdir()
    count = fill(first, random.Random(1), RECORDS)  # noqa: S311  no secret
    exported = boardroom(*WHOLE, db=str(first))
    file = tmp_path / "board.json"
    file.write_bytes(exported.out)

    imported = boardroom("import", str(file), db=str(second))
    again = boardroom("import", str(file), db=str(second))
    exported_again = boardroom(*WHOLE, db=str(second))
    updated = boardroom("import", str(file), "--on-conflict", "update", db=str(second))
    examined = boardroom("doctor", db=str(second))

    runs = {
        "export": exported,
        "import": imported,
        "again": again,
        "update": updated,
        "export again": exported_again,
        "doctor": examined,
    }
    wrong = [f"{name}: {ran.code} {ran.err!r}" for name, ran in runs.items() if ran.code != 0]
    if exported.out != exported_again.out:
        wrong.append("the second export differs")
    if not again.out.startswith(b"Nothing to import"):
        wrong.append(f"again: {again.out!r}")
    if not updated.out.startswith(b"Nothing to import"):
        wrong.append(f"update: {updated.out!r}")
    measured(
        "out and in again (JSON)",
        count,
        "records",
        wrong=wrong,
        seconds=max(ran.seconds for ran in runs.values()),
        mib=max(ran.mib for ran in runs.values()),
    )
    assert wrong == []


def test_a_copy_restored_is_the_board(tmp_path: Path, measured: Measured) -> None:
    path = tmp_path / "board.db"
    count = fill(path, random.Random(2), RECORDS)  # noqa: S311  no secret
    before = rows(path)
    copied = boardroom("backup", str(tmp_path / "copy.db"), db=str(path))
    changed = boardroom("advisor", "rm", "person0", "--yes", db=str(path))
    assert (copied.code, changed.code, rows(path) != before) == (0, 0, True)

    restored = boardroom("restore", str(tmp_path / "copy.db"), "--yes", db=str(path))

    wrong = [] if (restored.code, rows(path)) == (0, before) else [restored.err]
    measured("copied and restored", count, "records", wrong=wrong, seconds=restored.seconds)
    assert wrong == []
