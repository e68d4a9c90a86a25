"""The table of guided tours: views in an order, each with a sentence that leads through it."""

from __future__ import annotations

from dashboard.model.schema.table import Column, Holds, Table, reference, text

TOURS = Table(
    "tours",
    "a step of a guided tour: a view of a page, and the sentence that is said of it",
    ("tour", "step"),
    (
        text("tour", "name of the tour in links"),
        text("title", "name of the tour on screen, the same in each of its steps"),
        Column("step", "place in the tour, from 1", Holds.INTEGER),
        text("page", "page of the view, by its name in the address"),
        text("query", "what is chosen there, as it stands in the address", required=False),
        text(
            "sentence",
            "what is said of the view, one sentence, its numbers and dates as in findings; "
            "{date:event}, {status:project}, {events:series}, {lowest:subject:indicator:decimals} and "
            "{highest:…} stand for what records say, {gap:indicator@period:indicator@period:decimals} for "
            "how far two values lie apart",
        ),
        reference("records", many=True, about="the records on which the sentence rests"),
    ),
    may_be_empty=True,
)
