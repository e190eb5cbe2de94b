"""Random command lines and hostile searches, bad UTF-8 and 100 KB arguments among them."""

from __future__ import annotations

import random
import shlex
import shutil
from pathlib import Path

import pytest

from boardroom.cli.tree import TREE, commands, documented, function_of
from tests.boards import TODAY, Board
from tests.cli.typed import typed
from tests.soak.changes import BOARD
from tests.soak.conftest import Measured
from tests.soak.program import boardroom

LINES, SEARCHES = 300, 200
ERROR_BYTES = 2_000

_JUNK: tuple[bytes, ...] = (
    *(b"", b"-", b"--", b"---", b"-x", b"--no-such", b"--db", b"--json", b"--help", b"@", b"*"),
    *(b"marcus", b"ana", b"nobody", b"m1", b"p1", b"m999999999999999999999", b"m-1", b"r1", b"0"),
    *(b"tue", b"31 Feb", b"2026-13-45", b"9999-12-31", b"0000-00-00", b"in 99999999w", b"+9y"),
    *(b"\xff\xfe", b"caf\xe9", b"\xed\xa0\x80", b"\xf0\x9f", "👩🏽‍🚀".encode(), "\u202e".encode()),
    *(b"x" * 100_000, "é".encode() * 50_000, b"\xff" * 100_000, b"a b " * 25_000, b"\x1b[2J"),
    *(b"'; DROP TABLE advisor; --", b"$(id)", b"../../etc/passwd", b"/dev/full", b"%s%n", b"\n"),
    *(b"--on=tue", b"--within=0d", b"--last", b"-1", b"--limit=99999999999999999999", b"--db="),
)

_ENDLESS = ("demo", "completion")


def _line(chance: random.Random) -> list[bytes]:
    """A command line: an example with words changed, or a command with words of any kind."""
    names = [name for name, _ in commands(TREE) if name.split()[0] not in _ENDLESS]
    if chance.random() < 0.5:
        leaf = dict(commands(TREE))[chance.choice(names)]
        examples = documented(function_of(leaf))[1]
        plain = [example for example in examples if "<" not in example and "|" not in example]
        words = [
            word.encode() for word in shlex.split(chance.choice(plain or ["boardroom due"]))[1:]
        ]
    else:
        words = [word.encode() for word in chance.choice(names).split()]
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(words) + 1)
        words[at : at + chance.randrange(2)] = [chance.choice(_JUNK)]
    return words


def test_random_command_lines_end_as_documented(
    template: Path, tmp_path: Path, measured: Measured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(template / BOARD, tmp_path / BOARD)
    chance = random.Random(3)  # noqa: S311  no secret
    wrong, slowest = [], 0.0
    for _ in range(LINES):
        words = _line(chance)
        stdin = chance.choice((b"", b"\xff\xfe", b"## Notes\nx\n", b"x" * 100_000, b"\0"))
        ran = boardroom(*words, db=str(tmp_path / BOARD), stdin=stdin)
        slowest = max(slowest, ran.seconds)
        shown = b" ".join(word[:40] for word in words)
        if ran.crashed:
            wrong.append(f"{shown!r}: exit {ran.code} {ran.err[-300:]!r}")
        elif len(ran.err) > ERROR_BYTES:
            wrong.append(f"{shown!r}: an error of {len(ran.err):,} bytes")

    measured("random command lines", LINES, "lines", wrong=wrong, seconds=slowest)
    assert wrong == []


_PIECES = (
    *(
        '"',
        "'",
        "*",
        "(",
        ")",
        "-",
        "+",
        ":",
        "^",
        "%",
        "_",
        "\\",
        "NEAR",
        "AND",
        "OR",
        "NOT",
        "%%",
    ),
    *("O'Brien", "C++", "50%", "multi-agent", "[", "]", "{", "}", ";", "--", "/*", "?", "?1", ":a"),
    *(
        "é",
        "e\u0301",
        "ß",
        "İ",
        "👩🏽‍🚀",
        "\u202e",
        "\u200b",
        "\x1b[31m",
        "\t",
        "\n",
        "x" * 5000,
        "…",
    ),
    *("who:", "--who", "=", "a*", '"a b', "a\\", "(a", "{a b}", "^a", "a:b", "a AND", "NOT a"),
)


def test_hostile_searches_raise_no_error(
    template: Path, tmp_path: Path, measured: Measured, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(template / BOARD, tmp_path / BOARD)
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / BOARD))
    chance = random.Random(4)  # noqa: S311  no secret
    wrong = []
    for _ in range(SEARCHES):
        pieces = chance.choices(_PIECES, k=chance.randint(1, 4))
        text = chance.choice((" ", "")).join(pieces)
        ran = typed("search", "--", text)
        if ran.code not in ((0,) if any(letter.isalnum() for letter in text) else (0, 2)):
            wrong.append(f"{text[:60]!r}: {ran.code} {ran.err[:300]!r}")

    measured("hostile searches", SEARCHES, "searches", wrong=wrong, what="errors")
    assert wrong == []


EXACT = {
    "Ask Pat O'Brien": ("O'Brien", "o'brien", "o’brien", "O’BRIEN", '"Pat O\'Brien"'),
    "Learn C++ by May": ("C++", "c++", '"C++ by"'),
    "Give 50% to the team": ("50%", '"50% to"'),
    "A multi-agent system": ("multi-agent", '"multi-agent system"', "MULTI-AGENT"),
}
OTHERS = ("Ask Pat Obrian", "Learn C by May", "Give 500 to the team", "A multi system with agent")


def test_exact_words_are_found(
    tmp_path: Path, measured: Measured, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = Board(tmp_path / BOARD)
    monkeypatch.setenv("BOARDROOM_DB", board.path)
    marcus = board.advisor()
    for text in (*EXACT, *OTHERS):
        board.item(marcus, text, added=TODAY.isoformat())
    wrong = []
    for text, searches in EXACT.items():
        for words in searches:
            hits = typed("search", words, "--json").json["hits"]
            if [hit["text"] for hit in hits] != [text]:
                wrong.append(f"{words}: {hits}")

    count = sum(map(len, EXACT.values()))
    measured("searches for exact words", count, "searches", wrong=wrong, what="missed")
    assert wrong == []
