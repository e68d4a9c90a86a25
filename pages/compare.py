"""Then and now: what is different?"""

from dashboard.figures.compare import NUMBER, PERIODS, RECORDS, TABLE
from dashboard.ui import open_page

page = open_page("compare")
page.ask(PERIODS, NUMBER)
page.show(TABLE)
page.show(RECORDS)
