"""Structured, grounded records from French press releases and institutional news.

>>> import communique
>>> article = communique.extract("« Nous sommes prêts », confirme Jeanne Morel, directrice de l'Insee.")
>>> article.people[0].name, article.people[0].roles[0].title
('Jeanne Morel', 'directrice')

Importing the package is cheap: names are loaded when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from communique.version import __version__

if TYPE_CHECKING:
    from communique.api import extract as extract
    from communique.api import extract_many as extract_many
    from communique.api import load as load
    from communique.corpus import Corpus as Corpus
    from communique.pipeline import Pipeline as Pipeline
    from communique.read import ArticleError as ArticleError
    from communique.read import ReadError as ReadError
    from communique.read import Source as Source
    from communique.records import (
        Article as Article,
    )
    from communique.records import (
        Count as Count,
    )
    from communique.records import (
        Date as Date,
    )
    from communique.records import (
        Institution as Institution,
    )
    from communique.records import (
        Person as Person,
    )
    from communique.records import (
        Quotation as Quotation,
    )
    from communique.records import (
        Ranking as Ranking,
    )
    from communique.records import (
        Role as Role,
    )
    from communique.records import (
        Section as Section,
    )
    from communique.records import (
        Sentence as Sentence,
    )
    from communique.records import (
        Span as Span,
    )
    from communique.records import (
        Warning as Warning,
    )

_HOMES = {
    "communique.api": ("extract", "extract_many", "load"),
    "communique.corpus": ("Corpus",),
    "communique.pipeline": ("Pipeline",),
    "communique.read": ("ArticleError", "ReadError", "Source"),
    "communique.records": (
        "Article", "Count", "Date", "Institution", "Person", "Quotation", "Ranking", "Role",
        "Section", "Sentence", "Span", "Warning",
    ),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}
__all__ = [*sorted(_HOME), "__version__"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
