"""An HTML page taken apart, for tests of its structure."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta"}
_REFERENCES = ("action", "data", "href", "poster", "src", "srcset", "xlink:href")


class Element:
    """An element with its attributes, its ancestors' names, and all the text in it."""

    def __init__(self, name: str, attributes: dict[str, str | None], inside: list[Element]) -> None:
        self.name, self.attributes = name, attributes
        self.inside = [element.name for element in inside]
        self.parent = inside[-1] if inside else None
        self.children: list[Element] = []
        self.text = ""


class HtmlPage(HTMLParser):
    """The elements of a page in their order; raises if a tag is closed out of turn."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def named(self, *names: str) -> list[Element]:
        """The elements of these names."""
        return [element for element in self.elements if element.name in names]

    @property
    def references(self) -> list[str]:
        """What the page points to, but for places in itself."""
        return [
            value
            for element in self.elements
            for name in _REFERENCES
            if (value := element.attributes.get(name)) and not value.startswith("#")
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        element = Element(tag, dict(attrs), self._open)
        if self._open:
            self._open[-1].children.append(element)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data
