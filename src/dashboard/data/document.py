"""The five documents: their paragraphs when the texts are at hand, and fingerprints that prove a quote when they are not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.quote import MOST_WORDS, fingerprint, fold, sentences, triples, words

FOLDER = "fingerprints"


@dataclass(frozen=True)
class Document:
    """One text, as paragraphs: blocks of lines between blank lines, counted from 1."""

    source_id: str
    paragraphs: tuple[str, ...]

    def paragraph(self, locator: str) -> str | None:
        """The paragraph that `para:12` names, or None if there is none."""
        number = _number(locator)
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else None


def read_documents(folder: Path, source_ids: Iterable[str]) -> tuple[dict[str, Document], list[Fault]]:
    """Read `<source_id>.txt` for each id; a missing or unreadable text is a fault."""
    documents, faults = {}, []
    for source_id in source_ids:
        path = folder / f"{source_id}.txt"
        try:
            documents[source_id] = Document(source_id, tuple(_paragraphs(path.read_text("utf-8"))))
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault(path.name, 0, "", "the text cannot be read", str(error), "a text in UTF-8"))
    return documents, faults


def quotes_of(frames: Mapping[str, pd.DataFrame]) -> Iterator[tuple[str, dict[str, str]]]:
    """Every quote of the tables as (file, row), in the order of the tables."""
    for name in ("evidence", "checks"):
        frame = frames[name]
        for row in frame.loc[frame["quote"] != "", ["source_id", "locator", "quote", ROW]].to_dict("records"):
            yield f"{name}.csv", row


def verbatim_faults(frames: Mapping[str, pd.DataFrame], documents: Mapping[str, Document]) -> list[Fault]:
    """Quotes that do not stand, word for word, in the paragraph that their locator names, or that are a whole sentence."""
    faults = []
    for file, row in quotes_of(frames):
        if row["source_id"] not in documents:
            continue
        text = documents[row["source_id"]].paragraph(row["locator"])
        if text is None:
            faults.append(_fault(file, row, "locator", "no such paragraph", row["locator"]))
        elif not _stands_in(row["quote"], text):
            faults.append(_fault(file, row, "quote", "the quote does not stand in that paragraph", row["quote"]))
        elif any(words(row["quote"]) == words(sentence) for sentence in sentences(text)):
            faults.append(_fault(file, row, "quote", "the quote is a whole sentence", row["quote"]))
    return faults


def _stands_in(quote: str, text: str) -> bool:
    run, whole = words(quote), words(text)
    word_for_word = any(whole[start : start + len(run)] == run for start in range(len(whole) - len(run) + 1))
    return word_for_word and fold(quote) in fold(text)


def fingerprints_of(document: Document, coverage: Mapping[str, int]) -> str:
    """The document's fingerprints as JSON: for each paragraph its number of words, hashes of its word triples and of its short sentences, sorted.

    `coverage` counts how far the document is coded; it stands beside the hashes because it, too, can only be made from the text.
    """
    paragraphs = [
        {
            "words": len(words(text)),
            "triples": sorted({fingerprint(document.source_id, triple) for triple in triples(text)}),
            "sentences": sorted({fingerprint(document.source_id, words(part)) for part in sentences(text) if len(words(part)) <= MOST_WORDS}),
        }
        for text in document.paragraphs
    ]
    return json.dumps({"source_id": document.source_id, "coverage": dict(coverage), "paragraphs": paragraphs}, indent=0) + "\n"


def fingerprint_faults(frames: Mapping[str, pd.DataFrame], folder: Path) -> list[Fault]:
    """The same as `verbatim_faults`, from fingerprints alone: every run of three words of a quote has to be known in its paragraph."""
    prints, faults = _read_fingerprints(folder, sorted({row["source_id"] for _, row in quotes_of(frames)}))
    for file, row in quotes_of(frames):
        paragraphs = prints.get(row["source_id"])
        if paragraphs is None:
            continue
        number = _number(row["locator"])
        if not 0 < number <= len(paragraphs):
            faults.append(_fault(file, row, "locator", "no such paragraph", row["locator"]))
            continue
        paragraph = paragraphs[number - 1]
        if any(fingerprint(row["source_id"], triple) not in paragraph["triples"] for triple in triples(row["quote"])):
            faults.append(_fault(file, row, "quote", "the quote does not stand in that paragraph", row["quote"]))
        elif fingerprint(row["source_id"], words(row["quote"])) in paragraph["sentences"]:
            faults.append(_fault(file, row, "quote", "the quote is a whole sentence", row["quote"]))
    return faults


def read_coverage(folder: Path, source_ids: Iterable[str]) -> pd.DataFrame:
    """How far each document is coded, as counted when its text was last at hand: `source_id` and the counts of `Coverage.counts`."""
    stored = [json.loads((folder / f"{source_id}.json").read_text("utf-8")) for source_id in source_ids]
    return pd.DataFrame([{"source_id": one["source_id"], **one["coverage"]} for one in stored])


def _read_fingerprints(folder: Path, source_ids: Iterable[str]) -> tuple[dict[str, list[dict[str, frozenset[str]]]], list[Fault]]:
    prints, faults = {}, []
    for source_id in source_ids:
        name = f"{FOLDER}/{source_id}.json"
        try:
            stored = json.loads((folder / f"{source_id}.json").read_text("utf-8"))
            prints[source_id] = [{"triples": frozenset(one["triples"]), "sentences": frozenset(one["sentences"])} for one in stored["paragraphs"]]
        except (OSError, ValueError, KeyError, TypeError) as error:
            faults.append(Fault(name, 0, "", "the fingerprints cannot be read", str(error), "a file that `check --documents` writes"))
    return prints, faults


def _fault(file: str, row: Mapping[str, object], column: str, problem: str, found: str) -> Fault:
    return Fault(file, int(str(row[ROW])), column, problem, found, f"words of {row['source_id']} {row['locator']}, verbatim")


def _number(locator: str) -> int:
    digits = locator.removeprefix("para:")
    return int(digits) if locator.startswith("para:") and digits.isdigit() else 0


def _paragraphs(text: str) -> list[str]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [" ".join(block) for block in blocks if block]
