"""The file of votes is read whole or not at all, and every fault of it is named."""

from io import BytesIO

import pandas as pd
import pyarrow
import pytest
from pyarrow import parquet

from dashboard.data import votes as table
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


def raw(votes: pd.DataFrame) -> bytes:
    return votes.to_parquet(None, index=False)


def faults(*votes: dict[str, object]) -> list[str]:
    return [str(fault) for fault in table.vote_faults(frame(*votes), SOURCES, {"topic-sea"})]


def test_a_sound_file_becomes_lists_and_years():
    sound = raw(frame(a_vote(topics="topic-sea", vetoed_by="", PAK="Y")).drop(columns="AAA"))
    rows, none = table.checked(sound, SOURCES, {"topic-sea"})
    assert (list(rows["vote_id"]), none) == (["a-res-1"], [])
    [vote] = table.votes_of(sound).to_dict("records")
    assert (vote["topics"], vote["vetoed_by"], vote["year"], vote["PAK"]) == (("topic-sea",), (), 1950, "Y")


def test_a_folder_without_votes_has_none_and_needs_none_unless_topics_are_named(tmp_path):
    assert table.read_raw(tmp_path) == b""
    assert table.votes_of(b"").empty
    rows, none = table.checked(b"", SOURCES, set())
    assert (len(rows), none) == (0, [])
    nothing, [fault] = table.checked(b"", SOURCES, {"topic-sea"})
    assert nothing is None
    assert fault.problem == "the file is missing"


def test_what_stands_in_place_of_the_file_is_named_also_where_no_topic_is(tmp_path):
    assert table.misplaced(tmp_path) == []
    (tmp_path / "votes.parquet").mkdir()
    [fault] = table.misplaced(tmp_path)
    assert (fault.file, fault.problem) == ("votes.parquet", "a folder stands where the file should be")
    (tmp_path / "votes.parquet").rmdir()
    (tmp_path / "votes.parquet").symlink_to(tmp_path / "nowhere")
    [fault] = table.misplaced(tmp_path)
    assert (fault.problem, fault.found) == ("the file cannot be read", "a pipe, a device or a broken link")
    (tmp_path / "votes.parquet").unlink()
    (tmp_path / "votes.parquet").write_bytes(b"PAR1")
    assert table.misplaced(tmp_path) == [], "what is in a file is for others to say"


@pytest.mark.parametrize(
    ("cells", "column", "found"),
    [
        ({"body": "senate"}, "body", "senate"),
        ({"date": "1950-13"}, "date", "1950-13"),
        ({"date": ""}, "date", ""),
        ({"date": "198X"}, "date", "198X"),
        ({"date": "../1990"}, "date", "../1990"),
        ({"date": "1990/1991"}, "date", "1990/1991"),
        ({"date": "1990~"}, "date", "1990~"),
        ({"date": "1990"}, "date", "1990"),
        ({"date": "1990-22"}, "date", "1990-22"),
        ({"vote_id": "No Such"}, "vote_id", "No Such"),
        ({"vote_id": "a-res-1;a-res-2"}, "vote_id", "a-res-1;a-res-2"),
        ({"un_url": "https://[x"}, "un_url", "https://[x"),
        ({"un_url": "http://un.example"}, "un_url", "http://un.example"),
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
    [fault] = list(
        table.vote_faults(frame(a_vote(vote_id="a-res-0"), a_vote(**cells)), SOURCES, {"topic-sea"})
    )
    assert (fault.file, fault.row, fault.column, fault.found) == ("votes.parquet", 2, column, found)


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("yes", ["2"]),
        ("yes", [True]),
        ("no", [pd.Timestamp("2017-01-01")]),
        ("topics", [None]),
        ("topics", [["topic-sea"]]),
        ("repeats", [None]),
        ("source_id", [None]),
        ("vote_id", [None]),
        ("date", [None]),
        ("outcome", [1]),
        ("AAA", [None]),
    ],
)
def test_a_column_of_another_type_is_one_sentence(column, cells):
    votes = frame(a_vote()).assign(**{column: pd.Series(cells)})
    [fault] = list(table.vote_faults(votes, SOURCES, {"topic-sea"}))
    assert (fault.file, fault.row, fault.column) == ("votes.parquet", 0, column)


def test_half_a_vote_is_no_count():
    votes = frame(a_vote()).astype({"yes": float}).assign(yes=2.5)
    [fault] = list(table.vote_faults(votes, SOURCES, set()))
    assert (fault.row, fault.column, fault.found) == (1, "yes", "2.5")


def test_one_id_for_two_votes_is_a_fault():
    [message] = faults(a_vote(), a_vote())
    assert "votes.parquet:2 vote_id: the id is taken" in message


def test_a_file_that_is_no_parquet_is_one_sentence():
    _, [fault] = table.checked(b"vote_id,body\n", SOURCES, set())
    assert (fault.file, fault.problem) == ("votes.parquet", "not a Parquet file")


@pytest.mark.parametrize("at", range(0, 4000, 50))
def test_a_file_whose_middle_is_damaged_is_read_or_told_and_never_raises(at):
    sound = raw(frame(a_vote(PAK="Y")).drop(columns="AAA"))
    rows, faults = table.checked(sound[:at] + b"\xff" * 40 + sound[at + 40 :], SOURCES, set())
    assert (rows is None) == bool(faults)


def test_a_file_without_rows_and_a_state_twice_are_told():
    _, [fault] = table.checked(raw(frame(a_vote()).drop(columns="AAA").iloc[:0]), SOURCES, set())
    assert (fault.problem, fault.found) == ("no number of rows that votes have", "0")
    whole = pyarrow.Table.from_pandas(frame(a_vote()), preserve_index=False)
    kept = BytesIO()
    parquet.write_table(whole.append_column("PAK", [["Y"]]).append_column("PAK", [["N"]]), kept)
    _, [fault] = table.checked(kept.getvalue(), SOURCES, set())
    assert fault.problem == "other columns than the votes have"


def test_a_column_for_a_state_that_there_is_not_is_told():
    _, [fault] = table.checked(raw(frame(a_vote())), SOURCES, set())
    assert fault.problem == "other columns than the votes have"
    assert "AAA" in fault.found


def test_the_votes_of_each_side_are_asked_for_where_there_are_votes():
    votes = frame(a_vote(PAK="Y"))
    assert [fault.column for fault in table.sideless(votes, ["PAK", "RUS"])] == ["RUS"]
    assert list(table.sideless(votes.iloc[:0], ["PAK", "RUS"])) == []


def test_a_column_too_few_is_named():
    _, [fault] = table.checked(raw(frame(a_vote()).drop(columns="note")), SOURCES, set())
    assert fault.problem == "other columns than the votes have"
    assert "note" in fault.expected


def test_topics_follow_from_symbol_title_and_subjects_by_the_rules():
    votes = frame(
        a_vote(), a_vote(title="Season of TRUCE", subjects="The sea"), a_vote(title="Seaside", symbol="peace")
    )
    assert table.topics_of(votes, RULES).tolist() == ["topic-sea", "topic-sea;topic-peace", "topic-peace"]
