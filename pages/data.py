"""May I have it?"""

from dashboard.figures.data import FIND, ROWS, TABLE
from dashboard.ui import data_page, open_page

page = open_page("data")
page.ask(TABLE, FIND)
page.show(ROWS)
data_page.show_codebook(page)
data_page.show_downloads(page)
