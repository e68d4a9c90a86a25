"""Where it appears: the only package that imports streamlit. A page opens with `open_page` and shows figures
by their id.
"""

from dashboard.ui.page import Page, open_page

__all__ = ["Page", "open_page"]
