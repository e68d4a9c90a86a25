"""One thing, whole: any record by its id."""

from dashboard.ui import open_page

page = open_page("record")
page.show_record()
