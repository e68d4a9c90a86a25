"""What else was counted in the two countries and around them?"""

from dashboard.ui import open_page

page = open_page("context")
page.say(
    "Series beside which the relations of the two countries can be read.",
    "Each has its own reporter and definition, and none of them explains another.",
)
page.list_contents()
page.show_all(whole=4)
page.link("checks", "Every statement that was checked")
