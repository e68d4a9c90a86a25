"""Who says so?"""

from dashboard.ui import open_page

page = open_page("sources")
page.show("sources-documents")
page.show("sources-corroboration")
page.show("differences")
page.show("sources-table")
