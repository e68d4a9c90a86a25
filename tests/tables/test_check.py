"""The tables as they are: without a fault, with a fresh codebook, valid to an independent judge, every quote
proved.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from frictionless import Package, system

from dashboard.__main__ import main
from dashboard.data.atlas import Atlas, read_texts
from dashboard.data.codebook import codebook, descriptor
from dashboard.data.coverage import MOST_QUOTED, coverage_of
from dashboard.data.document import read_documents, verbatim_faults
from dashboard.data.fingerprint import FOLDER, fingerprints_of
from dashboard.model.quote import FEWEST_WORDS, MOST_WORDS, words


def test_the_tables_have_no_fault(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "check"]) == 0, capsys.readouterr().err


def test_the_codebook_is_fresh(data: Path, atlas: Atlas) -> None:
    """Catch a change of tables or schema after which `python -m dashboard describe` was not run."""
    assert (data / "README.md").read_text("utf-8") == codebook(atlas)


def test_the_descriptor_is_fresh(data: Path, atlas: Atlas) -> None:
    """Catch a change of tables or schema after which `python -m dashboard describe` was not run."""
    assert (data / "datapackage.json").read_text("utf-8") == descriptor(atlas)


def test_frictionless_finds_the_package_valid(data: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(data / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])[:10]


def test_every_quote_has_three_to_twelve_words(atlas: Atlas) -> None:
    quotes = [quote for table in ("evidence", "checks") for quote in atlas[table]["quote"] if quote]
    assert quotes
    assert [quote for quote in quotes if not FEWEST_WORDS <= len(words(quote)) <= MOST_WORDS] == []


def test_every_document_has_fingerprints_and_nothing_else_has(data: Path, atlas: Atlas) -> None:
    sources = atlas["sources"]
    documents = set(sources.loc[sources["kind"] == "document", "source_id"])
    assert {path.stem for path in (data / FOLDER).glob("*.json")} == documents


def test_no_text_of_a_document_is_part_of_the_project(root: Path, atlas: Atlas) -> None:
    documents = set(atlas["sources"].loc[atlas["sources"]["kind"] == "document", "source_id"])
    strays = [
        path
        for name in documents
        for path in root.rglob(f"{name}.*")
        if ".venv" not in path.parts and path.suffix in {".txt", ".md", ".html", ".pdf"}
    ]
    assert strays == []


def test_every_quote_stands_in_the_text_itself(data: Path, texts: Path, atlas: Atlas) -> None:
    frames, _ = read_texts(data, by_fingerprint=False)
    documents = atlas["sources"].loc[atlas["sources"]["kind"] == "document", "source_id"]
    found, unread = read_documents(texts, documents)
    assert [str(fault) for fault in (*unread, *verbatim_faults(frames, found))] == []


def test_the_fingerprints_are_those_of_the_texts(data: Path, texts: Path) -> None:
    """Catch fingerprints that were left behind by another version of a text."""
    frames, _ = read_texts(data, by_fingerprint=False)
    found, _ = read_documents(texts, [path.stem for path in (data / FOLDER).glob("*.json")])
    assert found
    for source_id, text in found.items():
        assert (data / FOLDER / f"{source_id}.json").read_text("utf-8") == fingerprints_of(
            text, coverage_of(text, frames).counts
        ), source_id


def test_less_than_a_third_of_each_document_is_quoted(data: Path, texts: Path) -> None:
    frames, _ = read_texts(data, by_fingerprint=False)
    found, _ = read_documents(texts, [path.stem for path in (data / FOLDER).glob("*.json")])
    shares = {source_id: coverage_of(text, frames).share_quoted for source_id, text in found.items()}
    assert {source_id: round(share, 3) for source_id, share in shares.items() if share >= MOST_QUOTED} == {}


def test_the_command_proves_everything_with_the_texts_at_hand(
    data: Path, texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = shutil.copytree(data, tmp_path / "data")
    assert main(["--data", str(copy), "check", "--documents", str(texts)]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("with_texts", [True, False], ids=["by text", "by fingerprint"])
def test_a_changed_word_in_a_quote_of_each_document_is_found(
    data: Path,
    tmp_path: Path,
    with_texts: bool,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = Path(shutil.copytree(data, tmp_path / "data"))
    frames, _ = read_texts(copy, by_fingerprint=False)
    evidence = frames["evidence"]
    quoted = evidence[evidence["quote"] != ""].drop_duplicates("source_id")
    text = (copy / "evidence.csv").read_text("utf-8")
    for quote in quoted["quote"]:
        first, rest = quote.split(" ", 1)
        assert quote in text
        text = text.replace(
            quote, f"{first} unquestionably {rest}".removesuffix(f" {rest.split(' ')[-1]}"), 1
        )
    (copy / "evidence.csv").write_text(text, "utf-8")
    more = ["--documents", str(request.getfixturevalue("texts"))] if with_texts else []
    assert main(["--data", str(copy), "check", *more]) == 1
    report = capsys.readouterr().err
    assert report.count("the quote does not stand in that paragraph") == len(quoted)
