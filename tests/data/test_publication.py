"""The published tables are handed out only as long as they are those of the Atlas that the pages show."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.data.publication import OutOfStep, published_tables
from dashboard.model.schema import TABLES


def test_every_table_is_handed_out_byte_by_byte(small: Path) -> None:
    files = published_tables(small, read_atlas(small).digest)
    assert files == {table.file: (small / table.file).read_bytes() for table in TABLES}


def test_tables_that_have_changed_since_they_were_read_are_refused(small: Path) -> None:
    digest = read_atlas(small).digest
    (small / "themes.csv").write_bytes((small / "themes.csv").read_bytes() + b"\n")
    with pytest.raises(OutOfStep, match="have changed"):
        published_tables(small, digest)
