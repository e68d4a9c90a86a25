"""The Atlas as an app: page config, then whatever surrounds the page that the address names."""

import streamlit as st

from dashboard.ui import navigation

st.set_page_config(layout="wide", initial_sidebar_state="auto")
navigation.run()
