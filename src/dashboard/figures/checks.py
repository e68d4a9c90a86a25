"""The figures of the checks."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder, documents_of
from dashboard.queries import checks as ask_checks
from dashboard.views import checks


def _chosen_checks(dataset: Dataset, asked: Asked) -> pd.DataFrame:
    verdict = asked.option("verdict", "all")
    return ask_checks.with_verdict(dataset.atlas["checks"], () if verdict == "all" else (verdict,))


def _checks_verdicts(dataset: Dataset, asked: Asked) -> Answer:
    own = dataset.atlas["checks"]
    return checks.verdicts(ask_checks.verdict_counts(own), own, documents_of(dataset))


def _checks_list(dataset: Dataset, asked: Asked) -> Answer:
    return checks.listing(_chosen_checks(dataset, asked), dataset.counts, documents_of(dataset))


FIGURES: Mapping[str, Builder] = {
    "checks-verdicts": _checks_verdicts,
    "checks-list": _checks_list,
}
