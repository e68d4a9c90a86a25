"""What do we know, at a glance?"""

from dashboard.figures.map import DRAWING, ROUTES
from dashboard.figures.method import REACH
from dashboard.figures.overview import DISAGREEMENTS, FINDINGS, NEWEST_EVENTS
from dashboard.figures.timeline import STRIP
from dashboard.ui import open_page

page = open_page("overview")
page.say(*page.dataset.atlas.subject.lead)
page.show(STRIP)
page.link("timeline", "All events, by theme")
page.side_by_side(FINDINGS)
page.show(DISAGREEMENTS)
page.link("sources", "All disagreements, and all sources")
page.show(ROUTES, {DRAWING: "picture"})
page.link("map", "Routes, sites and their status")
page.show(NEWEST_EVENTS)
page.show(REACH)
page.link("method", "How the record is made, and where it is weak")
