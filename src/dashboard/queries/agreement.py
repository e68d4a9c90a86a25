"""How far two readers who did not see each other's coding agree, for each kind of judgement."""

from __future__ import annotations

from typing import Any

import pandas as pd

CODERS = ["A", "B"]
_JUDGED = ["record_id", "source_id", "locator", "field"]


def agreement(readings: pd.DataFrame) -> pd.DataFrame:
    """One row for each field that was judged: `field`, `judged`, `agreed`, `settled`, `share`, `alpha`.

    `judged`, `agreed` and `settled` count judgements, `share` is that of the agreed (0 to 1). `alpha` is
    Krippendorff's for nominal data: 1 is full agreement, 0 is that of chance; NaN where the readers used one
    value only. (K. Krippendorff, Content Analysis, 2004, chapter 11.)
    """
    coded = readings.pivot(index=_JUDGED, columns="coder", values="value").reindex(
        columns=[*CODERS, "settled"]
    )
    coded = coded.dropna(subset=CODERS)
    rows = [_measured(str(field), judgements) for field, judgements in coded.groupby(level="field")]
    return pd.DataFrame(rows, columns=["field", "judged", "agreed", "settled", "share", "alpha"])


def _measured(field: str, judgements: pd.DataFrame) -> dict[str, Any]:
    agreed = judgements["A"] == judgements["B"]
    return {
        "field": field,
        "judged": len(judgements),
        "agreed": int(agreed.sum()),
        "settled": int(judgements["settled"].notna().sum()),
        "share": float(agreed.mean()),
        "alpha": _alpha(judgements[CODERS]),
    }


def _alpha(values: pd.DataFrame) -> float:
    """One less the disagreement that was seen as a share of that expected if all values were drawn from one
    bag.
    """
    used = values.stack().value_counts()
    drawn = used.sum()
    expected = 1 - (used * (used - 1)).sum() / (drawn * (drawn - 1))
    if not expected:
        return float("nan")
    return float(1 - (values["A"] != values["B"]).mean() / expected)
