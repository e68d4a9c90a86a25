"""Then and now: what is different?"""

from dashboard.figures.compare import NUMBER, PERIODS, RECORDS, TABLE
from dashboard.ui import open_page

page = open_page("compare")
page.ask(PERIODS, NUMBER)
chosen = bool(page.answered(NUMBER))
page.show(RECORDS if chosen else TABLE)
page.show(TABLE if chosen else RECORDS)
