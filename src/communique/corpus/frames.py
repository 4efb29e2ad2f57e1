"""Rows → a DataFrame, when pandas is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from communique.corpus.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd

_WHOLE = ("article", "start", "end", "rank_min", "rank_max", "out_of", "year", "change")
_REAL = ("value", "low", "high")  # of counts: the value of a date is text


def to_frame(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """The rows under these columns, there even when no row is; numbers have types that hold none."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("tables need pandas: pip install 'communique[pandas]'") from error
    frame = pd.DataFrame(list(rows), columns=list(columns))
    real = _REAL if "low" in columns else ()
    return frame.astype(
        {name: "Int64" for name in _WHOLE if name in columns} | dict.fromkeys(real, "Float64")
    )
