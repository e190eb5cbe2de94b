"""What a command raises, as an exit code and a sentence."""

from __future__ import annotations

from typing import NoReturn

import pytest

from boardroom.cli.call import Call
from boardroom.cli.failures import Exit, exit_code_of


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (Exit(143), 143, ""),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 0, ""),
        (EOFError(), 5, "There was no answer, so nothing changed.\n"),
        (
            OSError(28, "No space left on device"),
            23,
            (
                "The output can't be written: No space left on device."
                " Check the free space and the permissions.\n"
            ),
        ),
        (
            ZeroDivisionError(),
            1,
            (
                "Something unexpected happened: ZeroDivisionError."
                " Run it again with --debug to see where.\n"
            ),
        ),
    ],
)
def test_whatever_goes_wrong_has_its_exit_code(
    error: BaseException, code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def command() -> NoReturn:
        raise error

    assert exit_code_of(command, Call(), []) == code
    assert capsys.readouterr().err == sentence


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (
            OSError(28, "No space left on device"),
            23,
            (
                "The output can't be written: No space left on device,"
                " but the change is stored: Took back: Planned m1."
                " Don't repeat it. See: boardroom history\n"
            ),
        ),
        (
            ZeroDivisionError(),
            1,
            (
                "Something unexpected happened: ZeroDivisionError."
                " The change is stored all the same: Took back: Planned m1."
                " Run it again with --debug to see where.\n"
            ),
        ),
    ],
)
def test_what_goes_wrong_after_a_change_says_that_it_is_stored(
    error: Exception, code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call = Call()

    def command() -> NoReturn:
        call.stored = "Took back: Planned m1"
        raise error

    assert exit_code_of(command, call, []) == code
    assert capsys.readouterr().err == sentence


def test_an_interruption_after_a_change_says_that_it_is_stored(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call = Call()

    def command() -> NoReturn:
        call.stored = "Restored copy.db"
        raise KeyboardInterrupt

    assert exit_code_of(command, call, []) == 130
    assert capsys.readouterr().err == (
        "Interrupted, but the change is stored: Restored copy.db."
        " Don't repeat it. See: boardroom history\n"
    )
