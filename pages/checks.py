"""Does it hold?"""

from dashboard.figures.checks import LIST, SORT, SPEAKER, VERDICT, VERDICTS, WORDS
from dashboard.ui import open_page

page = open_page("checks")
page.show(VERDICTS)
page.ask(VERDICT, SORT, WORDS, SPEAKER)
page.show(LIST)
