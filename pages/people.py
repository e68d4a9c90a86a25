"""Who?"""

from dashboard.figures.people import COUNTED, COUNTRY, MET, PAIRS, TERMS
from dashboard.ui import open_page

page = open_page("people")
page.ask(COUNTED)
page.show(PAIRS)
page.show(MET)
page.ask(COUNTRY)
page.show(TERMS)
