"""Pure formatting: records to markup and to terminal text. Nothing else knows about markup."""

from __future__ import annotations

from communique.show.article import article_fragment, article_page

__all__ = ["article_fragment", "article_page"]
