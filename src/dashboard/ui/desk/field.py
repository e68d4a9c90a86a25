"""One cell of a row as a field to fill: a list where its column has a vocabulary, else a line of text."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.model.schema import Column
from dashboard.model.vocabulary import VOCABULARIES


def field(column: Column, value: str, key: str) -> str:
    """The field, filled with the value so far; returns what stands in it."""
    words: Mapping[str, str] = VOCABULARIES.get(column.vocabulary, {})
    label = column.name + ("" if column.required else " (may be empty)")
    if words:
        options = ["", *words]
        chosen = st.selectbox(
            label, options, options.index(value) if value in options else 0, key=key, help=column.description
        )
        return str(chosen or "")
    return st.text_input(label, value, key=key, help=column.description).strip()
