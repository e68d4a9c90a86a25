"""What happens when the reader's machine turns to dark or to light while a page is open: it is drawn anew."""

from __future__ import annotations

# Streamlit changes its ground at once and runs nothing, so that words and charts of the other ground stay.
# A step in the history to the same place makes it run the page again, which keeps what was typed. Paper has
# the ink of day and is not drawn again while it prints.
SCRIPT = """
(() => {
  const AFTER = 300;
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (matchMedia('print').matches) return;
    setTimeout(() => dispatchEvent(new PopStateEvent('popstate')), AFTER);
  });
})()
"""
