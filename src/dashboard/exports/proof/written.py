"""The queries that are written for a figure, because its rows are counted and not read from a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard.exports.proof import capitals, method, tallies, weaknesses
from dashboard.exports.proof.scope import Scope
from dashboard.exports.proof.taken import Query

WRITTEN: Mapping[str, Callable[[Scope], Query]] = {
    **tallies.TALLIES,
    "method-audit": method.audit,
    "method-reach": method.reach,
    "method-weaknesses": weaknesses.weaknesses,
    "method-weak-records": weaknesses.weak_records,
    "method-health": weaknesses.queue,
    "sources-capitals": capitals.by_country,
    "sources-one-country": capitals.of_one_country,
}


def written_for(figure_id: str, scope: Scope) -> Query | None:
    """The query of a figure, if one is written for it."""
    return WRITTEN[figure_id](scope) if figure_id in WRITTEN else None
