"""May I have it?"""

from dashboard.ui import open_page

page = open_page("data")
