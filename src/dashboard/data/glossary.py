"""What a term of the glossary owes: a word that can be asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault

Frames = Mapping[str, pd.DataFrame]


def wordless(frames: Frames) -> Iterator[Fault]:
    """Terms without a letter or digit, which no question holds."""
    for term, line in zip(frames["glossary"]["term"], frames["glossary"][ROW], strict=True):
        if not any(map(str.isalnum, term)):
            yield Fault("glossary.csv", int(line), "term", "no word", term, "a word with a letter or a digit")
