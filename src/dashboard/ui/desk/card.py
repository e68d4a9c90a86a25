"""One proposal at the desk: its paragraph, the records that may hold it already, its rows, and the keys that
decide it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.desk.sitting import Sitting
from dashboard.model.fault import Fault, report
from dashboard.model.proposal import Proposal, Row
from dashboard.model.schema import BY_NAME
from dashboard.queries.desk.row import following
from dashboard.ui.desk.field import field
from dashboard.views import desk
from dashboard.views.markup import tag

NEW = ""
# What a coder hardly ever fills at the desk stands below, where it is in nobody's way.
_EVIDENCE_FIRST = ("quote", "field", "value", "speaker", "stance", "note")
_KEYS = "desk-edit"

Go = Callable[[str], None]


def draw_card(sitting: Sitting, proposal: Proposal, order: Sequence[str], go: Go) -> None:
    """Draw a proposal with its keys; `order` are all keys of proposals, `go` moves to one of them."""
    decision = sitting.decisions.get(proposal.key)
    state = f", {decision.verdict}" if decision else ""
    st.html(tag("h2", f"{proposal.kind.capitalize()}: {proposal.words}"))
    st.html(tag("p", f"{proposal.locator.replace('para:', 'Paragraph ')}{state}", class_="atlas-note"))
    record_id = _chosen_record(proposal)
    rows = decision.rows if decision and decision.rows else sitting.rows_for(proposal, record_id)
    text = sitting.document.paragraph(proposal.locator) or ""
    st.html(desk.paragraph(text, proposal.sentence, quote_of(rows)))
    lacking = sitting.record.tables.cells_of(rows)
    _draw_keys(sitting, proposal, rows, order, go, bool(lacking))
    if st.session_state.get(_KEYS) == proposal.key:
        _draw_form(sitting, proposal, rows, lacking, go)
        return
    for row in rows:
        st.html(desk.row(row))
    if lacking:
        st.html(tag("p", "Still to be said in your own words (edit):"))
        st.html(desk.listed([f"{fault.column}: {fault.problem}" for fault in lacking]))


def quote_of(rows: Sequence[Row]) -> str:
    """The first quote of some rows."""
    return next((row.cells["quote"] for row in rows if row.cells.get("quote")), "")


def _chosen_record(proposal: Proposal) -> str:
    """What the proposal is: one of the records that may hold it already, or a new one."""
    if not proposal.candidates:
        return proposal.record_id
    titles = {candidate.record_id: candidate.title for candidate in proposal.candidates}
    options = [*titles, NEW]
    # Buttons, for the keys of the desk are silent while the focus is in a field, and a radio button is one.
    chosen = st.pills(
        "It may be in the record already",
        options,
        default=proposal.record_id,
        required=True,
        wrap=True,
        format_func=lambda record_id: titles.get(record_id, "None of these: a new record"),
        key=f"desk-record-{proposal.key}",
    )
    return chosen or NEW


def _draw_keys(
    sitting: Sitting, proposal: Proposal, rows: Sequence[Row], order: Sequence[str], go: Go, is_lacking: bool
) -> None:
    """Each button says its key."""
    place = order.index(proposal.key)
    after = next((key for key in order[place + 1 :] if key not in sitting.decisions), "")

    def accept() -> None:
        if is_lacking:
            st.session_state[_KEYS] = proposal.key
            return
        sitting.accept(proposal, rows)
        go(after)

    def leave_out() -> None:
        sitting.reject(proposal)
        go(after)

    def edit() -> None:
        is_open = st.session_state.get(_KEYS) == proposal.key
        st.session_state[_KEYS] = "" if is_open else proposal.key

    def take_back() -> None:
        last = next(reversed(sitting.decisions), "")
        if last:
            sitting.take_back(last)
            go(last if last in order else "")

    with st.container(horizontal=True, key="desk-keys"):
        st.button("Accept", key="desk-accept", type="primary", shortcut="a", on_click=accept)
        st.button("Leave out", key="desk-reject", shortcut="x", on_click=leave_out)
        st.button("Edit", key="desk-edit-key", shortcut="e", on_click=edit)
        st.button("Back", key="desk-back", shortcut="b", on_click=go, args=(order[max(place - 1, 0)],))
        st.button("Next", key="desk-next", shortcut="n", on_click=go, args=(order[(place + 1) % len(order)],))
        st.button("Undo", key="desk-undo", shortcut="u", on_click=take_back)


def _draw_form(
    sitting: Sitting, proposal: Proposal, rows: Sequence[Row], lacking: Sequence[Fault], go: Go
) -> None:
    """Every cell that a coder may fill, and what the check says of them so far."""
    if lacking:
        st.html(desk.listed(report(lacking)))
    with st.form(f"desk-form-{proposal.key}"):
        filled = [_edited(row, place, proposal.key, len(rows) == 1) for place, row in enumerate(rows)]
        saved = st.form_submit_button("Save and accept", type="primary")
    if saved:
        edited = following(rows, filled)
        sitting.accept(proposal, edited)
        if not sitting.record.tables.cells_of(edited):
            st.session_state[_KEYS] = ""
            go("")
        st.rerun()


def _edited(row: Row, place: int, key: str, is_alone: bool) -> Row:
    """The row as the fields have it; evidence that stands alone may be led to any record by its id."""
    st.html(tag("p", f"A row of {row.table}.csv", class_="atlas-note"))
    columns = BY_NAME[row.table].columns
    offered = ("record_id", *_EVIDENCE_FIRST) if is_alone else _EVIDENCE_FIRST
    first = [column for column in columns if row.table != "evidence" or column.name in offered]
    cells: dict[str, str] = dict(row.cells)
    for column in first:
        cells[column.name] = field(column, cells.get(column.name, ""), f"{key}-{place}-{column.name}")
    return Row(row.table, cells)
