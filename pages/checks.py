"""Does it hold?"""

from dashboard.figures.checks import LIST, VERDICT, VERDICTS
from dashboard.ui import open_page

page = open_page("checks")
page.show(VERDICTS)
page.ask(VERDICT)
page.show(LIST)
