"""Does what I wrote hold?"""

from dashboard.figures.verify import STATEMENTS
from dashboard.ui import open_page

page = open_page("verify")
page.say(
    "Every date, number, name and “first” or “only” in your words is held against the record.",
    "Your words stand in no link, leave this server nowhere and are kept nowhere.",
)
page.examine(STATEMENTS)
