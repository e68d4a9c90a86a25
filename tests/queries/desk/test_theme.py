"""A sentence gets the themes of the projects that it names and of the events nearest to it."""

from __future__ import annotations

from dashboard.data.atlas import Atlas
from dashboard.queries.desk.known import Known
from dashboard.queries.desk.theme import themes_near


def test_themes_of_projects_come_first_and_those_of_near_events_follow(small_atlas: Atlas) -> None:
    known = Known(small_atlas.frames)
    near = themes_near("The two governments agreed to build the pipeline", (), known)
    assert set(near) == {"energy", "diplomacy"}
    project = themes_near("Delegations met now and then", ["river-pipeline"], known)
    of_project = list(known.projects.loc["river-pipeline", "themes"])
    assert project[: len(of_project)] == of_project
    assert "diplomacy" in project


def test_a_sentence_that_is_near_to_nothing_has_no_theme(small_atlas: Atlas) -> None:
    assert themes_near("Zebras yawned", (), Known(small_atlas.frames)) == []
