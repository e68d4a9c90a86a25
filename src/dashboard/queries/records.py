"""Any record by its id, its neighbours, and a search over all of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher

import pandas as pd

TITLE_COLUMNS = {
    "events": "title",
    "projects": "name",
    "actors": "name",
    "places": "name",
    "claims": "statement",
    "checks": "claim",
    "sources": "title",
    "quantities": "summary",
    "indicators": "label",
    "routes": "name",
    "series": "name",
    "agreements": "title",
    "offices": "title",
    "terms": "title",
    "themes": "label",
    "eras": "label",
    "vote_topics": "label",
}
_SEARCHED = (
    "title",
    "title_en",
    "name",
    "name_ru",
    "name_ur",
    "aliases",
    "label",
    "summary",
    "statement",
    "claim",
    "author",
    "publisher",
    "role",
)


def titles(frames: Mapping[str, pd.DataFrame], id_columns: Mapping[str, str]) -> pd.DataFrame:
    """Every record: `record_id`, `table`, `title`, and `words`, the folded text in which a search looks."""
    parts = []
    for table, title in TITLE_COLUMNS.items():
        frame = terms_with_titles(frames) if table == "terms" else frames[table]
        frame = frame.drop_duplicates(id_columns[table])
        searched = [name for name in _SEARCHED if name in frame.columns]
        texts = [" ".join(_flat(cell) for cell in row) for row in frame[searched].itertuples(index=False)]
        parts.append(
            pd.DataFrame(
                {
                    "record_id": frame[id_columns[table]].to_numpy(),
                    "table": table,
                    "title": frame[title].to_numpy(),
                    "words": [
                        folded(f"{text} {identifier}")
                        for text, identifier in zip(texts, frame[id_columns[table]], strict=True)
                    ],
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def terms_with_titles(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The terms with `title`, the name of the person and the title of the office."""
    terms = frames["terms"]
    persons = terms["actor_id"].map(frames["actors"].set_index("actor_id")["name"])
    offices = terms["office_id"].map(frames["offices"].set_index("office_id")["title"])
    return terms.assign(title=persons + ", " + offices)


def search(index: pd.DataFrame, query: str, limit: int = 40) -> pd.DataFrame:
    """The records that hold every word of a query, those with all of them in the title first.

    If none does, the records with a word of similar spelling (at least 80 % alike), so that a misspelling
    still arrives.
    """
    wanted = folded(query).split()
    if not wanted:
        return index.iloc[:0]
    held = [all(word in text for word in wanted) for text in index["words"]]
    found = index[held]
    if found.empty:
        found = index[[all(_resembles(word, text) for word in wanted) for text in index["words"]]]
    in_title = [all(word in folded(title) for word in wanted) for title in found["title"]]
    return found.assign(in_title=in_title).sort_values("in_title", ascending=False, kind="stable").head(limit)


def folded(text: str) -> str:
    """Lower case without accents, for comparison only."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign)).lower()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def _resembles(word: str, text: str) -> bool:
    return len(word) > 3 and any(
        abs(len(word) - len(other)) < 3 and SequenceMatcher(None, word, other).ratio() >= 0.8
        for other in set(text.split())
    )


def _flat(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, tuple) else str(cell)
