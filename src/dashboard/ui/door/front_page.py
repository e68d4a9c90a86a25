"""The page that every address of a page answers: Streamlit's, with our words for who cannot connect or runs
no scripts.
"""

from __future__ import annotations

import re
from functools import cache

from dashboard.ui.door import map_gestures
from dashboard.ui.streamlit_internals import STATIC

# Streamlit's own window tells how a lost server is to be started; a reader has none to start. A link to a
# figure waits for the figure, which Streamlit draws long after the browser looked for it, until the reader
# moves. `data-react-aria-top-layer` keeps our words readable to screen readers beside that window.
SCRIPT = """
(() => {
  const root = document.documentElement, patience = { before: 12000, after: 4000 };
  let met = false, since = Date.now(), notice = null;
  const words = {
    before: 'The page came, but its connection to the server does not come about. '
      + 'Some networks stop websockets: wait a moment, reload, or try another network.',
    after: 'The server does not answer just now. Nothing is lost: what you chose stands in the address. '
      + 'The page connects again by itself; if it does not within a minute, reload it.',
  };
  const say = text => {
    if (notice) return;
    notice = document.createElement('div');
    notice.id = 'atlas-away';
    notice.setAttribute('role', 'alert');
    notice.dataset.reactAriaTopLayer = 'true';
    const button = document.createElement('button');
    button.textContent = 'Reload';
    button.addEventListener('click', () => location.reload());
    notice.append(text + ' ', button);
    document.body.append(notice);
  };
  setInterval(() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const connected = !!app && app.dataset.testConnectionState === 'CONNECTED';
    root.toggleAttribute('data-atlas-away', !connected);
    const when = met ? 'after' : 'before';
    if (!connected) {
      if (Date.now() - since > patience[when]) say(words[when]);
      return;
    }
    met = true;
    since = Date.now();
    if (notice) notice.remove();
    notice = null;
  }, 250);
  let goal = location.hash ? decodeURIComponent(location.hash.slice(1)) : '', place = null;
  const leave = () => { goal = ''; };
  ['wheel', 'touchstart', 'keydown', 'pointerdown']
    .forEach(name => addEventListener(name, leave, { once: true, passive: true }));
  addEventListener('hashchange', leave);
  setTimeout(leave, 30000);
  const approach = setInterval(() => {
    if (!goal) { clearInterval(approach); return; }
    const figure = document.getElementById(goal);
    if (!figure) return;
    const top = figure.getBoundingClientRect().top;
    if (place === null || Math.abs(top - place) > 2) figure.scrollIntoView({ block: 'start' });
    place = figure.getBoundingClientRect().top;
  }, 300);
})()
"""

_SCRIPTS = "".join(f"<script>{script}</script>" for script in (SCRIPT, map_gestures.SCRIPT))

_STYLE = """
html[data-atlas-away] [data-testid="stDialog"], html[data-atlas-away] .stDialog { display: none !important; }
#atlas-away { position: fixed; inset: auto 0 0 0; z-index: 2000000; padding: 1rem;
  font: 1rem/1.5 sans-serif; text-align: center;
  color: #ffffff; background: #1b1f24; border-top: 1px solid #ffffff; }
#atlas-away button { font: inherit; padding: 0.2rem 0.8rem; margin-left: 0.5rem; }
"""

_NO_SCRIPTS = (
    "<noscript><p>The Atlas draws its figures with JavaScript, and this browser runs none here. "
    "All tables can be read without: they are published with the Atlas as files.</p></noscript>"
)

NOTHING_HERE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Nothing at this address</title></head>
<body style="font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
<h1>Nothing at this address</h1>
<p>The Atlas has no page here. Its pages are:</p>
<ul>{pages}</ul>
<p><a href="{home}">To the first page</a></p>
</body></html>
"""


@cache
def front_page() -> str:
    """Streamlit's first page with the notice for who cannot connect and without its words for programmers."""
    page = (STATIC / "index.html").read_text("utf-8")
    page = re.sub(r"<noscript>.*?</noscript>", _NO_SCRIPTS, page, flags=re.DOTALL)
    page = re.sub(
        r'<!--(?:(?!-->).)*?RFC 8631.*?-->\s*<link rel="service-desc"[^>]*>', "", page, flags=re.DOTALL
    )
    page = page.replace("<title>Streamlit</title>", "<title>Evidence Atlas</title>")
    return page.replace("</head>", f"<style>{_STYLE}</style>{_SCRIPTS}</head>")
