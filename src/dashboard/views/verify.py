"""What a paragraph states, sentence by sentence: the verdict, what the record holds, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.statement import AGREES, DIFFERS, DISPUTED, MOST_WORDS, NOT_HELD, Finding, Sentence
from dashboard.views.formatting import count, joined, number

FIGURE_ID = "paragraph-statements"
MOST_SOURCES = 3

_TONES = {AGREES: "holds", DIFFERS: "fails", DISPUTED: "partly", NOT_HELD: "open"}
_SAID = {
    DIFFERS: ("differs", "differ"),
    DISPUTED: ("is disputed", "are disputed"),
    AGREES: ("agrees", "agree"),
    NOT_HELD: ("is not in the record", "are not in the record"),
}


def nothing_asked() -> EmptyFigure:
    """What stands on the page before a paragraph is pasted."""
    return EmptyFigure(
        FIGURE_ID, "Nothing to check yet", "No paragraph was pasted.", "Paste one above and press the button."
    )


def too_long(words: int) -> EmptyFigure:
    """What is said of a text that is longer than can be checked at once."""
    return EmptyFigure(
        FIGURE_ID,
        "The text is too long",
        f"It has {number(words)} words.",
        f"At most {number(MOST_WORDS)} can be checked at once.",
    )


def statements(
    sentences: Sequence[Sentence], titles: Mapping[str, str], names: Mapping[str, str]
) -> Figure | EmptyFigure:
    """Every date, number, name and superlative of a text; `titles` of records and `names` of sources by
    id.
    """
    findings = [(sentence.text, finding) for sentence in sentences for finding in sentence.findings]
    held = [(text, finding) for text, finding in findings if finding.record_id]
    if not held:
        return EmptyFigure(
            FIGURE_ID,
            "Nothing of it is in the record",
            f"{count(len(sentences), 'sentence')} read, and no date, number or name in them is the record’s.",
            "Check a text on what the record is about.",
        )
    verdicts = Counter(finding.verdict for _, finding in findings)
    counted = joined([_counted(verdict, verdicts[verdict]) for verdict in _SAID if verdicts[verdict]])
    rows, groups = _grid(sentences, titles, names)
    return Figure(
        figure_id=FIGURE_ID,
        title=f"Of {count(len(findings), 'statement')} {counted}",
        drawing=Grid(("Stated", "Verdict", "What the record holds", "Sources"), rows, groups),
        rows=_rows(held),
        message=f"Of {count(len(findings), 'statement')} {counted}.",
        note="The statements are found by rules, and some are missed or misread: open the record before you "
        "change a text. What is not in the record may be true all the same.",
    )


def _counted(verdict: str, times: int) -> str:
    singular, many = _SAID[verdict]
    return f"{number(times)} {singular if times == 1 else many}"


def _grid(
    sentences: Sequence[Sentence], titles: Mapping[str, str], names: Mapping[str, str]
) -> tuple[tuple[tuple[Cell, ...], ...], dict[int, str]]:
    rows: list[tuple[Cell, ...]] = []
    groups: dict[int, str] = {}
    for sentence in sentences:
        if sentence.findings:
            groups[len(rows)] = sentence.text
        rows += [_row(finding, titles, names) for finding in sentence.findings]
    return tuple(rows), groups


def _row(finding: Finding, titles: Mapping[str, str], names: Mapping[str, str]) -> tuple[Cell, ...]:
    title = titles.get(finding.record_id, "")
    ours = f"{finding.ours} · {title}" if finding.ours and finding.ours != title else title
    return (
        Cell(finding.text),
        Cell(finding.verdict, tone=_TONES[finding.verdict]),
        Cell(ours or "–", finding.record_id),
        Cell(_sources(finding, names)),
    )


def _sources(finding: Finding, names: Mapping[str, str]) -> str:
    called = list(dict.fromkeys(names[source_id] for source_id in finding.sources))
    more = len(called) - MOST_SOURCES
    return "; ".join(called[:MOST_SOURCES]) + (f" and {more} more" if more > 0 else "") or "–"


def _rows(held: Sequence[tuple[str, Finding]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (finding.record_id, finding.kind, finding.text, finding.verdict, finding.ours, text)
            for text, finding in held
        ],
        columns=["record_id", "kind", "stated", "verdict", "the record", "sentence"],
    )
