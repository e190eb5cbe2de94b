"""`boardroom report`: one HTML file that asks for nothing, and what it says."""

from __future__ import annotations

import itertools
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import boardroom
from boardroom.render.formatting import safe
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed
from tests.html_page import Element, HtmlPage
from tests.nasty_texts import NASTY
from tests.two_years import fill_two_years

HOSTILE = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "--><script>alert(1)</script>",
    "<!--",
    "]]>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{{ page.__class__ }}",
    "{# a comment #}",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp; &#x3c;",
    "<a href=//example.invalid>here</a>",
    "<link rel=stylesheet href=//example.invalid/x.css>",
    "@import url(//example.invalid)",
    "</text></svg><p>out",
    "</td></tr></table>",
    "<base href=//example.invalid>",
    "\x01control",
)
PAYLOADS = (*HOSTILE, *NASTY)


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> HtmlPage:
    """The page of a board of two years."""
    path = tmp_path_factory.mktemp("report") / "board.db"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BOARDROOM_TODAY", TODAY.isoformat())
        fill_two_years(Board(path))
        return _page("--db", str(path))


def _page(*words: str) -> HtmlPage:
    ran = typed(*words, "report", "-o", "-")
    assert ran.code == 0, ran.err
    return HtmlPage(ran.out)


def test_the_page_of_the_demonstration_board(golden: Callable[[str, str], None]) -> None:
    ran = typed("demo", "report", "-o", "-")

    golden("report", ran.out.replace(f"boardroom {boardroom.__version__}.", "boardroom VERSION."))
    assert (ran.code, ran.err) == (0, "")


def test_nothing_is_fetched_and_no_script_runs(two_years: HtmlPage) -> None:
    handlers = [
        name for element in two_years.elements for name in element.attributes if name[:2] == "on"
    ]
    style = " ".join(element.text for element in two_years.named("style"))

    assert (two_years.named("script", "iframe", "object", "link", "img"), handlers) == ([], [])
    assert (two_years.references, re.findall(r"url\(|@import|//", style)) == ([], [])


def test_ids_are_unique_and_every_reference_has_its_place(two_years: HtmlPage) -> None:
    ids = [value for each in two_years.elements if (value := each.attributes.get("id"))]
    pointed = [
        (each.attributes.get("href") or "#").removeprefix("#") for each in two_years.named("a")
    ]
    labels = [
        value for each in two_years.elements if (value := each.attributes.get("aria-labelledby"))
    ]

    assert len(ids) == len(set(ids))
    assert {*pointed, *labels} <= set(ids)


def test_landmarks_language_and_a_way_to_skip(two_years: HtmlPage) -> None:
    first_link = two_years.named("a")[0]
    [main] = two_years.named("main")

    assert two_years.named("html")[0].attributes["lang"] == "en"
    assert [len(two_years.named(name)) for name in ("header", "nav", "footer", "h1")] == [1] * 4
    assert first_link.attributes == {"class": "skip", "href": f"#{main.attributes['id']}"}
    assert first_link.inside == ["html", "body"]


def test_headings_skip_no_level(two_years: HtmlPage) -> None:
    levels = [int(each.name[1]) for each in two_years.named("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels[0] == 1
    assert [b for a, b in itertools.pairwise(levels) if b > a + 1] == []


def test_tables_have_captions_and_scopes(two_years: HtmlPage) -> None:
    tables = two_years.named("table")
    cells = two_years.named("th")

    assert len(tables) > 20
    assert [table.children[0].name for table in tables] == ["caption"] * len(tables)
    assert {cell.attributes.get("scope") for cell in cells} == {"col", "row"}
    assert [caption.text for caption in two_years.named("caption") if not caption.text] == []


def test_every_chart_has_a_title_and_stands_in_a_table_or_beside_one(two_years: HtmlPage) -> None:
    charts = two_years.named("svg")
    figures = two_years.named("figure")

    assert len(charts) > 20
    assert {chart.attributes["role"] for chart in charts} == {"img"}
    assert [chart.children[0].name for chart in charts] == ["title"] * len(charts)
    assert [chart for chart in charts if not chart.children[0].text.strip()] == []
    assert [f for f in figures if [c.name for c in f.children][-1] != "details"] == []
    assert [chart for chart in charts if not _has_table(chart)] == []
    scales = [" ".join(cell.text.split()) for cell in two_years.named("th") if _holds_chart(cell)]
    assert "Window From Fri 18 Sep 2026 to Fri 1 Jan 2027 Nov 2027" in scales


def _has_table(chart: Element) -> bool:
    """Whether a chart is a cell of a table, is in a figure, or comes just before a table."""
    assert chart.parent is not None
    beside = chart.parent.children
    after = beside[beside.index(chart) + 1 :]
    return chart.parent.name in ("td", "th", "figure") or (bool(after) and after[0].name == "table")


def _holds_chart(cell: Element) -> bool:
    return any(child.name == "svg" for child in cell.children)


def test_the_sections_of_two_years(two_years: HtmlPage) -> None:
    assert [heading.text for heading in two_years.named("h2")] == [
        "The board today",
        "Goals",
        "Person by person",
        "Mentees",
        "Ratings over the reviews",
        "Timeline",
    ]


def test_mentees_stand_in_a_section_of_their_own(board: Board) -> None:
    board.advisor()
    board.advisor("Noor Haddad", role="mentee")

    page = _page()

    sections = {each.children[0].text: each.text for each in page.named("section")}
    assert ["Noor Haddad" in sections[name] for name in ("Person by person", "Mentees")] == [
        False,
        True,
    ]
    assert "Marcus Ojo" not in sections["Mentees"]


@pytest.mark.usefixtures("empty_board")
def test_an_empty_board_is_a_page_too() -> None:
    page = _page()

    assert [heading.text for heading in page.named("h2")] == ["The board today"]
    assert page.named("nav") == []
    assert "Nobody is on the board yet." in page.named("main")[0].text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_whatever_was_typed_is_text(payload: str, board: Board) -> None:
    ana = board.advisor(f"Ana {payload}", seat=payload, title=payload, org=payload)
    board.meeting(ana, "2026-11-01", notes=payload, place=payload)
    board.promise(ana, payload)
    board.advice(ana, payload, outcome=payload, outcome_on="2026-11-02", status="worked")
    board.exchange(ana, text=payload, person=payload)
    board.occasion(ana, payload, on="2026-11-10")
    board.goal_step(board.goal(payload, ana, measure=payload, target_on="2026-12-01"), payload)
    plain = Board(Path(f"{board.path}.plain"))
    bo = plain.advisor("Ana x", seat="x", title="x", org="x")
    plain.meeting(bo, "2026-11-01", notes="x", place="x")
    plain.promise(bo, "x")
    plain.advice(bo, "x", outcome="x", outcome_on="2026-11-02", status="worked")
    plain.exchange(bo, text="x", person="y")
    plain.occasion(bo, "x", on="2026-11-10")
    plain.goal_step(plain.goal("x", bo, measure="x", target_on="2026-12-01"), "x")

    page, without = _page(), _page("--db", plain.path)

    tags = [[(each.name, *each.attributes) for each in some.elements] for some in (page, without)]
    assert tags[0] == tags[1]
    assert safe(payload).strip() in page.named("main")[0].text


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the program runs."""
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_without_a_name_the_file_has_the_day_in_its_own(board: Board, in_folder: Path) -> None:
    board.advisor()
    path = in_folder / "board-2026-11-21.html"

    ran, again = typed("report"), typed("report")

    assert ran == Ran(0, f"Wrote {path}.\n", "")
    assert again == Ran(0, f"Replaced {path}.\n", "")
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("command", ["report", "export"])
def test_a_file_without_a_name_is_refused(command: str, board: Board, in_folder: Path) -> None:
    board.advisor()

    ran = typed(command, "-o", "")

    said = "The name of the file is empty. Name a file, or - for standard output.\n"
    assert (ran, [*in_folder.iterdir()]) == (Ran(2, "", said), [])


def test_a_board_is_never_replaced(board: Board) -> None:
    board.advisor()

    ran = typed("report", "-o", board.path)

    assert ran.code == 2
    assert board.dump()


def test_since_a_day_tells_what_happened_from_it_on(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.exchange(ana, text="Early notes", on="2026-03-01")
    board.exchange(ana, text="Late notes", on="2026-10-01")

    ran = typed("report", "-o", "-", "--since", "1 Sep")

    assert ("Early notes" in ran.out, "Late notes" in ran.out) == (False, True)
    assert "Since Tue 1 Sep 2026" in ran.out


def test_since_a_length_of_time_counts_back(board: Board) -> None:
    board.advisor()

    assert "Since Sat 31 Oct 2026: no meetings." in typed("report", "-o", "-", "--since", "3w").out


def test_somebody_not_met_for_years_leaves_room_for_the_windows_of_the_others(
    board: Board,
) -> None:
    board.advisor("Ana Lima", joined="2016-01-10")
    board.meeting(board.advisor("Bo Ek"), "2026-11-10")

    titles = [title.text for title in _page().named("title")]

    assert "From Sat 29 Aug 2026 to Tue 22 Dec 2026" in titles


def test_bars_carry_their_counts(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    for number in range(3):
        board.exchange(ana, text=f"Notes {number}", on="2026-10-01")

    [chart] = [
        svg for svg in _page().named("svg") if svg.children[0].text.startswith("Give and take")
    ]

    assert next(each.text for each in chart.children if each.name == "text") == "3"


def test_open_advice_of_before_is_counted_and_drawn_from_its_own_day(board: Board) -> None:
    board.advice(board.advisor("Ana Lima", joined="2024-01-10"), given="2025-03-01")

    page = _page()

    titles = {title.text for title in page.named("title")}
    assert "From Sat 1 Mar 2025 to Sat 21 Nov 2026" in titles
    assert "0 pieces of advice given, never reported back." in {
        each.text for each in page.named("p")
    }
    assert [each for each in page.named("p") if not each.text.strip()] == []


def test_what_is_late_or_due_today_says_so(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.promise(ana, "Late", due_on="2026-11-11")
    board.promise(ana, "Today", by_whom="them", due_on="2026-11-21")
    board.promise(ana, "Thank Ana Lima", kind="thanks", due_on="2026-11-11")
    board.promise(ana, "Nudge", by_whom="them", due_on="2026-11-11")
    board.promise(ana, "Thank Ana", kind="thanks", due_on="2026-11-11", done_on="2026-11-12")
    board.meeting(ana, "2026-11-10", "planned")
    board.goal("Run a P&L", ana, target_on="2026-11-01")

    texts = [" ".join(each.text.split()) for each in _page().named("tr", "p")]

    assert {
        "Late yours Wed 11 Nov open 10 days late",
        "Today theirs Sat 21 Nov open due today",
        "Thank Ana Lima yours Wed 11 Nov open 10 days ago",
        "Nudge theirs Wed 11 Nov open 10 days ago",
        "Thank Ana yours Wed 11 Nov kept Thu 12 Nov",
        "Tue 10 Nov 2026 coffee, 60 min planned not logged –",
        "Near-term, open, target Sun 1 Nov (20 days past), no steps, Ana Lima helps.",
    } <= set(texts)


def test_a_goal_that_was_closed_has_no_step_on_that_day_and_none_late(board: Board) -> None:
    goal = board.goal("Run a P&L", target_on="2027-06-01", status="dropped", closed_on="2026-11-10")
    board.goal_step(goal, "Taken", done_on="2026-03-02")
    board.goal_step(goal, "Left", due_on="2026-11-15")

    page = _page()
    texts = [" ".join(each.text.split()) for each in page.named("tr", "title")]
    [chart] = [each for each in page.named("svg") if "Run a P&L" in each.text]

    assert {
        "Left Sun 15 Nov not taken",
        "Run a P&L: 1 of 2 steps taken, dropped Tue 10 Nov.",
    } <= set(texts)
    assert "dropped" in chart.text
    assert [dot.attributes["class"] for dot in page.named("circle")] == ["planned", "held"]


def test_names_side_by_side_keep_their_own_direction(board: Board) -> None:
    names = ("דוד בן־גוריון", "مريم الفاسي")
    board.goal("Run a P&L", *(board.advisor(name) for name in names))

    [facts] = [each for each in _page().named("p") if each.text.startswith("Near-term")]

    assert [(each.name, each.text) for each in facts.children] == [("bdi", name) for name in names]


def test_the_months_of_reviews_stay_clear_of_each_other_and_of_the_names_of_the_lines(
    board: Board,
) -> None:
    ana = board.advisor("Ana Lima", joined="2025-01-10")
    for on in ("2026-01-15", "2026-02-15", "2026-06-15", "2026-10-15"):
        board.complete(board.answer(ana, on=on, value=1, decision="keep"), on)

    labels = [
        (each.text, each.attributes["class"])
        for each in _page().named("text")
        if re.fullmatch(r"[A-Z][a-z]{2} 2026", each.text)
    ]

    assert labels == [
        ("Jan 2026", "start tick"),
        ("Oct 2026", "end tick"),
        ("Jun 2026", "middle tick"),
    ]


def test_what_is_missing_names_whom_it_is_about(board: Board) -> None:
    for name in ("Ana Lima", "Bo Ek"):
        board.advisor(name)

    missing = [each.text for each in _page().named("li")]

    assert "Nothing is agreed with Ana Lima and Bo Ek" in missing


def test_the_page_says_that_something_is_left_out(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.promise(ana, "secret", private=True)
    said = "What is private is left out here, but the counts include it."

    runs = typed("report", "-o", "-"), typed("report", "-o", "-", "--include-private")

    assert [said in ran.out for ran in runs] == [True, False]


@pytest.mark.usefixtures("empty_board")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--since tomorrow", "Sun 22 Nov 2026 is in the future, so nothing was done then."),
        ("--open -o -", "--open needs a file."),
        ("--json -o -", "--json and -o - can't both have standard output."),
    ],
)
def test_what_can_not_be_reported(words: str, said: str) -> None:
    ran = typed("report", *words.split())

    assert ran.code == 2
    assert said in ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="the opener is another program")
def test_open_shows_the_file_in_the_browser(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    program, page, opened = (tmp_path / name for name in ("xdg-open", "page.html", "opened"))
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opened}"\n', encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))

    ran = typed("report", "-o", str(page), "--open")

    assert (ran.code, opened.read_text(encoding="utf-8")) == (0, str(page))


@pytest.mark.skipif(sys.platform != "linux", reason="the opener is another program")
def test_without_a_program_to_open_it_nothing_is_written(
    board: Board, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    monkeypatch.setenv("PATH", str(in_folder))

    ran = typed("report", "--open")

    assert (ran.code, ran.err, [*in_folder.iterdir()]) == (
        2,
        "Nothing here opens a browser: xdg-open was not found. Install it, or leave out --open.\n",
        [],
    )


def test_a_board_at_the_ends_of_the_calendar_is_drawn(board: Board) -> None:
    ana = board.advisor("Ana Lima", joined="0001-01-01")
    board.goal("Outlive everybody", ana, added="0001-01-01", target_on="9999-12-31")
    board.promise(ana, "Wait", due_on="9999-12-31")

    ran = typed("report", "-o", "-", "--since", "1900-01-01")

    assert ran.code == 0, ran.err


def test_the_page_is_the_same_each_time(board: Board) -> None:
    board.lay_demo()

    assert typed("report", "-o", "-") == typed("report", "-o", "-")
