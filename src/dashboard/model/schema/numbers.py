"""The tables of numbers: what somebody states, what a statistical series measures, its values and its
breaks, and which series stand together.
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

FAMILIES = Table(
    "families",
    "series that one figure shows together; several rows of a figure are its choices",
    ("family",),
    (
        text("family", "name of the family"),
        word("page", "family page", "the page on which its figure stands"),
        text("figure", "name of its figure in a link, after the page and a hyphen"),
        text("title", "what the figure is about; what it finds follows in its title"),
        text("unit", "the line below the title: unit and reporter"),
        word("finding", "family finding", "what its title says of the values shown", required=False),
        word("kind", "family kind", "how its values are drawn"),
        word("scale", "family scale", "whether its panels share one scale"),
        day("period", "the time that its sums cover; for sums only", required=False),
        text("stated", "the indicator of the stated totals beside its sums; for sums only", required=False),
        text("option", "name in a link of the option that chooses this family", required=False),
        text("option_title", "name of that option on screen", required=False),
        text("choice", "its value in a link for this family; the first row holds by default", required=False),
        text("choice_label", "that value on screen", required=False),
        text("note", "how to read the figure, and what it cannot say", required=False),
    ),
    may_be_empty=True,
)

FAMILY_MEMBERS = Table(
    "family_members",
    "a series, or a stated number beside it, in a panel of a family",
    ("family", "panel", "member"),
    (
        text("family", "name of the family"),
        text("panel", "name of the panel, or of the sum, on screen"),
        reference("member", "indicators", "quantities", about="the series, or the stated number"),
        text(
            "name",
            "name of the series inside a panel of several; `the state named` stands for what follows “and” "
            "in the name of the panel",
            required=False,
        ),
        Column(
            "factor",
            "brings a stated number to the unit of the panel; empty for a series",
            Holds.NUMBER,
            required=False,
        ),
    ),
    may_be_empty=True,
)
