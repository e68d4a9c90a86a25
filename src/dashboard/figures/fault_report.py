"""The report on a fault of one record, filled in as far as the data set can."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.fault_report import ALL_FIELDS, FaultReport
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import edition_of
from dashboard.figures.lookup import row_of
from dashboard.model.schema import BY_NAME
from dashboard.model.vocabulary import RECORD_NAMES

# What a vote says beside the votes of nearly two hundred states.
_OF_VOTE = ("body", "date", "title", "symbol", "yes", "no", "abstained", "outcome")


def values_of(dataset: Dataset, record_id: str) -> dict[str, str]:
    """The fields of a record as its table holds them, without its id; KeyError if there is none."""
    table = dataset.table_of(record_id)
    if table == "votes":
        frame, names = dataset.atlas.votes, [name for name in _OF_VOTE if name in dataset.atlas.votes]
        row = frame[frame["vote_id"] == record_id].iloc[0].to_dict()
    else:
        described = BY_NAME[table]
        names = [column.name for column in described.columns if column.name != described.id_column]
        row = row_of(dataset, record_id)[1]
    return {name: _written(row[name]) for name in names}


def fault_report(
    dataset: Dataset, record_id: str, base: str, address: str, field: str = ALL_FIELDS
) -> FaultReport:
    """The report on a record whose permalink is `address`, in the Atlas published at `base`."""
    return FaultReport(
        record_id,
        RECORD_NAMES[dataset.table_of(record_id)],
        dataset.titles[record_id],
        edition_of(dataset.atlas, base),
        values_of(dataset, record_id),
        address,
        field,
    )


def _written(value: object) -> str:
    """A cell as it stands in the file."""
    if isinstance(value, tuple):
        return ";".join(value)
    if pd.isna(value):
        return ""
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value)
