"""The tables of a data set as texts, each made once for all proofs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

import pandas as pd

from dashboard.exports.proof.changes import TABLES
from dashboard.exports.proof.database import Texts
from dashboard.exports.proof.ways import CAPTION
from dashboard.exports.table import cell_of
from dashboard.figures.dataset import Dataset
from dashboard.figures.editions import moved_between
from dashboard.model.schema import BY_NAME, Table
from dashboard.model.vote import is_state
from dashboard.views.country_names import country

# The table of countries, which stands in no file.
COUNTRIES = "countries"


class HeldTexts(Mapping[str, Texts]):
    """Every table as published, with the words of its dates beside them, and more tables that are given."""

    def __init__(self, dataset: Dataset, more: Mapping[str, Texts] | None = None) -> None:
        self._dataset = dataset
        self._more = more or {}

    def __getitem__(self, name: str) -> Texts:
        if name in self._more:
            return self._more[name]
        made = _countries if name == COUNTRIES else partial(_texts, name=name)
        texts: Texts = self._dataset.lookups.answer(("texts", name), lambda: made(self._dataset))
        return texts

    def __iter__(self) -> Iterator[str]:
        return iter({**BY_NAME, COUNTRIES: None, **self._more})

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _texts(dataset: Dataset, name: str) -> Texts:
    frame = dataset.atlas.votes if name == "votes" else dataset.atlas[name]
    columns = _published(BY_NAME[name], frame)
    cells = [[cell_of(cell) for cell in frame[column].tolist()] for column in columns]
    return tuple(columns), list(zip(*cells, strict=True))


def _countries(dataset: Dataset) -> Texts:
    """The countries of sources: their codes, their names, and of a state that is gone the one for which it
    counts.
    """
    codes = sorted({code for code in dataset.atlas["sources"]["country"] if code})
    successors = dataset.atlas.subject.successors
    following = [code for code in successors.values() if code not in codes]
    return ("country", "name", "counts_for"), [
        (code, country(code), successors.get(code, "")) for code in [*codes, *dict.fromkeys(following)]
    ]


def texts_of_changes(
    dataset: Dataset, pairs: Sequence[tuple[str, str, str]], record_ids: Collection[str]
) -> dict[str, Texts]:
    """The cells of pairs of editions on which changes of some records rest, by the tables of their proof."""
    rows: dict[str, dict[tuple[str, ...], None]] = {name: {} for name in TABLES}
    titles: dict[str, str] = {}
    for label, since, version in pairs:
        moved = moved_between(dataset, since, version)
        aliases = {former: current for former, current, _ in moved.aliases}
        ids = {*record_ids, *(former for former, current in aliases.items() if current in record_ids)}
        for name, found in (
            ("cells", [row for row in moved.cells if row[1] in ids]),
            ("passages_before", [row for row in moved.before if row[0] in ids]),
            ("passages_after", [row for row in moved.after if row[0] in ids]),
            ("why_corrected", [row for row in moved.corrections if row[0] in ids]),
            ("why_read", [row for row in moved.readings if row[0] in ids]),
            ("aliases", [row for row in moved.aliases if row[0] in ids]),
        ):
            rows[name] |= {(label, *map(cell_of, row)): None for row in found}
        titles |= {record_id: title for record_id, title in moved.titles if record_id in ids}
    titles |= {name: dataset.titles[name] for name in record_ids if name in dataset.titles}
    rows["titles"] = {(record_id, cell_of(title)): None for record_id, title in titles.items()}
    return {name: (TABLES[name], list(found)) for name, found in rows.items()}


def _published(table: Table, frame: pd.DataFrame) -> list[str]:
    """The columns of a table as published, those of states, and after each date its words where they are
    made.
    """
    names = []
    for column in table.columns:
        caption = f"{column.name}{CAPTION}"
        names += [column.name, caption] if caption in frame else [column.name]
    return [*names, *(name for name in frame.columns if is_state(name))]
