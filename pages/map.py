"""Where?"""

from dashboard.ui import open_page
from dashboard.ui.map_choice import DRAWINGS, VIEWS, choose_record

page = open_page("map")
view = page.choose("view", "First view", VIEWS, "routes")
drawing = page.choose("drawing", "Map", DRAWINGS, "live")
record = choose_record(page)
page.show("map-routes", view=view, drawing=drawing, record=record)
page.show("map-chosen", record=record)
page.show("map-table")
page.show("map-events")
page.show("map-unplaced")
