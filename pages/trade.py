"""How much, by whose count?"""

from dashboard.figures.trade import PAIRS
from dashboard.ui import open_page

DIRECTIONS = {"to-russia": "Pakistan to Russia", "to-pakistan": "Russia to Pakistan", "total": "Both directions"}
SCALES = {"linear": "Linear", "log": "Logarithmic"}

page = open_page("trade")
direction = page.choose("direction", "Direction", DIRECTIONS, "to-russia")
scale = page.choose("scale", "Scale", SCALES, "linear")
page.show("trade-lines", direction=direction, scale=scale)
counts = page.choose("counts", "Two counts of one flow, side by side", PAIRS, "imf-comtrade")
page.show("trade-mirror", counts=counts)
page.show("trade-mirror-table", counts=counts)
page.show("trade-statements")
page.link("context", "Trade with others, arms, votes, aid, energy and terrorism")
