"""What do we know, at a glance?"""

from dashboard.ui import open_page

page = open_page("overview")
page.say(
    "What happened between Pakistan and the Soviet Union or Russia since 1947: when, how much, where, and who says so.",
    "Every figure opens onto the sources behind it; where sources disagree, the disagreement is shown.",
)
page.headlines(["overview-events", "overview-sources", "overview-trade", "overview-disputed", "overview-checks"])
page.show("timeline-strip")
page.link("timeline", "All events, by theme")
page.show("trade-lines")
page.link("trade", "Trade by every count")
page.show("map-routes", drawing="picture")
page.link("map", "Routes, sites and their status")
page.show("overview-differences")
page.link("sources", "All disagreements, and all sources")
page.show("overview-newest")
page.show("sources-corroboration")
