"""The documents whose texts are at hand: their paragraphs, and whether a quote stands in the one that it
names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.data.table import ROW
from dashboard.data.text_file import read_text
from dashboard.model.fault import Fault
from dashboard.model.quote import fold, sentences, words

_LOCATOR = re.compile(r"para:([1-9][0-9]{0,4})", re.ASCII)


@dataclass(frozen=True)
class Document:
    """One text, as paragraphs: blocks of lines between blank lines, counted from 1."""

    source_id: str
    paragraphs: tuple[str, ...]

    def paragraph(self, locator: str) -> str | None:
        """The paragraph that `para:12` names, or None if there is none."""
        number = paragraph_number(locator)
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else None


def read_documents(folder: Path, source_ids: Iterable[str]) -> tuple[dict[str, Document], list[Fault]]:
    """Read `<source_id>.txt` for each id; a missing or unreadable text is a fault."""
    documents, faults = {}, []
    for source_id in source_ids:
        text, found = read_text(folder / f"{source_id}.txt", f"{source_id}.txt")
        faults += found
        if text is not None:
            documents[source_id] = Document(source_id, paragraphs_of(text))
    return documents, faults


def quotes_of(frames: Mapping[str, pd.DataFrame]) -> Iterator[tuple[str, dict[str, str]]]:
    """Every quote of the tables as (file, row), in the order of the tables."""
    for name in ("evidence", "checks"):
        frame = frames[name]
        for row in frame.loc[frame["quote"] != "", ["source_id", "locator", "quote", ROW]].to_dict("records"):
            yield f"{name}.csv", row


def verbatim_faults(frames: Mapping[str, pd.DataFrame], documents: Mapping[str, Document]) -> list[Fault]:
    """Quotes that do not stand, word for word, in the paragraph that their locator names, or that are a whole
    sentence.
    """
    faults = []
    for file, row in quotes_of(frames):
        if row["source_id"] not in documents:
            continue
        text = documents[row["source_id"]].paragraph(row["locator"])
        if text is None:
            faults.append(quote_fault(file, row, "locator", "no such paragraph", row["locator"]))
        elif not _stands_in(row["quote"], text):
            faults.append(
                quote_fault(file, row, "quote", "the quote does not stand in that paragraph", row["quote"])
            )
        elif any(words(row["quote"]) == words(sentence) for sentence in sentences(text)):
            faults.append(quote_fault(file, row, "quote", "the quote is a whole sentence", row["quote"]))
    return faults


def _stands_in(quote: str, text: str) -> bool:
    run, whole = words(quote), words(text)
    word_for_word = any(whole[start : start + len(run)] == run for start in range(len(whole) - len(run) + 1))
    return word_for_word and fold(quote) in fold(text)


def quote_fault(file: str, row: Mapping[str, object], column: str, problem: str, found: str) -> Fault:
    """What is wrong with one quote, and what would be right."""
    return Fault(
        file,
        int(str(row[ROW])),
        column,
        problem,
        found,
        f"words of {row['source_id']} {row['locator']}, verbatim",
    )


def paragraph_number(locator: str) -> int:
    """The number in `para:12`, 0 for anything else."""
    found = _LOCATOR.fullmatch(locator)
    return int(found.group(1)) if found else 0


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: blocks of lines between blank lines, each on one line."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return tuple(" ".join(block) for block in blocks if block)
