"""One cell of a row as a field to fill: a list where its column has a vocabulary or names records, words to
choose from where the tables have some, else a line of text.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.data.cells import split
from dashboard.desk.choices import records_for, words_for
from dashboard.model.schema import Column, Table
from dashboard.model.vocabulary import VOCABULARIES


def field(table: Table, column: Column, value: str, key: str, frames: Mapping[str, pd.DataFrame]) -> str:
    """The field, filled with the value so far; returns what stands in it."""
    label = column.name + ("" if column.required else " (may be empty)")
    about = column.description
    words: Mapping[str, str] = VOCABULARIES.get(column.vocabulary, {})
    if words:
        options = ["", *words]
        place = options.index(value) if value in options else 0
        return str(st.selectbox(label, options, place, key=key, help=about) or "")
    names = records_for(column, frames)
    if names:
        return _records(column, label, value, key, names)
    known = words_for(table, column, frames)
    if known:
        return _words(label, value, key, about, list(dict.fromkeys([value, *known] if value else known)))
    return st.text_input(label, value, key=key, help=about).strip()


def _records(column: Column, label: str, value: str, key: str, names: Mapping[str, str]) -> str:
    """Records by their names; an id that no record has stays, for the check to name it."""
    filled = list(split(value))
    options = [*names, *(record_id for record_id in filled if record_id not in names)]
    chosen = st.multiselect(
        label,
        options,
        filled,
        format_func=lambda record_id: names.get(record_id, record_id),
        key=key,
        help=column.description,
        max_selections=None if column.many else 1,
    )
    return ";".join(chosen)


def _words(label: str, value: str, key: str, about: str, options: list[str]) -> str:
    chosen = st.selectbox(
        label,
        options,
        0 if value else None,
        key=key,
        help=about,
        accept_new_options=True,
        placeholder="Choose, or write another",
    )
    return str(chosen or "").strip()
