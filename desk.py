"""The desk for a new document: `streamlit run desk.py -- DOCUMENT` on a coder's own machine. The hosted app
has no part of it.
"""

from dashboard.ui.desk import run

run()
