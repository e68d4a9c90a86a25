"""A page of the kind that a newcomer to Streamlit starts from: choose some countries, see their lines and how
much each grew.
"""

import numpy as np
import pandas as pd
import streamlit as st

THEMES = [
    "diplomacy",
    "multilateral",
    "defence",
    "security",
    "trade",
    "energy",
    "connectivity",
    "afghanistan",
    "society",
]


@st.cache_data
def series() -> pd.DataFrame:
    """Sixty years of made-up growth, a column for each name."""
    steps = np.random.default_rng(1).normal(1.04, 0.05, (62, len(THEMES)))
    return pd.DataFrame(
        100 * steps.cumprod(axis=0), columns=THEMES, index=pd.RangeIndex(1960, 2022, name="year")
    )


st.title("Growth")
st.write("Choose what to compare, and the years.")
chosen = st.sidebar.multiselect("Themes", THEMES, key="theme") or THEMES[:6]
first, last = st.slider("Years", 1960, 2021, (1960, 2021))
shown = series().loc[first:last, chosen].reset_index().melt("year", var_name="name", value_name="size")
st.header("Over time", divider="grey")
st.line_chart(shown, x="year", y="size", color="name")
st.header(f"In {last}", divider="grey")
for column, name in zip(st.columns(4) * 3, chosen, strict=False):
    own = series()[name]
    column.metric(name, f"{own[last]:,.0f}", f"{own[last] / own[first]:,.2f}x")
