"""The accepted rows at the desk: each quote in its paragraph, what the check says, and writing."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.desk.sitting import SOURCE, Sitting
from dashboard.model.fault import report
from dashboard.model.proposal import ACCEPTED, Decision, Row
from dashboard.model.schema import BY_NAME
from dashboard.ui.desk.field import field
from dashboard.views import desk
from dashboard.views.formatting import count
from dashboard.views.markup import tag

_SAID = "desk-said"
_OF_SOURCE = (
    "title",
    "author",
    "publisher",
    "country",
    "reliability",
    "published",
    "published_note",
    "url",
    "seen",
    "licence",
    "note",
)


def draw_rows(sitting: Sitting, go: Callable[[str], None]) -> None:
    """Draw what was accepted so far; it counts only once the check is clean. `go` moves to a proposal."""
    accepted = [decision for decision in sitting.decisions.values() if decision.verdict == ACCEPTED]
    rows = sum(len(decision.rows) for decision in accepted)
    st.html(tag("h2", f"Accepted: {count(rows, 'row')}"))
    st.button("Check and write", key="desk-write", shortcut="w", on_click=_write, args=(sitting,))
    for line in st.session_state.get(_SAID, []):
        st.html(tag("p", line))
    for decision in accepted:
        if decision.key != SOURCE:
            _draw_accepted(sitting, decision, go)
    if sitting.is_new:
        _draw_source(sitting)


def _draw_accepted(sitting: Sitting, decision: Decision, go: Callable[[str], None]) -> None:
    rows = decision.rows
    named = next(
        (
            row.cells.get("record_id") or row.cells.get("check_id", "")
            for row in rows
            if row.table in ("evidence", "checks")
        ),
        "",
    )
    with st.expander(f"{named}, {count(len(rows), 'row')}"):
        for row in rows:
            quote, locator = row.cells.get("quote", ""), row.cells.get("locator", "")
            if quote and locator:
                st.html(desk.paragraph(sitting.document.paragraph(locator) or "", "", quote))
            st.html(desk.row(row))
        st.button("Open it again", key=f"desk-open-{decision.key}", on_click=go, args=(decision.key,))


def _draw_source(sitting: Sitting) -> None:
    """The document's own row in the table of sources, which it needs before anything can rest on it."""
    decided = sitting.decisions.get(SOURCE)
    row = decided.rows[0] if decided else sitting.source_row
    with (
        st.expander("The document itself: a row of sources.csv", expanded=decided is None),
        st.form("desk-source"),
    ):
        cells = dict(row.cells)
        for name in _OF_SOURCE:
            sources = BY_NAME["sources"]
            value, key = cells.get(name, ""), f"desk-source-{name}"
            cells[name] = field(sources, sources.column(name), value, key, sitting.record.tables.frames)
        if st.form_submit_button("Save the document's row"):
            sitting.describe_source(Row("sources", cells))
            st.rerun()


def _write(sitting: Sitting) -> None:
    written, faults = sitting.write()
    if faults:
        said = [f"{count(len(faults), 'fault')}: no row counts until the check is clean.", *report(faults)]
    else:
        land = f"Land it: python -m dashboard desk land {sitting.folder.path}"
        said = ["The check is clean. Written:", *map(str, written), land]
    st.session_state[_SAID] = said
