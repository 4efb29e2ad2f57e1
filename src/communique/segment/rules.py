"""The rules that give lines their kind, in order: the first that names a line decides."""

from __future__ import annotations

from collections.abc import Callable

from communique.segment import body, closing, furniture, opening
from communique.segment.furniture import Kinds
from communique.segment.layout import Page

RULES: tuple[Callable[[Page], Kinds], ...] = (
    furniture.repeated_line,
    furniture.page_number,
    furniture.separator,
    furniture.marker_phrase,
    furniture.related_links,
    opening.dateline,
    furniture.release_label,
    furniture.caption,
    furniture.sharing_bar,
    furniture.link_line,
    furniture.site_head,
    furniture.agency_signature,
    furniture.breadcrumb,
    furniture.letterhead,
    closing.contact,
    closing.boilerplate,
    body.table_row,
    opening.title,
    opening.byline,
    body.dialogue,
    body.signature,
    body.bullet,
    body.numbered,
    body.signed,
    body.series,
    body.roster,
    body.figures,
    opening.standfirst,
    body.heading,
)
