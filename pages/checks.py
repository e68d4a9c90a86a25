"""Does it hold?"""

from dashboard.ui import open_page

VERDICTS = {
    "all": "All verdicts",
    "supported": "Supported",
    "partly": "Partly supported",
    "contradicted": "Contradicted",
    "unverifiable": "Cannot be verified",
}

page = open_page("checks")
page.show("checks-verdicts")
verdict = page.choose("verdict", "Verdict", VERDICTS, "all")
page.show("checks-list", verdict=verdict)
