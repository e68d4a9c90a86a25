"""The field for a reader's own paragraph.

It is the one choice that stands in no link: the words are the reader's, perhaps not published, and an address
is kept in histories and logs. They stay in the reader's session and go with it.
"""

from __future__ import annotations

import streamlit as st

from dashboard.model.statement import MOST_WORDS
from dashboard.views.formatting import number

# Characters of a thousand long words.
_LONGEST = 12_000


def asked() -> str:
    """The words that the reader last sent."""
    with st.form("paragraph", border=False):
        text = st.text_area(
            f"Your paragraph, up to {number(MOST_WORDS)} words",
            height=200,
            max_chars=_LONGEST,
            key="paragraph-text",
        )
        st.form_submit_button("Check it")
    return str(text or "")
