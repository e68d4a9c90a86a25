"""The tables of numbers: what somebody states, what a statistical series measures, its values and its
breaks.
"""

from __future__ import annotations

from dashboard.model.schema.table import (
    NOTE,
    THEMES,
    Column,
    Holds,
    Table,
    day,
    identity,
    reference,
    text,
    word,
)

QUANTITIES = Table(
    "quantities",
    "a number that somebody states",
    ("quantity_id",),
    (
        identity("quantity_id"),
        text("indicator", "what is counted or measured"),
        text("subject", "id of the record it is about, or words"),
        Column("value", "the number, in `unit`", Holds.NUMBER),
        word("qualifier", "qualifier", "how exactly it is stated"),
        text("unit", "unit"),
        day("period", "the time that the number covers", required=False),
        THEMES,
        text("summary", "who states what, in our words"),
    ),
    needs_evidence=True,
)

INDICATORS = Table(
    "indicators",
    "what a statistical series measures",
    ("indicator_id",),
    (
        identity("indicator_id"),
        text("label", "name on screen"),
        text("reporter", "whose count it is"),
        text("partner", "the other side", required=False),
        text("flow", "what flows or is counted"),
        word("valuation", "valuation", "FOB, CIF or empty", required=False),
        text("unit", "unit of every value"),
        reference("source_id", "sources"),
        word("processing", "processing", "as the source gives it, or derived by us"),
        text("description", "what it measures and what to beware of"),
    ),
    needs_evidence=True,
)

OBSERVATIONS = Table(
    "observations",
    "one value of a series",
    ("indicator_id", "period"),
    (
        reference("indicator_id", "indicators"),
        day("period", "year or fiscal year"),
        Column("value", "the number, in the unit of its indicator", Holds.NUMBER),
        word("status", "observation status", "whether it may be read as observed"),
        NOTE,
    ),
)

PAIRS = Table(
    "pairs",
    "two counts of one flow of goods, to be held side by side",
    ("pair",),
    (
        text("pair", "name of the pair in a link"),
        text("label", "name on screen"),
        reference("first", "indicators", about="the count from which the other is taken"),
        reference("second", "indicators", about="the count that is taken from it"),
        NOTE,
    ),
    may_be_empty=True,
)

BREAKS = Table(
    "breaks",
    "a point of a statistical series across which its values must not be compared",
    ("indicator_id", "period", "kind"),
    (
        reference("indicator_id", "indicators"),
        day("period", "the first year or fiscal year that is counted in the new way"),
        word("kind", "break kind", "what changes"),
        text("note", "what is counted before and after, and who says so"),
    ),
    may_be_empty=True,
)
