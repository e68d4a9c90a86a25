"""What keys do on the marks of a chart, and where the focus goes when the card of a mark closes."""

from __future__ import annotations

# Vega draws marks that no key reaches, and a chart is drawn anew when its card closes, so that Streamlit has
# no element to which it could give the focus back. Each chart whose marks open cards is one stop of the Tab
# key; arrows, Home and End go from record to record in the order of their years, Enter or the space bar opens
# one. A mark is known by its record, or by its name where it stands for none, and its place among the marks
# of that record, which outlive a drawing.
# On a map, whose marks have no element, the focus goes to its first button.
# A reader who has gone on meanwhile is not called back. A card that a link opened belongs to the first chart
# that shows its record.
SCRIPT = """
(() => {
  const CHART = '[class*="st-key-marks-"]', FIGURE = '[class*="st-key-figure-"]', CARD = '.atlas-mark-card';
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  const LIVE = '[class*="st-key-live-"]';
  const STOP = 'svg [tabindex="0"]', PATIENCE = 10000, last = new Map();
  let opener = null, open = false, until = 0;
  const recordOf = mark => mark.__data__?.datum?.mark ?? mark.__data__?.datum?.record_id;
  const opens = mark => recordOf(mark) && mark.getAttribute('aria-roledescription') !== 'text mark'
    && (mark.__data__.cursor === 'pointer' || mark.getAttribute('aria-roledescription') === 'point');
  const marksOf = chart => [...chart.querySelectorAll('svg [aria-label]')].filter(opens);
  const recordsOf = chart => [...new Map(marksOf(chart).map(mark => [recordOf(mark), mark])).values()]
    .map(mark => [mark.getBoundingClientRect().left, mark])
    .sort((one, other) => one[0] - other[0]).map(pair => pair[1]);
  const figureOf = element =>
    [...element.closest(FIGURE)?.classList ?? []].find(name => name.startsWith('st-key-figure-'));
  const sameOf = (chart, record) => marksOf(chart).filter(mark => recordOf(mark) === record);
  const remember = (chart, mark) => {
    const record = recordOf(mark);
    last.set(figureOf(chart), { record, place: sameOf(chart, record).indexOf(mark) });
  };
  const stop = chart => {
    const { record, place } = last.get(figureOf(chart)) ?? {}, same = record ? sameOf(chart, record) : [];
    const mark = same[place] ?? same.at(-1) ?? recordsOf(chart)[0];
    chart.querySelectorAll(STOP).forEach(other => other.setAttribute('tabindex', '-1'));
    mark?.setAttribute('tabindex', '0');
    return mark;
  };
  const back = () => {
    if (opener.live) {
      const figure = document.querySelector(`.${CSS.escape(opener.figure)}`);
      if (!figure?.contains(document.activeElement)) figure?.querySelector('.atlas-zoom')?.focus();
      return;
    }
    const chart = document.querySelector(`.${CSS.escape(opener.figure)} ${CHART}`);
    if (!chart || chart === opener.chart || chart.contains(document.activeElement)) return;
    stop(chart)?.focus();
  };
  // A card that closes before the clock below has seen it was open all the same.
  const acted = () => { until = 0; open = open || !!document.querySelector(CARD); };
  const ofMap = live => { if (live) opener = { figure: figureOf(live), live: true }; };
  const adopt = () => {
    const asked = new URLSearchParams(location.search), record = asked.get('mark') ?? asked.get('id');
    const charts = [...document.querySelectorAll(CHART)];
    const chart = charts.find(one => sameOf(one, record).length) ?? charts[0];
    if (!chart) return ofMap(document.querySelector(LIVE));
    last.set(figureOf(chart), { record, place: 0 });
    opener = { figure: figureOf(chart), chart };
  };
  setInterval(() => {
    document.querySelectorAll(CHART).forEach(chart => { if (!chart.querySelector(STOP)) stop(chart); });
    const card = !!document.querySelector(CARD);
    if (card && !opener) adopt();
    if (open && !card && opener) until = Date.now() + PATIENCE;
    open = card;
    if (Date.now() < until) back();
  }, 200);
  addEventListener('click', event => {
    const chart = event.target instanceof Element ? event.target.closest(CHART) : null;
    if (!chart) return event.target instanceof Element ? ofMap(event.target.closest(LIVE)) : undefined;
    if (event.target.__data__ && recordOf(event.target)) remember(chart, event.target);
    opener = { figure: figureOf(chart), chart };
  }, true);
  addEventListener('pointerdown', acted, true);
  addEventListener('keydown', event => {
    acted();
    const mark = event.target instanceof SVGElement ? event.target : null, chart = mark?.closest(CHART);
    if (!chart || !recordOf(mark) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      const box = mark.getBoundingClientRect();
      mark.dispatchEvent(new MouseEvent('click', {
        bubbles: true, cancelable: true,
        clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
      }));
    } else if (event.key in STEPS) {
      const marks = recordsOf(chart), at = marks.findIndex(other => recordOf(other) === recordOf(mark));
      remember(chart, marks[Math.min(Math.max(at + STEPS[event.key], 0), marks.length - 1)]);
      stop(chart).focus();
    } else return;
    event.preventDefault();
  }, true);
})()
"""
