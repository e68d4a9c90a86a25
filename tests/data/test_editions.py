"""Editions: the same files make the same bytes, come back as they were, and whatever cannot be one is
named.
"""

from __future__ import annotations

import gzip
import io
import lzma
import tarfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pyarrow
import pytest
from pyarrow import parquet

from dashboard.data import edition_archive
from dashboard.data.atlas import read_atlas
from dashboard.data.edition_archive import archived, members_of
from dashboard.data.edition_layout import Damaged
from dashboard.data.editions import (
    ENDING,
    LARGEST,
    base_for,
    edition_faults,
    edition_files,
    order_of,
    packed,
    read_editions,
    rows_of,
    tables_of,
    unpacked,
)
from dashboard.model.fault import FaultyData

FILES = {"VERSION": b"1.2.0 2022-03-01\n", "events.csv": b"event_id,title\na,One\nb,Two\n"}
# What was released does not change: the first twelve signs of the SHA-256 of each edition.
RELEASED = {"0.1.0": "74e6ccb57343", "0.2.0": "6e9cf20780b9"}


def keep(folder: Path, name: str, content: bytes) -> Path:
    path = folder / "editions" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def problems(folder: Path, version: str = "2.0.0") -> list[tuple[str, str]]:
    return [(fault.file, fault.problem) for fault in edition_faults(folder, version)]


def test_files_come_back_as_they_were_and_the_same_files_make_the_same_bytes() -> None:
    assert unpacked(packed(FILES)) == FILES
    assert packed(dict(reversed(FILES.items()))) == packed(FILES)


def test_the_rows_of_a_table_are_its_cells_by_the_columns_of_its_time() -> None:
    assert tables_of(FILES) == {
        "events": [{"event_id": "a", "title": "One"}, {"event_id": "b", "title": "Two"}]
    }


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a,b\n1\n", b'a\n"open'])
def test_what_is_no_table_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged, match=r"events\.csv"):
        rows_of("events.csv", content)


def test_editions_are_read_in_the_order_of_their_versions(tmp_path: Path) -> None:
    for version in ("0.10.0", "0.9.0", "1.0.0"):
        keep(tmp_path, version + ENDING, packed({"VERSION": f"{version} 2022-03-01".encode()}))
    found = read_editions(tmp_path)
    assert [snapshot.version for snapshot in found] == ["0.9.0", "0.10.0", "1.0.0"]
    assert order_of("0.10.0") > order_of("0.9.9")
    assert str(found[0].day) == "2022-03-01"
    assert problems(tmp_path) == []


def test_an_edition_newer_than_the_tables_is_named(tmp_path: Path) -> None:
    keep(tmp_path, f"1.2.0{ENDING}", packed(FILES))
    assert problems(tmp_path, "1.1.9") == [(f"editions/1.2.0{ENDING}", "an edition newer than the tables")]


def test_an_edition_that_is_cut_short_changed_or_followed_by_something_is_damaged(tmp_path: Path) -> None:
    whole = packed(FILES)
    middle = len(whole) // 2
    for content in (
        whole[:-9],
        whole[:middle] + b"\x00\x01" + whole[middle + 2 :],
        whole + b"x",
        b"",
        FILES["VERSION"],
    ):
        keep(tmp_path, f"1.2.0{ENDING}", content)
        assert problems(tmp_path) == [(f"editions/1.2.0{ENDING}", "the edition is damaged")]
        assert read_editions(tmp_path) == ()


def test_an_archive_without_a_version_is_damaged(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("events.csv"))
    keep(tmp_path, f"1.2.0{ENDING}", lzma.compress(buffer.getvalue()))
    assert problems(tmp_path) == [(f"editions/1.2.0{ENDING}", "the edition is damaged")]


def test_an_edition_that_would_fill_the_memory_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition_archive, "LARGEST_UNPACKED", 1_000)
    keep(tmp_path, f"1.2.0{ENDING}", packed(FILES | {"glossary.csv": b"a" * 100_000}))
    ((_, problem),) = problems(tmp_path)
    assert problem == "the edition is damaged"


def test_an_edition_over_a_mebibyte_is_too_big(tmp_path: Path) -> None:
    keep(tmp_path, f"1.2.0{ENDING}", b"x" * (LARGEST + 1))
    assert problems(tmp_path) == [(f"editions/1.2.0{ENDING}", "the edition is too big")]


def test_a_file_of_another_name_or_of_another_version_is_named(tmp_path: Path) -> None:
    keep(tmp_path, "notes.txt", b"")
    keep(tmp_path, f"1.3.0{ENDING}", packed(FILES))
    (tmp_path / "editions" / "folder").mkdir()
    assert problems(tmp_path) == [
        (f"editions/1.3.0{ENDING}", "the edition bears another version than its file"),
        ("editions/folder", "no edition"),
        ("editions/notes.txt", "no edition"),
    ]


def test_the_tables_as_they_are_fit_into_an_edition_also_if_they_grow_by_half(data: Path) -> None:
    files = edition_files(data)
    assert "glossary.csv" not in files
    content = packed(files, base_for(read_editions(data)))
    assert len(content) < LARGEST / 1.5


def test_roll_calls_of_an_edition_are_those_of_the_tables(small: Path) -> None:
    held = unpacked(packed(edition_files(small)))["votes.parquet"]
    assert parquet.read_table(io.BytesIO(held)).equals(parquet.read_table(small / "votes.parquet"))


def test_what_was_released_does_not_change_under_its_version(small: Path) -> None:
    version = (small / "VERSION").read_text("utf-8").split()[0]
    keep(small, version + ENDING, packed(edition_files(small)))
    assert edition_faults(small, version) == []
    events = (small / "events.csv").read_text("utf-8")
    (small / "events.csv").write_text(events.replace("early-contact,", "early-contact ,", 1), "utf-8")
    (fault,) = edition_faults(small, version)
    assert (fault.file, fault.problem) == (
        "VERSION",
        "the tables differ from the released edition of their version",
    )


def test_faulty_editions_refuse_the_tables(small: Path) -> None:
    keep(small, f"0.0.1{ENDING}", b"nonsense")
    with pytest.raises(FaultyData, match="the edition is damaged"):
        read_atlas(small)


def test_tables_without_editions_have_none(small: Path) -> None:
    assert read_atlas(small).editions.released == ()


def test_the_editions_of_the_atlas_are_small_and_stay_as_they_were_released(data: Path) -> None:
    for path in (data / "editions").iterdir():
        assert path.stat().st_size <= LARGEST
    digests = {
        version: sha256((data / "editions" / f"{version}{ENDING}").read_bytes()).hexdigest()[:12]
        for version in RELEASED
    }
    assert digests == RELEASED


def renamed(small: Path) -> Path:
    """The tables of a later release in which one roll call has another title, one is gone and one is new."""
    votes = parquet.read_table(small / "votes.parquet").to_pandas()
    votes.loc[1, "title"] = "Another title"
    fresh = votes.iloc[[2]].assign(vote_id="another-vote")
    parquet.write_table(
        pyarrow.Table.from_pandas(pd.concat([fresh, votes.iloc[1:]]), preserve_index=False),
        small / "votes.parquet",
    )
    (small / "VERSION").write_text("9.0.0 2026-11-22\n", "utf-8")
    return small


def test_roll_calls_that_an_earlier_edition_holds_are_not_written_again(small: Path) -> None:
    keep(small, f"8.0.0{ENDING}", packed({**edition_files(small), "VERSION": b"8.0.0 2026-11-22"}))
    (base,) = read_editions(small)
    files = edition_files(renamed(small))
    shared, whole = packed(files, base), packed(files)
    assert len(members_of(shared)["votes.parquet"]) < len(members_of(whole)["votes.parquet"])
    assert unpacked(shared, base.packed) == unpacked(whole) == files
    keep(small, f"9.0.0{ENDING}", shared)
    assert edition_faults(small, "9.0.0") == []
    assert [snapshot.files["votes.parquet"] for snapshot in read_editions(small)] == [
        base.files["votes.parquet"],
        files["votes.parquet"],
    ]
    assert base_for(read_editions(small)) == base, "a base is whole itself"


def test_an_edition_whose_base_is_gone_or_shares_itself_is_damaged(small: Path) -> None:
    keep(small, f"8.0.0{ENDING}", packed({**edition_files(small), "VERSION": b"8.0.0 2026-11-22"}))
    (base,) = read_editions(small)
    shared = packed(edition_files(renamed(small)), base)
    keep(small, f"9.0.0{ENDING}", shared)
    (small / "editions" / f"8.0.0{ENDING}").unlink()
    (fault,) = edition_faults(small, "9.0.0")
    assert fault.found == "edition 8.0.0, its base, is not there as a whole one"
    with pytest.raises(Damaged, match=r"8\.0\.0"):
        unpacked(shared, shared)
    assert read_editions(small) == ()


@pytest.mark.parametrize(
    ("member", "content", "said"),
    [
        ("base", b"../../8.0.0", "no version"),
        ("base", b"", "no version"),
        ("votes_order", b"no-such-vote", "do not fit"),
        ("votes_order", b"-1,1", "do not fit"),
        ("votes_order", b"0,1\n0,99999999999", "do not fit"),
        ("votes.parquet", b"PAR1", "cannot be read"),
    ],
)
def test_roll_calls_that_do_not_fit_their_base_are_damaged(
    small: Path, member: str, content: bytes, said: str
) -> None:
    keep(small, f"8.0.0{ENDING}", packed({**edition_files(small), "VERSION": b"8.0.0 2026-11-22"}))
    (base,) = read_editions(small)
    laid = members_of(packed(edition_files(renamed(small)), base)) | {member: content}
    keep(small, f"9.0.0{ENDING}", archived(laid, "VERSION", date(2026, 11, 22)))
    (fault,) = edition_faults(small, "9.0.0")
    assert said in fault.found


def test_a_table_lies_in_an_edition_column_by_column() -> None:
    assert members_of(packed(FILES))["events.columns.csv"] == b"event_id,a,b\ntitle,One,Two\n"


def test_cells_that_repeat_the_one_above_lie_there_once_with_how_often_they_stand_in_turn() -> None:
    table = b'record_id,value\na,"x,y"\na,\na,\na,\na,\nb,z\na,z\n'
    files = FILES | {"readings.csv": table}
    laid = members_of(packed(files))["readings.columns.csv"]
    assert laid == b'record_id,a,b,a\n,5,1,1\nvalue,"x,y",,z\n,1,4,2\n'
    assert unpacked(packed(files)) == files


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (b",5,x", "no number of times"),
        (b",5", "no number of times"),
        (b",5,-1", "less than once"),
        (b",5,1", "rows of another length"),
        (b",5,99999999999", "too large when unpacked"),
        (b",5," + b"9" * 5000, "no number of times"),
    ],
)
def test_a_column_that_cannot_be_unrolled_is_damaged(times: bytes, said: str) -> None:
    columns = b"record_id,a,b,c,d,e,f,g\nvalue,x,y\n" + times + b"\n"
    content = archived(FILES | {"readings.columns.csv": columns}, "VERSION", date(2026, 11, 22))
    with pytest.raises(Damaged, match=said):
        unpacked(content)


def archive(*members: tuple[tarfile.TarInfo | str, bytes]) -> bytes:
    """Members as a plain archive, beside the files of a sound edition."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as packing:
        for member, content in (*FILES.items(), *members):
            named = tarfile.TarInfo(member) if isinstance(member, str) else member
            named.size = len(content)
            packing.addfile(named, io.BytesIO(content))
    return buffer.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, **headers: str) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, "VERSION" if kind != tarfile.REGTYPE else ""
    made.pax_headers = {name.replace("_", "."): value for name, value in headers.items()}
    return made


SPARSE = {"GNU_sparse_major": "0", "GNU_sparse_minor": "1", "GNU_sparse_map": "0,0"}


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (("../up.csv", b"a\n1\n"), "no file of an edition"),
        (("/etc/x.csv", b"a\n1\n"), "no file of an edition"),
        (("x\n\x1b[31m.csv", b"a\n1\n"), "no file of an edition"),
        ((member("loop.csv", tarfile.SYMTYPE), b""), "no file of an edition"),
        ((member("again.csv", tarfile.LNKTYPE), b""), "no file of an edition"),
        ((member("terms.csv", tarfile.DIRTYPE), b""), "no file of an edition"),
        ((member("vast.csv", **SPARSE, GNU_sparse_size=str(2**40)), b""), "no file of an edition"),
        ((member("odd.csv", GNU_sparse_map="a,b", GNU_sparse_size="-1"), b""), "invalid literal"),
        (("events.csv", b"event_id\na\n"), "twice"),
        (("terms.csv", b"a,b\n1\n"), "rows of another length"),
        (("terms.csv", b""), "cannot be read"),
        (("votes.parquet", b"PAR1"), "votes.parquet cannot be read"),
    ],
)
def test_what_an_edition_cannot_hold_is_told_before_anybody_compares_with_it(
    tmp_path: Path, added: tuple[tarfile.TarInfo | str, bytes], said: str
) -> None:
    keep(tmp_path, f"1.2.0{ENDING}", lzma.compress(archive(added)))
    (fault,) = edition_faults(tmp_path, "2.0.0")
    assert fault.problem == "the edition is damaged"
    assert said in fault.found
    assert read_editions(tmp_path) == ()


def test_an_edition_compressed_twice_is_not_unpacked_beyond_its_bound(tmp_path: Path) -> None:
    keep(tmp_path, f"1.2.0{ENDING}", lzma.compress(gzip.compress(archive())))
    assert problems(tmp_path) == [(f"editions/1.2.0{ENDING}", "the edition is damaged")]
