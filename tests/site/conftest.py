"""The edition of the small Atlas, made once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas
from dashboard.data.publication import published_tables
from dashboard.figures.dataset import Dataset
from dashboard.site.edition import files_of
from dashboard.site.publication import Publication

BASE = "https://atlas.example/pr/"


@pytest.fixture(scope="session")
def publication(small_atlas: Atlas) -> Publication:
    """The small Atlas under an invented address."""
    return Publication(Dataset(small_atlas), BASE)


@pytest.fixture(scope="session")
def edition(publication: Publication, proved_small: Path) -> dict[str, bytes]:
    """Every file of the edition by its path."""
    tables = published_tables(proved_small, publication.dataset.atlas.digest)
    return dict(files_of(publication, tables, workers=1))


@pytest.fixture(scope="session")
def pages(edition: dict[str, bytes]) -> dict[str, str]:
    """Every page of the edition by its path."""
    return {path: content.decode("utf-8") for path, content in edition.items() if path.endswith(".html")}
