"""A former id leads to the record of today, any other id is itself, one that nobody has to the nearest."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.aliases import nearest, resolve

ALIASES = pd.DataFrame({"former_id": ["old-dam"], "record_id": ["dam"], "reason": ["entered twice"]})
NAMES = {"river-pipeline": "River pipeline", "old-bridge": "The bridge at the ford", "mill": "Mill"}


def test_a_former_id_leads_to_the_record_of_today() -> None:
    assert resolve(ALIASES, "old-dam") == "dam"
    assert resolve(ALIASES, "dam") == "dam"
    assert resolve(ALIASES, "no-such-record") == "no-such-record"


def test_the_nearest_ids_are_those_whose_id_or_name_is_nearly_what_was_asked_for() -> None:
    assert nearest(NAMES, "river-pipline") == ["river-pipeline"]
    assert nearest(NAMES, "River  Pipeline") == ["river-pipeline"]
    assert nearest(NAMES, "the bridge at the fort") == ["old-bridge"]
    assert nearest(NAMES, "zzzz") == []
