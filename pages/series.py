"""Which meeting?"""

from dashboard.figures.series import CHOSEN, LIST, STRIP
from dashboard.ui import open_page

page = open_page("series")
page.show(STRIP)
page.ask(CHOSEN)
page.show(LIST)
