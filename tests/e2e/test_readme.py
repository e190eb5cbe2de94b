"""The README, the pages in docs, the help texts and every example are true."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from boardroom.actions.advisors import add_advisor
from boardroom.actions.demo import make_demo
from boardroom.actions.reviews import answer_review, complete_review
from boardroom.actions.settings import change_setting
from boardroom.cli.tree import TREE, commands, documented, function_of
from boardroom.queries.reviews import people_to_review
from boardroom.store.reversal import undo
from boardroom.store.work import change
from tests.boards import TODAY, Board
from tests.cli.typed import typed, typed_on_terminal
from tests.pages import PAGES, README, ROOT

WIDTH = "80"
SAMPLES = ROOT / "tests" / "samples"
_NAMES = {"dex-generic.csv": "people.csv", "linkedin-Connections.csv": "Connections.csv"}
_SOUND = re.compile(r"^- (?:2026-02-29|yesterday): .*\n", re.MULTILINE)
"""The lines of samples that no import takes."""

# A comment before a block may have the day it is typed on.
_BLOCKS = re.compile(
    r"^(?:<!-- (\d{4}-\d\d-\d\d) -->\n)?```console\n(.*?)^```$", re.DOTALL | re.MULTILINE
)
_STYLES = re.compile(r"\x1b\[[0-9;]*m")


LEAVES = dict(commands(TREE))
EXAMPLES_OF = {name: documented(function_of(leaf))[1] for name, leaf in LEAVES.items()}
ASKING = (
    "boardroom review",
    "boardroom review --advisor tom",
    "boardroom calendar read calendar.ics",
)
"""Examples that ask questions."""
EXPLAINING = (
    "boardroom remind ",
    "boardroom letter ",
    "boardroom import friends.md",
    "boardroom import Connections.csv",
    "boardroom import people.csv",
    "boardroom export --to vcard",
    "boardroom calendar read calendar.ics --yes",
)
"""How examples begin that say on standard error how to go on, or what a file holds."""
IN_THE_EDITOR = "boardroom log marcus"
EXAMPLES = [
    example
    for name, examples in EXAMPLES_OF.items()
    for example in examples
    if example != IN_THE_EDITOR and name != "init"  # which begins a board, and has its own tests
]


_WITH_SESSIONS = [name for name, text in PAGES.items() if _BLOCKS.search(text)]


@pytest.mark.parametrize("name", _WITH_SESSIONS)
def test_a_page_shows_real_output(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those in docs go on where the README ends."""
    monkeypatch.chdir(tmp_path)
    _copy_samples()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", WIDTH)
    for text in dict.fromkeys((README, PAGES[name])):
        for day, block in _BLOCKS.findall(text):
            monkeypatch.setenv("BOARDROOM_TODAY", day or TODAY.isoformat())
            assert _session(block) == block


def test_the_pages_with_sessions() -> None:
    assert _WITH_SESSIONS == [
        "README.md",
        "docs/calendar.md",
        "docs/import.md",
        "docs/letters.md",
        "docs/records.md",
    ]


_LINK = re.compile(r"\]\(([^)#:]*)(?:#([^)]*))?\)|<img src=\"([^\"]+)\"")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(name: str) -> None:
    for path, anchor, picture in _LINK.findall(PAGES[name]):
        there = (ROOT / name).parent / (path or picture or Path(name).name)
        assert there.is_file(), there
        if anchor:
            titles = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [title.lower().replace(" ", "-") for title in titles]


def test_the_readme_links_every_page() -> None:
    linked = {path for path, _, _ in _LINK.findall(README)}

    assert PAGES.keys() - {"README.md"} - linked == set()


_INLINE = re.compile(r"`boardroom ([^`]+)`")


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_a_page_names_exists_with_its_options(name: str) -> None:
    for line in _INLINE.findall(PAGES[name]):
        words = line.split()
        command = next(
            (found for end in (3, 2, 1) if (found := " ".join(words[:end])) in LEAVES), None
        )
        assert command or words[0] in TREE or words[0].isupper() or words[0][0] in "-…", line
        if command:
            offered = typed(*command.split(), "-h").out
            assert [word for word in words if word[:2] == "--" and word not in offered] == [], line


JSON_PAGE = PAGES["docs/json.md"]
_OBJECTS = re.findall(
    r"^\| `([^`]+)` \| `(boardroom\.[a-z_]+/\d)` \| (?:`([a-z_]+)`)? *\| (.+) \|$",
    JSON_PAGE,
    re.MULTILINE,
)


@pytest.mark.parametrize("row", _OBJECTS, ids=lambda row: f"{row[0]}: {row[2]}")
def test_the_page_on_json_lists_the_keys_of_every_object(
    demonstration: Path,
    board: Board,
    row: tuple[str, str, str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command, schema, meeting_contents, keys = row
    shutil.copy(demonstration, board.path)
    monkeypatch.chdir(Path(board.path).parent)
    _make_copies(demonstration)
    person = next(keys for _, _, inside, keys in _OBJECTS if inside == "advisor")

    given = typed(*command.split(), "--json").json
    found = given.get(meeting_contents, given)

    assert given.pop("schema") == schema
    assert ", ".join(found[0] if isinstance(found, list) else found) == keys.replace("…", person)


def test_the_page_on_json_lists_every_schema() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[2] / "src").rglob("*.py")
    )

    assert {schema for _, schema, _, _ in _OBJECTS} == set(
        re.findall(r"boardroom\.[a-z_]+/\d", source)
    )


@pytest.mark.parametrize("command", [command for command in LEAVES if " " in command])
def test_the_help_of_a_noun_lists_its_commands(command: str) -> None:
    *noun, name = command.split()
    listed = typed(*noun, "-h").out.split("\nCommands:\n")[1]
    assert re.search(rf"^  {name} +{re.escape(LEAVES[command].help)}$", listed, re.MULTILINE)


@pytest.mark.parametrize("command", LEAVES)
def test_help_ends_with_examples(command: str) -> None:
    asked = typed(*command.split(), "-h")
    assert asked.code == 0
    examples, _, _ = asked.out.split("\nExamples:\n")[1].partition("\nEverywhere: ")
    assert examples == "".join(f"  {example}\n" for example in EXAMPLES_OF[command])


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration board with a mentee after a review, two changes, and a third undone."""
    path = tmp_path_factory.mktemp("demonstration") / "board.db"
    make_demo(str(path), today=TODAY)
    with change(str(path), "mentee add", today=TODAY) as work:
        add_advisor(work, "Bea Hall", {"role": "mentee"})
    with change(str(path), "review", today=TODAY) as work:
        people = people_to_review(work.connection, today=TODAY)
        [review_id] = {
            answer_review(
                work, advisor_id=person.id, advisor_alone=False, changes={"decision": "keep"}
            ).id
            for person in people
        }
        complete_review(work, review_id)
    for soon in ("10d", "12d", "20d"):
        with change(str(path), "config set", today=TODAY) as work:
            change_setting(work, "soon", soon)
    undo(str(path), 1, today=TODAY)
    return path


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_works_on_the_demo_board(
    example: str, demonstration: Path, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(demonstration, board.path)
    monkeypatch.chdir(Path(board.path).parent)
    _make_copies(demonstration)
    Path("questions.txt").write_text(
        "Who decides on budgets?\nWhat would you drop?\n", encoding="utf-8"
    )
    words, stdin = _piped(example)
    ran = (
        typed_on_terminal(*words, answers="4\nq\n")._replace(err="")
        if example in ASKING
        else typed(*words)._replace(err="")
        if example.startswith(EXPLAINING)
        else typed(*words, stdin=stdin)
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


def _make_copies(demonstration: Path) -> None:
    """Copies of yesterday and of today, one that the user made, and a draft that waits."""
    Path("backups").mkdir(mode=0o700)
    Path("drafts").mkdir(mode=0o700)
    Path("drafts/tom.md").write_text("## Notes", encoding="utf-8")
    _copy_samples()
    typed("export", "--include-private", "-o", "board.json")
    typed("export", "--include-private", "--to", "csv", "-o", "board.zip")
    for copy in (
        "backups/board.db-2026-11-20.db",
        "backups/board.db-2026-11-21.db",
        "after-the-review.db",
    ):
        shutil.copy(demonstration, copy)


def _copy_samples() -> None:
    """Other programs' files."""
    for name in ("friends.md", "dex-generic.csv", "linkedin-Connections.csv"):
        text = (SAMPLES / name).read_text(encoding="utf-8")
        Path(_NAMES.get(name, name)).write_text(_SOUND.sub("", text), encoding="utf-8")
    for name in ("calendar.ics", "work.ics"):
        shutil.copy(SAMPLES / "ical-work.ics", name)


def _session(block: str) -> str:
    """The block with the output that its commands have now."""
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_printed(command)}" for command in commands)


def _printed(command: str) -> str:
    program, *words = shlex.split(command)
    assert program == "boardroom"
    ran = typed(*words)
    assert ran.code == 0
    shown = _STYLES.sub("", f"{ran.out}{ran.err}")  # both are on a terminal
    return "".join(f"{line.rstrip()}\n" for line in shown.splitlines())


def _piped(example: str) -> tuple[list[str], str]:
    """The arguments of an example, and what the shell passes to its standard input."""
    stdin = ""
    if " | " in example:
        echo, example = example.split(" | ")
        command, stdin = shlex.split(echo)
        assert command == "echo"
    if " < " in example:
        example, file = example.split(" < ")
        stdin = Path(file).read_text(encoding="utf-8")
    program, *words = shlex.split(example)
    assert program == "boardroom"
    return words, stdin
