"""One article's records as a pandas table, with the columns of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.write.schema import flatten, tables

if TYPE_CHECKING:
    import pandas as pd

    from communique.records import Article

_DTYPES = {"int": "Int64", "float": "Float64"}


def article_frame(article: Article, kind: str) -> pd.DataFrame:
    """The rows of table ``kind``. Raises ``ValueError`` for no such table, ``ImportError`` without pandas."""
    if kind not in tables():
        raise ValueError(f"unknown record kind: {kind} (known: {', '.join(tables())})")
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError("tables need an extra: pip install communique[pandas]") from error
    rows = [row for name, row in flatten(article.to_dict(rules=True), 1) if name == kind]
    columns = [column for column in tables()[kind].columns if column.name != "article"]
    return pd.DataFrame(
        {
            c.name: pd.Series(
                [row[c.name] for row in rows],
                dtype=_DTYPES.get(c.type, "object") if isinstance(c.type, str) else "object",
            )
            for c in columns
        }
    )
