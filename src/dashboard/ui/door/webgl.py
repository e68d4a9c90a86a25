"""How the server learns, before it draws, that a browser cannot draw a live map: by a cookie that ends with
the browser.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

# A name that no proxy in front uses.
COOKIE = "atlas-webgl"
MISSING = "missing"

# Streamlit tells nothing of a map that stays white. A browser is asked once, because a drawing ground takes
# tens of milliseconds to make, and it is given back at once: a page may hold a few of them only.
SCRIPT = f"""
(() => {{
  if (document.cookie.includes('{COOKIE}=')) return;
  const canvas = document.createElement('canvas');
  const ground = canvas.getContext('webgl2') || canvas.getContext('webgl');
  document.cookie = '{COOKIE}=' + (ground ? 'there' : '{MISSING}') + '; path=/; samesite=lax';
  ground?.getExtension('WEBGL_lose_context')?.loseContext();
}})()
"""


def is_missing(cookies: Mapping[str, str]) -> bool:
    """Whether the reader's browser says that it has no WebGL; one that says nothing may have it."""
    return cookies.get(COOKIE) == MISSING


def draws_no_map() -> bool:
    """Whether the browser of this run can draw no live map, so that the picture has to stand in its place."""
    return is_missing(st.context.cookies)
