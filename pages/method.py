"""Why believe it?"""

from dashboard.figures.method import AGREEMENT, AUDIT, HEALTH, PART, REACH, WEAK_RECORDS, WEAKNESS, WEAKNESSES
from dashboard.ui import open_page

page = open_page("method")
page.say(
    "Each record is a row that was written from passages which were read, and names them.",
    "A date is no finer than its source; where sources differ, both values stay.",
    "What one interested account alone says stands as claimed, and a plan stays a plan.",
    "A program proves the quotes against the documents and refuses rows that contradict each other.",
)
page.show(REACH)
page.show(AGREEMENT)
page.show(AUDIT)
page.show(WEAKNESSES)
page.ask(WEAKNESS)
page.show(WEAK_RECORDS)
page.ask(PART)
page.show(HEALTH)
page.say(
    "To report a fault, open the record: at its foot stands a report, filled in, to copy and to send.",
    "Who can may also propose the row itself, as CONTRIBUTING.md in the repository says.",
)
