"""Who says so?"""

from dashboard.figures.sources import CORROBORATION, DISAGREEMENTS, DOCUMENTS, TABLE
from dashboard.ui import open_page

page = open_page("sources")
page.show(DOCUMENTS)
page.show(CORROBORATION)
page.show(DISAGREEMENTS)
page.show(TABLE)
