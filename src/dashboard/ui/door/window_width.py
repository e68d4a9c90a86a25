"""How the server learns, before it draws, how large a window is: by a cookie that ends with the browser."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.views.map.view import LARGE, MEDIUM, PHONE, SMALL

# A name that no proxy in front uses, and the width from which on a page holds drawings for a screen.
COOKIE = "atlas-window"
LEAST_WIDE = 640
# The least width and height of a window of each size, the largest first; any other is small.
SIZES = ((LARGE, 1680, 940), (MEDIUM, 1400, 860))

# Names of marks and the heights of drawings are placed by the server. A phone says by its name that it is
# one; a small window on a desk does not, and Streamlit tells nothing of its width.
_larger = "".join(
    f"innerWidth >= {width} && innerHeight >= {height} ? '{size}' : " for size, width, height in SIZES
)
SCRIPT = f"""
(() => {{
  const say = () => {{
    const size = innerWidth < {LEAST_WIDE} ? '{PHONE}' : {_larger}'{SMALL}';
    document.cookie = '{COOKIE}=' + size + '; path=/; samesite=lax';
  }};
  say();
  addEventListener('resize', say);
}})()
"""


def size_of(headers: Mapping[str, str], cookies: Mapping[str, str]) -> str:
    """The size of the reader's window: that of a phone if the browser says that it runs on one, or in a
    window as narrow; small where it says nothing.
    """
    said = cookies.get(COOKIE, "")
    if "Mobi" in headers.get("User-Agent", "") or said == PHONE:
        return PHONE
    return said if said in {size for size, *_ in SIZES} else SMALL


def window() -> str:
    """The size of the window of this run: a map has to know before it is drawn how much of the world will
    fit.
    """
    return size_of(st.context.headers, st.context.cookies)


def on_phone() -> bool:
    """Whether the page of this run is seen as narrow as on a phone."""
    return window() == PHONE
