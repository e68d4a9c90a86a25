"""What wheel, finger and buttons do over a live map: the page scrolls unless the map was entered."""

from __future__ import annotations

# deck.gl zooms at every turn of the wheel, so that a reader who scrolls ends on empty land. The wheel reaches
# the map only with Ctrl held, or after a press inside it and until the pointer leaves it. The buttons turn a
# wheel of their own in the middle of the map: Streamlit's map has no buttons without a tile server.
SCRIPT = """
(() => {
  const MAP = '[data-testid="stDeckGlJsonChart"]', TURN = 130;
  let entered = null;
  const mapOf = target => target instanceof Element ? target.closest(MAP) : null;
  addEventListener('pointerdown', event => { entered = mapOf(event.target); }, true);
  addEventListener('keydown', event => { if (event.key === 'Escape') entered = null; }, true);
  addEventListener('pointermove', event => {
    if (entered && mapOf(event.target) !== entered) entered = null;
  }, true);
  addEventListener('wheel', event => {
    const map = mapOf(event.target);
    if (map && map !== entered && !event.ctrlKey && event.isTrusted) event.stopPropagation();
  }, { capture: true, passive: true });
  addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('.atlas-zoom') : null;
    if (!button) return;
    const canvas = button.closest('[class*="st-key-live-"]').querySelector(`${MAP} canvas`);
    if (!canvas) return;
    const box = canvas.getBoundingClientRect();
    canvas.dispatchEvent(new WheelEvent('wheel', {
      deltaY: button.value === 'in' ? -TURN : TURN, bubbles: true, cancelable: true,
      clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
    }));
  }, true);
})()
"""
