"""Rows → a DataFrame, when pandas is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from communique.corpus.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd

_WHOLE = ("article", "start", "end", "rank_min", "rank_max", "out_of", "year", "change")


def to_frame(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """The rows under these columns, which are there even when no row is; whole numbers stay whole."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("tables need pandas: pip install 'communique[pandas]'") from error
    frame = pd.DataFrame(list(rows), columns=list(columns))
    return frame.astype({name: "Int64" for name in _WHOLE if name in columns})
