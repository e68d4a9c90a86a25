"""May I have it?"""

from dashboard.ui import data_page, open_page

page = open_page("data")
table = data_page.choose_table(page)
page.show("data-table", table=table, find=data_page.find(page))
data_page.show_codebook(page, table)
data_page.show_downloads(page, table)
