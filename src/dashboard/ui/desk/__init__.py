"""The desk as a page of its own: opened by `streamlit run desk.py`, on the coder's machine only."""

from dashboard.ui.desk.page import run

__all__ = ["run"]
