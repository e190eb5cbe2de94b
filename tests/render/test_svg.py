"""A page as a picture."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from boardroom.render.page import Cell, Column, Heading, Page, Prose, Table, Text
from boardroom.render.svg import page_svg
from tests.nasty_texts import NASTY

_SVG = "{http://www.w3.org/2000/svg}"


def _lines(svg: str) -> list[str]:
    """The text of a picture, line by line, without the title of its window."""
    rows: dict[float, dict[float, str]] = {}
    for text in ET.fromstring(svg).iter(f"{_SVG}text"):  # noqa: S314  written here
        if "y" in text.attrib and text.get("clip-path"):
            row = rows.setdefault(float(text.attrib["y"]), {})
            row[float(text.attrib["x"])] = (text.text or "").replace("\xa0", " ").rstrip("\n")
    return ["".join(row[x] for x in sorted(row)) for _, row in sorted(rows.items())]


def test_a_picture_shows_the_page_in_its_own_words() -> None:
    page = Page((Heading("Ana Lima"), Prose("Nothing is due."), Text("a < b & [red]c[/red]")))

    assert _lines(page_svg(page, "boardroom due")) == [
        "Ana Lima",
        "",
        "Nothing is due.",
        "",
        "a < b & [red]c[/red]",
    ]


def test_a_picture_has_a_title_and_loads_nothing() -> None:
    svg = page_svg(Page((Prose("Hello"),)), "boardroom prep {a} & b")

    title = ET.fromstring(svg).findtext(f"{_SVG}title")  # noqa: S314  written here
    assert title == "boardroom prep {a} & b"
    assert svg.count("http") == 1  # the name of SVG itself
    assert "url(" not in svg.replace("url(#", "")


def test_a_long_page_is_drawn_whole() -> None:
    page = Page((Table((Column(""),), tuple((Cell(f"line {number}"),) for number in range(200))),))

    assert _lines(page_svg(page, "boardroom due")) == [f"line {number}" for number in range(200)]


@pytest.mark.parametrize("text", [*NASTY, "\x0b\x1b\ufffe\uffff\U0001ffff]]>"])
def test_a_picture_of_any_text_is_xml(text: str) -> None:
    ET.fromstring(page_svg(Page((Text(text),)), "boardroom due"))  # noqa: S314  written here
