"""How much, by whose count?"""

from dashboard.ui import open_page

page = open_page("trade")
page.show("trade-lines")
page.show("trade-mirror")
page.show("trade-mirror-table")
page.show("trade-statements")
