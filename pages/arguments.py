"""What do authors argue, and do they agree?"""

from dashboard.ui import open_page

ORDERS = {"topic": "By topic", "agreement": "Most shared first", "dispute": "Most disputed first"}

page = open_page("arguments")
order = page.choose("order", "Order", ORDERS, "topic")
page.show("arguments-matrix", order=order)
