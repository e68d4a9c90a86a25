"""What do authors argue, and do they agree?"""

from dashboard.figures.arguments import MATRIX, ORDER
from dashboard.ui import open_page

page = open_page("arguments")
page.ask(ORDER)
page.show(MATRIX)
