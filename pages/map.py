"""Where?"""

from dashboard.ui import open_page

page = open_page("map")
page.show("map-routes")
page.show("map-table")
