"""The page that every address of a page answers: Streamlit's, with our words for who cannot connect or runs
no scripts.
"""

from __future__ import annotations

import os
import re
from functools import cache

from dashboard.figures.spoken import Words
from dashboard.ui.door import (
    drawing_words,
    held_parts,
    map_gestures,
    mark_keys,
    menu_place,
    sidebar_fold,
    theme_switch,
    webgl,
    whole_runs,
    window_width,
)
from dashboard.ui.streamlit_internals import STATIC
from dashboard.views.markup import Markup, join, tag

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
  const whole = document.querySelector('link[data-atlas-edition]');
  const read = () => {
    const kept = document.querySelector('noscript');
    if (met || !kept || document.getElementById('atlas-content')) return;
    const content = document.createElement('main');
    content.id = 'atlas-content';
    content.lang = 'en-GB';
    content.append(new DOMParser().parseFromString(kept.textContent, 'text/html').body);
    document.body.append(content);
  };
  const say = text => {
    if (notice) return;
    read();
    notice = document.createElement('div');
    notice.id = 'atlas-away';
    notice.setAttribute('role', 'alert');
    notice.dataset.reactAriaTopLayer = 'true';
    const button = document.createElement('button');
    button.textContent = 'Reload';
    button.addEventListener('click', () => location.reload());
    notice.append(text + ' ');
    if (whole) {
      const way = document.createElement('a');
      way.href = whole.href;
      way.textContent = 'The edition that needs no server';
      notice.append(way, ' ');
    }
    notice.append(button);
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
    document.getElementById('atlas-content')?.remove();
  }, 250);
  const place = () => location.pathname + '?' + (new URLSearchParams(location.search).get('id') || '');
  let told = place();
  setInterval(async () => {
    if (place() === told) return;
    told = place();
    const fresh = await fetch(location.href).then(answer => answer.text()).catch(() => '');
    const said = new DOMParser().parseFromString(fresh, 'text/html').querySelectorAll('[data-atlas]');
    if (!said.length) return;
    document.querySelectorAll('[data-atlas], .Z3988').forEach(old => old.remove());
    said.forEach(one => document.head.append(one));
  }, 1000);
  const named = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ''; }  // half a character
  };
  const unfold = name => {
    if (!name) return;
    const fold = `.st-key-fold-${CSS.escape(name)} details:not([open]) > summary`;
    document.querySelector(fold)?.click();
  };
  let goal = named(), seen = null;
  const leave = () => { goal = ''; };
  ['wheel', 'touchstart', 'keydown', 'pointerdown']
    .forEach(name => addEventListener(name, leave, { once: true, passive: true }));
  addEventListener('hashchange', () => { leave(); unfold(named()); });
  setTimeout(leave, 30000);
  const approach = setInterval(() => {
    if (!goal) { clearInterval(approach); return; }
    const figure = document.getElementById(goal);
    if (!figure) return;
    if (seen === null) unfold(goal);
    const top = figure.getBoundingClientRect().top;
    if (seen === null || Math.abs(top - seen) > 2) figure.scrollIntoView({ block: 'start' });
    seen = figure.getBoundingClientRect().top;
  }, 300);
})()
"""

_SCRIPTS = "".join(
    f"<script>{script}</script>"
    for script in (
        SCRIPT,
        window_width.SCRIPT,
        webgl.SCRIPT,
        map_gestures.SCRIPT,
        sidebar_fold.SCRIPT,
        mark_keys.SCRIPT,
        menu_place.SCRIPT,
        drawing_words.SCRIPT,
        held_parts.SCRIPT,
        theme_switch.SCRIPT,
        whole_runs.SCRIPT,
    )
)

# Signs without words are drawn before the styles of the pages come: slanted, they would load another face.
_STYLE = """
[data-testid="stHtml"] i { font-style: normal; }
html[data-atlas-away] [data-testid="stDialog"], html[data-atlas-away] .stDialog { display: none !important; }
#atlas-away { position: fixed; inset: auto 0 0 0; z-index: 2000000; padding: 1rem; text-align: center;
  font: 1rem/1.5 sans-serif; color: #ffffff; background: #1b1f24; border-top: 1px solid #ffffff; }
#atlas-away a { color: inherit; }
#atlas-content { position: absolute; inset: 0 0 auto 0; min-height: 100%; z-index: 1000000;
  padding: 1rem 1.25rem 6rem; font: 1rem/1.5 sans-serif; color: #1b1f24; background: #ffffff; }
#atlas-content > * { max-width: 46rem; margin-left: auto; margin-right: auto; }
#atlas-away button { font: inherit; padding: 0.2rem 0.8rem; margin-left: 0.5rem; }
"""

_TITLE = "<title>Evidence Atlas</title>"
# What belongs to one page: it is renewed when a reader goes on to another.
_MARKED = re.compile(r"<(meta|link|script)(?= )")
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


def with_words(words: Words) -> str:
    """The first page with what one page says of itself, and with its content for who runs no scripts."""
    head = Markup(_MARKED.sub(r"<\1 data-atlas", str(words.head)))
    page = front_page().replace(_TITLE, join(head, _edition()))
    return page.replace(_NO_SCRIPTS, words.content)


def _edition() -> Markup:
    """The way to the edition that needs no server, where the environment names one in ATLAS_EDITION."""
    named = os.environ.get("ATLAS_EDITION", "")
    way = tag("link", rel="alternate", data_atlas_edition="", href=named)
    return Markup(way.removesuffix("</link>") if named else "")


@cache
def front_page() -> str:
    """Streamlit's first page with the notice for who cannot connect and without its words for programmers."""
    page = (STATIC / "index.html").read_text("utf-8")
    page = re.sub(r"<noscript>.*?</noscript>", _NO_SCRIPTS, page, flags=re.DOTALL)
    page = re.sub(
        r'<!--(?:(?!-->).)*?RFC 8631.*?-->\s*<link rel="service-desc"[^>]*>', "", page, flags=re.DOTALL
    )
    page = page.replace("<title>Streamlit</title>", _TITLE).replace(
        'href="./favicon.png"', 'href="./icon.svg"'
    )
    return page.replace("</head>", f"<style>{_STYLE}</style>{_SCRIPTS}</head>")
