"""What do we know, at a glance?"""

from dashboard.figures.map import DRAWING, ROUTES
from dashboard.figures.overview import DISAGREEMENTS, HEADLINES, NEWEST_EVENTS
from dashboard.figures.sources import CORROBORATION
from dashboard.figures.timeline import STRIP
from dashboard.figures.trade import LINES
from dashboard.ui import open_page

page = open_page("overview")
page.say(*page.dataset.atlas.subject.lead)
page.headlines(HEADLINES)
page.show(STRIP)
page.link("timeline", "All events, by theme")
page.show(LINES)
page.link("trade", "Trade by every count")
page.show(ROUTES, {DRAWING: "picture"})
page.link("map", "Routes, sites and their status")
page.show(DISAGREEMENTS)
page.link("sources", "All disagreements, and all sources")
page.show(NEWEST_EVENTS)
page.show(CORROBORATION)
