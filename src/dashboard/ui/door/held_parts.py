"""What happens when a part of a long list opens: its rows, which came as a text, become elements."""

from __future__ import annotations

# Closed parts hold their rows as a text (see dashboard.views.folded), because Streamlit cleans, builds and
# throws away every element of a list at each choice. The text is the Atlas's HTML, packed, with signs where a
# reader's choice goes into its links; it is cleaned here as Streamlit would have cleaned it. A search in the
# page (Ctrl+F) finds only what is an element, so it opens all texts first.
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
  const unpack = text => {
    const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
  };
  const written = choice => (choice ?? '').replaceAll('&', '&amp;');
  const fill = async fold => {
    if (!(fold instanceof Element && fold.matches(HELD))) return;
    const { held: packed, choice, choiceButYears } = fold.dataset;
    delete fold.dataset.held;
    const text = (await unpack(packed))
      .replaceAll('\\ufdd0', () => written(choice)).replaceAll('\\ufdd1', () => written(choiceButYears));
    const held = new DOMParser().parseFromString(text, 'text/html').body;
    held.querySelectorAll(NEVER).forEach(element => element.remove());
    held.querySelectorAll('*').forEach(clean);
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
