"""A page as a parser sees it: elements with their attributes, and the text inside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str | None]
    inside: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.inside)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()


class Parsed(HTMLParser):
    """Parses at once; ``faults`` are closing tags that do not match what is open."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].name != tag:
            self.faults.append(tag)
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.inside.append(data)

    def all(self, name: str) -> list[Element]:
        return [e for e in self.elements if e.name == name]

    def of_class(self, class_: str) -> list[Element]:
        return [e for e in self.elements if class_ in e.classes]
