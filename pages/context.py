"""What else was counted: arms, votes, aid, energy, terrorism?"""

from dashboard.figures import context
from dashboard.ui import open_page

page = open_page("context")
page.say(
    "Series beside which the relations of the two countries can be read.",
    "Each has its own reporter and definition, and none of them explains another.",
)
page.show(context.STATEMENTS)
page.show(context.ARMS)
page.ask(context.VOTES)
page.show(context.VOTING)
page.show(context.IDEAL_POINTS)
page.show(context.MEMBERSHIPS)
page.ask(context.FLOW)
page.show(context.TRADE)
page.show(context.RUSSIA)
page.show(context.AID)
page.show(context.NUCLEAR)
page.show(context.DEATHS)
page.show(context.DEATHS_TOTAL)
page.show(context.LOSSES)
page.show(context.LOSSES_TOTAL)
page.show(context.OPIUM)
page.link("checks", "Every statement that was checked")
