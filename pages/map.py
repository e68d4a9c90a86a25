"""Where?"""

from dashboard.ui import open_page
from dashboard.ui.map_choice import VIEWS, choose_record

page = open_page("map")
view = page.choose("view", "First view", VIEWS, "routes")
record = choose_record(page)
page.show("map-routes", view=view, record=record)
page.show("map-chosen", record=record)
page.show("map-table")
page.show("map-events")
page.show("map-unplaced")
