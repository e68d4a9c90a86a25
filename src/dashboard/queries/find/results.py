"""What a reader is shown of what a question found: the part of the records that is asked for, the best
passages word for word, the numbers that answer a measure, and how many records there are of each kind and
decade.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dashboard.model.found import PART, Found, Passage, Results
from dashboard.model.period import EARLIEST
from dashboard.queries.find.answer import Result
from dashboard.queries.find.answering import HALF
from dashboard.queries.find.index import Index
from dashboard.queries.find.marker import Marker
from dashboard.queries.find.ranking import Hit

MOST_PASSAGES = 3
MOST_NUMBERS = 8
# So many of the nearest records are shown at least where none answers.
A_CHOICE = 5
# Sentences that only name a kind are no passage.
_FEWEST_WORDS = 3


@dataclass(frozen=True)
class Choice:
    """What a reader chose beside the question: years (both included), themes (none: all), the chosen events,
    and the records that have a source of the chosen kinds and countries (None: any source).
    """

    years: tuple[int, int]
    themes: tuple[str, ...]
    events: Collection[str]
    supported: Collection[str] | None = None


def results_of(index: Index, result: Result, choice: Choice, table: str = "", part: int = 1) -> Results:
    """The results of a question in a choice; `table` narrows them to one kind of record, `part` counts from 1
    and is brought within what there is.
    """
    held = held_by(result)
    chosen = [hit for hit in held if _is_chosen(index, hit, choice)]
    of_table = [hit for hit in chosen if table in ("", index.facts[hit.row].table)]
    part = min(max(part, 1), max(-(-len(of_table) // PART), 1))
    shown = of_table[(part - 1) * PART : part * PART]
    best = [hit for hit in of_table[:PART] if result.answers(hit)]
    marker = result.marker()
    records = {hit.row: found(index, hit, marker) for hit in {*shown, *best}}
    return Results(
        result.answered,
        result.read_as,
        result.question.years,
        tuple(records[hit.row] for hit in shown),
        _best_passages([records[hit.row] for hit in best]) if part == 1 else (),
        _numbers(index, best, result) if part == 1 else (),
        len(of_table),
        part,
        dict(Counter(index.facts[hit.row].table for hit in chosen).most_common()),
        _by_decade(index, of_table),
        len(held),
        result.near,
        result.judge.lacking(shown[0].row) if shown and part == 1 else (),
        bool(shown) and part == 1 and shown[0].row in result.judge.apart,
    )


def held_by(result: Result) -> tuple[Hit, ...]:
    """The hits that count as found: those that cover more than half of the question, else the nearest. Where
    none answers, as many of the nearest as make a choice: what is sought may be the next one.
    """
    enough = [hit for hit in result.hits if hit.coverage > HALF]
    if not enough:
        return result.hits[:PART]
    if result.answered:
        return tuple(enough)
    others = [hit for hit in result.hits if hit.coverage <= HALF][: max(A_CHOICE - len(enough), 0)]
    return tuple(hit for hit in result.hits if hit in {*enough, *others})


def found(index: Index, hit: Hit, marker: Marker) -> Found:
    """A hit with the sentence or passage that holds most words of the question."""
    record = index.told[hit.row]
    sentences = [Passage(text) for text in record.sentences.split(" · ")]
    long_enough = [passage for passage in sentences if len(passage.text.split()) >= _FEWEST_WORDS]
    title = Passage(record.title)
    best = max([*long_enough, *record.passages, title], key=lambda passage: marker.number_in(passage.text))
    if best is title and long_enough:
        best = long_enough[0]
    about = record.related if record.table == "quantities" else ""
    marks = marker.places_in(best.text)
    return Found(record.record_id, record.table, record.title, record.date, best, marks, about)


def _is_chosen(index: Index, hit: Hit, choice: Choice) -> bool:
    """Whether a record belongs to the choice; one without dates or themes is in all years and themes."""
    record_id, themes = index.ids[hit.row], index.themes[hit.row]
    facts = index.facts[hit.row]
    if facts.table == "events":
        return record_id in choice.events
    first, last = choice.years
    in_years = facts.first_year <= last and facts.last_year >= first
    in_themes = not (themes and choice.themes) or not set(themes).isdisjoint(choice.themes)
    return in_years and in_themes and (choice.supported is None or record_id in choice.supported)


def _best_passages(records: Sequence[Found]) -> tuple[Found, ...]:
    """The passages that hold most of the question, each once; of those that hold as much the better record's
    first.
    """
    passages: dict[str, Found] = {}
    for record in records:
        if record.marks and record.passage.text != record.title:
            passages.setdefault(record.passage.text, record)
    ranked = sorted(passages.values(), key=lambda record: -_words_marked(record))
    return tuple(ranked[:MOST_PASSAGES])


def _words_marked(record: Found) -> int:
    return len({record.passage.text[begin:end].casefold() for begin, end in record.marks})


def _numbers(index: Index, hits: Sequence[Hit], result: Result) -> tuple[str, ...]:
    """The stated numbers among the hits, if the question asks for one."""
    if not result.question.measure:
        return ()
    stated = [hit for hit in hits if index.facts[hit.row].table == "quantities"]
    return tuple(index.ids[hit.row] for hit in stated[:MOST_NUMBERS])


def _by_decade(index: Index, hits: Sequence[Hit]) -> dict[int, int]:
    """The number of dated records by the decade in which they begin, as far as their beginning is known."""
    years = (index.facts[hit.row].first_year for hit in hits)
    return dict(sorted(Counter(year // 10 * 10 for year in years if year > EARLIEST.year).items()))
