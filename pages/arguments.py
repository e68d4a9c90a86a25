"""What do authors argue, and do they agree?"""

from dashboard.ui import open_page

page = open_page("arguments")
page.show("arguments-matrix")
