"""The file of votes is read whole or not at all, and every fault of it is named."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.data import votes as table
from dashboard.model.fault import FaultyData
from dashboard.model.schema.votes import VOTES

RULES = pd.DataFrame({"topic_id": ["topic-sea", "topic-peace"], "rule": [r"\bsea\b", "peace|truce"]})
SOURCES = {"library"}


def a_vote(**cells: object) -> dict[str, object]:
    row = {column.name: "" for column in VOTES.columns} | {
        "vote_id": "a-res-1",
        "body": "general-assembly",
        "date": "1950-03",
        "title": "Law of the sea",
        "kind": "resolution",
        "outcome": "adopted",
        "source_id": "library",
        "yes": 2,
        "no": 1,
        "abstained": 0,
        "absent": None,
        "AAA": "Y",
    }
    return row | cells


def frame(*votes: dict[str, object]) -> pd.DataFrame:
    counts = dict.fromkeys(table.COUNTS, "Int16")
    return pd.DataFrame(votes).astype(counts)


def write(folder: Path, votes: pd.DataFrame) -> Path:
    votes.to_parquet(folder / table.FILE, index=False)
    return folder


def faults(*votes: dict[str, object]) -> list[str]:
    return [str(fault) for fault in table.vote_faults(frame(*votes), SOURCES, {"topic-sea"})]


def test_a_sound_file_becomes_lists_and_years(tmp_path):
    folder = write(tmp_path, frame(a_vote(topics="topic-sea", vetoed_by="")))
    [vote] = table.read_votes(folder, SOURCES, RULES).to_dict("records")
    assert (vote["topics"], vote["vetoed_by"], vote["year"], vote["AAA"]) == (("topic-sea",), (), 1950, "Y")


@pytest.mark.parametrize(
    ("cells", "column", "found"),
    [
        ({"body": "senate"}, "body", "senate"),
        ({"date": "1950-13"}, "date", "1950-13"),
        ({"date": ""}, "date", ""),
        ({"title": " "}, "title", " "),
        ({"kind": "law"}, "kind", "law"),
        ({"yes": -1, "outcome": ""}, "yes", "-1"),
        ({"absent": 251}, "absent", "251"),
        ({"AAA": "yes"}, "AAA", "yes"),
        ({"source_id": "hearsay"}, "source_id", "hearsay"),
        ({"topics": "topic-sea;topic-air"}, "topics", "topic-sea;topic-air"),
        ({"repeats": "a-res-2"}, "repeats", "a-res-2"),
        ({"yes": 1, "no": 1}, "yes", "1"),
        ({"vetoed_by": "AAAA"}, "vetoed_by", "AAAA"),
        ({"un_url": "javascript:alert(1)"}, "un_url", "javascript:alert(1)"),
        ({"note": "a\u202eb"}, "note", "a\u202eb"),
    ],
)
def test_a_damaged_cell_is_named_with_its_row_and_column(cells, column, found):
    [fault] = list(table.vote_faults(frame(a_vote(vote_id="a-res-0"), a_vote(**cells)), SOURCES, {"topic-sea"}))
    assert (fault.file, fault.row, fault.column, fault.found) == ("votes.parquet", 2, column, found)


def test_one_id_for_two_votes_is_a_fault():
    [message] = faults(a_vote(), a_vote())
    assert "votes.parquet:2 vote_id: the id is taken" in message


def test_a_file_that_is_not_there_or_no_parquet_is_one_sentence(tmp_path):
    with pytest.raises(FaultyData, match="the file is missing"):
        table.read_votes(tmp_path, SOURCES, RULES)
    (tmp_path / table.FILE).write_text("vote_id,body\n")
    with pytest.raises(FaultyData, match="not a Parquet file"):
        table.read_votes(tmp_path, SOURCES, RULES)


def test_a_column_too_few_is_named(tmp_path):
    write(tmp_path, frame(a_vote()).drop(columns="note"))
    with pytest.raises(FaultyData, match="other columns than the votes have"):
        table.read_votes(tmp_path, SOURCES, RULES)


def test_topics_follow_from_symbol_title_and_subjects_by_the_rules():
    votes = frame(a_vote(), a_vote(title="Season of TRUCE", subjects="The sea"), a_vote(title="Seaside", symbol="peace"))
    assert table.topics_of(votes, RULES).tolist() == ["topic-sea", "topic-sea;topic-peace", "topic-peace"]
