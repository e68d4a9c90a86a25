"""Who?"""

from dashboard.figures.people import COUNTRY, MET, TERMS
from dashboard.ui import open_page

page = open_page("people")
page.show(MET)
page.ask(COUNTRY)
page.show(TERMS)
