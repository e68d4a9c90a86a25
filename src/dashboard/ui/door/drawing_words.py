"""What a chart is called for those who hear it: the sentence of the choice under which it was drawn."""

from __future__ import annotations

from dashboard.figures.rendered import DRAWING_WORDS

# Streamlit writes a chart's alternative text into its specification and builds the whole chart anew when that
# differs, so that the focus and what a reader drew in it are lost. So the specification has the same words
# under every choice, and the sentence stands beside the drawing, hidden, for this script to give to it.
SCRIPT = f"""
(() => {{
  setInterval(() => {{
    document.querySelectorAll('[class*="st-key-figure-"]').forEach(figure => {{
      const words = figure.querySelector('.{DRAWING_WORDS}')?.textContent;
      if (!words) return;
      figure.querySelectorAll('[role="graphics-document"]').forEach(drawing => {{
        if (drawing.getAttribute('aria-label') !== words) drawing.setAttribute('aria-label', words);
      }});
    }});
  }}, 200);
}})()
"""
