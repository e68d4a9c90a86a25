"""Former ids: where a link that was once right leads today."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import pandas as pd


def nearest(names: Mapping[str, str], asked_for: str, most: int = 3) -> list[str]:
    """The ids nearest to one that is not held, by the ids and by the names of the records (`names` by id)."""
    written = "-".join(asked_for.lower().split())
    spelt = {"-".join(name.lower().split()): record_id for record_id, name in names.items()}
    spelt |= {record_id: record_id for record_id in names}
    near = get_close_matches(written, list(spelt), n=most, cutoff=0.75)
    return list(dict.fromkeys(spelt[words] for words in near))


def resolve(aliases: pd.DataFrame, record_id: str) -> str:
    """The id by which a record is known today; an id that was never given up is returned as it is."""
    now = aliases.loc[aliases["former_id"] == record_id, "record_id"]
    return str(now.iloc[0]) if len(now) else record_id
