"""Does it hold?"""

from dashboard.figures.checks import LIST, SORT, VERDICT, VERDICTS, WORDS
from dashboard.ui import open_page

page = open_page("checks")
page.show(VERDICTS)
page.ask(VERDICT, SORT, WORDS)
page.show(LIST)
