"""Command lines that nobody means: whatever they hold, they end with a sentence and a known code."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from boardroom.cli.signature import NotPlain, signature
from boardroom.cli.tree import TREE, commands, function_of
from tests.boards import Board
from tests.cli.typed import Ran, typed

DOCUMENTED = {0, 2, 3, 4, 5, 6, 10, 11, 20, 21, 22, 23, 24}
LONGEST = 2_000
"""The most characters of a message, whatever was typed."""
HUGE = "x" * 100_000
MANY = "a b " * 20_000
WORDS = (
    *("marcus", "Marcus", "ojo", "ana", "nobody", "all", "review", "-", "--", "list", "", " "),
    *("m1", "a1", "p1", "v1", "x1", "g1", "s1", "c1", "r1", "o1", "p99", "M1", "a0", "p-1"),
    *("tue", "next tue", "15:30", "in 3w", "2026-11-24", "0000-00-00", "31 Feb", "9999-12-31"),
    *("4-6w", "45m", "0", "-1", "99999999999999999999", "1e9", "yes", "no", "must", "none"),
    *("-x", "--jsn", "--json=3", "-20% on costs", "'", '"', "\\", "%", "_", "[/]", "$(id)", "`id`"),
    *(
        "caf\udce9",
        "\udcff\udcfe",
        "\x1b[31m",
        "\u202egnp",
        "\u200b",
        "👩\u200d💻",
        "\ufeff",
    ),
    *("../../etc/passwd", "/dev/null", "/no/such/place", "~", "\n", "a\nb\tc", HUGE, f"{HUGE} y"),
)
EVERYWHERE = ("--json", "--no-input", "--debug=1", "--db", "--help", "-h")


def _lines(count: int, seed: int) -> list[list[str]]:
    random = Random(seed)  # noqa: S311  the same lines in every run
    names = [(name.split(), function_of(leaf)) for name, leaf in commands(TREE)]
    lines = []
    for _ in range(count):
        name, function = random.choice(names)
        try:
            options = [word for word in signature(function).options if word != "--debug"]
        except NotPlain:
            options = []
        words = [random.choice(WORDS) for _ in range(random.randrange(4))]
        for _ in range(random.randrange(3)):
            option = random.choice([*options, *EVERYWHERE])
            place = random.randrange(len(words) + 1)
            words[place:place] = [
                option,
                *([random.choice(WORDS)] if random.random() < 0.7 else []),
            ]
        lines.append([*name, *words] if random.random() < 0.9 else words)
    return lines


@pytest.fixture
def _a_board(board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    board.lay_demo()


def _fault(ran: Ran) -> str:
    """What is wrong with an answer; empty if nothing is."""
    if ran.code not in DOCUMENTED:
        return f"exit {ran.code}"
    if "Traceback" in ran.err or "unexpected happened" in ran.err:
        return "a traceback"
    if ran.code not in (0, 10, 11) and not ran.err:
        return "no message"
    return "a message as long as the argument" if len(ran.err) > LONGEST else ""


@pytest.mark.usefixtures("_a_board")
def test_random_command_lines_end_with_a_known_code() -> None:
    faults = []
    for line in _lines(300, seed=12):
        ran = typed(*line)
        fault = _fault(ran)
        if fault:
            faults.append((fault, [word[:40] for word in line], ran.err[:300]))

    assert faults == []


@pytest.mark.parametrize(
    "line",
    [
        [HUGE],
        ["agenda", "add", HUGE],
        ["agenda", "add", "marcus", "x", f"--{HUGE}"],
        ["agenda", "add", "marcus", "x", "--kind", HUGE],
        ["due", "--db", HUGE],
        ["due", "--json", "--db", HUGE],
        ["log", "marcus", "great", "--place", "Blue", HUGE],
        ["due", "--json", HUGE],
    ],
)
@pytest.mark.usefixtures("_a_board")
def test_a_huge_argument_is_not_repeated_whole(line: list[str]) -> None:
    ran = typed(*line)

    assert len(ran.out + ran.err) < 1_000
    assert "xxx…" in ran.out + ran.err


@pytest.mark.timeout(30)  # seconds; with a try for each run of words it would take hours
@pytest.mark.parametrize(
    "line",
    [
        ["agreement", "set", "marcus", MANY, "2027-06-01"],
        ["advisor", "snooze", "marcus", MANY, "fri"],
        ["advisor", "merge", *MANY.split()],
        ["advisor", "show", MANY],
        ["plan", "marcus", MANY],
        ["plan", MANY, "fri"],
        ["met", "marcus", *MANY.split(), "fri"],
        ["meeting", "move", "m1", MANY, "fri"],
        ["log", "marcus", "\n\n".join(MANY.split())],
    ],
)
@pytest.mark.usefixtures("_a_board")
def test_many_words_take_no_time_of_their_square(line: list[str]) -> None:
    for _ in "ab":
        assert _fault(typed(*line, "--no-input")) == ""


@pytest.mark.parametrize("word", ["caf\udce9", "\udcff\udcfe"])
@pytest.mark.parametrize(
    "before",
    [["agenda", "add", "marcus"], ["log", "marcus", "--advice"], ["due", "--db"], ["backup"], []],
)
@pytest.mark.usefixtures("_a_board")
def test_bytes_that_are_no_text_are_refused(board: Board, before: list[str], word: str) -> None:
    stored = board.dump()

    assert typed(*before, word) == Ran(
        2,
        "",
        f"{word!r} holds bytes that are not UTF-8."
        " Type it again in a terminal that is set to UTF-8, or rename the file.\n",
    )
    assert board.dump() == stored


SIGNS = (
    *("'", '"', "''", '"" OR 1=1 --', '"unclosed', "“", "’", "`", "*", "a*", "^a", "a^", "+", "++"),
    *("%", "_", "%%", "\\", "\\\\", "\\%", "\\_", "a\\", "50%", "C++", "O'Brien", "multi-agent"),
    *("AND", "OR", "NOT", "a AND", "NEAR(a b)", "a NEAR/2 b", "text:a", "{a b}", "(", ")", "(a"),
    *(".", ".*", "a.*b", "[", "]", "[a-", "(?P<x>", "(?i)a", "\\d+", "$", "a|b", "{1,}", "\\1"),
    *("?", "??", ":a", "@a", "$a", ";", "--", "/*", "x'00'", "SELECT 1", "'; DROP TABLE advisor;"),
    *("\0", "a\0", "\udce9", "\ud83d", "\u200b", "\ufeff", "\u0301", "e\u0301", "\U000e0041", "ß"),
    *("a" * 9_999, "é" * 9_999, "a " * 4_999, "%" * 9_999, '"a" ' * 2_000, HUGE, "\u1d165" * 999),
)
"""What means something to SQL, LIKE, full-text search, regular expressions or Unicode."""


def test_hostile_searches_end_without_an_error(board: Board) -> None:
    board.item(board.advisor(), "An item é % _ \\ ' \" (a) [b] 50% C++")
    random = Random(13)  # noqa: S311  the same searches in every run
    searches = [[sign] for sign in SIGNS] + [random.choices(SIGNS, k=3) for _ in range(150)]

    for words in searches:
        for argv in (["--", *words], ["-"]):
            stdin = " ".join(words).replace("\ud83d", "\udcff")  # only bytes come in there
            ran = typed("search", *argv, stdin=stdin)
            assert (ran.code in (0, 2), _fault(ran)) == (True, ""), words
