"""How much, by whose count?"""

from dashboard.figures.trade import COUNTS, DIRECTION, LINES, MIRROR, MIRROR_TABLE, SCALE, STATEMENTS
from dashboard.ui import open_page

page = open_page("trade")
page.ask(DIRECTION, SCALE)
page.show(LINES)
page.ask(COUNTS)
page.show(MIRROR)
page.show(MIRROR_TABLE)
page.show(STATEMENTS)
page.link("context", "Trade with others, arms, votes, aid, energy and terrorism")
