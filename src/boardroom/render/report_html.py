"""A report as one HTML file, by jinja2, which takes 70 ms to import and is imported here alone.

What the user typed is made safe to show as everywhere, and then escaped by jinja2, because every
expression of the template goes through both.
"""

from __future__ import annotations

from functools import cache

import jinja2

from boardroom.render.formatting import safe
from boardroom.render.report import ReportPage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def report_html(page: ReportPage, version: str) -> str:
    """The page, with its style sheet inside; it asks for no other file and runs no script."""
    return _template().render(page=page, version=version)


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("boardroom.render", "pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html")


def _shown(value: Any) -> Any:  # noqa: ANN401  whatever the template holds
    return safe(value) if type(value) is str else value
