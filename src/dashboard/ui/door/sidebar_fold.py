"""How the sidebar gives way on a phone, where it lies over the page: what was asked in it comes into view."""

from __future__ import annotations

# Streamlit closes its sidebar on a phone after a press in its own menu or outside the sidebar, and not after
# a link or a search that the app draws there; `initial_sidebar_state` counts only until a reader has opened
# it, which the browser remembers. So a link in it, and Enter in its search, count as a press outside: whether
# the sidebar lies over the page is left to Streamlit. The focus goes along, or it would be left out of sight.
SCRIPT = """
(() => {
  const SIDEBAR = '[data-testid="stSidebar"]', MAIN = '[data-testid="stMain"]';
  const within = (event, what) =>
    event.target instanceof Element && event.target.closest(SIDEBAR) && event.target.closest(what);
  const leave = () => setTimeout(() => {
    const main = document.querySelector(MAIN), sidebar = document.querySelector(SIDEBAR);
    if (!main || !sidebar) return;
    const open = () => sidebar.dataset.collapsed === 'false', before = open();
    main.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    requestAnimationFrame(() => {
      if (before && !open()) main.focus({ preventScroll: true, focusVisible: false });
    });
  });
  addEventListener('click', event => { if (within(event, 'a[href]')) leave(); });
  addEventListener('keydown', event => {
    if (event.key === 'Enter' && within(event, '[data-testid="stTextInput"]')) leave();
  });
})()
"""
