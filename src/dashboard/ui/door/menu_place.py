"""Which link of the menu leads to the page that is open, said to screen readers and to the styles."""

from __future__ import annotations

# Streamlit marks the link of the open page by a class without a name of its own. The last part of the address
# is the page; that of the first page is empty.
SCRIPT = """
(() => {
  const LINKS = '.st-key-menu [data-testid="stPageLink"] a';
  const pageOf = path => path.split(/[?#]/)[0].split('/').at(-1);
  setInterval(() => {
    const open = pageOf(location.pathname);
    document.querySelectorAll(LINKS).forEach(link => {
      const now = pageOf(link.getAttribute('href') ?? '') === open ? 'page' : null;
      if (link.getAttribute('aria-current') === now) return;
      if (now) link.setAttribute('aria-current', now);
      else link.removeAttribute('aria-current');
    });
  }, 300);
})()
"""
