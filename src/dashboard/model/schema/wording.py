"""The table of words: what a reader may write, and what the record calls it."""

from __future__ import annotations

from dashboard.model.schema.table import Column, Holds, Table, text

GLOSSARY = Table(
    "glossary",
    "what else a word of a question may mean: acronyms, old and new names, synonyms, other languages",
    ("term", "language"),
    (
        text("term", "word or words as a reader may write them"),
        text(
            "means",
            "words of the record that it stands for; empty = a word that only asks or joins",
            required=False,
            many=True,
        ),
        Column("language", "language of the term (BCP 47)", Holds.LANGUAGE),
    ),
    may_be_empty=True,
)
