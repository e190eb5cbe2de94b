"""What is private stays out of every text made to be shared, and is counted on stderr."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardroom.render.privacy import left_out_words
from tests.boards import Board
from tests.cli.typed import typed
from tests.secret_boards import SecretBoard, Shared


@given(seed=st.integers(min_value=0, max_value=2**32))
@settings(max_examples=12)
def test_no_private_word_is_shared_unless_it_is_included(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("shared") / "board.db"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BOARDROOM_DB", str(path))
        secret = SecretBoard(Board(path), random.Random(seed))  # noqa: S311  no secret
        for words, shared in (
            (("prep", "ana", "--last", "99", "--md"), secret.prep),
            (("prep", "ana", "--last", "99", "--svg", "-"), secret.prep),
            (("review", "--md"), secret.review),
            (("review", "--svg", "-"), secret.review),
            (("export",), secret.export),
            (("report", "-o", "-"), secret.report),
        ):
            _check(words, shared, secret.export.private)
        for screen in ("due", "board", "review --facts", "review --list", "review --show r1"):
            ran = typed(*screen.split(), "--svg", "-")
            shown = [word for word in secret.export.private if word in ran.out]

            assert (ran.code, shown) == (0, [])


def _check(words: tuple[str, ...], shared: Shared, private: list[str]) -> None:
    ran, whole = typed(*words), typed(*words, "--include-private")
    said = f"{left_out_words(shared.counts)}\n".lstrip("\n")

    assert [word for word in private if word in ran.out] == []
    assert {word for word in shared.words if word in ran.out} == (
        shared.words.keys() - set(shared.private)
    )
    assert (ran.code, ran.err) == (0, said)
    assert [word for word in shared.words if word not in whole.out] == []
    assert (whole.code, whole.err) == (0, "")


@given(seed=st.integers(min_value=0, max_value=2**32))
@settings(max_examples=5)
def test_an_export_without_private_records_is_a_board_and_blanks_nothing(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("exported")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BOARDROOM_DB", str(folder / "board.db"))
        board = Board(folder / "board.db")
        SecretBoard(board, random.Random(seed))  # noqa: S311  no secret
        before = board.dump()
        for format_ in ("json", "csv"):
            exported, new = folder / f"board.{format_}", str(folder / f"{format_}.db")
            assert typed("export", "--to", format_, "-o", str(exported)).code == 0

            again = typed("import", str(exported), "--on-conflict", "update")
            elsewhere = typed("--db", new, "import", str(exported))

            assert (again.code, board.dump()) == (0, before), again.err
            assert elsewhere.code == 0, elsewhere.err
            assert typed("--db", new, "doctor").code == 0
