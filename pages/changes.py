"""What changed since an edition?"""

from dashboard.figures.changes import EDITIONS, KIND, LIST, SINCE
from dashboard.ui import open_page

page = open_page("changes")
page.say(
    "Each release of the tables is an edition, which is kept; the tables as they are now are the next.",
    "What was cited from an edition stays readable there, and what differs today stands here.",
)
page.show(EDITIONS)
page.ask(SINCE, KIND)
page.show(LIST)
