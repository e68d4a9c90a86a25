"""A former id leads to the record of today; any other id is itself."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.aliases import resolve

ALIASES = pd.DataFrame({"former_id": ["old-dam"], "record_id": ["dam"], "reason": ["entered twice"]})


def test_a_former_id_leads_to_the_record_of_today() -> None:
    assert resolve(ALIASES, "old-dam") == "dam"
    assert resolve(ALIASES, "dam") == "dam"
    assert resolve(ALIASES, "no-such-record") == "no-such-record"
