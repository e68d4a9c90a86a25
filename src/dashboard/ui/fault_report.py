"""The offer below a record to report a fault of it: a text to copy, and the way to the address that the
Atlas names, if it names one; nothing is sent from here.
"""

from __future__ import annotations

import streamlit as st

from dashboard.exports.fault_report import ALL_FIELDS, instruction
from dashboard.figures.address import Context
from dashboard.figures.dataset import Dataset
from dashboard.figures.fault_report import fault_report, values_of
from dashboard.views.markup import Markup, join, tag


def offer_report(dataset: Dataset, record_id: str, context: Context) -> None:
    """A fold that asks which field is wrong and shows the report, filled in as far as that is known."""
    with st.expander("Report a fault"):
        field = st.selectbox(
            "Field that is wrong",
            [ALL_FIELDS, *values_of(dataset, record_id)],
            format_func=lambda name: name.replace("_", " ") or "Not one alone",
            key=f"fault-{record_id}",
        )
        report = fault_report(
            dataset, record_id, context.base, context.record(record_id), field or ALL_FIELDS
        )
        st.html(
            tag("p", instruction(dataset.atlas.subject.faults), class_="atlas-note"),
        )
        st.code(report.text, language=None, wrap_lines=True)
        if dataset.atlas.subject.faults:
            st.html(opening(report.opening(dataset.atlas.subject.faults), dataset.atlas.subject.faults))


def opening(href: str, address: str) -> Markup:
    """The link that opens a report where faults are received."""
    words = "Open it in a mail to " if href.startswith("mailto:") else "Open it in the tracker"
    named = address if href.startswith("mailto:") else ""
    return tag("p", tag("a", join(words, named), href=href, target="_blank", rel="noopener noreferrer"))
