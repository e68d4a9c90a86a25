"""What happens when a part of a long list opens: its rows, which came as a text, become elements."""

from __future__ import annotations

# Closed parts hold their rows as a text (see dashboard.views.folded), because Streamlit cleans, builds and
# throws away every element of a list at each choice. The text is the Atlas's HTML; it is cleaned here as
# Streamlit would have cleaned it. A search in the page (Ctrl+F) finds only what is an element, so it opens
# all texts first.
SCRIPT = """
(() => {
  const HELD = 'details[data-held]', NEVER = 'script, style, iframe, object, embed, form, base, meta, link';
  const ATTRIBUTES =
    /^((aria|data)-[a-z-]+|class|colspan|dir|href|id|lang|open|rel|role|scope|style|tabindex|target|title)$/;
  const LEADS = /^(https?:\\/\\/|[^:]*$|[^:]*[?#/])/i;
  const clean = element => {
    for (const { name, value } of [...element.attributes])
      if (!ATTRIBUTES.test(name) || (name === 'href' && !LEADS.test(value))) element.removeAttribute(name);
  };
  const fill = fold => {
    if (!(fold instanceof Element && fold.matches(HELD))) return;
    const held = new DOMParser().parseFromString(fold.dataset.held, 'text/html').body;
    held.querySelectorAll(NEVER).forEach(element => element.remove());
    held.querySelectorAll('*').forEach(clean);
    delete fold.dataset.held;
    fold.append(...held.childNodes);
  };
  addEventListener('click', event => {
    const summary = event.target instanceof Element ? event.target.closest('summary') : null;
    if (summary) fill(summary.parentElement);
  }, true);
  addEventListener('toggle', event => fill(event.target), true);
  addEventListener('keydown', event => {
    const searches = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
    if (searches) document.querySelectorAll(HELD).forEach(fill);
  }, true);
})()
"""
