"""The published tables are handed out only as long as they are those of the Atlas that the pages show."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.data.publication import OutOfStep, published_tables
from dashboard.model.schema import TABLES


def test_every_table_is_handed_out_byte_by_byte(small: Path) -> None:
    (small / "LICENCE.md").write_text("The terms.", "utf-8")
    files = published_tables(small, read_atlas(small).digest)
    names = [*(table.file for table in TABLES), "votes.parquet", "LICENCE.md"]
    assert files == {name: (small / name).read_bytes() for name in names}


def test_a_folder_without_votes_and_terms_hands_out_its_tables(small: Path) -> None:
    (small / "votes.parquet").unlink()
    for name in ("vote_topics.csv", "event_votes.csv"):
        header = (small / name).read_text("utf-8").splitlines()[0]
        (small / name).write_text(header + "\n", "utf-8")
    files = published_tables(small, read_atlas(small).digest)
    assert list(files) == [table.file for table in TABLES]


def test_tables_that_have_changed_since_they_were_read_are_refused(small: Path) -> None:
    digest = read_atlas(small).digest
    (small / "themes.csv").write_bytes((small / "themes.csv").read_bytes() + b"\n")
    with pytest.raises(OutOfStep, match="have changed"):
        published_tables(small, digest)
