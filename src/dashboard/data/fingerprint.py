"""What proves a quote where its document is not at hand: hashes of every passage, and how far the document is
coded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError

from dashboard.data.document import Document, paragraph_number, quote_fault, quotes_of
from dashboard.data.text_file import read_text
from dashboard.model.fault import Fault
from dashboard.model.quote import MOST_WORDS, fingerprint, passages, sentences, words

FOLDER = "fingerprints"
_EXPECTED = "a file that `check --documents` writes"


class _Stored(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class CoverageCounts(_Stored):
    """The counts of `Coverage.counts`."""

    sentences: NonNegativeInt
    tied: NonNegativeInt
    untied: NonNegativeInt
    words: NonNegativeInt
    quoted: NonNegativeInt


class ParagraphPrint(_Stored):
    """One paragraph: its number of words, and hashes of its passages and of its short sentences."""

    words: NonNegativeInt
    passages: frozenset[str]
    sentences: frozenset[str]


class DocumentPrint(_Stored):
    """One document, paragraph by paragraph."""

    source_id: str
    coverage: CoverageCounts
    paragraphs: tuple[ParagraphPrint, ...]


def fingerprints_of(document: Document, coverage: Mapping[str, int]) -> str:
    """The document's fingerprints as JSON, sorted, so that one text always has the same.

    `coverage` counts how far the document is coded; it stands beside the hashes because it, too, can only be
    made from the text.
    """
    paragraphs = [_of_paragraph(document.source_id, text) for text in document.paragraphs]
    return (
        json.dumps(
            {"source_id": document.source_id, "coverage": dict(coverage), "paragraphs": paragraphs}, indent=0
        )
        + "\n"
    )


def fingerprint_faults(frames: Mapping[str, pd.DataFrame], folder: Path) -> list[Fault]:
    """The same as `verbatim_faults`, from fingerprints alone: every passage of a quote has to be known in its
    paragraph.

    A document without fingerprints is a fault, whether it is quoted or not.
    """
    prints, faults = _read_fingerprints(folder, _documents(frames))
    for file, row in quotes_of(frames):
        document = prints.get(row["source_id"])
        if document is not None:
            faults += _faults_of_quote(file, row, document)
    return faults


def read_coverage(folder: Path, source_ids: Iterable[str]) -> pd.DataFrame:
    """How far each document is coded, as counted when its text was last at hand: `source_id` and the counts
    of `Coverage.counts`.

    Only for tables without a fault: then every document has fingerprints.
    """
    prints, _ = _read_fingerprints(folder, source_ids)
    return pd.DataFrame(
        [{"source_id": name, **document.coverage.model_dump()} for name, document in prints.items()]
    )


def _of_paragraph(source_id: str, text: str) -> dict[str, object]:
    short = [run for run in (words(part) for part in sentences(text)) if len(run) <= MOST_WORDS]
    return {
        "words": len(words(text)),
        "passages": sorted({fingerprint(source_id, passage) for passage in passages(text)}),
        "sentences": sorted({fingerprint(source_id, " ".join(run)) for run in short}),
    }


def _documents(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """The ids of the documents; of whatever is quoted while the table of sources cannot be read."""
    if "sources" not in frames:
        return sorted({row["source_id"] for _, row in quotes_of(frames)})
    sources = frames["sources"]
    return sorted(set(sources.loc[sources["kind"] == "document", "source_id"]))


def _read_fingerprints(
    folder: Path, source_ids: Iterable[str]
) -> tuple[dict[str, DocumentPrint], list[Fault]]:
    prints: dict[str, DocumentPrint] = {}
    faults: list[Fault] = []
    for source_id in source_ids:
        name = f"{FOLDER}/{source_id}.json"
        text, found = read_text(folder / f"{source_id}.json", name)
        faults += found
        if text is None:
            continue
        try:
            prints[source_id] = DocumentPrint.model_validate_json(text)
        except ValidationError as error:
            faults.append(_unreadable(name, error))
            continue
        if prints[source_id].source_id != source_id:
            faults.append(
                Fault(
                    name,
                    0,
                    "source_id",
                    "fingerprints of another document",
                    prints[source_id].source_id,
                    source_id,
                )
            )
    return prints, faults


def _unreadable(name: str, error: ValidationError) -> Fault:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return Fault(name, 0, where, "the fingerprints cannot be read", first["msg"], _EXPECTED)


def _faults_of_quote(file: str, row: Mapping[str, str], document: DocumentPrint) -> list[Fault]:
    source_id, quote = row["source_id"], row["quote"]
    number = paragraph_number(row["locator"])
    if not 0 < number <= len(document.paragraphs):
        return [quote_fault(file, row, "locator", "no such paragraph", row["locator"])]
    paragraph = document.paragraphs[number - 1]
    if any(fingerprint(source_id, passage) not in paragraph.passages for passage in passages(quote)):
        return [quote_fault(file, row, "quote", "the quote does not stand in that paragraph", quote)]
    if fingerprint(source_id, " ".join(words(quote))) in paragraph.sentences:
        return [quote_fault(file, row, "quote", "the quote is a whole sentence", quote)]
    return []
