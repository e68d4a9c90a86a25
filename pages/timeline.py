"""What happened, when?"""

from dashboard.ui import open_page

page = open_page("timeline")
page.show("timeline-strip")
page.choose_years()
page.show("timeline-lanes")
page.show("timeline-list")
