"""What lands stands at the end of its table; where the system refuses a file, the others are put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.landing import copied, grown, replace
from dashboard.model.fault import FaultyData


def test_rows_stand_below_those_of_their_table_whether_or_not_it_ends_its_last_line(tmp_path: Path) -> None:
    work, data = tmp_path / "work", tmp_path / "data"
    (work / "rows").mkdir(parents=True)
    (work / "fingerprints").mkdir()
    data.mkdir()
    (work / "rows" / "terms.csv").write_text("term_id,label\nc,C\n", "utf-8")
    (work / "fingerprints" / "letter.json").write_text("{}\n", "utf-8")
    (data / "terms.csv").write_text("term_id,label\na,A\nb,B", "utf-8")
    files = grown(work, data)
    assert files == {
        Path("terms.csv"): "term_id,label\na,A\nb,B\nc,C\n",
        Path("fingerprints/letter.json"): "{}\n",
    }
    copy = copied(data, tmp_path / "place", files)
    assert (copy / "terms.csv").read_text("utf-8").endswith("c,C\n")
    assert (data / "terms.csv").read_text("utf-8").endswith("b,B"), "the tables themselves wait"


def test_where_one_file_is_refused_none_is_changed(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("before", "utf-8")
    (tmp_path / "sources.csv").mkdir()
    files = {Path("events.csv"): "after", Path("new.csv"): "new", Path("sources.csv"): "refused"}
    with pytest.raises(FaultyData, match="cannot be written"):
        replace(tmp_path, files)
    assert (tmp_path / "events.csv").read_text("utf-8") == "before"
    assert not (tmp_path / "new.csv").exists()
