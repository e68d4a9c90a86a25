"""The figures of the arguments and of the checks."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.queries import checks as ask_checks
from dashboard.queries import claims as ask_claims
from dashboard.queries import events as ask_events
from dashboard.ui.catalogue.asked import Answer, Asked, Builder, documents_of
from dashboard.ui.library import Library
from dashboard.views import arguments, checks


def _arguments_matrix(library: Library, asked: Asked) -> Answer:
    atlas, documents_ = library.atlas, documents_of(library)
    claims = ask_events.with_themes(atlas["claims"], asked.selection.themes)
    told = ask_claims.stances(claims, atlas["evidence"], documents_)
    return arguments.matrix(ask_claims.agreement(claims, told), told, documents_, asked.option("order", "topic"))


def _chosen_checks(library: Library, asked: Asked) -> pd.DataFrame:
    verdict = asked.option("verdict", "all")
    return ask_checks.with_verdict(library.atlas["checks"], () if verdict == "all" else (verdict,))


def _checks_verdicts(library: Library, asked: Asked) -> Answer:
    own = library.atlas["checks"]
    return checks.verdicts(ask_checks.verdict_counts(own), own, documents_of(library))


def _checks_list(library: Library, asked: Asked) -> Answer:
    return checks.listing(_chosen_checks(library, asked), library.counts, documents_of(library))


FIGURES: Mapping[str, Builder] = {
    "arguments-matrix": _arguments_matrix,
    "checks-verdicts": _checks_verdicts,
    "checks-list": _checks_list,
}
