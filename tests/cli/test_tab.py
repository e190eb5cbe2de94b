"""What a shell is told at a Tab."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardroom.cli.call import Call
from boardroom.cli.signature import signature
from boardroom.cli.tab import offer_for
from boardroom.cli.tab_values import CHOICES, FILES, TEXTS, parts
from boardroom.cli.tree import TREE, Branch, commands, function_of
from boardroom.rules.ids import KINDS
from tests.boards import Board

LOOKED_UP = {
    "COMMAND",
    "TOPIC",
    "WHO",
    "ID",
    "ID,",
    "KEY",
    "VALUE",
    *(f"{letter}ID" for letter in KINDS),
}
PEOPLE = ["ana", "dana", "ines", "lia", "marcus", "noor", "priya", "tom", "yusuf"]


@pytest.fixture
def demo(board: Board) -> Board:
    """The demonstration board."""
    board.lay_demo()
    return board


def _offered(line: str) -> list[str]:
    return list(offer_for(f"boardroom {line}", Call()).words)


def _leaves(noun: str) -> list[str]:
    branch = TREE[noun]
    assert isinstance(branch, Branch)
    return list(branch.leaves)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", list(TREE)),
        ("a", ["advisor", "agreement", "agenda", "advice"]),
        ("advisor ", _leaves("advisor")),
        ("advisor s", ["show", "seat"]),
        ("--json --db x advisor s", ["show", "seat"]),
        ("goal step ", ["add", "edit", "rm"]),
        ("demo adv", ["advisor", "advice"]),
        ("help ag", ["agreement", "agenda"]),
        ("help goal step ", ["add", "edit", "rm"]),
        ("help d", ["due", "done", "doctor", "demo", "dates"]),
        ("help al", ["all"]),
        ("letter ", ["ask", "agenda", "thanks", "news", "nudge", "renew", "part"]),
        ("letter n", ["news", "nudge"]),
        ("help agenda al", []),
        ("nonsense ", []),
        ("advisor nonsense ", []),
        ("zzz", []),
    ],
)
def test_commands_are_completed(line: str, words: list[str]) -> None:
    assert _offered(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("--d", ["--db", "--debug"]),
        ("--v", ["--version"]),
        ("advisor --n", ["--no-input"]),
        ("due --w", ["--within"]),
        ("due -", ["--within", "--as-of", "--severity", "--all", "--short", "--exit-code",
                   "--svg", "--include-private", "--json", "--db", "--no-input", "--debug", "--help"]),
        ("due --short --s", ["--severity", "--svg"]),
        ("log ana --advice one --adv", ["--advice"]),
        ("demo due --w", ["--within"]),
        ("agenda add ana -- --", []),
        ("agenda add ana -20", []),
    ],
)  # fmt: skip
def test_options_are_completed_once(line: str, words: list[str]) -> None:
    assert _offered(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("log ana --way ", ["coffee", "lunch", "call", "video", "walk", "other"]),
        ("log ana --way=c", ["--way=coffee", "--way=call"]),
        ("agenda add --kind ", ["topic", "question", "update"]),
        ("advisor edit ana --kind ", ["informal", "formal"]),
        ("got ana --kind in", ["introduction", "insight", "invitation"]),
        ("due --severity ", ["due", "overdue"]),
        ("advice outcome v1 ", ["trying", "worked", "did_not_work", "set_aside"]),
        ("advisor rate noor c1 ", ["yes", "no", "unknown"]),
        ("import x --on-conflict ", ["skip", "update"]),
        ("advisor merge ana tom --keep ", ["first", "second"]),
        ("completion ", ["bash", "zsh", "fish", "powershell", "pwsh"]),
        ("config set date_order ", ["unset", "dmy", "mdy", "default"]),
        ("config set thanks ", ["1d", "off", "default"]),
        ("config get d", ["date_order"]),
    ],
)
@pytest.mark.usefixtures("demo")
def test_choices_and_settings_are_completed(line: str, words: list[str]) -> None:
    assert _offered(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("prep ", PEOPLE),
        ("prep m", ["marcus"]),
        ("prep lim", ["lima"]),
        ("prep Lim", ["Lima"]),
        ("prep marcus o", ["ojo"]),
        ('prep "marcus o', ["marcus ojo"]),
        ("agenda add marcus ", []),
        ("agenda add marcus o", ["ojo"]),
        ("agenda add marcus ojo o", []),
        ("search --who m", ["marcus"]),
        ("search --who=m", ["--who=marcus"]),
        ("search m", []),
        ("goal link g1 m", ["marcus"]),
        ("letter agenda m", ["marcus"]),
        ("goal link g1 marcus t", ["tom"]),
        ("advisor merge marcus t", ["tom"]),
        ("demo prep m", []),
        ("plan ana ", []),
        ("undo ", []),
        ("due x", []),
        ("log marcus --on ", []),
    ],
)
@pytest.mark.usefixtures("demo")
def test_people_are_completed_by_any_part_of_a_name(line: str, words: list[str]) -> None:
    assert _offered(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("promise rm p4", {"p4": "Send the new opening"}),
        ("done p1", {"p1": "Send the pricing memo"}),
        ("done p1 p1", {}),
        ("goal show g1", {"g1": "Run a P&L"}),
        ("agenda add marcus What --goal=g1", {"--goal=g1": "Run a P&L"}),
        ("agenda edit a1", {"a1": "How do I get exposure to a P&L?"}),
        ("log marcus --covered ", {"a2": "Read the 10-K", "a1": "How do I get exposure to a P&L?",
                                   "all": "", "none": ""}),
        ("log marcus --covered a2,", {"a2,a1": "How do I get exposure to a P&L?"}),
        ("purge v1", {"v1": "Ask to shadow the budget round"}),
        ("snooze rev", {"review": ""}),
        ("advisor rate noor c1", {"c1": "Has run a P&L"}),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("demo")
def test_ids_are_completed_with_their_words(line: str, words: dict[str, str]) -> None:
    assert offer_for(f"boardroom {line}", Call()).words == words


@pytest.mark.usefixtures("demo")
def test_done_offers_what_is_open() -> None:
    offered = _offered("done ")

    assert {ref[0] for ref in offered} == set("psago")
    assert "p4" not in offered  # is kept


def test_a_moved_meeting_is_a_planned_one_or_a_persons(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-11-02")
    board.meeting(ana, "2026-11-24", "planned")

    assert _offered("meeting move ") == ["m2", "ana"]
    assert _offered("meeting show ") == ["m2", "m1"]


@pytest.mark.parametrize(
    ("line", "words", "files"),
    [
        ("import ", [], True),
        ("--db ", [], True),
        ("due --db=", [], True),
        ("export -o ", [], True),
        ("review --answers ", [], True),
        ("backup ", ["list"], True),
        ("backup l", ["list"], True),
        ("restore ", ["2026-11-21", "2026-11-20"], True),
        ("log ana ", [], False),
        ("agenda add ana ", [], False),
        ("goal add ", [], False),
        ("log ana --place ", [], False),
        ("due ", [], False),
        ("prep x", [], False),
    ],
)
def test_names_of_files_are_left_to_the_shell_where_a_file_is_meant(
    line: str, words: list[str], files: bool, demo: Board
) -> None:
    backups = Path(demo.path).parent / "backups"
    backups.mkdir(mode=0o700)
    for day in ("2026-11-20", "2026-11-21"):
        (backups / f"board.db-{day}.db").write_bytes(Path(demo.path).read_bytes())

    offer = offer_for(f"boardroom {line}", Call())

    assert (list(offer.words), offer.files) == (words, files)


def test_the_board_that_the_line_names_is_read(board: Board, tmp_path: Path) -> None:
    other = Board(tmp_path / "other board.db")
    other.advisor("Zoe Other")
    board.advisor("Ana Lima")

    assert _offered(f"--db '{other.path}' prep ") == ["zoe"]
    assert _offered(f"prep --db='{other.path}' ") == ["zoe"]


@pytest.mark.parametrize("line", ["prep m", "--db PATH prep m", "config get w", "restore "])
def test_a_board_that_can_not_be_read_offers_nothing(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path))

    assert _offered(line.replace("PATH", str(tmp_path))) == []


METAVARS = {
    (name.split()[0], part): argument.metavar
    for name, leaf in commands(TREE)
    for takes in [signature(function_of(leaf))]
    for argument in [*takes.arguments, *takes.options.values()]
    for part in parts(argument.metavar)
    if argument.metavar
}


@pytest.mark.parametrize(("noun", "part"), METAVARS)
def test_it_is_settled_what_completes_each_value(noun: str, part: str) -> None:
    is_choice = "|" in METAVARS[noun, part] and re.fullmatch(r"[a-z_]+", part) is not None

    assert (
        part in FILES | TEXTS | LOOKED_UP | CHOICES.keys()
        or f"{noun} {part}" in CHOICES
        or is_choice
    )
