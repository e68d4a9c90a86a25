"""What was signed, and what became of it?"""

from dashboard.figures.agreements import KIND, TABLE
from dashboard.ui import open_page

page = open_page("agreements")
page.ask(KIND)
page.show(TABLE)
