"""Who states a number, and which check tests it, for every figure that shows stated numbers."""

from __future__ import annotations

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.model.vocabulary import label
from dashboard.queries import stated as ask_stated
from dashboard.views.arguments import short_name
from dashboard.views.attribution import tellers


def verdicts_of(dataset: Dataset, stated: pd.DataFrame) -> dict[str, tuple[str, str, str]]:
    """For each stated number that a check tests: the check, its verdict, and the verdict in words."""
    checks = dataset.atlas["checks"]
    verdict = checks.set_index("check_id")["verdict"]
    tested = ask_stated.tested_by(dataset.atlas["evidence"], checks, stated["quantity_id"])
    return {
        quantity_id: (check_id, verdict[check_id], label("verdict", verdict[check_id]))
        for quantity_id, check_id in tested.items()
    }


def spoken(dataset: Dataset, stated: pd.DataFrame) -> pd.DataFrame:
    """The stated numbers with `by`: whether a document says them."""
    if stated.empty:
        return stated.assign(by=pd.Series(dtype="str"))
    atlas = dataset.atlas
    kinds: pd.Series = dataset.lookups.answer(
        ("speakers",), lambda: ask_stated.speakers(atlas["evidence"], atlas["sources"])
    )
    return stated.assign(by=stated["quantity_id"].map(kinds))


def speakers_of(dataset: Dataset, record_ids: pd.Series) -> dict[str, list[str]]:
    """For each record, who says so, in short: documents by author and year first, then every other source by
    its publisher, each with the speaker in front where it reports another's words.
    """
    documents = {row["source_id"]: short_name(row) for row in dataset.documents.to_dict("records")}
    names = dataset.source_names
    in_short = {str(source_id): documents.get(source_id, str(name)) for source_id, name in names.items()}
    evidence = dataset.atlas["evidence"]
    behind = evidence[evidence["record_id"].isin(record_ids) & (evidence["stance"] == "supports")]
    first = behind["source_id"].isin(documents)
    speakers = tellers(pd.concat([behind[first], behind[~first]]), in_short, dataset.titles)
    return {str(record_id): list(speakers.get(record_id, ())) for record_id in record_ids}
