"""What surrounds it, in numbers?"""

from dashboard.ui import open_page

FLOWS = {"from-pakistan": "From Pakistan", "to-pakistan": "To Pakistan"}
VOTES = {"all": "All recorded votes", "non-unanimous": "Contested votes only"}

page = open_page("context")
page.say("Series beside which the relations of the two countries can be read. Each has its own reporter and definition, and none of them explains another.")
page.show("context-statements")
page.show("context-arms")
votes = page.choose("votes", "Votes", VOTES, "all")
page.show("context-votes", votes=votes)
page.show("context-ideal-points")
page.show("context-memberships")
flow = page.choose("flow", "Direction of trade", FLOWS, "from-pakistan")
page.show("context-trade", flow=flow)
page.show("context-russia", flow=flow)
page.show("context-aid")
page.show("context-nuclear")
page.show("context-deaths")
page.show("context-deaths-total")
page.show("context-losses")
page.show("context-losses-total")
page.show("context-opium")
page.link("checks", "Every statement that was checked")
