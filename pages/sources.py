"""Who says so?"""

from dashboard.figures.capitals import BY, BY_COUNTRY, ONE_COUNTRY
from dashboard.figures.sources import CORROBORATION, DISAGREEMENTS, DOCUMENTS, SORT, TABLE, WORDS
from dashboard.ui import open_page

page = open_page("sources")
page.list_contents()
page.show(DOCUMENTS)
page.show(CORROBORATION)
page.ask(BY)
page.show(BY_COUNTRY)
page.show(ONE_COUNTRY)
page.show(DISAGREEMENTS)
page.ask(SORT, WORDS)
page.show(TABLE)
