"""The tables of a data set as texts, each made once for all proofs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.exports.proof_base import Texts
from dashboard.exports.proof_ways import CAPTION
from dashboard.exports.table import cell_of
from dashboard.figures.dataset import Dataset
from dashboard.model.schema import BY_NAME, Holds, Table
from dashboard.model.vote import is_state


class HeldTexts(Mapping[str, Texts]):
    """Every table as published, with the words of its dates beside them."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def __getitem__(self, name: str) -> Texts:
        texts: Texts = self._dataset.lookups.answer(("texts", name), lambda: _texts(self._dataset, name))
        return texts

    def __iter__(self) -> Iterator[str]:
        return iter(BY_NAME)

    def __len__(self) -> int:
        return len(BY_NAME)


def _texts(dataset: Dataset, name: str) -> Texts:
    frame = dataset.atlas.votes if name == "votes" else dataset.atlas[name]
    columns = _published(BY_NAME[name], frame)
    cells = [[cell_of(cell) for cell in frame[column].tolist()] for column in columns]
    return tuple(columns), list(zip(*cells, strict=True))


def _published(table: Table, frame: pd.DataFrame) -> list[str]:
    """The columns of a table as published, those of states, and after each date its words where they are
    made.
    """
    names = []
    for column in table.columns:
        dated = column.holds is Holds.EDTF and f"{column.name}{CAPTION}" in frame
        names += [column.name, f"{column.name}{CAPTION}"] if dated else [column.name]
    return [*names, *(name for name in frame.columns if is_state(name))]
