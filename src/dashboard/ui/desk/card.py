"""One proposal at the desk: its paragraph, the records that may hold it already, its rows, and the keys that
decide it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import streamlit as st

from dashboard.desk.sitting import Sitting
from dashboard.model.fault import Fault, report
from dashboard.model.proposal import KIND_TABLES, Proposal, Row
from dashboard.model.schema import BY_NAME, Column
from dashboard.ui.desk.field import field
from dashboard.views import desk
from dashboard.views.markup import tag

NEW = ""
_EVIDENCE = ("quote", "field", "value", "speaker", "stance", "note")
# What may be empty in a record, but seldom is.
_OF_SENTENCE = ("actors", "places", "projects", "period")
_KEYS = "desk-edit"
# The keys of the proposals that were last decided together, which are taken back together.
TOGETHER = "desk-together"

Go = Callable[[str], None]


def draw_card(sitting: Sitting, proposal: Proposal, order: Sequence[str], go: Go) -> None:
    """Draw a proposal with its keys; `order` are all keys of proposals, `go` moves to one of them."""
    decision = sitting.decisions.get(proposal.key)
    state = f", {decision.verdict}" if decision else ""
    st.html(tag("h2", f"{proposal.kind.capitalize()}: {proposal.words}"))
    st.html(tag("p", f"{proposal.locator.replace('para:', 'Paragraph ')}{state}", class_="atlas-note"))
    record_id = _chosen_record(sitting, proposal)
    rows = decision.rows if decision and decision.rows else sitting.rows_for(proposal, record_id)
    text = sitting.document.paragraph(proposal.locator) or ""
    st.html(desk.paragraph(text, proposal.sentence, quote_of(rows)))
    lacking = sitting.record.tables.cells_of(rows)
    is_made = not decision and any(row.table == KIND_TABLES[proposal.kind] for row in rows)
    _draw_keys(sitting, proposal, rows, order, go, bool(lacking) or is_made)
    draft = sitting.drafts.get(proposal.key)
    if st.session_state.get(_KEYS, proposal.key if draft and draft.rows else "") == proposal.key:
        _draw_form(sitting, proposal, rows, lacking, go)
        return
    for row in rows:
        st.html(desk.row(row))
    if lacking:
        st.html(tag("p", "Still to be said in your own words (edit):"))
        st.html(desk.listed([f"{fault.column}: {fault.problem}" for fault in lacking]))


def _record_of(rows: Sequence[Row]) -> str:
    """The record that the rows lead to: fields that were drawn for another one hold its cells."""
    return next((row.cells["record_id"] for row in rows if row.table == "evidence"), "")


def quote_of(rows: Sequence[Row]) -> str:
    """The first quote of some rows."""
    return next((row.cells["quote"] for row in rows if row.cells.get("quote")), "")


def _chosen_record(sitting: Sitting, proposal: Proposal) -> str:
    """What the proposal is: one of the records that may hold it already, any other one, or a new one."""
    chosen = _offered_record(proposal)
    titles = sitting.record.known.near[proposal.kind].titles
    other = st.selectbox(
        "Another record",
        list(titles),
        None,
        format_func=lambda record_id: titles[record_id],
        placeholder="Any words of its title",
        key=f"desk-other-{proposal.key}",
    )
    return other or chosen


def _offered_record(proposal: Proposal) -> str:
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
    sitting: Sitting, proposal: Proposal, rows: Sequence[Row], order: Sequence[str], go: Go, is_to_fill: bool
) -> None:
    """Each button says its key."""
    place = order.index(proposal.key)
    after = next((key for key in order[place + 1 :] if key not in sitting.decisions), "")

    def accept() -> None:
        if is_to_fill:
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

    with st.container(horizontal=True, key="desk-keys"):
        st.button("Accept", key="desk-accept", type="primary", shortcut="a", on_click=accept)
        st.button("Leave out", key="desk-reject", shortcut="x", on_click=leave_out)
        st.button("Edit", key="desk-edit-key", shortcut="e", on_click=edit)
        st.button("Back", key="desk-back", shortcut="b", on_click=go, args=(order[max(place - 1, 0)],))
        st.button("Next", key="desk-next", shortcut="n", on_click=go, args=(order[(place + 1) % len(order)],))
        draw_undo(sitting, order, go)


def draw_undo(sitting: Sitting, order: Sequence[str], go: Go) -> None:
    """The button that takes the last decision back, or all that were made together with it."""

    def take_back() -> None:
        last = next(reversed(sitting.decisions), "")
        together = st.session_state.pop(TOGETHER, [])
        for key in together if last in together else filter(None, [last]):
            sitting.take_back(key)
        go(last if last in order and last not in together else "")

    st.button("Undo", key="desk-undo", shortcut="u", on_click=take_back)


def _draw_form(
    sitting: Sitting, proposal: Proposal, rows: Sequence[Row], lacking: Sequence[Fault], go: Go
) -> None:
    """Every cell that a coder may fill, and what the check says of them so far. What was filled stays in the
    folder from one field to the next, so that a page that is closed loses none of it.
    """
    if lacking:
        st.html(desk.listed(report(lacking)))
    key = f"{proposal.key}-{_record_of(rows)}"
    begun = st.session_state.setdefault(f"desk-begun-{key}", _begun(sitting, proposal, rows))
    with st.container(border=True, key="desk-form"):
        filled = _filled(sitting, begun, key, {cell.column for cell in lacking})
        saved = st.button("Save and accept", type="primary", shortcut="s", key="desk-save")
    if not saved and filled != list(begun):
        sitting.begin(proposal, filled)
    if saved:
        edited = sitting.edited(proposal, rows, filled)
        sitting.accept(proposal, edited)
        if not sitting.record.tables.cells_of(edited):
            st.session_state[_KEYS] = ""
            go("")
        st.rerun()


def _begun(sitting: Sitting, proposal: Proposal, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows as they were filled before the page was closed, if they are of the same record."""
    draft = sitting.drafts.get(proposal.key)
    is_same = draft and [row.table for row in draft.rows] == [row.table for row in rows]
    return draft.rows if draft and is_same and _record_of(draft.rows) == _record_of(rows) else rows


def _filled(sitting: Sitting, rows: Sequence[Row], key: str, lacking: Collection[str]) -> list[Row]:
    """The rows as the fields have them: first what is lacking, what a coder has to look at, and the quote;
    the rest is folded away.
    """
    cells = [dict(row.cells) for row in rows]
    places = [(place, column) for place, row in enumerate(rows) for column in _offered(row, len(rows) == 1)]
    at_hand = [(place, column) for place, column in places if _is_at_hand(rows, place, column, lacking)]
    at_hand.sort(key=lambda offered: offered[1].name not in lacking)
    folded = [offered for offered in places if offered not in at_hand]

    def fill(place: int, column: Column) -> None:
        table = BY_NAME[rows[place].table]
        value = cells[place].get(column.name, "")
        frames = sitting.record.tables.frames
        cells[place][column.name] = field(table, column, value, f"{key}-{place}-{column.name}", frames)

    for place, column in at_hand:
        fill(place, column)
    with st.expander("Every other cell"):
        for place, column in folded:
            fill(place, column)
    return [Row(row.table, cells[place]) for place, row in enumerate(rows)]


def _offered(row: Row, is_alone: bool) -> list[Column]:
    """Every column of a record; of evidence those that are the coder's to say: what stands alone may be led
    to any record by its id.
    """
    said = ("record_id", *_EVIDENCE) if is_alone else _EVIDENCE
    columns = BY_NAME[row.table].columns
    return [column for column in columns if row.table != "evidence" or column.name in said]


def _is_at_hand(rows: Sequence[Row], place: int, column: Column, lacking: Collection[str]) -> bool:
    """An id is made of what the record is called, and what evidence states follows its record."""
    row = rows[place]
    if row.table == "evidence":
        return column.name == "quote" or (len(rows) == 1 and column.name != "note")
    is_of_sentence = column.name in _OF_SENTENCE or column.required
    return column.name in lacking or (is_of_sentence and column.name != BY_NAME[row.table].id_column)
