"""How much, by whose count?"""

from dashboard.ui import open_page

DIRECTIONS = {"to-russia": "Pakistan to Russia", "to-pakistan": "Russia to Pakistan", "total": "Both directions"}
SCALES = {"linear": "Linear", "log": "Logarithmic"}

page = open_page("trade")
direction = page.choose("direction", "Direction", DIRECTIONS, "to-russia")
scale = page.choose("scale", "Scale", SCALES, "linear")
page.show("trade-lines", direction=direction, scale=scale)
page.show("trade-mirror")
page.show("trade-mirror-table")
page.show("trade-statements")
