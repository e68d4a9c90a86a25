"""Where, and what of it exists?"""

from dashboard.figures.map import CHOSEN, EVENT_PLACES, ROUTES, TABLE, UNPLACED
from dashboard.ui import open_page
from dashboard.ui.map_controls import map_frame

page = open_page("map")
with map_frame(page):
    page.show(ROUTES)
page.show(CHOSEN)
page.show(TABLE)
page.show(EVENT_PLACES)
page.show(UNPLACED)
