"""The themes that a sentence may belong to: those of the projects that it names and of the events nearest to
it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dashboard.model.proposal import EVENT, Candidate
from dashboard.queries.desk.known import Known

# So many of the nearest events, and the share of their nearness that has to agree on a theme: tried on five
# documents, four of five themes offered are right.
_NEAREST, _AGREED = 3, 0.5


def themes_near(sentence: str, named: Iterable[str], known: Known) -> list[str]:
    """Ids of themes for a sentence that names some records; those of projects first."""
    projects = [record_id for record_id in named if record_id in known.projects.index]
    of_projects = [theme for project in projects for theme in known.projects.loc[project, "themes"]]
    nearest = known.near[EVENT].near(sentence, 0.0)[:_NEAREST]
    return list(dict.fromkeys([*of_projects, *_agreed(nearest, known)]))


def _agreed(nearest: list[Candidate], known: Known) -> list[str]:
    votes: defaultdict[str, float] = defaultdict(float)
    for event in nearest:
        for theme in known.events.loc[event.record_id, "themes"]:
            votes[theme] += event.nearness
    least = _AGREED * sum(event.nearness for event in nearest)
    ranked = sorted(votes, key=lambda theme: -votes[theme])
    return [theme for theme in ranked if votes[theme] >= least]
