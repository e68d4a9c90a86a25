"""Fail if a browser test or a test of the documents was skipped, by pytest's report in JUnit XML."""

import sys
import xml.etree.ElementTree as ET

NEEDED = ("tests.browser", "tests.deploy")
REASONS = ("chromium", "texts of the documents")

skipped = []
for case in ET.parse(sys.argv[1]).iter("testcase"):
    mark = case.find("skipped")
    if mark is not None:
        name, reason = case.get("classname", ""), mark.get("message", "")
        if name.startswith(NEEDED) or any(word in reason.lower() for word in REASONS):
            skipped.append(f"{name}.{case.get('name')}: {reason}")
print(f"{len(skipped)} browser or document tests skipped")
sys.exit("\n".join(skipped) if skipped else 0)
