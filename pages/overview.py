"""What do we know, at a glance?"""

from dashboard.ui import open_page

page = open_page("overview")
page.show("timeline-lanes")
page.show("trade-lines")
page.show("differences")
page.show("sources-corroboration")
