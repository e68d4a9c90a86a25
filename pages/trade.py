"""How much, by whose count?"""

from dashboard.ui import open_page

page = open_page("trade")
page.show_all()
page.link("context", "Trade with others, arms, votes, aid, energy and terrorism")
