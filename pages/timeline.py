"""What happened, when?"""

from dashboard.figures.timeline import LANES, LIST, STRIP
from dashboard.ui import open_page

page = open_page("timeline")
page.show(STRIP)
page.choose_years()
page.show(LANES)
page.show(LIST)
