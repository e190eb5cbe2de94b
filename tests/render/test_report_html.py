"""The style sheet of a report: contrast in light, dark and print."""

from __future__ import annotations

import re
from importlib import resources

import pytest

CSS = resources.files("boardroom.render").joinpath("pages", "report.css").read_text("utf-8")
SCHEMES = re.findall(r":root \{(.*?)\}", CSS, flags=re.DOTALL)
TEXTS = ("ink", "quiet", "accent", "late", "due", "good")
MARKS = ("axis", "accent", "late")


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_of_black_and_white_is_21() -> None:
    assert _contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark", "print"])
def test_every_colour_can_be_read_on_its_paper(scheme: str) -> None:
    colours = dict(re.findall(r"--(\w+): (#\w+);", scheme))
    paper = colours["paper"]

    assert {name: r for name in TEXTS if (r := _contrast(colours[name], paper)) < 4.5} == {}
    assert {name: r for name in MARKS if (r := _contrast(colours[name], paper)) < 3} == {}


def test_no_colour_is_set_outside_of_the_schemes() -> None:
    assert re.findall(r"#[0-9a-f]{3,6}\b", re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)) == []
