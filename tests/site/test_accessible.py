"""Pages of the edition, opened from a folder as a reader without a server does: axe-core, an independent
judge, finds nothing serious on any of them.
"""

from __future__ import annotations

from itertools import chain, islice, zip_longest
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.data.publication import published_tables
from dashboard.figures.dataset import Dataset
from dashboard.site.edition import files_of
from dashboard.site.publication import Publication

MANY = 50
SEVERE = {"serious", "critical"}


@pytest.fixture(scope="module")
def other_atlas(another: Path) -> Atlas:
    return read_atlas(another)


@pytest.fixture(scope="module")
def folder(
    edition: dict[str, bytes], other_atlas: Atlas, another: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The editions of the small Atlas and of the other one, side by side."""
    other = files_of(
        Publication(Dataset(other_atlas)), published_tables(another, other_atlas.digest), workers=1
    )
    whole = tmp_path_factory.mktemp("editions")
    for name, files in (("small", edition), ("other", dict(other))):
        for path, content in files.items():
            (whole / name / path).parent.mkdir(parents=True, exist_ok=True)
            (whole / name / path).write_bytes(content)
    return whole


@pytest.fixture(scope="module")
def opened(folder: Path, small_atlas: Atlas, other_atlas: Atlas) -> list[Path]:
    """Fifty pages, one of each kind in turn: of the menu, of figures, of each sort of chapter and index, of
    votes, of the records of each table.
    """
    tables = {**small_atlas.table_of, **other_atlas.table_of}
    kinds: dict[tuple[str, str], list[Path]] = {}
    for path in sorted(folder.rglob("*.html"), key=lambda path: (path.parts[-2:], path)):
        place = path.relative_to(folder).parts[1:-1]
        kinds.setdefault(("/".join(place), tables.get(path.stem, "")), []).append(path)
    assert len(kinds) <= MANY, "each kind of page is among those opened"
    return list(islice(filter(None, chain(*zip_longest(*kinds.values()))), MANY))


def test_axe_finds_nothing_serious_on_fifty_pages_of_the_edition(
    browser: Browser, opened: list[Path]
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    severe = []
    for path in opened:
        page.goto(path.as_uri())
        found = Axe().run(page, options={"reporter": "no-passes"}).response["violations"]
        severe += [
            f"{path.parent.name}/{path.name}: {fault['id']}: {node['html'][:200]}"
            for fault in found
            if fault["impact"] in SEVERE
            for node in fault["nodes"]
        ]
    page.close()
    assert len(opened) == MANY
    assert severe == []
