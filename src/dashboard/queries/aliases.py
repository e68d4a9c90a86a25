"""Former ids: where a link that was once right leads today."""

from __future__ import annotations

import pandas as pd


def resolve(aliases: pd.DataFrame, record_id: str) -> str:
    """The id by which a record is known today; an id that was never given up is returned as it is."""
    now = aliases.loc[aliases["former_id"] == record_id, "record_id"]
    return str(now.iloc[0]) if len(now) else record_id
