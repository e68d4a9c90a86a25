"""The code is about no subject: no name that the tables give to a side, to a project or to a weighty place
stands in it.
"""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [path for path in (ROOT / "src").rglob("*") if path.suffix in {".py", ".css", ".csl"}]


def names_of(atlas: Atlas) -> set[str]:
    """The two sides, the projects by all their names, and the places of the weightiest events."""
    sides = [name for side in atlas.subject.sides for name in side.names]
    projects, styles = atlas["projects"], atlas["line_styles"]
    aliases = chain.from_iterable(projects["aliases"])
    weighty = set(atlas["events"].loc[atlas["events"]["weight"] == 1, "places"].explode())
    places = atlas["places"].loc[atlas["places"]["place_id"].isin(weighty), "name"]
    named = {*sides, *projects["name"], *aliases, *styles["short"], *places}
    return {name for name in named if len(name) > 3}


@pytest.fixture(scope="module")
def names(atlas: Atlas) -> re.Pattern[str]:
    """A name, or a word that begins with it, as an adjective does."""
    longest = sorted(names_of(atlas), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})", re.IGNORECASE)


def test_the_names_are_those_of_sides_projects_and_places(small_atlas: Atlas) -> None:
    named = names_of(small_atlas)
    assert {"Pakistan", "Soviet Union", "River pipeline", "Port line", "Meeting House"} <= named
    assert "Southern Port" not in named, "no event of weight was there"


def test_no_name_of_the_subject_stands_in_the_code(names: re.Pattern[str]) -> None:
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in SOURCES
        for match in names.finditer(path.read_text("utf-8"))
    }
    assert sorted(found) == []
