"""Tables of web pages and mails: those that lay out text become blocks, the cells of others one line each."""

from __future__ import annotations

from typing import Any

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "div", "ul", "ol", "li", "blockquote", "section", "article", "center", *_HEADINGS)
_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center")
_WORDY = 120  # characters: several blocks of less are an entry of a table, as a name above a town


def unfold_tables(tree: Any) -> None:
    """Change the tables of an ``lxml.html`` tree in place, as above."""
    # Lists first, changes after: what is laid out is judged before any of it has changed.
    tables = list(tree.iter("table"))
    laid_out = [table for table in tables if _lays_out(table)]
    within = set(laid_out)
    for table in tables:
        if table not in within:
            for cell in _cells(table):
                _on_one_line(cell)
    for table in laid_out:
        for element in [table, *_own(table)]:
            element.tag = "div"
    for table in laid_out:
        mark_paragraphs(table)


def mark_paragraphs(tree: Any) -> None:
    """Make paragraphs of what stands in a ``div`` by itself, which is lost beside real ones."""
    for element in list(tree.iter("div")):
        if any(_is_block(child) for child in element):
            _wrap_lines(element)
        else:
            element.tag = "p"


def _wrap_lines(element: Any) -> None:
    """Put what stands between the blocks of an element into paragraphs."""
    line = element.makeelement("p")
    line.text, element.text = element.text, None
    for child in list(element):
        if _is_block(child):
            after = element.makeelement("p")
            after.text, child.tail = child.tail, None
            _put_before(line, child)
            line = after
        else:
            line.append(child)
    if "".join(line.itertext()).strip():
        element.append(line)


def _put_before(line: Any, block: Any) -> None:
    if "".join(line.itertext()).strip():
        block.addprevious(line)


def _is_block(element: Any) -> bool:
    return next(element.iter("table", *_BLOCKS), None) is not None


def _lays_out(table: Any) -> bool:
    """Whether a table is there for the look of a page: it holds text, not data."""
    if table.get("role") in ("presentation", "none"):
        return True
    cells = _cells(table)
    if any(cell.tag == "th" for cell in cells):
        return False
    if any(True for _ in table.iterdescendants("table", *_HEADINGS)):
        return True
    rows = {cell.getparent(): 0 for cell in cells}
    for cell in cells:
        rows[cell.getparent()] += 1
    return all(n == 1 for n in rows.values()) or any(_is_wordy(cell) for cell in cells)


def _is_wordy(cell: Any) -> bool:
    blocks = sum(1 for _ in cell.iterdescendants(*_BLOCKS))
    breaks = sum(1 for _ in cell.iterdescendants("br"))
    return (blocks > 1 or breaks > 1) and len(" ".join(cell.itertext()).strip()) > _WORDY


def _own(table: Any) -> list[Any]:
    """The rows, cells… of a table, without those of the tables inside it."""
    return [
        element
        for element in table.iterdescendants(*_PARTS[1:])
        if next(element.iterancestors("table"), None) is table
    ]


def _cells(table: Any) -> list[Any]:
    return [element for element in _own(table) if element.tag in ("td", "th")]


def _on_one_line(cell: Any) -> None:
    """Blocks and line breaks of a data table's cell become spaces."""
    for element in list(cell.iterdescendants("br", *_BLOCKS)):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
        element.drop_tag()
