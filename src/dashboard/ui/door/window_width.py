"""How the server learns, before it draws, that a window is as narrow as a phone: by a cookie that ends with
the browser.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

# A name that no proxy in front uses, and the width from which on a page holds drawings for a screen.
COOKIE = "atlas-window"
NARROW = "narrow"
LEAST_WIDE = 640

# Names of marks and the heights of drawings are placed by the server. A phone says by its name that it is
# one; a small window on a desk does not, and Streamlit tells nothing of its width.
SCRIPT = f"""
(() => {{
  const say = () => {{
    const size = innerWidth < {LEAST_WIDE} ? '{NARROW}' : 'wide';
    document.cookie = '{COOKIE}=' + size + '; path=/; samesite=lax';
  }};
  say();
  addEventListener('resize', say);
}})()
"""


def is_narrow(headers: Mapping[str, str], cookies: Mapping[str, str]) -> bool:
    """Whether the reader's browser says that it runs on a phone, or in a window as narrow as one."""
    return "Mobi" in headers.get("User-Agent", "") or cookies.get(COOKIE) == NARROW


def on_phone() -> bool:
    """Whether the page of this run is seen as narrow as on a phone: a map has to know before it is drawn how
    much of the world will fit.
    """
    return is_narrow(st.context.headers, st.context.cookies)
