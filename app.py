"""The Atlas as an app: what surrounds the page that a reader's address names; and, for who starts it, the
server behind its door.
"""

import streamlit as st

from dashboard.site import living
from dashboard.ui import door, navigation
from dashboard.ui.streamlit_internals import in_a_run

if in_a_run():
    st.set_page_config(layout="wide", initial_sidebar_state="auto")
    navigation.run()
else:
    app = st.App(__file__, middleware=door.guarded(living), lifespan=door.opened)
