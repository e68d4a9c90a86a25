"""One thing, whole."""

from dashboard.ui import open_page

page = open_page("record")
page.show_record()
