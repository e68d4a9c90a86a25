"""What a question found: best passages word for word, stated numbers side by side, and records in parts with
ways to narrow them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Item, Listing, Ways
from dashboard.model.found import PART, Found, Results
from dashboard.model.period import parse_period
from dashboard.model.selection import SEARCH, THEME, YEARS
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.views.formatting import capitalised, count, joined, number, quantity, several

FIGURE_ID, VOTES_ID = "search-results", "search-votes"
MOST_VOTES = 5
OF_KIND, OF_PART = "of", "results"

_NOTE = (
    "A record is found if it holds more than half of the question, rare words counting more; best first. "
    "Passages are the words of a source or of the record, never written for the question. Records without a "
    "date or theme stay whatever years and themes are chosen."
)


MOST_TELLERS = 3


@dataclass(frozen=True)
class Told:
    """What stands beside the records: the rows of the stated numbers by id, in order of rank; who tells of
    each record, the number of its sources, and the names of sources by id.
    """

    numbers: pd.DataFrame
    tellers: Mapping[str, tuple[str, ...]]
    counts: pd.Series
    names: Mapping[str, str]


def nothing_asked() -> EmptyFigure:
    """What stands on the page before anything is asked."""
    return EmptyFigure(
        FIGURE_ID,
        "Ask the record",
        "Nothing is asked yet.",
        "Type a question or some words: a name, an event, a year; who, what, when, where, how much.",
    )


def results(
    found: Results, query: str, table: str, statements: Told, pages: Sequence[Cell] = ()
) -> Figure | EmptyFigure:
    """One part of the results; `table` is the kind that was chosen, `pages` lead to pages that show the years
    asked for.
    """
    if not found.records:
        return _nothing_found(found, query, table)
    groups = [
        ("Best passages", tuple(_item(record, (_who(record, statements),)) for record in found.passages)),
        ("Numbers that sources state", tuple(_stated_numbers(statements))),
        (_heading(found), tuple(_record(record, statements) for record in found.records)),
    ]
    title = _title(found, query, table)
    return Figure(
        figure_id=FIGURE_ID,
        title=title,
        drawing=Listing(
            tuple(group for group in groups if group[1]),
            status=_status(found),
            ways=(*_ways(found, query, table), *((Ways("Also", tuple(pages)),) if pages else ())),
            further=_parts(found, query, table),
        ),
        rows=_rows(found, statements),
        message=f"{title}. {_status(found)}",
        note=_NOTE,
    )


def pages_of(years: tuple[int, int], themes: Sequence[str]) -> tuple[Cell, ...]:
    """The pages on which events of some years, under themes, and who met whom in them stand whole."""
    under = tuple((THEME, theme) for theme in themes)
    within = tuple((YEARS, str(year)) for year in years)
    said = f"{years[0]}" if years[0] == years[1] else f"{years[0]}–{years[1]}"
    return (
        Cell(f"Timeline of {said}", params=(*under, *within), page="timeline"),
        Cell(f"Who met whom, {said}", params=within, page="people"),
    )


def votes(held: pd.DataFrame, words: str) -> Figure | EmptyFigure:
    """The newest roll calls of those whose titles hold the words; columns as in the votes."""
    if not words:
        way = "Ask with a word that their titles may hold."
        return EmptyFigure(VOTES_ID, "Roll calls", "Nothing is asked of their titles.", way)
    if held.empty:
        title = f"No roll call is called “{words}”"
        return EmptyFigure(VOTES_ID, title, "No title has all of these words.", "Ask with fewer words.")
    newest = held.sort_values(["date", "vote_id"], ascending=False).head(MOST_VOTES)
    items = tuple(
        Item(vote["vote_id"], capitalised(vote["title"]), parse_period(vote["date"]).caption, vote["symbol"])
        for vote in newest.to_dict("records")
    )
    more = f", the newest {MOST_VOTES}" if len(held) > MOST_VOTES else ""
    return Figure(
        figure_id=VOTES_ID,
        title=f"{count(len(held), 'roll call')} with “{words}” in the title{more}",
        drawing=Listing((("", items),)),
        rows=newest[["vote_id", "date", "title", "symbol"]].rename(columns={"vote_id": "record_id"}),
        message=f"A list of {count(len(items), 'roll call')}, the newest first.",
        note="All of them, by topic and body, stand on the page of votes.",
    )


def _nothing_found(found: Results, query: str, table: str) -> EmptyFigure:
    kind = f" of the kind {RECORD_NAMES[table]}" if table else ""
    if found.without_choice:
        without = count(found.without_choice, "record")
        why = f"The whole record has {without} for it, and none{kind} in this choice."
        return EmptyFigure(FIGURE_ID, f"Nothing found for “{query}”", why, "Widen the choice.")
    return EmptyFigure(
        FIGURE_ID,
        f"Not in the record: “{query}”{kind}",
        "No record holds these words or words like them.",
        "Try other or fewer words, a name or a year.",
    )


def _title(found: Results, query: str, table: str) -> str:
    kind = f" of the kind {RECORD_NAMES[table]}" if table else ""
    if found.answered:
        return f"{count(found.total, 'record')}{kind} found for “{query}”"
    return f"{'No record holds all of these words' if found.near else 'Not in the record'}: “{query}”"


def _heading(found: Results) -> str:
    first = (found.part - 1) * PART + 1
    last = first + len(found.records) - 1
    words = "Records" if found.answered else "The nearest records"
    if found.total == 1:
        return words.removesuffix("s")
    return f"{words} {number(first)}–{number(last)} of {number(found.total)}, best first"


def _status(found: Results) -> str:
    """How the question was read, whether the record answers it, and which words are not in the first."""
    sentences = []
    for word, words in found.read_as.items():
        sentences.append(f"“{word}” was read as {joined([f'“{meant}”' for meant in words])}.")
    if found.years:
        sentences.append(f"Read as of {_years_in_words(*found.years)}.")
    if found.answered:
        sentences.append(f"{count(found.total, 'record')} found, best first.")
    else:
        below = f"elow {'is' if found.total == 1 else 'are'} the {count(found.total, 'nearest record')}."
        sentences.append(f"B{below}" if found.near else f"No record holds what was asked; b{below}")
    if found.unmet:
        unmet = ", ".join(f"“{_isolated(word)}”" for word in found.unmet)
        sentences.append(f"Not found in the first record: {unmet}.")
    if found.apart:
        others = "the others" if found.unmet else "these words"
        sentences.append(f"The first record holds {others}, but not together.")
    return " ".join(sentences)


def _isolated(word: str) -> str:
    """A word with a direction of its own, so that one that is read from the right leaves the sentence around
    it in order.
    """
    return f"\u2068{word}\u2069" if unicodedata.bidirectional(word[:1]) in ("R", "AL") else word


def _years_in_words(first: int, last: int) -> str:
    if first == 0:
        return f"the years to {last}"
    if last == 9998:
        return f"the years from {first}"
    return f"the year {first}" if first == last else f"the years {first}–{last}"


def _record(record: Found, statements: Told) -> Item:
    kind = RECORD_NAMES[record.table].capitalize()
    return _item(record, (kind, _who(record, statements)), int(statements.counts.get(record.record_id, 0)))


def _item(record: Found, tags: Sequence[str], sources: int = 0) -> Item:
    """A record with its passage; words of a document stand in quotation marks."""
    text, _, locator = record.passage
    said = record.about if text == record.title else f"“{text}”" if locator else text
    moved = len(said) > len(text)
    shown = said if text != record.title else ""
    marks = tuple((begin + moved, end + moved) for begin, end in record.marks) if shown else ()
    quiet = tuple(("kind", words) for words in tags if words)
    return Item(record.record_id, record.title, record.date, said, quiet, sources, marks)


def _who(record: Found, statements: Told) -> str:
    """Who says the passage: the document and its paragraph, else those who tell of the record."""
    passage = record.passage
    if passage.locator:
        return f"{statements.names[passage.source_id]}, paragraph {passage.locator.removeprefix('para:')}"
    tellers = statements.tellers.get(record.record_id, ())
    more = len(tellers) - MOST_TELLERS
    return "; ".join(tellers[:MOST_TELLERS]) + (f" and {more} more" if more > 0 else "")


def _stated_numbers(statements: Told) -> Sequence[Item]:
    return [
        Item(
            str(record_id),
            quantity(row["value"], row["unit"], row["qualifier"]),
            row["period_caption"],
            f"{row['about']}: {row['summary']}",
            (("kind", "; ".join(statements.tellers.get(str(record_id), ()))),),
        )
        for record_id, row in statements.numbers.iterrows()
    ]


def _ways(found: Results, query: str, table: str) -> tuple[Ways, ...]:
    """The kinds and decades of what was found, each with its number."""
    q = (SEARCH, query)
    whole = f"All ({number(sum(found.tables.values()))})"
    kinds = [Cell(whole, params=(q,) if table else ())]
    for name, held in found.tables.items():
        chosen = () if name == table else (q, (OF_KIND, name))
        kinds.append(Cell(several(RECORD_NAMES[name], held), params=chosen))
    decades = [
        Cell(f"{decade}s ({number(held)})", params=_in_decade(query, table, decade))
        for decade, held in found.decades.items()
    ]
    return tuple(ways for ways in (Ways("Kind", tuple(kinds)), Ways("Years", tuple(decades))) if ways.cells)


def _in_decade(query: str, table: str, decade: int) -> tuple[tuple[str, str], ...]:
    kind = ((OF_KIND, table),) if table else ()
    return ((SEARCH, query), *kind, (YEARS, str(decade)), (YEARS, str(decade + 9)))


def _parts(found: Results, query: str, table: str) -> tuple[Ways, ...]:
    parts = -(-found.total // PART)
    if parts < 2:
        return ()
    kind = ((OF_KIND, table),) if table else ()
    near = [part for part in range(1, parts + 1) if part in (1, parts) or abs(part - found.part) < 4]
    cells = []
    for part in near:
        params = ((SEARCH, query), *kind, (OF_PART, str(part))) if part != found.part else ()
        cells.append(Cell(str(part), params=params))
    return (Ways("Part", tuple(cells)),)


def _rows(found: Results, statements: Told) -> pd.DataFrame:
    """The records of this part and the stated numbers above them, each once."""
    records = [
        (record.record_id, RECORD_NAMES[record.table], record.title, record.date, record.passage.text)
        for record in (*found.passages, *found.records)
    ]
    stated = [
        (str(record_id), RECORD_NAMES["quantities"], row["summary"], row["period_caption"], row["summary"])
        for record_id, row in statements.numbers.iterrows()
    ]
    columns = ["record_id", "kind", "title", "date", "passage"]
    return pd.DataFrame([*records, *stated], columns=columns).drop_duplicates("record_id", ignore_index=True)
