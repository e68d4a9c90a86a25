"""Who stands behind a figure: in one line, and each source with what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote as percent

import pandas as pd

from dashboard.model.vocabulary import VOCABULARIES, label
from dashboard.views.arguments import named, source_name
from dashboard.views.country_names import language
from dashboard.views.disagreements import value_in_words
from dashboard.views.formatting import count, number, place_in_words
from dashboard.views.markup import Markup, join, link, tag

_MANY = {
    "document": "Documents",
    "dataset": "Data sets",
    "reference": "Works of reference",
    "thinktank": "Think tanks",
}

_NAMED = ["kind", "title", "author", "publisher", "publisher_short", "published", "records"]

_SAID = ["record_id", "source_id", "speaker", "stance", "quote", "locator", "field", "value", "note"]
_SOURCE = ["source_id", "kind", "title", "author", "publisher", "published_caption", "published_note"]
_SOURCE += ["language", "url", "seen", "archived"]

# Of the names behind a figure its line has room for so many, and for so many letters.
MOST_NAMED, MOST_LETTERS = 3, 62
# Data sets are named first where so much of what a figure rests on comes from them.
LEADING_SHARE = 0.1


def data_line(behind: pd.DataFrame) -> str:
    """Whose data a figure shows, in short: the publishers behind most of its records (`records`), data sets
    first where it is they that it shows; empty without sources.
    """
    shown, others = _shown(behind)
    return f"Data: {', '.join(map(source_name, shown))}{others}" if shown else ""


def _abbreviated(behind: pd.DataFrame) -> Markup:
    shown, others = _shown(behind)
    return join("Data: ", Markup(", ").join(map(named, shown)), others) if shown else join()


def _shown(behind: pd.DataFrame) -> tuple[list[dict[Any, Any]], str]:
    """The sources for whose names a line has room, and what stands for the rest."""
    leading = _leading(behind)
    shown, letters = leading[:1], sum(len(source_name(row)) for row in leading[:1])
    for row in leading[1:MOST_NAMED]:
        letters += len(source_name(row))
        if letters > MOST_LETTERS:
            break
        shown.append(row)
    return shown, " and others" if len(shown) < len(leading) else ""


def _leading(behind: pd.DataFrame) -> list[dict[Any, Any]]:
    """The sources, one of each name: data sets first where they are more than a few among many, then those
    behind most records.
    """
    first: dict[str, dict[Any, Any]] = {}
    weights: dict[str, tuple[bool, int]] = {}
    for row in _rows(behind, [*_NAMED, *({"author_kind"} & {*behind.columns})]):
        name = source_name(row)
        first.setdefault(name, row)
        counted, records = weights.get(name, (False, 0))
        weights[name] = (counted or row["kind"] == "dataset", records + row["records"])
    whole = sum(records for _, records in weights.values())
    if sum(records for counted, records in weights.values() if counted) < LEADING_SHARE * whole:
        weights = {name: (False, records) for name, (_, records) in weights.items()}
    order = sorted(weights, key=lambda name: (not weights[name][0], -weights[name][1], name.casefold()))
    return [first[name] for name in order]


def _rows(frame: pd.DataFrame, names: Sequence[str]) -> list[dict[Any, Any]]:
    """Some columns of a frame as dictionaries; `to_dict` takes ten times as long for a few rows."""
    cells = zip(*(frame[name].tolist() for name in names), strict=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


def sources_in_short(behind: pd.DataFrame) -> str:
    """The same with the number of the sources, for where nothing opens: a picture, a sheet of paper."""
    return f"{data_line(behind)}{_number(behind)}" if len(behind) else ""


def source_line(behind: pd.DataFrame) -> Markup:
    """The one line under a figure, the whole name behind each that is shortened; on paper, where nothing
    opens, with the number of sources. A figure that rests on none has no such line.
    """
    if not len(behind):
        return join()
    number = tag("span", _number(behind), class_="atlas-paper")
    return tag("p", _abbreviated(behind), number, class_="atlas-sources")


def standing_line(behind: pd.DataFrame) -> Markup:
    """That line of a page on which nothing opens."""
    return tag("p", _abbreviated(behind), _number(behind) if len(behind) else "")


def _number(behind: pd.DataFrame) -> str:
    return f" · {count(len(behind), 'source')}"


def panel(
    evidence: pd.DataFrame,
    sources: pd.DataFrame,
    titles: Mapping[str, str],
    hrefs: Mapping[str, str],
    counts: Mapping[str, int],
) -> Markup:
    """Each source behind what is shown: what it is, its passages by record, and what it states where sources
    differ.

    `evidence` and `sources` are those behind the shown records; `titles` and `hrefs` of records by id.
    """
    passages: dict[str, list[dict[Any, Any]]] = {}
    for row in _rows(evidence, _SAID):
        row["speaker"] = titles.get(row["speaker"], row["speaker"])
        passages.setdefault(row["source_id"], []).append(row)
    titles = {record_id: titles.get(record_id, record_id) for record_id in evidence["record_id"]}
    of_kinds: dict[str, list[dict[Any, Any]]] = {}
    for row in _rows(sources, _SOURCE):
        of_kinds.setdefault(row["kind"], []).append(row)
    parts = []
    for kind in VOCABULARIES["source kind"]:
        of_kind = of_kinds.get(kind)
        if not of_kind:
            continue
        cards = [_card(row, passages.get(row["source_id"], []), titles, hrefs, counts) for row in of_kind]
        parts.append(
            tag("h3", f"{_MANY.get(kind, label('source kind', kind).capitalize())} ({number(len(of_kind))})")
            + join(*cards)
        )
    return tag("div", *parts, class_="atlas-panel")


def _card(
    source: dict[Any, Any],
    evidence: Sequence[dict[Any, Any]],
    titles: Mapping[str, str],
    hrefs: Mapping[str, str],
    counts: Mapping[str, int],
) -> Markup:
    by = ", ".join(part for part in (source["author"], source["publisher"]) if part)
    dated = source["published_caption"] or "no date known"
    note = f" ({source['published_note']})" if source["published_note"] else ""
    quote = next((row["quote"] for row in evidence if row["quote"]), "")
    head = tag(
        "p",
        titled(source, quote),
        f" {by + ', ' if by else ''}{dated}{note}{_language(source['language'])}",
        class_="atlas-source",
    )
    passages = [_passage(row, titles, hrefs, counts) for row in evidence]
    return tag("section", head, tag("ul", *passages), class_="atlas-card")


def titled(source: Mapping[str, Any], quote: str = "") -> Markup:
    """A source's title in its own language, which leads to it and, by the attributes of Robust Links, to what
    was read when the address is gone.
    """
    spoken: dict[str, str | None] = {"lang": source["language"] or None, "dir": "auto"}
    if not source["url"]:
        return tag("b", source["title"], **spoken)
    return link(
        source["title"],
        address(source["url"], quote),
        original=source["url"],
        seen=source["seen"],
        archived=source["archived"],
        **spoken,
    )


def _language(code: str) -> str:
    """The language of a source, where it is not English."""
    return "" if code.startswith("en") else f" · in {language(code)}"


def _passage(
    row: dict[str, Any], titles: Mapping[str, str], hrefs: Mapping[str, str], counts: Mapping[str, int]
) -> Markup:
    said: list[str] = ["disputes this"] if row["stance"] == "disputes" else []
    if row["speaker"]:
        said.append(f"reports the words of {row['speaker']}")
    if row["quote"]:
        said.append(join(tag("q", row["quote"]), f", {place_in_words(row['locator'])}"))
    elif row["locator"]:
        said.append(place_in_words(row["locator"]))
    if row["field"] and row["value"]:
        said.append(
            join(f"{row['field'].replace('_', ' ')}: ", tag("b", value_in_words(row["field"], row["value"])))
        )
    if row["note"]:
        said.append(row["note"])
    words = Markup("; ").join(said) if said else "cited"
    if len(titles) == 1:
        return tag("li", words)
    record_id = row["record_id"]
    title = link(titles[record_id], hrefs[record_id]) if record_id in hrefs else titles[record_id]
    number = tag(
        "span", f" {count(int(counts.get(record_id, 0)), 'independent source')}", class_="atlas-count"
    )
    return tag("li", title, ": ", words, number)


def tellers(
    evidence: pd.DataFrame, names: Mapping[str, str], titles: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Who says it, by record: each source by name, with the speaker in front where it reports another's
    words.

    `names` of sources and `titles` of actors by id; a speaker without an id is a name already.
    """
    by_record: dict[str, dict[str, None]] = {}
    for row in evidence[["record_id", "source_id", "speaker"]].itertuples(index=False):
        reporter = names[row.source_id]
        teller = f"{titles.get(row.speaker, row.speaker)}, in {reporter}" if row.speaker else reporter
        by_record.setdefault(row.record_id, {})[teller] = None
    return {record_id: tuple(said) for record_id, said in by_record.items()}


def address(url: str, quote: str) -> str:
    """The source's address, with a text fragment that scrolls to the quote where there is one."""
    return f"{url}#:~:text={percent(quote, safe='')}" if quote and "#" not in url else url
