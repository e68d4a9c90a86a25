"""What does the record hold of it?"""

from dashboard.figures.find import KIND, PART, RESULTS, VOTES
from dashboard.figures.spec import SEARCH
from dashboard.ui import open_page

page = open_page("find")
page.ask(SEARCH, KIND, PART)
page.show(RESULTS)
page.show(VOTES)
