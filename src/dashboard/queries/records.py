"""Every record of the tables by its id and title."""

from __future__ import annotations

from collections.abc import Mapping

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


def titles(frames: Mapping[str, pd.DataFrame], id_columns: Mapping[str, str]) -> pd.DataFrame:
    """Every record: `record_id`, `table`, `title`."""
    parts = []
    for table, title in TITLE_COLUMNS.items():
        frame = terms_with_titles(frames) if table == "terms" else frames[table]
        rows = frame.drop_duplicates(id_columns[table])
        named = {"record_id": rows[id_columns[table]].to_numpy(), "title": rows[title].to_numpy()}
        parts.append(pd.DataFrame(named).assign(table=table))
    return pd.concat(parts, ignore_index=True)[["record_id", "table", "title"]]


def terms_with_titles(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The terms with `title`, the name of the person and the title of the office."""
    terms = frames["terms"]
    persons = terms["actor_id"].map(frames["actors"].set_index("actor_id")["name"])
    offices = terms["office_id"].map(frames["offices"].set_index("office_id")["title"])
    return terms.assign(title=persons + ", " + offices)
