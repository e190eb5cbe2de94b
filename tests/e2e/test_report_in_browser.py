"""The page of `report` in Chromium, without a window, by `make test-browser`."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.boards import TODAY, Board
from tests.browser import Browser, browser, find_browser
from tests.cli.typed import typed
from tests.two_years import fill_two_years

PROGRAM = find_browser()
PDF_TO_TEXT = shutil.which("pdftotext")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed"),
    pytest.mark.xdist_group("browser"),
]
AXE = "axe-core@4"
"""Taken from npm for the test; no part of what is released."""

BROKEN_WORDS = """
[...document.querySelectorAll('td, th')].flatMap(cell => {
  const broken = [], texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[^ \\n]+/g)) {
      const range = new Range();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) broken.push(word[0]);
    }
  }
  return broken;
})
"""
LOOKS = [(1280, "light"), (1280, "dark"), (400, "light"), (400, "dark")]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a board of two years."""
    folder = tmp_path_factory.mktemp("report")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BOARDROOM_TODAY", TODAY.isoformat())
        fill_two_years(Board(folder / "board.db"))
        path = folder / "page.html"
        ran = typed("--db", str(folder / "board.db"), "report", "-o", str(path))
        assert ran.code == 0, ran.err
    return path


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all of these tests."""
    assert PROGRAM is not None
    with browser(tmp_path_factory.mktemp("chromium"), PROGRAM) as started:
        yield started


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so there is no axe-core")
    folder = tmp_path_factory.mktemp("axe")
    packed = subprocess.run(
        [npm, "pack", "--silent", AXE, "--pack-destination", str(folder)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    archives = [*folder.glob("axe-core-*.tgz")]
    if packed.returncode or not archives:
        pytest.skip("npm can't fetch axe-core here")
    with tarfile.open(archives[0]) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_page_fits_its_width_says_nothing_and_asks_for_nothing(
    width: int, scheme: str, page: Path, chromium: Browser
) -> None:
    chromium.messages.clear()
    chromium.requests.clear()

    chromium.open(page, width=width, scheme=scheme)
    chromium.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    assert chromium.evaluate("innerWidth") == width
    assert chromium.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (chromium.messages, chromium.requests) == ([], [page.as_uri()])


@pytest.mark.parametrize("word", ["W" * 300, "会" * 300, "👩‍👩‍👧‍👦" * 60, "שלום" * 80])
def test_a_word_wider_than_a_telephone_is_broken(
    word: str, board: Board, tmp_path: Path, chromium: Browser
) -> None:
    ana = board.advisor(word, seat=word)
    board.promise(ana, word)
    board.advice(ana, word, outcome=word, outcome_on="2026-11-02", status="worked")
    board.goal_step(board.goal(word, ana, measure=word, target_on="2026-12-01"), word)
    path = tmp_path / "page.html"
    typed("report", "-o", str(path))

    chromium.open(path, width=400)

    assert chromium.evaluate("document.documentElement.scrollWidth") <= 400


def test_no_day_or_short_word_is_broken_on_a_telephone(page: Path, chromium: Browser) -> None:
    chromium.open(page, width=400)
    chromium.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    assert chromium.evaluate(BROKEN_WORDS) == []


@pytest.mark.parametrize(("scheme", "paper"), [("light", "253, 252, 248"), ("dark", "25, 24, 22")])
def test_the_colours_are_those_of_the_system(
    scheme: str, paper: str, page: Path, chromium: Browser
) -> None:
    chromium.open(page, width=1280, scheme=scheme)

    assert chromium.evaluate("getComputedStyle(document.body).backgroundColor") == f"rgb({paper})"


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_to_mend(
    width: int, scheme: str, page: Path, chromium: Browser, axe: str
) -> None:
    chromium.open(page, width=width, scheme=scheme)
    chromium.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    chromium.evaluate(axe)

    found = chromium.evaluate(
        "axe.run().then(found => JSON.stringify([found.passes.length, found.violations.map("
        "each => [each.id, each.nodes.map(node => node.html.slice(0, 100))])]))"
    )

    passes_count, violations = json.loads(found)
    assert (violations, passes_count > 20) == ([], True)


def test_the_first_tab_skips_to_the_board(page: Path, chromium: Browser) -> None:
    chromium.open(page, width=1280)

    chromium.press("Tab", 9)
    seen = chromium.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    chromium.press("Enter", 13)

    assert seen
    assert chromium.evaluate("document.activeElement.id") == "main"


def test_every_table_can_be_opened_by_the_keyboard(page: Path, chromium: Browser) -> None:
    chromium.open(page, width=1280)
    chromium.evaluate("document.querySelector('summary').focus()")

    chromium.press("Enter", 13)

    assert chromium.evaluate("document.querySelector('details').open")


def test_words_in_a_chart_are_as_large_on_a_telephone(page: Path, chromium: Browser) -> None:
    heights = []
    for width in (1280, 400):
        chromium.open(page, width=width)
        heights.append(
            chromium.evaluate("document.querySelector('svg text').getBoundingClientRect().height")
        )

    assert heights[0] == heights[1] > 10


def test_the_page_is_printed_with_its_tables(page: Path, chromium: Browser) -> None:
    chromium.open(page, width=1280, scheme="dark")

    printed = chromium.pdf()
    chromium.call("Emulation.setEmulatedMedia", media="print")
    tables = chromium.evaluate(
        "Array.from(document.querySelectorAll('details table'))"
        ".every(table => table.getBoundingClientRect().height > 10)"
    )
    paper = chromium.evaluate("getComputedStyle(document.body).backgroundColor")
    chromium.call("Emulation.setEmulatedMedia", media="")

    assert printed.startswith(b"%PDF-")
    assert 3 < len(re.findall(rb"/Type\s*/Page\b", printed)) <= 20
    assert (tables, paper) == (True, "rgb(255, 255, 255)")


@pytest.mark.skipif(PDF_TO_TEXT is None, reason="poppler-utils is not installed")
def test_no_page_of_paper_parts_a_chart_from_its_legend_or_a_heading_from_what_it_heads(
    page: Path, tmp_path: Path, chromium: Browser
) -> None:
    headings = {
        match.strip()
        for match in re.findall(r"<h[234][^>]*>(.*?)</h[234]>", page.read_text(encoding="utf-8"))
    }
    file = tmp_path / "page.pdf"

    chromium.open(page, width=1280)
    file.write_bytes(chromium.pdf())
    text = subprocess.run(
        [str(PDF_TO_TEXT), "-layout", str(file), "-"], capture_output=True, check=True, text=True
    ).stdout
    sheets = [
        [line.strip() for line in sheet.splitlines() if line.strip()]
        for sheet in text.split("\f")
        if sheet.strip()
    ]

    assert [sheet[0] for sheet in sheets if sheet[0][:1] in "○●" or "dotted" in sheet[0]] == []
    assert [sheet[-1] for sheet in sheets if sheet[-1] in headings] == []
