"""May I have it?"""

from dashboard.ui import download, open_page

page = open_page("data")
table = download.choose_table(page)
page.show("data-table", table=table, find=download.find(page))
download.show_codebook(page, table)
download.show_downloads(page, table)
