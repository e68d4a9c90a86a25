"""Where, and what of it exists?"""

from dashboard.figures.map import CHOSEN, DRAWING, EVENT_PLACES, ROUTES, TABLE, UNPLACED, VIEW
from dashboard.ui import open_page
from dashboard.ui.map_choice import choose_record, rows_and_map
from dashboard.ui.map_play import step_years

page = open_page("map")
controls, place = rows_and_map()
with controls:
    choose_record(page, VIEW)
    step_years(page, DRAWING)
with place:
    page.show(ROUTES)
page.show(CHOSEN)
page.show(TABLE)
page.show(EVENT_PLACES)
page.show(UNPLACED)
