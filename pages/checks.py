"""Does it hold?"""

from dashboard.ui import open_page

page = open_page("checks")
page.show("checks-verdicts")
page.show("checks-list")
