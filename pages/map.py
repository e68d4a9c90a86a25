"""Where, and what of it exists?"""

from dashboard.figures.map import CHOSEN, DRAWING, EVENT_PLACES, ROUTES, TABLE, UNPLACED, VIEW
from dashboard.ui import open_page
from dashboard.ui.map_choice import choose_record
from dashboard.ui.map_play import step_years

page = open_page("map")
choose_record(page, VIEW, DRAWING)
step_years(page)
page.show(ROUTES)
page.show(CHOSEN)
page.show(TABLE)
page.show(EVENT_PLACES)
page.show(UNPLACED)
