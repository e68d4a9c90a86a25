"""Where do I begin?"""

from dashboard.figures.tours import STEPS
from dashboard.ui import open_page

page = open_page("tours")
page.say(
    "Each tour leads through views of the Atlas in an order that tells something.",
    "Previous and next stand above each view; Alt+P and Alt+N do the same.",
)
page.show(STEPS)
