"""How a run's messages reach Streamlit's interface: together, when the run is over, so that a choice redraws
the page once.
"""

from __future__ import annotations

from dashboard.ui.streamlit_internals import FINISHED, STREAM

# A run of a page is a hundred messages. Drawn as they come, each part of the page is first marked as stale
# and then drawn, in a dozen rounds. A run that takes longer shows what it has now and then, and the first of
# all shows everything as it comes. A message says its kind by the number of a field (Protocol Buffers).
SCRIPT = f"""
(() => {{
  const STREAM = '{STREAM}', FINISHED = {FINISHED}, LONGEST = 100;
  const Plain = window.WebSocket;
  const ends = data => {{
    const bytes = new Uint8Array(data);
    let at = 0;
    const number = () => {{
      let value = 0, scale = 1, byte;
      do {{ byte = bytes[at++]; value += (byte & 127) * scale; scale *= 128; }} while (byte & 128);
      return value;
    }};
    const past = long => {{ at += long; }};
    const skip = {{ 0: number, 1: () => past(8), 2: () => past(number()), 5: () => past(4) }};
    while (at < bytes.length) {{
      const tag = number(), passed = skip[tag & 7];
      if (Math.floor(tag / 8) === FINISHED || !passed) return true;
      passed();
    }}
    return false;
  }};
  const hold = socket => {{
    const passing = new WeakSet();
    let held = [], clock = 0, met = false;
    const deliver = () => {{
      clearTimeout(clock);
      clock = 0;
      const run = held;
      held = [];
      for (const data of run) {{
        const message = new MessageEvent('message', {{ data }});
        passing.add(message);
        socket.dispatchEvent(message);
      }}
    }};
    socket.addEventListener('message', event => {{
      if (passing.has(event)) return;
      event.stopImmediatePropagation();
      held.push(event.data);
      const over = ends(event.data);
      if (over || !met) deliver();
      else if (!clock) clock = setTimeout(deliver, LONGEST);
      met ||= over;
    }});
    socket.addEventListener('close', deliver);
  }};
  window.WebSocket = class extends Plain {{
    constructor(...given) {{
      super(...given);
      if (new URL(this.url).pathname.endsWith(STREAM)) hold(this);
    }}
  }};
}})()
"""
