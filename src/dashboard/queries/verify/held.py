"""What the record holds for comparison: the words of each quote and statement, the dates and values of each
record.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.queries.find.documents import documents
from dashboard.queries.find.words import tokens
from dashboard.queries.verify.event import Events, Parties
from dashboard.queries.verify.statement import plain

Frames = Mapping[str, pd.DataFrame]

# Share of a record's own words (weighed by rarity) that a sentence has to hold to be about that record.
ABOUT, STATES = 0.7, 0.85
_FEWEST = 3
_STEM = 6
_JOINING = frozenset(
    ["a", "an", "and", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in", "into"]
)
_JOINING |= frozenset(
    ["is", "it", "its", "of", "on", "or", "that", "the", "their", "to", "was", "were", "which", "with"]
)


@dataclass(frozen=True)
class Quote:
    """Some words of a document, the record that rests on them, and the numbers among them."""

    record_id: str
    source_id: str
    words: tuple[str, ...]
    plain_words: frozenset[str]


@dataclass(frozen=True)
class Value:
    """A number that sources state of a subject, in its plain unit; `words` name what it measures."""

    record_id: str
    subject: str
    words: frozenset[str]
    value: float
    unit: str
    caption: str


class Held:
    """Everything against which a sentence is held; built once for each version of the data."""

    def __init__(self, frames: Frames, records: pd.DataFrame | None = None) -> None:
        """`records` as `documents` gives them of the frames, where they are at hand."""
        self.checks = frames["checks"].set_index("check_id")
        self.quotes = list(_quotes(frames))
        self.values = list(_values(frames["quantities"]))
        self.dates = _dates(frames["events"], "event_id", "date") | _dates(
            frames["quantities"], "quantity_id", "period"
        )
        self.stated_years = _stated_years(frames["evidence"])
        self.departing = _departing(frames["evidence"], self.dates)
        self.sources = _sources(frames["evidence"])
        records = documents(frames) if records is None else records
        self.events = Events(records, frames["glossary"])
        self._beginnings = _beginnings(records)
        self.parties = Parties(frames)
        self.titles = _titles(frames)
        self.names = _names(frames)
        self._texts = {record_id: frozenset(stems(text)) for record_id, text in self.titles.items()}
        counts = Counter(word for words in self._texts.values() for word in words)
        self._rarity = {word: math.log(1 + len(self._texts) / number) for word, number in counts.items()}
        self._records_of: dict[str, list[str]] = defaultdict(list)
        for record_id, words in self._texts.items():
            for word in words:
                self._records_of[word].append(record_id)

    def about(self, sentence: str, share: float = ABOUT) -> list[str]:
        """The events and checks whose title or statement a sentence holds by at least that share and three
        words, best first; of two that it holds alike the one with more to hold, then by id.
        """
        met: dict[str, list[str]] = defaultdict(list)
        for word in set(stems(sentence)):
            for record_id in self._records_of.get(word, ()):
                met[record_id].append(word)
        shares = {
            record_id: self._weight(words) / self._weight(self._texts[record_id])
            for record_id, words in met.items()
            if len(words) >= _FEWEST
        }
        return sorted(
            (record_id for record_id, found in shares.items() if found >= share),
            key=lambda record_id: (-shares[record_id], -self._weight(met[record_id]), record_id),
        )

    def knows(self, word: str) -> bool:
        """Whether any record has a word that begins like this one."""
        return word[:_STEM] in self._beginnings

    def _weight(self, words: Iterable[str]) -> float:
        # Exact whatever the order, for words come in sets, which every process orders otherwise.
        return math.fsum(self._rarity[word] for word in words)


def _beginnings(records: pd.DataFrame) -> frozenset[str]:
    """How the words of all records begin."""
    texts = [text for name in ("title", "names", "sentences", "related") for text in records[name]]
    quoted = [passage.text for passages in records["passages"] for passage in passages]
    return frozenset(word[:_STEM] for word in tokens("\n".join([*texts, *quoted])))


def stems(text: str) -> list[str]:
    """The words of a text that mean something, cut so that "visited" meets "visit"; numbers are left out."""
    return [_stem(word) for word in tokens(text) if word not in _JOINING and not word.isdigit()]


def _stem(word: str) -> str:
    for ending in ("s", "ing", "ed", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            word = word.removesuffix(ending)
    return word[:_STEM]


def _quotes(frames: Frames) -> Iterable[Quote]:
    evidence, checks = frames["evidence"], frames["checks"]
    held = evidence[(evidence["quote"] != "") & (evidence["stance"] == "supports")]
    checks = checks[checks["quote"] != ""]
    rows = [*zip(checks["check_id"], checks["source_id"], checks["quote"], strict=True)]
    rows += [*zip(held["record_id"], held["source_id"], held["quote"], strict=True)]
    for record_id, source_id, quote in rows:
        words = tuple(tokens(quote))
        yield Quote(record_id, source_id, words, frozenset(word for word in words if not _is_number(word)))


def _values(quantities: pd.DataFrame) -> Iterable[Value]:
    for row in quantities.to_dict("records"):
        value, unit = plain(float(row["value"]), row["unit"])
        words = frozenset(stems(row["indicator"]))
        yield Value(row["quantity_id"], row["subject"], words, value, unit, f"{row['value']:g} {row['unit']}")


def _dates(frame: pd.DataFrame, id_column: str, name: str) -> dict[str, tuple[str, str]]:
    """The first and the last day of each record that has both, as ISO text."""
    dated = frame.dropna(subset=[f"{name}_first", f"{name}_last"])
    first, last = (dated[f"{name}_{end}"].dt.strftime("%Y-%m-%d") for end in ("first", "last"))
    return dict(zip(dated[id_column], zip(first, last, strict=True), strict=True))


def _sources(evidence: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The sources of each record, each once, in the order of the evidence."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for record_id, source_id in zip(evidence["record_id"], evidence["source_id"], strict=True):
        found[record_id][source_id] = None
    return {record_id: tuple(ids) for record_id, ids in found.items()}


def _stated_years(evidence: pd.DataFrame) -> dict[str, frozenset[str]]:
    """The years that sources state of a record's date, where one of them names it."""
    dated = evidence[evidence["field"].isin(["date", "period"])]
    years = dated["value"].str.extract(r"^(\d{4})")[0]
    found = (
        pd.DataFrame({"record_id": dated["record_id"], "year": years}).dropna().groupby("record_id")["year"]
    )
    return {str(record_id): frozenset(group) for record_id, group in found}


def _departing(evidence: pd.DataFrame, dates: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """The records of which a source states a date that has no day in common with the record's own."""
    dated = evidence[evidence["field"].isin(["date", "period"])]
    found = set()
    for record_id, value in zip(dated["record_id"], dated["value"], strict=True):
        begin = value.split("/")[0][:10].rstrip("~?%")
        # What is known to a month or a year spans it: "~" sorts behind every digit.
        end = value.split("/")[-1][:10].rstrip("~?%") + "~"
        if record_id in dates and begin[:4].isdigit():
            first, last = dates[record_id]
            if end < first or last < begin:
                found.add(record_id)
    return frozenset(found)


def _titles(frames: Frames) -> dict[str, str]:
    events, checks = frames["events"], frames["checks"]
    titles = dict(zip(events["event_id"], events["title"], strict=True))
    return titles | dict(zip(checks["check_id"], checks["claim"], strict=True))


def _names(frames: Frames) -> dict[tuple[str, ...], str]:
    """Every name and alias of four letters or more of an actor, project or place, as words, with its
    record.
    """
    names: dict[tuple[str, ...], str] = {}
    for table, id_column in (("projects", "project_id"), ("actors", "actor_id"), ("places", "place_id")):
        for record_id, name, *aliases in _called(frames[table], id_column):
            for words in (tuple(tokens(text)) for text in (name, *aliases)):
                if sum(map(len, words)) > 3:
                    names[words] = record_id
    for family, record_id in _family_names(frames["actors"]).items():
        names.setdefault((family,), record_id)
    shorts = frames["line_styles"]
    return names | {
        tuple(tokens(short)): record_id
        for record_id, short in zip(shorts["project_id"], shorts["short"], strict=True)
    }


def _family_names(actors: pd.DataFrame) -> dict[str, str]:
    """The last word of the names of persons, where only one person has it."""
    persons = actors[actors["kind"] == "person"]
    last = persons["name"].map(lambda name: tokens(name)[-1])
    alone = ~last.duplicated(keep=False) & (last.str.len() > 3)
    return dict(zip(last[alone], persons.loc[alone, "actor_id"], strict=True))


def _called(frame: pd.DataFrame, id_column: str) -> Iterable[Sequence[str]]:
    aliases = frame["aliases"] if "aliases" in frame else [()] * len(frame)
    for record_id, name, others in zip(frame[id_column], frame["name"], aliases, strict=True):
        yield (
            record_id,
            name,
            *(others if isinstance(others, tuple) else filter(None, str(others).split(";"))),
        )


def _is_number(word: str) -> bool:
    return word[0].isdigit()
